import type { RecordView } from '#changes/change.ts'
import { type Asked, type ConditionId, eligibility } from './eligibility.ts'

/** Who is eligible for nothing, and why: counted in persons. A person with a yes in one case has a yes. */

export interface CaseAsked extends Omit<Asked, 'others'> {
  /** Persons known to be the same share it. */
  readonly person: string
}

export interface GapCounts {
  readonly persons: number
  readonly eligible: number
  /** No yes, but somewhere an answer is missing. */
  readonly unknown: number
  readonly none: number
  /** Of those eligible for nothing: per project or fund, the condition that decides. */
  readonly why: readonly { readonly source: string; readonly condition: ConditionId; readonly persons: number }[]
}

interface Reading {
  best: 'yes' | 'unknown' | 'no'
  readonly why: Map<string, ConditionId>
}

/** Adds case after case; the memory is one entry a person. */
export function gapCounter(sources: readonly RecordView[]) {
  const persons = new Map<string, Reading>()
  return {
    add(asked: CaseAsked): void {
      const known = persons.get(asked.person) ?? { best: 'no', why: new Map<string, ConditionId>() }
      persons.set(asked.person, known)
      for (const source of sources) {
        const { answer, because } = eligibility(source, { ...asked, others: sources })
        if (answer === 'yes') known.best = 'yes'
        else if (answer === 'unknown' && known.best === 'no') known.best = 'unknown'
        if (because && !known.why.has(source.id)) known.why.set(source.id, because.condition)
      }
    },
    counts(): GapCounts {
      const all = [...persons.values()]
      const of = (best: Reading['best']) => all.filter(each => each.best === best)
      const why = new Map<string, { source: string; condition: ConditionId; persons: number }>()
      for (const { why: reasons } of of('no'))
        for (const [source, condition] of reasons) {
          const key = `${source}.${condition}`
          const line = why.get(key) ?? { source, condition, persons: 0 }
          why.set(key, { ...line, persons: line.persons + 1 })
        }
      return {
        persons: all.length,
        eligible: of('yes').length,
        unknown: of('unknown').length,
        none: of('no').length,
        why: [...why.values()].sort(
          (a, b) => b.persons - a.persons || (a.source + a.condition < b.source + b.condition ? -1 : 1),
        ),
      }
    },
  }
}
