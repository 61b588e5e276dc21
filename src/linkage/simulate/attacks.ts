import { diceOf } from '../dice/dice.ts'
import { encoder } from '../encoding/encode.ts'
import type { ProjectKey } from '../encoding/key.ts'
import { valuesOf } from '../encoding/normalised.ts'
import { isHashed, type LinkageSchema } from '../encoding/schema.ts'
import { tokensOf } from '../encoding/tokens.ts'
import { equalRows, guesses, type KnownValue, named, type Piece, patternsIn } from './frequency-attack.ts'
import { type Graph, matchGraphs } from './graph-attack.ts'
import type { InventedRecord } from './invented.ts'

export interface FrequencyAttack {
  /** The encoding that was attacked, and the feature whose values were guessed. */
  readonly encoding: string
  readonly feature: string
  readonly patterns: number
  /** Rows that are equal to another, as a share. */
  readonly equal: number
  /** Share of records whose value was guessed right, by the better of two ways, and what the most frequent value alone would give. */
  readonly guessed: number
  readonly blind: number
}

export interface GraphAttack {
  /** Share of the attacked records that are also in the attacker's list. */
  readonly overlap: number
  /** Of the records that are in the list, those that were named rightly; of those named, the right ones. */
  readonly recall: number
  readonly precision: number
}

type Encodings = (Uint8Array | null)[]

function encode(records: readonly InventedRecord[], schema: LinkageSchema, secret: Uint8Array): Encodings[] {
  const { encode: one } = encoder(schema, { secret, columns: Object.keys(records[0]?.line ?? {}) })
  return records.map(({ line, id }) => one(line, id))
}

/**
 * The attacker holds the encodings and a list of other people of the same countries; no key.
 * @param records what was encoded. @param known the attacker's list.
 */
export function frequencyAttack(
  records: readonly InventedRecord[],
  known: readonly InventedRecord[],
  o: { schema: LinkageSchema; key: ProjectKey },
): FrequencyAttack[] {
  const all = encode(records, o.schema, o.key.secret)
  const hashed = o.schema.features.filter(isHashed)
  const encodings = o.schema.waymark?.encodings ?? [{ name: 'clk', features: hashed.map(each => each.identifier) }]
  return encodings.flatMap(({ name, features }, at) => {
    const feature = hashed.find(each => features.includes(each.identifier) && each.hashing.comparison.type === 'ngram')
    if (feature === undefined) return []
    const valueOf = (record: InventedRecord) => valuesOf(feature, record.line)[0] ?? ''
    const rows = all.flatMap((encoded, row) => {
      const bits = encoded[at]
      return bits ? [{ bits, value: valueOf(records[row] as InventedRecord) }] : []
    })
    const values = knownValues(known.map(valueOf), value =>
      tokensOf(value, feature.hashing.comparison, feature.identifier),
    )
    const patterns = patternsIn(rows.map(each => each.bits))
    const byPieces = guesses(named(patterns, piecesOf(values), rows.length), values, rows.length)
    const groups = equalRows(rows.map(each => each.bits))
    const right = (guess: (row: number) => string | null | undefined) =>
      rows.filter(({ value }, row) => guess(row) === value).length / Math.max(1, rows.length)
    const [most] = values
    return [
      {
        encoding: name,
        feature: feature.identifier,
        patterns: patterns.length,
        equal: groups.filter(group => group !== null).length / Math.max(1, rows.length),
        guessed: Math.max(
          right(row => byPieces[row]),
          right(row => values[groups[row] ?? -1]?.value),
        ),
        blind: right(() => most?.value),
      },
    ]
  })
}

function knownValues(list: readonly string[], cut: (value: string) => string[]): KnownValue[] {
  const counts = new Map<string, number>()
  for (const value of list) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .sort(([x, n], [y, m]) => m - n || (x < y ? -1 : 1))
    .slice(0, 400)
    .map(([value, count]) => ({ value, share: count / list.length, pieces: new Set(cut(value)) }))
}

/** The forty most frequent pieces of the known values. */
function piecesOf(values: readonly KnownValue[]): Piece[] {
  const shares = new Map<string, number>()
  for (const { share, pieces } of values)
    for (const piece of pieces) shares.set(piece, (shares.get(piece) ?? 0) + share)
  return [...shares]
    .map(([piece, share]) => ({ piece, share }))
    .sort((a, b) => b.share - a.share)
    .slice(0, 40)
}

/** The attacker holds the encodings and a list that has a share of the same records, letter for letter: the worst case. */
export function graphAttack(
  records: readonly InventedRecord[],
  others: readonly InventedRecord[],
  o: { schema: LinkageSchema; key: ProjectKey; attackers: ProjectKey; overlap: number },
): GraphAttack {
  const both = Math.round(records.length * o.overlap)
  const list = [...records.slice(0, both), ...others.slice(0, records.length - both)]
  const matched = matchGraphs(
    graphOf(encode(records, o.schema, o.key.secret)),
    graphOf(encode(list, o.schema, o.attackers.secret)),
  )
  const namedRows = matched.filter(each => each !== null).length
  const right = matched.filter((to, from) => to === from && from < both).length
  return {
    overlap: o.overlap,
    recall: both === 0 ? 0 : right / both,
    precision: namedRows === 0 ? 0 : right / namedRows,
  }
}

/** How alike two records are over all encodings that speak in both. */
function graphOf(encodings: readonly Encodings[]): Graph {
  return {
    size: encodings.length,
    alike(a, b) {
      let [sum, speaking] = [0, 0]
      encodings[a]?.forEach((bits, e) => {
        const other = encodings[b]?.[e]
        if (!bits || !other) return
        sum += diceOf(bits, other)
        speaking++
      })
      return speaking === 0 ? 0 : sum / speaking
    },
  }
}
