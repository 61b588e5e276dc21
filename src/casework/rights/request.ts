import type { Problem, RecordView } from '#changes/change.ts'
import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import type { Notice, Situation } from '../rule-set.ts'
import { dayOf, daysLater } from '../when.ts'

/** What a person asks about their own data, and who answers. Erasing takes two people and has a door of its own. */

/** Days to answer (General Data Protection Regulation, Art. 12 (3): one month). */
export const answeredWithin = 30

/** What the register fills in when a request is written down without it. */
export function requestDefaults(content: Content): Content {
  const received = dayOf(content.receivedOn)
  return {
    ...(isAnswered(content.state) ? {} : { state: 'received' }),
    ...(isAnswered(content.dueOn) || received?.length !== 10 ? {} : { dueOn: daysLater(received, answeredWithin) }),
  }
}

export type Clock = 'running' | 'soon' | 'late' | 'stopped'

/** Where the clock of a request stands: a week before the end it is `soon`. */
export function clockOf({ content }: Pick<RecordView, 'content'>, today: string): Clock {
  if (content.state === 'done') return 'stopped'
  const due = dayOf(content.dueOn)
  if (due === null) return 'running'
  return due < today ? 'late' : due <= daysLater(today, 7) ? 'soon' : 'running'
}

export const requestCodes = [
  'rights_request_incomplete',
  'rights_not_yours',
  'rights_decided_by_another',
  'rights_reason_missing',
  'rights_question_moved',
  'erasure_by_oneself',
  'erasure_has_a_door',
] as const

export function requestProblems({ record, change, content, actor }: Situation): readonly Problem[] {
  const missing = ['kind', 'receivedOn'].filter(field => !isAnswered(content[field]))
  if (missing.length > 0) return missing.map(field => ({ code: 'rights_request_incomplete', field }))
  if (actor.machine === true) return []
  const moves = (field: string) => field in change.set && change.set[field] !== record?.content[field]
  const decides = ['decision', 'decidedBy', 'decidedOn', 'state'].some(
    field => moves(field) && !(field === 'state' && change.set.state === 'received' && !record),
  )
  if (!decides) return []
  if (!actor.may('decide_rights')) return [{ code: 'rights_not_yours', field: 'decision' }]
  const wanted = ['decision', 'decidedBy', 'decidedOn', ...(content.state === 'done' ? ['answeredOn'] : [])]
  const open = wanted.filter(field => !isAnswered(content[field]))
  if (open.length > 0) return open.map(field => ({ code: 'rights_request_incomplete', field }))
  // Once it is decided, what was decided stays: a new wish is a new request.
  const settled = isAnswered(record?.content.decision)
  const moved = settled ? ['kind', 'decision', 'decidedBy'].filter(moves) : []
  if (moved.length > 0) return moved.map(field => ({ code: 'rights_question_moved', field }))
  if (!settled && content.decidedBy !== actor.id) return [{ code: 'rights_decided_by_another', field: 'decidedBy' }]
  if (!settled && content.decision !== 'granted' && plainText(content.reason).trim() === '')
    return [{ code: 'rights_reason_missing', field: 'reason' }]
  if (content.kind !== 'erasure' || content.decision !== 'granted') return []
  // Two people: who wrote the wish down does not grant it.
  if (!settled && (record?.author ?? actor.id) === actor.id) return [{ code: 'erasure_by_oneself', field: 'decision' }]
  return content.state === 'done' ? [{ code: 'erasure_has_a_door', field: 'state' }] : []
}

/** Told a week before the end, and again when it is over. */
export function remindsOfRequest(record: RecordView, today: string): readonly Notice[] {
  const clock = clockOf(record, today)
  if (clock !== 'soon' && clock !== 'late') return []
  return [
    {
      kind: clock === 'soon' ? 'rights_request_soon' : 'rights_request_late',
      to: { role: 'data_protection_officer', office: record.office },
      key: `rights_request.${record.id}.${clock}`,
    },
  ]
}
