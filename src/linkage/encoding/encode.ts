import { setBit } from '../dice/bits.ts'
import { hardener } from './hardening.ts'
import { columnsOf, type Line, valuesOf } from './normalised.ts'
import { featureKeys, type Positions, positionsOf } from './positions.ts'
import { EncodingProblem } from './problem.ts'
import { type EncodingShape, encodingShapes, type HashedFeature, isHashed, type LinkageSchema } from './schema.ts'
import { tokensOf } from './tokens.ts'
import { formatted } from './values.ts'

export interface Encoder {
  readonly shapes: readonly EncodingShape[]
  /** One encoding for each shape; null where a record has no value for any of its features. `record`: the owner's id, for noise. */
  encode(line: Line, record: string): (Uint8Array | null)[]
}

/**
 * An encoder for a schema and a secret. Without the `waymark` part it writes byte for byte what clkhash writes.
 * @param columns of the file; refused when the schema asks for others.
 * @throws EncodingProblem `schema_other_columns`, and `value_invalid` while encoding.
 */
export function encoder(schema: LinkageSchema, o: { secret: Uint8Array; columns: readonly string[] }): Encoder {
  const keys = featureKeys(schema, o.secret)
  const folds = schema.clkConfig.xorFolds ?? 0
  const long = schema.clkConfig.l * 2 ** folds
  const hashed = schema.features.flatMap((feature, at) => {
    const pair = keys[at]
    return isHashed(feature) && pair !== undefined ? [{ feature, positions: positionsOf(feature, pair, long) }] : []
  })
  refuseOtherColumns(
    hashed.map(each => each.feature),
    o.columns,
  )
  const hardening = schema.waymark?.hardening ?? []
  const wanted = schema.waymark?.encodings ?? [{ name: 'clk', features: hashed.map(each => each.feature.identifier) }]
  const filters = wanted.map(({ name, features }) => ({
    name,
    parts: hashed.filter(each => features.includes(each.feature.identifier)),
    harden: hardener(hardening, { secret: o.secret, name, length: schema.clkConfig.l }),
  }))
  const always = schema.waymark === undefined
  return {
    shapes: encodingShapes(schema),
    encode: (line, record) =>
      filters.map(({ parts, harden }) => {
        const filter = new Uint8Array(long / 8)
        const marked = parts.map(({ feature, positions }) => mark(filter, feature, positions, line)).some(any => any)
        return marked || always ? harden(folded(filter, folds), record) : null
      }),
  }
}

/** Marks the tokens of a feature; whether there were any. */
function mark(filter: Uint8Array, feature: HashedFeature, positions: Positions, line: Line): boolean {
  const tokens = valuesOf(feature, line)
    .filter(value => value !== '' || feature.waymark === undefined)
    .flatMap(value => tokensOf(formatted(value, feature), feature.hashing.comparison, feature.identifier))
  const { strategy } = feature.hashing
  tokens.forEach((token, at) => {
    // The first tokens get the bits that do not divide evenly.
    const count =
      'bitsPerToken' in strategy
        ? strategy.bitsPerToken
        : Math.floor(strategy.bitsPerFeature / tokens.length) + (at < strategy.bitsPerFeature % tokens.length ? 1 : 0)
    for (const position of positions(token, count)) setBit(filter, position)
  })
  return tokens.length > 0
}

function folded(filter: Uint8Array, times: number): Uint8Array {
  let sofar = filter
  for (let turn = 0; turn < times; turn++) {
    const half = sofar.length / 2
    sofar = Uint8Array.from({ length: half }, (_, at) => (sofar[at] ?? 0) ^ (sofar[at + half] ?? 0))
  }
  return sofar
}

function refuseOtherColumns(features: readonly HashedFeature[], columns: readonly string[]): void {
  const lacking = [...new Set(features.flatMap(columnsOf))].filter(column => !columns.includes(column))
  if (lacking.length === 0) return
  throw new EncodingProblem(
    'schema_other_columns',
    `The schema is for other columns: the file has no ${lacking.join(', ')}. Its columns are ${columns.join(', ')}. Rename them, or ask for the schema that fits.`,
  )
}
