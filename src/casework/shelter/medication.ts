import type { Problem, RecordView } from '#changes/change.ts'
import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import { ofType } from '../latest.ts'
import type { Situation } from '../rule-set.ts'
import { dayOf, daysLater } from '../when.ts'

/**
 * When a medicine is due, and what became of each dose. Days and hours are those of the house, which its own browser knows; the
 * same on the board, for the next shift and on the server. Hours are codes of `clock` (`0830`).
 */

/** A moment by the clock of the house. */
export interface HouseClock {
  /** yyyy-mm-dd */
  readonly day: string
  /** hhmm */
  readonly time: string
}

/** Minutes before its hour at which a dose may be given, and after it until it counts as missed. */
export const early = 60
export const grace = 60

/** Hours at which this medicine is given on a day, in order. Empty for one that is given when needed. */
export function hoursDue(medicine: Content, day: string): readonly string[] {
  const from = dayOf(medicine.from)
  const until = dayOf(medicine.until)
  // A date without its day covers the whole month or year.
  if (from === null || day < from || (until !== null && day.slice(0, until.length) > until)) return []
  const days = answers(medicine.days)
  if (days.length > 0 && !days.includes(weekdayOf(day))) return []
  return answers(medicine.hours).toSorted()
}

const answers = (value: Content[string] | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter(each => typeof each === 'string') : []

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const weekdayOf = (day: string): string => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''

/** `later`: not yet; `due`: now; `missed`: its hour is over and nobody wrote anything down; else a code of `dose_outcome`. */
export type DoseState = 'later' | 'due' | 'missed' | 'given' | 'refused' | 'absent' | 'not_given'

export interface DueDose {
  readonly medicine: RecordView
  readonly day: string
  readonly hour: string
  readonly state: DoseState
  /** What was written down; null: nothing. */
  readonly dose: RecordView | null
}

/**
 * Every dose that is due on the day of the clock and on the day before, in the order of the clock. `since` is when the house wrote the medicine down:
 * what was over by then is no fault of anybody. A medicine without hours gives none.
 */
export function dosesDue(
  medicine: RecordView,
  doses: readonly RecordView[],
  o: { readonly now: HouseClock; readonly since: HouseClock },
): readonly DueDose[] {
  const written = new Map(
    doses.filter(({ content }) => content.medicine === medicine.id).map(dose => [momentOf(dose.content), dose]),
  )
  return [daysLater(o.now.day, -1), o.now.day].flatMap(day =>
    hoursDue(medicine.content, day).flatMap((hour): DueDose[] => {
      const dose = written.get(`${day} ${hour}`) ?? null
      if (dose) return [{ medicine, day, hour, state: outcomeOf(dose), dose }]
      if (minutesBetween({ day, time: hour }, o.since) > grace) return []
      const past = minutesBetween({ day, time: hour }, o.now)
      return [{ medicine, day, hour, state: past > grace ? 'missed' : past >= -early ? 'due' : 'later', dose }]
    }),
  )
}

const momentOf = ({ day, hour }: Content) => `${plainText(day)} ${plainText(hour)}`

function outcomeOf({ content }: RecordView): DoseState {
  const { outcome } = content
  return outcome === 'given' || outcome === 'refused' || outcome === 'absent' ? outcome : 'not_given'
}

/** From one moment to another by the same clock; the hour that a clock is put forward or back is not known here. */
function minutesBetween(from: HouseClock, to: HouseClock): number {
  const at = ({ day, time }: HouseClock) => Date.parse(`${day}T${time.slice(0, 2)}:${time.slice(2)}:00Z`) / 60_000
  return at(to) - at(from)
}

export const medicationCodes = ['medicine_incomplete', 'dose_incomplete', 'dose_not_due', 'dose_twice'] as const

/** A medicine needs its name, its first day and the stay of this file during which it is given. */
export function medicineProblems({ before, change, content, record }: Situation): readonly Problem[] {
  const missing = [
    ...(isAnswered(change.set.name) || (record && !('name' in change.set)) ? [] : ['name']),
    ...(isAnswered(content.from) ? [] : ['from']),
    ...(before === null || ofType(before, 'stay').some(({ id }) => id === plainText(content.stay)) ? [] : ['stay']),
  ]
  return missing.map(field => ({ code: 'medicine_incomplete', field }))
}

const placed = ['medicine', 'day', 'hour'] as const

/** A dose is written down once, and at an hour at which it is due. */
export function doseProblems({ before, change, content }: Situation): readonly Problem[] {
  const missing = ([...placed, 'outcome'] as const).filter(field => !isAnswered(content[field]))
  if (missing.length > 0) return missing.map(field => ({ code: 'dose_incomplete', field }))
  if (!before || !placed.some(field => field in change.set)) return []
  const medicine = ofType(before, 'medicine').find(({ id }) => id === content.medicine)
  if (!medicine) return [{ code: 'dose_incomplete', field: 'medicine' }]
  const hours = answers(medicine.content.hours)
  const due = hours.length === 0 || hoursDue(medicine.content, plainText(content.day)).includes(plainText(content.hour))
  if (!due) return [{ code: 'dose_not_due', field: 'hour' }]
  const twice = ofType(before, 'dose').some(
    each =>
      each.id !== change.record &&
      each.content.medicine === content.medicine &&
      momentOf(each.content) === momentOf(content),
  )
  return twice ? [{ code: 'dose_twice', field: 'hour' }] : []
}
