import { readBirth } from '../dates/birth.ts'
import { birthColumns } from '../dates/compare.ts'
import { type NameColumns, nameColumns } from '../names/columns.ts'
import { romaniseWord } from '../names/romanise.ts'
import type { HashedFeature } from './schema.ts'

/** A line of the owner's file by column name. */
export type Line = Readonly<Record<string, string>>

type Normalise = NonNullable<HashedFeature['waymark']>['normalise']

/** The values of a feature: mostly one; every code of a sound or alias is a value of its own. */
export function valuesOf(feature: HashedFeature, line: Line): string[] {
  const rule = feature.waymark?.normalise
  if (rule === undefined) return [line[feature.identifier] ?? '']
  const read = (column: string | undefined) => (column === undefined ? null : (line[column] ?? null))
  switch (rule.as) {
    case 'birth_day':
    case 'birth_year':
      return [birthText(rule.as, read(rule.from.birth) ?? '', read(rule.from.country))]
    case 'plain':
      return [
        (read(rule.from.value) ?? '')
          .split(/\s+/)
          .map(word => romaniseWord(word, null))
          .join(' ')
          .trim(),
      ]
    default:
      return nameValues(rule, namesOf(rule, read))
  }
}

/** Columns of the file that a feature reads. */
export function columnsOf(feature: HashedFeature): string[] {
  const rule = feature.waymark?.normalise
  return rule === undefined ? [feature.identifier] : Object.values(rule.from).filter(column => column !== undefined)
}

function namesOf({ from }: Normalise, read: (column: string | undefined) => string | null): NameColumns {
  const previous = read(from.previous)
  return nameColumns({
    given: read(from.given),
    middle: read(from.middle),
    family: read(from.family),
    full: read(from.full),
    country: read(from.country),
    ...(previous ? { previous: [previous] } : {}),
  })
}

function nameValues(rule: Normalise, names: NameColumns): string[] {
  switch (rule.as) {
    case 'given':
      return [names.given ?? '']
    case 'family':
      return [names.familyStem ?? '']
    case 'given_skeleton':
      return [names.givenSkeleton ?? '']
    case 'family_skeleton':
      return [names.familySkeleton ?? '']
    case 'skeleton':
      return [names.skeleton ?? '']
    case 'consonants':
      return [names.consonants ?? '']
    case 'sounds':
      return [...names.sounds]
    default:
      return [...names.aliases]
  }
}

/** A stand-in for a year gives no day: strangers share 1 January. */
function birthText(as: 'birth_day' | 'birth_year', text: string, country: string | null): string {
  const birth = readBirth(text, { country })
  if (birth === null) return ''
  if (as === 'birth_day') return birthColumns(birth).day ?? ''
  return birth.from === birth.to ? String(birth.from) : ''
}
