import type { Problem } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { nothingAround, type Situation } from '../rule-set.ts'
import type { SuspectNode, Tie } from './network.ts'

/** Entries that the analyst takes for one suspect. The entries stay as they are; what is read together can be taken apart again. */

/** Two entries that are one; in either order. */
export interface Join {
  readonly one: string
  readonly other: string
}

export interface Joined {
  readonly suspects: ReadonlyMap<string, SuspectNode>
  readonly ties: readonly Tie[]
}

/**
 * Suspects and ties with joined entries as one node: the smallest of their ids that is in view, called by all their names. Ties follow; one
 * between two entries of the same suspect says nothing any more. A join with an entry out of view still ties those in view together.
 */
export function joined({ suspects, ties }: Joined, joins: readonly Join[]): Joined {
  if (joins.length === 0) return { suspects, ties }
  const above = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let up = above.get(root); up !== undefined; up = above.get(root)) root = up
    return root
  }
  for (const { one, other } of joins) {
    const [a, b] = [rootOf(one), rootOf(other)].toSorted()
    if (a !== undefined && b !== undefined && a !== b) above.set(b, a)
  }
  const groups = Map.groupBy(
    [...suspects.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ({ id }) => rootOf(id),
  )
  const nodes = new Map<string, string>()
  const merged = [...groups.values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    for (const { id } of group) nodes.set(id, first.id)
    const label = [...new Set(group.map(each => each.label))].join(' / ')
    const country = group.find(each => each.country !== null)?.country ?? null
    return [[first.id, { ...first, label, country }] as const]
  })
  const nodeOf = (id: string) => nodes.get(id) ?? id
  return {
    suspects: new Map(merged),
    ties: ties.flatMap(tie => {
      const [from, to] = [nodeOf(tie.from), nodeOf(tie.to)]
      return from === to ? [] : [{ ...tie, from, to }]
    }),
  }
}

export const joinCodes = ['join_incomplete', 'join_to_itself', 'join_suspect_unknown', 'join_kinds_differ'] as const

/** Two known entries of one kind, and why. */
export function joinProblems({ change, content, record, around, actor }: Situation): readonly Problem[] {
  const { set } = change
  // Taking apart is always possible, also when an entry is out of view by now.
  if (record && content.state === 'undone') return []
  const missing = (['one', 'other', 'reason', 'state'] as const).filter(field => !isAnswered(set[field]))
  if (missing.length > 0) return missing.map(field => ({ code: 'join_incomplete', field }))
  if (set.one === set.other) return [{ code: 'join_to_itself', field: 'other' }]
  if (around === nothingAround || actor.machine === true) return []
  const found = (['one', 'other'] as const).map(field => around.record(plainText(set[field])))
  const unknown = found.findIndex(each => each?.type !== 'suspect')
  if (unknown !== -1) return [{ code: 'join_suspect_unknown', field: unknown === 0 ? 'one' : 'other' }]
  return found[0]?.content.kind === found[1]?.content.kind ? [] : [{ code: 'join_kinds_differ', field: 'other' }]
}
