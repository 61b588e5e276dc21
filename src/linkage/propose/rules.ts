import { randomFrom } from '../train/random.ts'
import type { Rule, Term } from '../settings/settings.ts'
import type { Evidence, EvidenceTerm } from './levels.ts'

/** A term that can be blocked on, with what is known of it. */
export interface Candidate {
  readonly term: Term
  /** Index of its evidence: two terms of one are never in one rule. */
  readonly evidence: number
  readonly exact: boolean
  readonly survives: number
  /** Chance that two records drawn blindly agree on it. */
  readonly collision: number
  /** Share of records in which it is written. */
  readonly filled: number
}

/** Of a pair that is one person, a value is thought to be written the same this often: a careful half, a careless half. */
const sameOf = [0.93, 0.6] as const
const same = (sameOf[0] + sameOf[1]) / 2
/** A block in which one pair in fifty is a person teaches as well as a denser one, and fixes less. */
const denseEnough = 0.02
const simulated = 1_500
const mostRules = 10

interface Combined {
  readonly terms: readonly Candidate[]
  readonly pairs: number
}

const rule = ({ terms }: Combined): Rule => terms.map(each => each.term)

/** All rules of one to `most` terms of different evidence that make no more pairs than `budget`. */
function combinations(candidates: readonly Candidate[], records: number, most: number, budget: number): Combined[] {
  const all = (records * records) / 2
  const found: Combined[] = []
  const extend = (terms: readonly Candidate[], from: number, chance: number): void => {
    if (terms.length > 0 && chance * all <= budget) found.push({ terms, pairs: chance * all })
    if (terms.length === most) return
    for (const [i, candidate] of candidates.entries())
      if (i >= from && !terms.some(each => each.evidence === candidate.evidence))
        extend([...terms, candidate], i + 1, chance * candidate.collision * candidate.filled ** 2)
  }
  extend([], 0, 1)
  return found
}

/**
 * Rules of blocking: true pairs are imagined, each value of theirs spoilt or missing at random, and rules are taken one
 * after the other by how many of these pairs they find that no earlier rule did, and how few pairs they cost.
 */
export function chooseBlocks(candidates: readonly Candidate[], records: number, budget: number): Rule[] {
  const imagined = imagine(candidates)
  const possible = combinations(candidates, records, 3, budget / 2).map(each => ({
    ...each,
    catches: caughtBy(each, imagined, candidates),
  }))
  const caught = new Uint8Array(simulated)
  const chosen: (typeof possible)[number][] = []
  let left = budget
  while (chosen.length < mostRules) {
    const best = possible
      .filter(each => each.pairs <= left)
      .map(each => ({ each, gain: gainOf(each.catches, caught) }))
      .map(({ each, gain }) => ({ each, gain, value: gain / (each.pairs + 0.03 * budget) }))
      .reduce<{ each: (typeof possible)[number]; gain: number; value: number } | null>(
        (a, b) => (a === null || b.value > a.value ? b : a),
        null,
      )
    if (best === null || best.gain < simulated * 0.001) break
    chosen.push(best.each)
    left -= best.each.pairs
    for (let i = 0; i < simulated; i++) caught[i] = (caught[i] as number) | (best.each.catches[i] as number)
  }
  return chosen.map(rule)
}

/** For each candidate and imagined pair: does the term agree? */
function imagine(candidates: readonly Candidate[]): Uint8Array[] {
  const random = randomFrom(7)
  const evidences = new Set(candidates.map(each => each.evidence))
  const imagined = candidates.map(() => new Uint8Array(simulated))
  for (let pair = 0; pair < simulated; pair++) {
    const same = sameOf[pair % 2] ?? 1
    const state = new Map(
      [...evidences].map(evidence => [evidence, { written: random(), whole: random() < same, rest: random() }]),
    )
    for (const [i, { evidence, filled, exact, survives }] of candidates.entries()) {
      const { written = 1, whole = false, rest = 1 } = state.get(evidence) ?? {}
      const agree = written < filled ** 2 && (whole || (!exact && rest < survives))
      ;(imagined[i] as Uint8Array)[pair] = agree ? 1 : 0
    }
  }
  return imagined
}

/** Of the imagined pairs, those on which all terms agree. */
function caughtBy({ terms }: Combined, imagined: readonly Uint8Array[], candidates: readonly Candidate[]): Uint8Array {
  const caught = new Uint8Array(simulated).fill(1)
  for (const term of terms) {
    const agree = imagined[candidates.indexOf(term)]
    for (let i = 0; i < simulated; i++) caught[i] = (caught[i] as number) & (agree?.[i] ?? 0)
  }
  return caught
}

function gainOf(own: Uint8Array, caught: Uint8Array): number {
  let gain = 0
  for (let i = 0; i < simulated; i++) gain += (own[i] as number) & ~(caught[i] as number) & 1
  return gain
}

/** Blocks for EM: dense in true pairs, fixing little, so that each piece of evidence is learnt in two of them where that is possible. */
export function chooseSessions(
  candidates: readonly Candidate[],
  evidences: number,
  records: number,
  sessionPairs: number,
): Rule[] {
  const exact = candidates.filter(each => each.exact)
  const density = ({ terms, pairs }: Combined) =>
    Math.min(1, (0.2 * records * terms.reduce((p, each) => p * same * each.filled ** 2, 1)) / Math.max(pairs, 1))
  const learns = ({ terms }: Combined) => evidences - terms.length
  const worth = (each: Combined) =>
    Math.min(1, density(each) / denseEnough) ** 0.5 * learns(each) + 0.001 * density(each)
  const possible = combinations(exact, records, 2, 20 * sessionPairs)
    .filter(each => learns(each) >= 2)
    .toSorted((a, b) => worth(b) - worth(a))
  const taught = Array.from({ length: evidences }, () => 0)
  const chosen: Combined[] = []
  while (chosen.length < 5) {
    const next = possible.find(
      each =>
        !chosen.includes(each) &&
        taught.some((times, evidence) => times < 2 && !each.terms.some(term => term.evidence === evidence)),
    )
    if (next === undefined) break
    chosen.push(next)
    for (let evidence = 0; evidence < evidences; evidence++)
      if (!next.terms.some(term => term.evidence === evidence)) taught[evidence] = (taught[evidence] ?? 0) + 1
  }
  // One session more than needed: an average of two blocks that share a column is no average.
  return chosen.map(rule)
}

/** Agreement that chance hardly gives: all of the best evidence but one piece, for each piece. Every duplicate may hold one error. */
export function chooseSure(candidates: readonly Candidate[], records: number): Rule[] {
  const exact = candidates.filter(each => each.exact).toSorted((a, b) => a.collision - b.collision)
  for (let size = 2; size <= Math.min(exact.length, 6); size++) {
    const best = exact.slice(0, size + 1)
    const rules = best.length > size ? best.map((_, out) => best.filter((__, i) => i !== out)) : [best]
    const byChance = rules.map(
      terms => (records * records * terms.reduce((p, each) => p * each.collision * each.filled ** 2, 1)) / 2,
    )
    if (byChance.every(pairs => pairs < 0.005 * records)) return rules.map(terms => terms.map(each => each.term))
  }
  return exact.length >= 2 ? [exact.slice(0, 6).map(each => each.term)] : []
}

export const termsOf = (evidences: readonly Evidence[]): { evidence: number; term: EvidenceTerm }[] =>
  evidences.flatMap((each, evidence) => each.terms.map(term => ({ evidence, term })))
