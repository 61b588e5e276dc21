import { type Engine } from '../engine/engine.ts'
import type { Model } from '../model.ts'
import type { CountedPatterns } from '../predict/compare.ts'
import type { Settings } from '../settings/settings.ts'
import type { Watch } from '../watch.ts'
import { expectedPrior, pairTotal } from './prior.ts'

type Weighed = CountedPatterns & { readonly weights: Float64Array }

/** With more sources than this each pair of them has too little to learn from. */
const mostSources = 40
/** Sure rules and scored pairs that differ by more than this tell two stories. */
const apart = 3

/**
 * The prior once all pairs are compared: the one on which they agree with themselves, with a warning when sure rules said
 * something quite different; and one for each pair of sources.
 */
export async function settlePriors(engine: Engine, model: Model, patterns: Weighed, watch: Watch): Promise<Model> {
  const { link, train } = model.settings
  const sizes = ((await engine.read('SELECT count(*) FROM record GROUP BY source_no ORDER BY source_no'))[0] ?? []).map(
    Number,
  )
  const total = pairTotal(sizes, link)
  const expected = expectedPrior({ weights: patterns.weights, counts: patterns.counts, total, first: model.prior })
  const { priorOfRules } = model.trained
  const warnings = [...model.trained.warnings]
  if (priorOfRules !== null && Math.max(priorOfRules / expected, expected / priorOfRules) > apart) {
    const pairs = (prior: number) => Math.round(prior * total).toLocaleString('en')
    const text = `The sure rules lead to ${pairs(priorOfRules)} pairs of one person, the scored pairs to ${pairs(expected)}: one of them cannot be right. ${train.prior === 'expected' ? 'The scored pairs are believed' : 'The rules are believed, as the settings say'}; look at the rules (an error in every duplicate hides it from them) and at columns that go together.`
    warnings.push(text)
    watch.warn(text)
  }
  const prior = train.prior === 'rules' && priorOfRules !== null ? priorOfRules : expected
  const priors =
    sizes.length < 2 || sizes.length > mostSources
      ? []
      : await priorsOfSources(engine, { link, sizes, prior }, patterns)
  return { ...model, prior, priors, trained: { ...model.trained, warnings } }
}

/**
 * The prior of each pair of sources on which its own pairs agree with themselves, drawn towards the common one by the weight of one match:
 * (matches + 1) / (pairs + 1 / common). Two missions on one route share more people than two that have nothing to do with each other.
 */
async function priorsOfSources(
  engine: Engine,
  {
    link,
    sizes,
    prior,
  }: { readonly link: Settings['link']; readonly sizes: readonly number[]; readonly prior: number },
  { patterns, weights }: Weighed,
): Promise<Model['priors']> {
  const row = engine.dialect.quote('row')
  const [left = [], right = [], pattern = [], count = []] = await engine.read(
    `SELECT least(a.source_no, b.source_no) AS x, greatest(a.source_no, b.source_no) AS y, c.pattern, count(*) FROM compared AS c
     JOIN record AS a ON a.${row} = c.l JOIN record AS b ON b.${row} = c.r GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  )
  const names = (await engine.read('SELECT min(source) FROM record GROUP BY source_no ORDER BY source_no'))[0] ?? []
  const weightOf = new Map(patterns.map((each, i) => [each, weights[i] as number]))
  const found = Map.groupBy(pattern.keys(), i => `${Number(left[i])} ${Number(right[i])}`)
  return sizes.flatMap((size, i) =>
    sizes.slice(i).flatMap((other, k) => {
      const j = i + k
      if ((link === 'within' && i !== j) || (link === 'between' && i === j)) return []
      const total = i === j ? (size * (size - 1)) / 2 : size * other
      if (total === 0) return []
      const rows = found.get(`${i + 1} ${j + 1}`) ?? []
      const own = expectedPrior({
        weights: Float64Array.from(rows, at => weightOf.get(Number(pattern[at])) ?? 0),
        counts: Float64Array.from(rows, at => Number(count[at])),
        total,
        first: prior,
      })
      const drawn = Math.min((own * total + 1) / (total + 1 / prior), 0.5)
      return [{ left: String(names[i]), right: String(names[j]), prior: drawn }]
    }),
  )
}
