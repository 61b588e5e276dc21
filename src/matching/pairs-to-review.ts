import { createHash } from 'node:crypto'
import { effects } from '#linkage/count/effect.ts'
import type { Linked } from '#linkage/link.ts'
import { partsOf } from '#linkage/predict/score.ts'
import { patternsOf } from '#linkage/sql/compare.ts'
import { bitsOf } from '#linkage/train/em.ts'
import type { LinkageCard, PairToReview } from '#register/linkage-run.ts'
import { evidenceOf } from './known-model.ts'

/** What a run knows of a record besides what the model reads. */
export interface Reviewed {
  /** null: nobody is to review it. */
  readonly office: string | null
  /** Of the name as it is written, for counting namesakes; never kept. */
  readonly name: string
}

/** A pair that is hardly one person is not worth anybody’s time: one in fifty. */
const leastLikely = bitsOf(0.02)
/** So many that a team would need a year; those that move the count most come first. */
const most = 100_000
/** One pair in so many is asked of two people, so that their agreement can be told. */
const sampleOf = 8

/**
 * The pairs that people should look at, those first that move the number of persons most. What people decided already is not among them.
 * @param records by id
 */
export function pairsToReview(
  { links, model, patterns, id }: Linked,
  records: ReadonlyMap<string, Reviewed>,
  decided: readonly { readonly a: string; readonly b: string }[],
): PairToReview[] {
  const done = new Set(decided.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
  const bearers = Map.groupBy(id, each => records.get(each)?.name ?? '')
  const namesakes = (each: string) => bearers.get(records.get(each)?.name ?? '')?.length ?? 0
  const moved = effects(links)
  const { digit } = patternsOf(model.settings.compare)
  const at = new Map(patterns.patterns.map((pattern, i) => [pattern, i]))
  const parts = partsOf(model, patterns)
  const chosen = [...moved.keys()]
    .filter(i => (links.weight[i] as number) >= leastLikely)
    .filter(i => !done.has(`${id[links.left[i] as number]} ${id[links.right[i] as number]}`))
    .toSorted((i, j) => (moved[j] as number) - (moved[i] as number))
    .slice(0, most)
  return chosen.flatMap(i => {
    const ends = [id[links.left[i] as number] as string, id[links.right[i] as number] as string] as const
    const [a, b] = ends[0] < ends[1] ? ends : [ends[1], ends[0]]
    const offices = [records.get(a)?.office ?? null, records.get(b)?.office ?? null]
    const pattern = links.pattern[i] as number
    const place = at.get(pattern)
    if (!offices[0] || !offices[1] || place === undefined) return []
    return [
      {
        a,
        b,
        offices: [offices[0], offices[1]] as const,
        weight: links.weight[i] as number,
        effect: moved[i] as number,
        levels: evidenceOf.map((_, c) => digit(pattern, c)),
        parts: parts.map(part => part[place] as number),
        namesakes: [namesakes(a), namesakes(b)] as const,
        sampled: isSampled(a, b),
      },
    ]
  })
}

/** By the ids alone, so that the next run asks two people of the same pairs. */
const isSampled = (a: string, b: string): boolean =>
  (createHash('sha256').update(`${a} ${b}`).digest()[0] as number) % sampleOf === 0

const probabilities = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999]

/** What the model of a run assumes and what came of it, in numbers. */
export function cardOf({ model, links, order, id }: Linked): LinkageCard {
  const bins = new Map<number, number>()
  for (const weight of links.weight) {
    const from = Math.max(-12, Math.min(30, Math.floor(weight)))
    bins.set(from, (bins.get(from) ?? 0) + 1)
  }
  return {
    prior: model.prior,
    comparisons: model.comparisons.map(({ levels }, c) => ({ of: evidenceOf[c] ?? '', levels })),
    curve: probabilities.map(probability => ({
      probability,
      persons: id.length - order.filter(({ weight }) => weight >= bitsOf(probability)).length,
    })),
    weights: [...bins].map(([from, pairs]) => ({ from, pairs })).toSorted((a, b) => a.from - b.from),
  }
}
