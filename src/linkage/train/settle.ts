import { type Engine } from '../engine/engine.ts'
import type { Model } from '../model.ts'
import type { CountedPatterns } from '../predict/compare.ts'
import type { Watch } from '../watch.ts'
import { expectedPrior, pairTotal } from './prior.ts'

type Weighed = CountedPatterns & { readonly weights: Float64Array }

/** Sure rules and scored pairs that differ by more than this tell two stories. */
const apart = 3

/**
 * The prior once all pairs are compared: the one on which they agree with themselves, with a warning when sure rules said
 * something quite different; and one for each pair of sources, drawn towards the common one by as much as one source's worth
 * of evidence.
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
  return { ...model, prior, trained: { ...model.trained, warnings } }
}
