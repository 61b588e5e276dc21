import type { RecordView } from '#changes/change.ts'
import { nameOf, wordIn } from './person-name.ts'
import type { OpenWork } from './tasks.ts'

/** One line of the page Today: open work of a case, as its reader may see it. */
export interface WorkLine {
  readonly kind: 'task' | 'draft' | 'risk'
  readonly record: string
  readonly type: string
  readonly case: string
  readonly caseNumber: string | null
  readonly person: string | null
  readonly name: string | null
  /** Kind of the task, or what is to be done. */
  readonly what: string
  readonly dueOn: string | null
  readonly late: boolean
}

const kinds = { task: 'task', screening: 'draft', visit: 'task', risk_review: 'risk' } as const

export interface WorkOfCase {
  readonly case: RecordView
  readonly person: RecordView | null
  readonly work: readonly Pick<OpenWork, 'kind' | 'dueOn' | 'state' | 'record'>[]
}

export const workLines = ({ case: file, person, work }: WorkOfCase): readonly WorkLine[] =>
  work.map(item => ({
    kind: kinds[item.kind],
    record: item.record.id,
    type: item.record.type,
    case: file.id,
    caseNumber: wordIn(file.content['number']),
    person: person?.id ?? null,
    name: nameOf(person),
    what: item.kind === 'task' ? (wordIn(item.record.content['kind']) ?? 'task') : item.kind,
    dueOn: item.dueOn,
    late: item.state === 'overdue',
  }))
