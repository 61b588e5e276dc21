import type { CaseFile, RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { factorField, vulnerabilityLevels } from '#dictionary/data/vulnerability.ts'
import { inOrder, ofType } from '../latest.ts'
import type { Consequence } from '../rule-set.ts'
import { dayOf, surelyAfter } from '../when.ts'
import { codesIn } from './series.ts'

/** Later records that hint at trafficking: a reason to ask again, never a finding. Coded answers only. */
export interface ScreeningHint {
  readonly record: RecordView
  /** Day of the record, as far as it is known. */
  readonly day: string
  readonly field: string
  /** What was answered, in the list of that field. */
  readonly code: string
}

/** Needs that somebody has who is, or was just now, in the hands of others. */
const needs: ReadonlySet<string> = new Set(['safety', 'papers_kept', 'wages_owed', 'debt_claimed'])
const factors = vulnerabilityLevels.map(level => ({
  field: factorField('risk', level.id),
  codes: new Set(level.risk.filter(({ hints }) => hints === true).map(({ code }) => code)),
}))

/** Record type -> its date, and the answers that hint. */
const watched: Readonly<Record<string, { readonly on: string; readonly answers: readonly Watched[] }>> = {
  visit: { on: 'visitedOn', answers: [{ field: 'situation', hints: code => code === 'exploited_again' }] },
  needs_assessment: { on: 'assessedOn', answers: [{ field: 'needs', hints: code => needs.has(code) }] },
  vulnerability_assessment: {
    on: 'assessedOn',
    answers: factors.map(({ field, codes }) => ({ field, hints: code => codes.has(code) })),
  },
  note: { on: 'notedOn', answers: [{ field: 'signs', hints: () => true }] },
}
interface Watched {
  readonly field: string
  readonly hints: (code: string) => boolean
}

/** Hints in records after the last screening (all of them when nobody ever screened), oldest first. */
export function screeningHints(file: CaseFile): readonly ScreeningHint[] {
  const last = lastScreening(file)
  return Object.entries(watched)
    .flatMap(([type, { on, answers }]) =>
      inOrder(ofType(file, type), on)
        .filter(record => last === null || isLater(record, on, last))
        .flatMap(record =>
          answers.flatMap(({ field, hints }) =>
            codesIn(record.content[field])
              .filter(hints)
              .map((code): ScreeningHint => ({ record, day: dateOf(record, on), field, code })),
          ),
        ),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/**
 * A task for the newest hint, unless one is open or somebody has settled one since. It is done when somebody has screened
 * since.
 */
export function followsHints(file: CaseFile, today: string): readonly Consequence[] {
  const tasks = ofType(file, 'task').filter(({ content }) => content.kind === 'rescreen')
  const open = tasks.filter(({ content }) => !isAnswered(content.doneOn))
  const newest = screeningHints(file).at(-1)
  if (newest) {
    const seen = tasks.some(({ content }) => (dayOf(content.doneOn) ?? '') >= newest.day)
    return open.length > 0 || seen
      ? []
      : [{ type: 'task', key: `rescreen.${newest.record.id}`, set: { kind: 'rescreen', dueOn: today } }]
  }
  const last = lastScreening(file)
  if (last === null) return []
  const doneOn = dateOf(last, 'lastSittingOn', 'startedOn')
  return open
    .filter(({ createdAt }) => last.updatedAt > createdAt)
    .map(({ id }) => ({ type: 'task', key: `rescreen.done.${id}`, record: id, set: { doneOn } }))
}

const lastScreening = (file: CaseFile): RecordView | null =>
  ofType(file, 'screening')
    .toSorted((a, b) => (screenedKey(a) < screenedKey(b) ? -1 : 1))
    .at(-1) ?? null

const screenedKey = (record: RecordView) =>
  [dateOf(record, 'lastSittingOn', 'startedOn'), record.createdAt, record.id].join(' ')

/** Day of the record: the first of these fields that holds one, else the day of entry. */
function dateOf(record: RecordView, ...fields: readonly string[]): string {
  for (const field of fields) {
    const day = dayOf(record.content[field])
    if (day !== null) return day
  }
  return record.createdAt.slice(0, 10)
}

/** In doubt later: a hint that is read twice costs a glance, one that is overlooked costs more. Of one day, by entry. */
function isLater(record: RecordView, on: string, screening: RecordView): boolean {
  const [hinted, screened] = [dateOf(record, on), dateOf(screening, 'lastSittingOn', 'startedOn')]
  if (hinted.length === 10 && hinted === screened) return record.updatedAt > screening.updatedAt
  return !surelyAfter(screened, hinted)
}
