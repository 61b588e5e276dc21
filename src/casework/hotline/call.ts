import type { Problem } from '#changes/change.ts'
import { type Content, isAnswered, type Value } from '#dictionary/answer.ts'
import { unsafeContact, unsafeTime } from '../rights/safe-contact.ts'
import type { Around, Situation } from '../rule-set.ts'
import { dayOf } from '../when.ts'

/** What a hotline contact may not be: a number kept against the caller's word, a ring at an unsafe hour, a sum of two things. */
export const callProblemCodes = [
  'number_refused',
  'number_must_go',
  'number_in_note',
  'unsafe_time',
  'call_back_incomplete',
  'call_back_without_number',
  'call_left',
  'referral_without_topic',
  'consultations_disagree',
  'totals_one_topic',
  'totals_name_nobody',
] as const

export function callProblems({ record, change, content, around }: Situation): readonly Problem[] {
  return [
    ...numberProblems(record?.content ?? null, change.set, content),
    ...callBackProblems(content, around),
    ...consultationProblems(content),
    ...leftProblems(record?.content ?? null, content),
  ]
}

/** True when the record holds the totals of a month instead of one contact. */
export const isTotals = (content: Content): boolean => isAnswered(content.calls)

/**
 * Consultations that a contact holds: one for each topic answered. A number stands only where topics were not noted one by
 * one (totals, old records).
 */
export function consultationsOf(content: Content): number {
  const topics = listOf(content.topics)
  if (!isTotals(content) && topics.length > 0) return topics.length
  return typeof content.consultations === 'number' ? content.consultations : 0
}

/** The rules see open answers only: what is sealed is judged in the change that brings it. */
function numberProblems(before: Content | null, set: Content, content: Content): Problem[] {
  if (content.numberConsent === 'agreed') return []
  const found: Problem[] = []
  if (isAnswered(set.callBackNumber)) found.push({ code: 'number_refused', field: 'callBackNumber' })
  if (before?.numberConsent === 'agreed' && set.callBackNumber !== null)
    found.push({ code: 'number_must_go', field: 'callBackNumber' })
  if (typeof set.note === 'string' && holdsNumber(set.note)) found.push({ code: 'number_in_note', field: 'note' })
  return found
}

/** Nine digits in a row or more, as telephone numbers are written; numbers of cases and dates are none. */
export function holdsNumber(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/[A-Z]{2,}[A-Z-]*-\d{4}-\d+/g, ' ')
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, ' ')
  return (plain.match(/\p{Nd}[\p{Nd}\s().\-/]*/gu) ?? []).some(run => run.replace(/[^\p{Nd}]/gu, '').length >= 9)
}

function callBackProblems(content: Content, around: Around): Problem[] {
  const found: Problem[] = []
  const day = dayOf(content.callBackOn)
  const unsafe = unsafeTime([{ from: content.unsafeFrom, until: content.unsafeUntil }], content.callBackAt)
  if (unsafe || (content.state === 'call_back' && day?.length === 10 && againstPerson(content, around, day)))
    found.push({ code: 'unsafe_time', field: 'callBackAt' })
  if (content.state !== 'call_back') return found
  if (day?.length !== 10) found.push({ code: 'call_back_incomplete', field: 'callBackOn' })
  if (!isAnswered(content.callBackAt)) found.push({ code: 'call_back_incomplete', field: 'callBackAt' })
  if (content.numberConsent !== 'agreed' && !isAnswered(content.case))
    found.push({ code: 'call_back_without_number', field: 'numberConsent' })
  return found
}

/** What the person of the case said about safe contact counts here too: a call-back is a contact. */
function againstPerson(content: Content, around: Around, day: string): boolean {
  const file = around.otherFiles.find(each => each.case.id === content.case)
  const channel = typeof content.channel === 'string' ? (ways[content.channel] ?? null) : null
  return file !== undefined && unsafeContact(file, { day, at: content.callBackAt, channel }) !== null
}

/** `call_channel` as `contact_channel`; the rest is as careful as every way at once. */
const ways: Readonly<Record<string, string>> = { telephone: 'call', messenger: 'messenger', email: 'email' }

function consultationProblems(content: Content): Problem[] {
  const topics = listOf(content.topics)
  const { consultations } = content
  if (isTotals(content)) {
    const found: Problem[] = topics.length > 1 ? [{ code: 'totals_one_topic', field: 'topics' }] : []
    const named = ['case', 'callBackNumber', 'repeatCaller'].filter(field => isAnswered(content[field]))
    return [...found, ...named.map((field): Problem => ({ code: 'totals_name_nobody', field }))]
  }
  const found: Problem[] = []
  if (listOf(content.referredFor).some(topic => !topics.includes(topic)))
    found.push({ code: 'referral_without_topic', field: 'referredFor' })
  if (typeof consultations === 'number' && topics.length > 0 && consultations !== topics.length)
    found.push({ code: 'consultations_disagree', field: 'consultations' })
  if (isAnswered(content.persons)) found.push({ code: 'consultations_disagree', field: 'persons' })
  return found
}

/** Who left the chat in a hurry is not contacted, whatever is written later. */
function leftProblems(before: Content | null, content: Content): Problem[] {
  if (before?.state !== 'left') return []
  const contacts = ['callBackOn', 'callBackAt', 'callBackNumber'].filter(field => isAnswered(content[field]))
  if (content.state !== 'left') return [{ code: 'call_left', field: 'state' }]
  return contacts.map(field => ({ code: 'call_left', field }))
}

/** Codes of an answer that may be several; reserved answers are none. */
export const listOf = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
