import { type Engine, materialise } from '../engine/engine.ts'
import type { Frequencies, Model } from '../model.ts'
import { bitsOf, type ByChance, patternWeights } from '../train/em.ts'
import type { CountedPatterns } from './compare.ts'

/** A level that weighs by the frequency of its value. */
interface Adjustment {
  readonly comparison: number
  /** Digit of the level in a pattern. */
  readonly digit: number
  readonly frequency: number
  readonly weight: number
}

/** Weights (log2 of m/u, without the prior and the frequency of values) of each pattern. */
export function weightsOf(model: Model, patterns: CountedPatterns): Float64Array {
  const m = model.comparisons.map(each => each.levels.map(level => level.m))
  return patternWeights(
    patterns,
    m,
    chanceOf(model),
    m.map((_, c) => c),
  )
}

/** What each comparison adds in bits, for each pattern: the sum over comparisons is `weightsOf`. */
export function partsOf(model: Model, patterns: CountedPatterns): readonly Float64Array[] {
  const m = model.comparisons.map(each => each.levels.map(level => level.m))
  return m.map((_, c) => patternWeights(patterns, m, chanceOf(model), [c]))
}

/** Chance agreement as the model holds it. */
export const chanceOf = ({ comparisons }: Pick<Model, 'comparisons'>): ByChance => ({
  u: comparisons.map(each => each.levels.map(level => level.u)),
  dependence: comparisons.map(each => each.leans),
})

/**
 * Writes `links`: l, r, rules, pattern and weight (log2 odds) of every compared pair that reaches the floor. Patterns are
 * weighed here, once each; only pairs that can still reach the floor are looked at again for the frequency of their values.
 */
export async function score(engine: Engine, model: Model, patterns: CountedPatterns): Promise<void> {
  const adjustments = adjustmentsOf(model)
  const weights = weightsOf(model, patterns)
  const base = bitsOf(model.prior)
  const slots = [...new Set(adjustments.map(each => each.comparison))]
  const rarest = model.frequencies.map(highest)
  const least = model.settings.floor - highestOfSources(model)
  const rows = patterns.patterns.flatMap((pattern, i) => {
    const here = adjustments.filter(each => (patterns.digits[each.comparison]?.[i] ?? 0) === each.digit)
    const most = here.reduce((sum, each) => sum + Math.max(0, each.weight * (rarest[each.frequency] ?? 0)), 0)
    const weight = base + (weights[i] as number)
    return weight + most >= least ? [{ pattern, weight, here }] : []
  })
  const of = (row: (typeof rows)[number], slot: number) => row.here.find(each => each.comparison === slot)
  await engine.load('pattern_weight', {
    names: ['pattern', 'weight', ...slots.flatMap(slot => [`share_${slot}`, `column_${slot}`])],
    types: ['big', 'real', ...slots.flatMap(() => ['real', 'integer'] as const)],
    values: [
      rows.map(row => row.pattern),
      rows.map(row => row.weight),
      ...slots.flatMap(slot => [
        rows.map(row => of(row, slot)?.weight ?? 0),
        rows.map(row => of(row, slot)?.frequency ?? -1),
      ]),
    ],
  })
  await writeFrequencies(engine, model)
  await writeSourcePriors(engine, model)
  await materialise(engine, 'links', linksSql(engine, model, slots, adjustments))
  for (const table of ['pattern_weight', 'record_frequency', 'source_prior']) await engine.run(`DROP TABLE ${table}`)
}

function adjustmentsOf({ settings, frequencies }: Model): Adjustment[] {
  return settings.compare.flatMap((comparison, c) =>
    comparison.levels.flatMap((level, k) =>
      level.frequency === undefined
        ? []
        : [
            {
              comparison: c,
              digit: k + 1,
              frequency: frequencies.findIndex(each => each.column === level.frequency?.of),
              weight: level.frequency.weight,
            },
          ],
    ),
  )
}

