import type { Cell, Engine } from '../engine/engine.ts'
import type { Frequencies, Model } from '../model.ts'
import { compareSql, patternsOf } from '../sql/compare.ts'
import { bitsOf, chance } from '../train/em.ts'
import { frequencyColumns } from '../train/frequencies.ts'
import { weightsOf } from './score.ts'

/** A record already known that may be the same person. */
export interface Candidate {
  readonly source: string
  readonly id: string
  readonly weight: number
  readonly probability: number
  /** For each comparison of the model the label of the level reached; null: it says nothing. */
  readonly levels: readonly (string | null)[]
}

/**
 * Weighs the one record in `record_new` against some of those in `record`, as `prepareRecords` writes both.
 * @param rows numbers of the known records
 * @returns a candidate for each, the likeliest first
 */
export async function weighAgainst(engine: Engine, model: Model, rows: readonly number[]): Promise<Candidate[]> {
  const d = engine.dialect
  await engine.load('pairs_new', {
    names: ['l', 'r', 'rules'],
    types: ['integer', 'integer', 'integer'],
    values: [rows.map(() => 1), rows, rows.map(() => 0)],
  })
  const frequencies = frequencyColumns(model.settings)
  const read = await engine.read(
    `SELECT c.r, c.pattern, b.source, b.id${frequencies.map(column => `, a.${d.quote(column)}, b.${d.quote(column)}`).join('')}
     FROM (${compareSql(d, model.settings.compare, 'pairs_new', { left: 'record_new', right: 'record' })}) AS c
     JOIN record AS b ON b.${d.quote('row')} = c.r JOIN record_new AS a ON a.${d.quote('row')} = c.l`,
  )
  return weighed(model, read)
}

/** Rows of numbers, patterns, sources, ids, and both sides of each column whose frequency counts, weighed. */
export function weighed(model: Model, [, pattern = [], source = [], id = [], ...values]: Cell[][]): Candidate[] {
  const { settings } = model
  const patterns = pattern.map(Number)
  const { digit } = patternsOf(settings.compare)
  const digits = settings.compare.map((_, c) => Uint8Array.from(patterns, each => digit(each, c)))
  const weights = weightsOf(model, { patterns, digits, counts: new Float64Array(patterns.length).fill(1) })
  const columns = frequencyColumns(settings)
  const base = bitsOf(model.prior)
  return patterns
    .map((_, i) => {
      const levels = settings.compare.map((comparison, c) => {
        const at = digits[c]?.[i] ?? 0
        return at === 0 ? null : (comparison.levels[at - 1] ?? null)
      })
      const rarity = levels.reduce(
        (sum, level) =>
          sum +
          rarityOf(model, level?.frequency, name => [
            values[2 * columns.indexOf(name)]?.[i] ?? null,
            values[2 * columns.indexOf(name) + 1]?.[i] ?? null,
          ]),
        0,
      )
      const weight = base + (weights[i] as number) + rarity
      return {
        source: String(source[i]),
        id: String(id[i]),
        weight,
        probability: chance(weight),
        levels: settings.compare.map((comparison, c) => {
          const at = digits[c]?.[i] ?? 0
          return at === 0 ? null : (comparison.levels[at - 1]?.label ?? 'different')
        }),
      }
    })
    .toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
}

/** Bits that agreement on a value adds for being rare; the commoner of the two sides counts. */
function rarityOf(
  { frequencies }: Model,
  wanted: { readonly of: string; readonly weight: number } | undefined,
  of: (column: string) => Cell[],
): number {
  if (wanted === undefined) return 0
  const found = frequencies.find(each => each.column === wanted.of)
  if (found === undefined) return 0
  return wanted.weight * Math.min(...of(wanted.of).map(value => bitsOfValue(found, value)))
}

const bitsOfValue = ({ values, other, agreement }: Frequencies, value: Cell): number =>
  value === null ? 0 : Math.log2(agreement / (values[String(value)] ?? other))
