import { chance } from '#dictionary/chance.ts'
import type { ProjectKey } from '../encoding/key.ts'
import { encodeRecords } from '../encoding/owner.ts'
import type { LinkageSchema } from '../encoding/schema.ts'
import { clustersOf } from '../unit/decide.ts'
import { inOrder, weighSubmissions } from '../unit/run.ts'
import type { InventedRecord } from './invented.ts'

export interface Accuracy {
  readonly probability: number
  /** Of the pairs put together, those that are one person; of the pairs that are one person, those put together. */
  readonly precision: number
  readonly recall: number
  /** Persons counted, to hold against `Expected.persons`. */
  readonly counted: number
}

export interface Expected {
  readonly records: number
  readonly persons: number
  readonly at: readonly Accuracy[]
}

const probabilities = [0.5, 0.9, 0.95, 0.99]

/** Links invented records of two owners, missions at home and missions abroad, exactly as owners and unit would. */
export async function expectedAccuracy(
  records: readonly InventedRecord[],
  o: { schema: LinkageSchema; key: ProjectKey; seed: number },
): Promise<Expected> {
  const columns = Object.keys(records[0]?.line ?? {})
  const dice = chance(o.seed)
  let next = 0
  // Numbers of rows that say as little as random ones, and are the same again.
  const numbers = {
    row: () => `${dice.bits().toString(36)}-${next++}`,
    below: (limit: number) => dice.int(0, limit - 1),
  }
  const persons = new Map<string, string>()
  const submissions = [true, false].map(atHome => {
    const own = records.filter(each => each.atHome === atHome)
    const { submission, rows } = encodeRecords(own, { ...o, owner: atHome ? 'home' : 'abroad', columns }, numbers)
    const byId = new Map(own.map(each => [each.id, each.person]))
    for (const { row, id } of rows) persons.set(row, byId.get(id) ?? '')
    return submission
  })
  const { patterns, weights } = await weighSubmissions(submissions)
  const truth = inOrder(submissions).map(({ row }) => persons.get(row) ?? '')
  const there = pairsWithin(truth)
  return {
    records: records.length,
    persons: new Set(truth).size,
    at: probabilities.map(probability => {
      const cluster = clustersOf(patterns, weights, { records: truth.length, probability })
      const together = pairsWithin(Array.from(cluster, String))
      const right = pairsWithin(truth.map((person, at) => `${person} ${cluster[at]}`))
      return {
        probability,
        precision: together === 0 ? 1 : right / together,
        recall: there === 0 ? 1 : right / there,
        counted: new Set(cluster).size,
      }
    }),
  }
}

/** Pairs of records with the same name of a group. */
function pairsWithin(groups: readonly string[]): number {
  const sizes = new Map<string, number>()
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
}