/** What the rarest value adds in bits. */
const highest = ({ agreement, other, values }: Frequencies): number =>
  Math.log2(agreement / Math.min(other, ...Object.values(values).slice(-1)))

const highestOfSources = ({ prior, priors }: Model): number =>
  Math.max(0, ...priors.map(each => bitsOf(each.prior) - bitsOf(prior)))

/** `record_frequency`: row and, for each column, how much agreement on this record's value adds in bits (f0, f1, …). */
async function writeFrequencies(engine: Engine, { frequencies }: Model): Promise<void> {
  const d = engine.dialect
  for (const [i, { values, agreement }] of frequencies.entries())
    await engine.load(`frequency_${i}`, {
      names: ['value', 'bits'],
      types: ['text', 'real'],
      values: [Object.keys(values), Object.values(values).map(share => Math.log2(agreement / share))],
    })
  const bits = frequencies.map(
    ({ column, other, agreement }, i) =>
      `CASE WHEN r.${d.quote(column)} IS NULL THEN 0 ELSE coalesce(v${i}.bits, ${Math.log2(agreement / other)}) END AS f${i}`,
  )
  const joins = frequencies.map(
    ({ column }, i) =>
      `LEFT JOIN frequency_${i} AS v${i} ON v${i}.value = CAST(r.${d.quote(column)} AS ${d.types.text})`,
  )
  await materialise(
    engine,
    'record_frequency',
    `SELECT r.${d.quote('row')}, r.source_no${bits.map(each => `, ${each}`).join('')} FROM record AS r ${joins.join(' ')}`,
  )
  for (const i of frequencies.keys()) await engine.run(`DROP TABLE frequency_${i}`)
}

/** Both directions of each pair of sources, and what its own prior adds in bits. */
async function writeSourcePriors(engine: Engine, { prior, priors }: Model): Promise<void> {
  const [source = [], number = []] = await engine.read('SELECT source, min(source_no) FROM record GROUP BY source')
  const numbers = new Map(source.map((name, i) => [String(name), Number(number[i])]))
  const known = priors.flatMap(each => {
    const [left, right] = [numbers.get(each.left), numbers.get(each.right)]
    if (left === undefined || right === undefined) return []
    const bits = bitsOf(each.prior) - bitsOf(prior)
    return left === right
      ? [[left, right, bits]]
      : [
          [left, right, bits],
          [right, left, bits],
        ]
  })
  await engine.load('source_prior', {
    names: ['a', 'b', 'bits'],
    types: ['integer', 'integer', 'real'],
    values: [0, 1, 2].map(part => known.map(row => row[part] ?? 0)),
  })
}

/** The rarer side of a fuzzy agreement could be a slip of the pen, so the commoner one counts: the smaller number of bits. */
function linksSql(engine: Engine, model: Model, slots: readonly number[], adjustments: readonly Adjustment[]): string {
  const row = engine.dialect.quote('row')
  const terms = slots.map(slot => {
    const columns = [...new Set(adjustments.filter(each => each.comparison === slot).map(each => each.frequency))]
    const cases = columns.map(f => ` WHEN w.column_${slot} = ${f} THEN w.share_${slot} * least(a.f${f}, b.f${f})`)
    return ` + CASE${cases.join('')} ELSE 0 END`
  })
  const source = model.priors.length > 0
  return `SELECT l, r, rules, pattern, weight FROM (
    SELECT c.l, c.r, c.rules, c.pattern, w.weight${terms.join('')}${source ? ' + coalesce(s.bits, 0)' : ''} AS weight
    FROM compared AS c JOIN pattern_weight AS w ON w.pattern = c.pattern
    JOIN record_frequency AS a ON a.${row} = c.l JOIN record_frequency AS b ON b.${row} = c.r
    ${source ? 'LEFT JOIN source_prior AS s ON s.a = a.source_no AND s.b = b.source_no' : ''}
  ) AS scored WHERE weight >= ${model.settings.floor}`
}
