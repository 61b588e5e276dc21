import type { CaseFile, RecordView } from '#changes/change.ts'
import { isAnswered, type Value } from '#dictionary/answer.ts'
import { inOrder, ofType } from '../latest.ts'

/** Draft before the journey, final after: both stay readable, and what changed between them is shown. */
export interface PlanPair {
  readonly draft: RecordView | null
  readonly final: RecordView
  readonly fields: readonly {
    readonly field: string
    readonly before: Value
    readonly after: Value
    readonly changed: boolean
  }[]
}

/** Every plan with the one it follows, newest first; `earlier`: plans of the person’s other cases, as far as they may be read. */
export function planVersions(file: CaseFile, earlier: readonly RecordView[] = []): readonly PlanPair[] {
  const plans = inOrder([...ofType(file, 'plan')], 'agreedOn')
  const all = [...earlier, ...plans]
  return plans.toReversed().map(final => {
    const draft = isAnswered(final.content.follows)
      ? (all.find(({ id }) => id === final.content.follows) ?? null)
      : null
    const names = [...new Set([...Object.keys(draft?.content ?? {}), ...Object.keys(final.content)])].filter(
      name => !links.has(name),
    )
    const fields = names.map(field => {
      const [before, after] = [draft?.content[field] ?? null, final.content[field] ?? null]
      return { field, before, after, changed: draft !== null && JSON.stringify(before) !== JSON.stringify(after) }
    })
    return { draft, final, fields }
  })
}

const links: ReadonlySet<string> = new Set(['follows'])
