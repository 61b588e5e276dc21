import type { CaseFile } from '#changes/change.ts'
import { type Content, isAnswered, plainText, type Value } from '#dictionary/answer.ts'
import { ofType } from '../latest.ts'
import { daysLater } from '../when.ts'

/** Hours in which nobody may ring: codes of the list `clock` (`1830`), from inclusive, until exclusive. */
export interface UnsafeHours {
  readonly from: Value | undefined
  readonly until: Value | undefined
}

/**
 * True when `at` (a code of `clock`) lies in one of the hours that the person called unsafe. Hours may run over midnight
 * (2200 to 0600); with one end only, the day from or until there is unsafe. What is not a time is never unsafe.
 */
export function unsafeTime(hours: readonly UnsafeHours[], at: Value | undefined): boolean {
  const time = clockOf(at)
  if (time === null) return false
  return hours.some(({ from, until }) => {
    const [first, end] = [clockOf(from), clockOf(until)]
    if (first === null && end === null) return false
    if (first === null || end === null || first < end) return time >= (first ?? '0000') && time < (end ?? '2400')
    return time >= first || time < end
  })
}

/** The rules of safe contact of a person, as their records say them. */
export const contactRules = (file: CaseFile): readonly Content[] =>
  ofType(file, 'contact_rule').map(record => record.content)

/** A contact that is planned: a day, and a time (code of `clock`) when it is known; where the person is. */
export interface PlannedContact {
  readonly day: string
  readonly at?: Value | undefined
  /** Code of `contact_channel`; null when it is not known: then the rules of every way of contact count. */
  readonly channel: string | null
}

/**
 * The first rule of safe contact that this contact would break; null when it is safe. A day without a time is unsafe only
 * when no hour of it is safe.
 */
export function unsafeContact(of: CaseFile | readonly Content[], contact: PlannedContact): Content | null {
  const rules = 'case' in of ? contactRules(of) : of
  const { day, channel } = contact
  const concerns = (rule: Content) =>
    (!isAnswered(rule.channel) || channel === null || rule.channel === channel) &&
    (!isAnswered(rule.endedOn) || plainText(rule.endedOn).replace('~', '') > day)
  return rules.find(rule => concerns(rule) && covers(rule, contact)) ?? null
}

function covers(rule: Content, { day, at }: PlannedContact): boolean {
  const [first, end] = [clockOf(rule.from), clockOf(rule.until)]
  if (first === null && end === null) return isOn(rule, day)
  const time = clockOf(at)
  if (time === null) return false
  if (first === null || end === null || first < end)
    return isOn(rule, day) && unsafeTime([{ from: first, until: end }], time)
  // Into the next day: it began today, or it began yesterday and is not over yet.
  return (isOn(rule, day) && time >= first) || (isOn(rule, daysLater(day, -1)) && time < end)
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

function isOn({ days }: Content, day: string): boolean {
  if (!Array.isArray(days) || days.length === 0) return true
  const name = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]
  return name !== undefined && days.includes(name)
}

const clockOf = (value: Value | undefined): string | null =>
  typeof value === 'string' && /^\d{4}$/.test(value) ? value : null
