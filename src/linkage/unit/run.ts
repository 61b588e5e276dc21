import { randomBytes } from 'node:crypto'
import { chance } from '#dictionary/chance.ts'
import type { Watch } from '../dice/compare.ts'
import { EncodingProblem } from '../encoding/problem.ts'
import type { Submission, Submitted } from '../submission/submission.ts'
import { clustersOf, learn, type UnitModel, weigh } from './decide.ts'
import { boundsOf, patternsOf, type Patterns, sides } from './patterns.ts'

/** What goes back to an owner: for each of its rows the cluster, and nothing else. */
export interface OwnersResult {
  readonly owner: string
  readonly rows: readonly { readonly row: string; readonly cluster: string }[]
}

export interface LinkedSummary {
  readonly records: number
  readonly clusters: number
  /** Clusters with rows of two owners or more. */
  readonly shared: number
  readonly warnings: readonly string[]
}

export interface Linked {
  readonly results: readonly OwnersResult[]
  readonly summary: LinkedSummary
}

/** Compared and weighed, before anything is decided; what the simulator looks at too. */
export interface Weighed {
  readonly patterns: Patterns
  readonly model: UnitModel
  readonly weights: Float64Array
}

export interface OwnedRow extends Submitted {
  readonly owner: string
}

/** All rows by their numbers, so that neither the order of rows nor of submissions changes anything. */
export function inOrder(submissions: readonly Submission[]): OwnedRow[] {
  return submissions
    .flatMap(({ header, rows }) => rows.map(each => ({ ...each, owner: header.owner })))
    .sort((a, b) => (a.row < b.row ? -1 : a.row > b.row ? 1 : a.owner < b.owner ? -1 : 1))
}

/** Compares all records with all. The seed only chooses the random pairs that show how alike strangers are. */
export async function weighSubmissions(submissions: readonly Submission[], watch: Watch = {}): Promise<Weighed> {
  const records = inOrder(submissions)
  const encodings = submissions[0]?.header.encodings.length ?? 0
  const all = sides(records, encodings)
  const bounds = all.map((rows, at) => boundsOf(rows, chance(20_111, at)))
  const patterns = await patternsOf(all, bounds, watch)
  const model = learn(patterns, records.length)
  return { patterns, model, weights: weigh(patterns, model) }
}

/**
 * Links the submissions of a project. Clusters have random names, new in every run: nothing of the data is in them, and no score goes back.
 * @param probability from which pairs are taken as one person.
 */
export async function linkSubmissions(
  submissions: readonly Submission[],
  o: { probability: number; name?: () => string } & Watch,
): Promise<Linked> {
  const records = inOrder(submissions)
  if (submissions.length < 2)
    throw new EncodingProblem(
      'nothing_to_link',
      'Fewer than two owners have submitted. Wait for the others; nothing was changed.',
    )
  const { patterns, model, weights } = await weighSubmissions(submissions, o)
  const cluster = clustersOf(patterns, weights, { records: records.length, probability: o.probability })
  const name = o.name ?? (() => randomBytes(10).toString('hex'))
  const names = new Map<number, string>()
  const owners = new Map<number, Set<string>>()
  cluster.forEach((first, at) => {
    if (!names.has(first)) names.set(first, name())
    owners.set(first, (owners.get(first) ?? new Set()).add(records[at]?.owner ?? ''))
  })
  const results = submissions.map(({ header }) => ({
    owner: header.owner,
    rows: records.flatMap(({ owner, row }, at) =>
      owner === header.owner ? [{ row, cluster: names.get(cluster[at] ?? at) ?? '' }] : [],
    ),
  }))
  return {
    results,
    summary: {
      records: records.length,
      clusters: names.size,
      shared: [...owners.values()].filter(each => each.size > 1).length,
      warnings: warningsOf(submissions, model),
    },
  }
}

function warningsOf(submissions: readonly Submission[], model: UnitModel): string[] {
  const warnings: string[] = []
  const [first] = submissions
  for (const [at, { name }] of (first?.header.encodings ?? []).entries()) {
    const silent = submissions
      .filter(({ rows }) => rows.every(({ encodings }) => encodings[at] === null))
      .map(({ header }) => header.owner)
    if (silent.length > 0)
      warnings.push(`The encoding ${name} is empty in everything from ${silent.join(', ')}: it says nothing there.`)
    const same = submissions.filter(
      ({ rows }) => rows.length > 20 && oneValue(rows.map(({ encodings }) => encodings[at] ?? null)),
    )
    if (same.length > 0)
      warnings.push(
        `The encoding ${name} is the same in everything from ${same.map(each => each.header.owner).join(', ')}: its columns hold one value.`,
      )
    const [best = 0] = model.m[at] ?? []
    const [strangers = 1] = model.u[at] ?? []
    if (best <= strangers * 4)
      warnings.push(`The encoding ${name} hardly tells persons apart. Look at its features with waymark link simulate.`)
  }
  return warnings
}

function oneValue(encodings: readonly (Uint8Array | null)[]): boolean {
  const [first] = encodings
  return (
    first !== undefined && first !== null && encodings.every(each => each !== null && Buffer.compare(each, first) === 0)
  )
}
