import { preparedNames, roleOf } from './column-names.ts'
import { dateOfThree, type Evidence, evidenceOf } from './levels.ts'
import { nameEvidence, nameParts } from './person-name.ts'
import type { Profile } from './profile.ts'

/** What the columns of a file are evidence of: columns that belong together (a name, a date in parts) become one. */
export function evidencesOf(profiles: readonly Profile[], records: number): Evidence[] {
  const names = preparedNames(['name', ...profiles.map(profile => profile.column)])
  const nameOf = (profile: Profile) => names.get(profile.column) ?? ''
  const name = nameParts(profiles, records)
  const three = datePartsOf(profiles)
  const taken = new Set([...name.filter(part => part.role !== 'country').map(part => part.profile), ...three])
  const country =
    name.find(part => part.role === 'country')?.profile.column ??
    profiles.find(profile => roleOf(profile.column) === 'country' && profile.literal)?.column
  const [year, month, day] = three
  return [
    ...(name.length > 0 ? nameEvidence(name) : []),
    ...profiles.filter(profile => !taken.has(profile)).map(profile => evidenceOf(profile, nameOf(profile), country)),
    ...(year && month && day ? [dateOfThree(year, month, day, `${nameOf(year)}date`)] : []),
  ].filter(evidence => evidence !== null)
}

/** Year, month and day in three columns, when there is exactly one of each. */
function datePartsOf(profiles: readonly Profile[]): Profile[] {
  const kinds = ['year', 'month', 'day'] as const
  const found = kinds.map(kind => profiles.filter(profile => profile.kind === kind))
  return found.every(each => each.length === 1) ? found.flat() : []
}

/** Given and family name in each other's place: the surname says so, and the given name then says nothing. */
export function withCrossedNames(evidences: readonly Evidence[]): Evidence['comparison'][] {
  const named = (role: 'given' | 'surname') => {
    const found = evidences.filter(each => each.prepare.by === 'letters' && roleOf(each.prepare.from[0] ?? '') === role)
    return found.length === 1 ? found[0] : undefined
  }
  const [given, surname] = [named('given'), named('surname')]
  if (!given || !surname) return evidences.map(each => each.comparison)
  const exchanged = { crossed: [given.prepare.as, surname.prepare.as] as [string, string] }
  return evidences.map(each => {
    if (each === given) return { ...each.comparison, neutral: exchanged }
    if (each !== surname) return each.comparison
    const [first, ...rest] = each.comparison.levels
    return {
      ...each.comparison,
      levels: [...(first ? [first] : []), { label: 'given and family name exchanged', when: exchanged }, ...rest],
    }
  })
}
