import { nameColumns } from '../names/columns.ts'
import { rememberingKeys } from '../names/word-keys.ts'
import type { Preparation } from './preparation.ts'

const both = ['given', 'family']

/**
 * A person's name out of whatever fields a file divides it into (`roles` of the settings says which is which: given, middle, family,
 * full, previous, country), in any script, by docs/linkage-names.md. `''` is all its words, sorted.
 */
export const personName: Preparation = {
  name: 'person-name',
  outputs: {
    '': 'text',
    given: 'text',
    given_skeleton: 'text',
    aliases: 'list',
    father: 'text',
    family: 'text',
    family_stem: 'text',
    family_skeleton: 'text',
    families: 'list',
    consonants: 'text',
    sounds: 'list',
  },
  origins: {
    '': both,
    given: ['given'],
    given_skeleton: ['given'],
    aliases: ['given'],
    father: ['father'],
    family: ['family'],
    family_stem: ['family'],
    family_skeleton: ['family'],
    families: ['family'],
    consonants: both,
    sounds: both,
  },
  prepare: ({ roles = ['given', 'family'] }) => {
    const keys = rememberingKeys()
    return parts => {
      const of = (role: string) => parts[roles.indexOf(role)] ?? null
      const previous = of('previous')
      const country = of('country')
      const written = {
        given: of('given'),
        middle: of('middle'),
        family: of('family'),
        full: of('full'),
        previous: previous === null ? [] : [previous],
        country: country !== null && /^[A-Za-z]{2}$/.test(country) ? country : null,
      }
      const columns = nameColumns(written, keys)
      return {
        '': columns.bag,
        given: columns.given,
        given_skeleton: columns.givenSkeleton,
        aliases: filled(columns.aliases),
        father: columns.father,
        family: columns.family,
        family_stem: columns.familyStem,
        family_skeleton: columns.familySkeleton,
        families: filled(columns.families),
        consonants: columns.consonants,
        sounds: filled(columns.sounds),
      }
    }
  },
}

const filled = (list: readonly string[]): readonly string[] | null => (list.length === 0 ? null : list)
