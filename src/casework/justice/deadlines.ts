import type { CaseFile, RecordView } from '#changes/change.ts'
import { ofType } from '../latest.ts'
import type { Consequence } from '../rule-set.ts'
import { shiftedDay } from '../when.ts'

/** Days before a power of attorney, or a permit to stay, runs out; days after which an evaluation should have its day. */
const before = { power: 30, residence: 60 } as const
const after = { expert: 14 } as const

/** The kinds of tasks that open by themselves here: they stand in the calendar. */
export const justiceDeadlines: readonly string[] = ['power_ends', 'residence_ends', 'expert_evaluation']

/** Tasks that open by themselves so that nothing runs out unseen; a new date opens a new task. */
export function deadlines(file: CaseFile): readonly Consequence[] {
  return [
    ...ofType(file, 'representation').flatMap(power =>
      power.content.kind === 'power_of_attorney' && power.content.state !== 'ended' && power.content.state !== 'revoked'
        ? taskAt(file, 'power_ends', power, shiftedDay(power.content.validUntil, -before.power))
        : [],
    ),
    ...ofType(file, 'stay_application').flatMap(stay =>
      stay.content.state === 'granted'
        ? taskAt(file, 'residence_ends', stay, shiftedDay(stay.content.until, -before.residence))
        : [],
    ),
    ...ofType(file, 'expert_opinion').flatMap(asked =>
      asked.content.givenOn === undefined && asked.content.plannedOn === undefined
        ? taskAt(file, 'expert_evaluation', asked, shiftedDay(asked.content.askedOn, after.expert))
        : [],
    ),
  ]
}

/** Once a record and day: silent when a task of the kind for this day is there, done or not. */
function taskAt(file: CaseFile, kind: string, record: RecordView, dueOn: string | null): readonly Consequence[] {
  if (dueOn === null) return []
  if (ofType(file, 'task').some(({ content }) => content.kind === kind && content.dueOn === dueOn)) return []
  return [{ type: 'task', key: `task.${kind}.${record.id}.${dueOn}`, set: { kind, dueOn } }]
}
