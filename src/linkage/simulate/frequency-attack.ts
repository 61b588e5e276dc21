import { bitAt } from '../dice/bits.ts'

/**
 * Pattern frequency (after Christen and others 2018): whoever has the encodings and knows how frequent names are, but no key and none of the people.
 * Rows that are equal are given to values by rank. Bits that a frequent piece of a name marks occur together; rows that share such bits have the piece. Patterns are given to
 * the piece that is about as frequent, and a record's value is guessed from the pieces found in it.
 */
export interface Piece {
  readonly piece: string
  /** Share of the attacker's list that has it. */
  readonly share: number
}

export interface Pattern {
  readonly rows: ReadonlySet<number>
  readonly bits: number
}

const longestPattern = 14
/** Frequent pieces fill their bits: patterns are begun from the fullest. */
const mostSeeds = 256
const none = new Uint32Array()
const steady = 0.97

/** Sets of rows that share at least four bits which stay together as more bits are asked for. The largest first, no two nearly equal. */
export function patternsIn(encodings: readonly Uint8Array[]): Pattern[] {
  const [first] = encodings
  if (first === undefined) return []
  const columns = columnsOfBits(encodings)
  const found: Pattern[] = []
  const fullest = [...columns.keys()].sort((a, b) => countOf(columns[b] ?? none) - countOf(columns[a] ?? none))
  for (const seed of fullest.slice(0, mostSeeds)) {
    const grown = grow(seed, columns, encodings.length)
    if (grown === null) continue
    const rows = new Set(rowsIn(grown.rows, encodings.length))
    const twin = found.some(each => overlap(each.rows, rows) > 0.9)
    if (!twin) found.push({ rows, bits: grown.bits })
  }
  return found.sort((a, b) => b.rows.size - a.rows.size)
}

/** Each pattern is taken for the piece whose share is nearest, the surest first; at most a tenth off. */
export function named(
  patterns: readonly Pattern[],
  pieces: readonly Piece[],
  records: number,
): Map<string, ReadonlySet<number>> {
  const offers = patterns
    .flatMap(pattern =>
      pieces.map(({ piece, share }) => ({
        pattern,
        piece,
        off: Math.abs(pattern.rows.size / records - share) / share,
      })),
    )
    .filter(({ off }) => off < 0.1)
    .sort((a, b) => a.off - b.off)
  const taken = new Map<string, ReadonlySet<number>>()
  const used = new Set<Pattern>()
  for (const { pattern, piece } of offers) {
    if (taken.has(piece) || used.has(pattern)) continue
    taken.set(piece, pattern.rows)
    used.add(pattern)
  }
  return taken
}

/** Rows that are equal to the bit, by the number of their group; the largest group is 0, rows that stand alone have none. */
export function equalRows(encodings: readonly Uint8Array[]): (number | null)[] {
  const names = encodings.map(row => Buffer.from(row).toString('base64'))
  const sizes = new Map<string, number>()
  for (const name of names) sizes.set(name, (sizes.get(name) ?? 0) + 1)
  const groups = [...sizes].filter(([, size]) => size > 1).sort(([x, n], [y, m]) => m - n || (x < y ? -1 : 1))
  const rank = new Map(groups.map(([name], at) => [name, at]))
  return names.map(name => rank.get(name) ?? null)
}

export interface KnownValue {
  readonly value: string
  readonly share: number
  readonly pieces: ReadonlySet<string>
}

/** The likeliest value of each row: how frequent it is, and how well its pieces fit those found. */
export function guesses(
  found: ReadonlyMap<string, ReadonlySet<number>>,
  values: readonly KnownValue[],
  records: number,
): (string | null)[] {
  const pieces = [...found]
  return Array.from({ length: records }, (_, row) => {
    let [best, value]: [number, string | null] = [Number.NEGATIVE_INFINITY, null]
    for (const known of values) {
      const fit = pieces.reduce((sum, [piece, rows]) => sum + (rows.has(row) === known.pieces.has(piece) ? 0 : -3), 0)
      const score = Math.log(known.share) + fit
      if (score > best) [best, value] = [score, known.value]
    }
    return value
  })
}

function columnsOfBits(encodings: readonly Uint8Array[]): Uint32Array[] {
  const length = (encodings[0]?.length ?? 0) * 8
  return Array.from({ length }, (_, at) => {
    const column = new Uint32Array(Math.ceil(encodings.length / 32))
    encodings.forEach((row, i) => {
      if (bitAt(row, at) === 1) column[i >> 5] = (column[i >> 5] ?? 0) | (1 << (i & 31))
    })
    return column
  })
}

/** Adds the bit that most of the rows have, as long as hardly any row is lost; null when no four bits stay together. */
function grow(
  seed: number,
  columns: readonly Uint32Array[],
  records: number,
): { rows: Uint32Array; bits: number } | null {
  let rows = columns[seed] ?? none
  let size = countOf(rows)
  if (size < records * 0.02 || size > records * 0.9) return null
  const used = new Set([seed])
  let held = 0
  while (used.size < longestPattern) {
    let [best, at] = [0, -1]
    columns.forEach((column, i) => {
      if (used.has(i)) return
      const shared = sharedBits(rows, column)
      if (shared > best) [best, at] = [shared, i]
    })
    if (at < 0) break
    const keeps = best / size
    // Before the pattern shows, rows that have the bit for other reasons fall away; after it, a loss is the end.
    if (keeps < steady && (held > 0 || used.size > 4 || keeps < 0.5)) break
    if (keeps >= steady) held++
    rows = rows.map((word, k) => word & (columns[at]?.[k] ?? 0))
    size = best
    used.add(at)
  }
  return held >= 3 && size < records * 0.9 && size > records * 0.01 ? { rows, bits: used.size } : null
}

const bitCount = (word: number): number => {
  const a = word - ((word >>> 1) & 0x55555555)
  const b = (a & 0x33333333) + ((a >>> 2) & 0x33333333)
  return (((b + (b >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

const countOf = (words: Uint32Array): number => words.reduce((sum, word) => sum + bitCount(word), 0)

function sharedBits(a: Uint32Array, b: Uint32Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += bitCount((a[k] ?? 0) & (b[k] ?? 0))
  return sum
}

const rowsIn = (words: Uint32Array, records: number): number[] =>
  Array.from({ length: records }, (_, i) => i).filter(i => (((words[i >> 5] ?? 0) >>> (i & 31)) & 1) === 1)

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = [...a].filter(each => b.has(each)).length
  return shared / (a.size + b.size - shared)
}
