import { randomBytes } from 'node:crypto'
import { EncodingProblem } from './problem.ts'

/** The columns of a file that the proposed schema reads, by what they are. */
export interface ProposedColumns {
  readonly given?: string
  readonly middle?: string
  readonly family?: string
  readonly full?: string
  readonly previous?: string
  readonly birth?: string
  readonly country?: string
  readonly sex?: string
  readonly place?: string
}

const usual: Readonly<Record<keyof ProposedColumns, RegExp>> = {
  given: /^(given|first|fore)_?names?$/,
  middle: /^(middle_?names?|patronymic)$/,
  family: /^((family|last)_?names?|surnames?)$/,
  full: /^(full_?)?names?$/,
  previous: /^(previous|maiden|birth)_?(family_?name|surname|name)s?$/,
  birth: /^(date_?of_?birth|birth_?date|dob|birth)$/,
  country: /^(nationality|citizenship|country(_?of_?(birth|origin|citizenship))?)$/,
  sex: /^(sex|gender)$/,
  place: /^((birth_?place|place_?of_?birth)|region)$/,
}

/** Columns by their usual names in English. */
export function recognised(columns: readonly string[]): ProposedColumns {
  const plain = (column: string) =>
    column
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_')
  return Object.fromEntries(
    Object.entries(usual).flatMap(([what, names]) => {
      const column = columns.find(each => names.test(plain(each)))
      return column === undefined ? [] : [[what, column]]
    }),
  )
}

export type Protection = 'standard' | 'high' | 'none'

const hardening = {
  none: [],
  standard: [{ type: 'balance' }, { type: 'diffuse', inputs: 2 }, { type: 'noise', flip: 0.02 }],
  high: [{ type: 'balance' }, { type: 'diffuse', inputs: 3 }, { type: 'noise', flip: 0.05 }],
} as const

/**
 * A schema for migrants: names across scripts, dates that may be stand-ins, in three encodings of features that do not stand alone. After the
 * study's section 3.5: BLAKE2b, about a third of the bits set, balanced and diffused rows, little noise seeded by record.
 * @throws EncodingProblem `schema_other_columns` without a name and a date of birth.
 */
export function proposedSchema(columns: ProposedColumns, o: { protection: Protection; salt?: string }): string {
  const { given, middle, family, full, previous, birth, country, sex, place } = columns
  const named =
    given !== undefined && family !== undefined
      ? { given, family, middle, previous, country }
      : full === undefined
        ? null
        : { full, country }
  if (named === null || birth === undefined)
    throw new EncodingProblem(
      'schema_other_columns',
      'A schema needs columns for the name (given_name and family_name, or name) and for the date of birth (birth_date). Rename them in the file.',
    )
  const features = [
    feature('given', { as: 'given', from: named }, { n: 2, bits: 110 }),
    feature('given_skeleton', { as: 'given_skeleton', from: named }, { n: 2, bits: 60 }),
    feature('aliases', { as: 'aliases', from: named }, { n: 0, bits: 20 }),
    feature('family', { as: 'family', from: named }, { n: 2, bits: 110 }),
    feature('family_skeleton', { as: 'family_skeleton', from: named }, { n: 2, bits: 60 }),
    feature('sounds', { as: 'sounds', from: named }, { n: 0, bits: 100 }),
    feature('birth_year', { as: 'birth_year', from: { birth, country } }, { n: 1, near: true, bits: 60 }),
    feature('birth_day', { as: 'birth_day', from: { birth, country } }, { n: 2, positional: true, bits: 110 }),
    ...(sex === undefined ? [] : [feature('sex', { as: 'plain', from: { value: sex } }, { n: 0, bits: 20 })]),
    ...(country === undefined
      ? []
      : [feature('country', { as: 'plain', from: { value: country } }, { n: 0, bits: 30 })]),
    ...(place === undefined ? [] : [feature('place', { as: 'plain', from: { value: place } }, { n: 0, bits: 50 })]),
  ]
  const there = (names: string[]) => names.filter(name => features.some(({ identifier }) => identifier === name))
  const schema = {
    version: 3,
    clkConfig: {
      l: 512,
      kdf: {
        type: 'HKDF',
        hash: 'SHA256',
        salt: o.salt ?? randomBytes(32).toString('base64'),
        info: Buffer.from('waymark').toString('base64'),
        keySize: 64,
      },
    },
    features,
    waymark: {
      version: 1,
      encodings: [
        { name: 'given', features: there(['given', 'given_skeleton', 'aliases', 'sex']) },
        { name: 'family', features: there(['family', 'family_skeleton', 'country']) },
        { name: 'birth', features: there(['birth_year', 'birth_day', 'place']) },
      ],
      hardening: hardening[o.protection],
    },
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

/** `n` 0: the value is one token. `near`: a number, which years up to four apart share something with. */
function feature(
  identifier: string,
  normalise: { as: string; from: object },
  o: { n: number; bits: number; positional?: boolean; near?: boolean },
) {
  const comparison = o.near
    ? { type: 'numeric', thresholdDistance: 4, resolution: 2 }
    : o.n === 0
      ? { type: 'exact' }
      : { type: 'ngram', n: o.n, ...(o.positional ? { positional: true } : {}) }
  // One token has its own number of bits; tokens of a text share those of the feature.
  const strategy = { bitsPerFeature: o.bits }
  return {
    identifier,
    format: { type: 'string', encoding: 'ascii' },
    hashing: { comparison, strategy, hash: { type: 'blakeHash' } },
    waymark: { normalise },
  }
}
