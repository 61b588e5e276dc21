import type { Comparison, Level, Preparing } from '../settings/settings.ts'
import { roleOf } from './column-names.ts'
import type { Evidence } from './levels.ts'
import type { Profile } from './profile.ts'

/** Reading names with their scripts, roles and aliases costs a tenth of a millisecond a record; larger files compare letters. */
const mostRecords = 250_000

export interface NamePart {
  readonly profile: Profile
  readonly role: 'given' | 'middle' | 'family' | 'full' | 'previous' | 'country'
}

/**
 * The columns that together are a person's name: given and family name, or one field for all of it. Divided names that are Latin and
 * have no country, patronymic or earlier name beside them gain nothing from it, and are compared as letters.
 */
export function nameParts(profiles: readonly Profile[], records: number): NamePart[] {
  const parts = profiles.flatMap((profile): NamePart[] => {
    const role = roleOf(profile.column)
    if (profile.kind === 'letters' && role === 'surname') return [{ profile, role: 'family' }]
    if (profile.kind === 'letters' && (role === 'given' || role === 'middle' || role === 'full' || role === 'previous'))
      return [{ profile, role }]
    return role === 'country' && profile.literal ? [{ profile, role }] : []
  })
  const of = (role: NamePart['role']) => parts.filter(part => part.role === role)
  if (records > mostRecords) return []
  const [given, family, full] = [of('given'), of('family'), of('full')]
  const beside = (['middle', 'previous', 'country'] as const).flatMap(role => of(role).slice(0, 1))
  if (given.length === 1 && family.length === 1) {
    const divided = [...given, ...family]
    const plain = beside.length === 0 && divided.every(({ profile }) => profile.ascii)
    return plain ? [] : [...divided, ...beside]
  }
  return full.length === 1 && given.length + family.length === 0
    ? [...full, ...beside.filter(({ role }) => role === 'country')]
    : []
}

/** Given name, family name and father's name as three pieces of evidence out of one preparation. */
export function nameEvidence(parts: readonly NamePart[]): Evidence[] {
  const prepare: Preparing = {
    from: parts.map(part => part.profile.column),
    by: 'person-name',
    as: 'name',
    roles: parts.map(part => part.role),
  }
  const filled = Math.max(...parts.filter(part => part.role !== 'country').map(part => part.profile.filled))
  const comparison = (name: string, of: string, levels: Level[]): Comparison => ({ name, of: [of], levels })
  const crossed = { crossed: ['name_given', 'name_family'] as [string, string] }
  return [
    {
      prepare,
      filled,
      comparison: {
        ...comparison('given name', 'name_given', [
          { label: 'the same', when: { equal: 'name_given' }, frequency: { of: 'name_given', weight: 1 } },
          { label: 'the same but for spelling', when: { equal: 'name_given_skeleton' } },
          { label: 'a form of the same name', when: { share: 'name_aliases', atLeast: 1 } },
          ...alike('name_given'),
        ]),
        neutral: crossed,
      },
      terms: [
        { term: 'name_given', exact: true, survives: 0 },
        { term: 'name_given_skeleton', exact: false, survives: 0.3 },
        { term: { column: 'name_given', first: 3 }, exact: false, survives: 0.5 },
      ],
    },
    {
      prepare,
      filled,
      comparison: comparison('family name', 'name_family', [
        { label: 'the same', when: { equal: 'name_family' }, frequency: { of: 'name_family', weight: 1 } },
        { label: 'given and family name exchanged', when: crossed },
        { label: 'all words the same', when: { equal: 'name' } },
        { label: 'the same but for the ending', when: { equal: 'name_family_stem' } },
        { label: 'the same but for spelling', when: { equal: 'name_family_skeleton' } },
        { label: 'an earlier family name', when: { share: 'name_families', atLeast: 1 } },
        { label: 'the same consonants', when: { equal: 'name_consonants' } },
        ...alike('name_family'),
      ]),
      terms: [
        { term: 'name_family', exact: true, survives: 0 },
        { term: 'name_family_skeleton', exact: false, survives: 0.3 },
        { term: 'name_families', exact: false, survives: 0.4 },
        { term: { column: 'name_family', first: 3 }, exact: false, survives: 0.5 },
        { term: 'name', exact: false, survives: 0.1 },
        { term: 'name_sounds', exact: false, survives: 0.6 },
      ],
    },
    {
      prepare,
      filled: filled / 5,
      comparison: comparison('father’s name', 'name_father', [
        { label: 'the same', when: { equal: 'name_father' } },
        ...alike('name_father').slice(0, 2),
      ]),
      terms: [],
    },
  ]
}

const alike = (column: string): Level[] =>
  [0.92, 0.85, 0.7].map(atLeast => ({ label: `Jaro-Winkler at least ${atLeast}`, when: { similar: column, atLeast } }))
