import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import { isChild } from '../age.ts'
import { consentInForce } from '../consent.ts'
import { ofType } from '../latest.ts'
import { nothingAround, type Situation } from '../rule-set.ts'
import { dayOf, surelyAfter } from '../when.ts'
import { misfit, type Party, sizeOf } from './fits.ts'

/** Moving in takes consent and room; moving out takes nothing. */

/** The stay in force; null when the person stays nowhere. */
export const openStay = (file: CaseFile): RecordView | null =>
  ofType(file, 'stay').findLast(({ content }) => !isAnswered(content.until)) ?? null

/** Who would move in, as the file and the stay tell it. Where children may be among them, they are taken to be. */
export function partyOf(file: CaseFile, stay: Content): Party {
  const { sex } = file.person?.content ?? {}
  const size = sizeOf(stay)
  const { partyChildren } = stay
  return {
    sex: isAnswered(sex) ? plainText(sex) : null,
    child: isChild(file),
    size,
    children: typeof partyChildren === 'number' ? partyChildren : size - 1,
  }
}

/** What moving in needs of the person: the case's consent to services, and a yes of their own to this house. */
export function admissionProblems(file: CaseFile, stay: Content, today: string): Problem[] {
  const { state } = consentInForce(file, 'service', { today })
  const lacks: Problem[] =
    state === 'yes' ? [] : [{ code: state === 'never_asked' ? 'stay_consent_missing' : 'stay_consent_refused' }]
  return stay.admissionConsent === 'yes' ? lacks : [...lacks, { code: 'stay_own_yes', field: 'admissionConsent' }]
}

const takesRoom = ['shelter', 'place', 'partySize', 'partyChildren'] as const

export function stayProblems(s: Situation): readonly Problem[] {
  const { before, change, content, record, today } = s
  const missing = (['shelter', 'place', 'from'] as const)
    .filter(field => !isAnswered(content[field]))
    .map((field): Problem => ({ code: 'stay_incomplete', field }))
  if (missing.length > 0) return missing
  const left = dayOf(content.until)
  const from = dayOf(content.from)
  if (left !== null && from !== null && content.exitReason !== 'did_not_come' && surelyAfter(from, left))
    return [{ code: 'date_before', field: 'until', details: { other: 'from' } }]
  // A stay that has ended takes no room, and ending it is asked of nobody.
  if (left !== null && record) return []
  const reopened = record !== null && isAnswered(record.content.until)
  const enters = record === null || reopened
  const moves = enters || takesRoom.some(field => field in change.set)
  const admission = enters && before ? admissionProblems(before, content, today) : []
  const elsewhere =
    enters && left === null && before && ofType(before, 'stay').some(each => each.id !== record?.id && isOpen(each))
      ? [{ code: 'stay_open_already' }]
      : []
  return [...admission, ...elsewhere, ...(moves && left === null ? roomProblems(s) : [])]
}

const isOpen = ({ content }: RecordView) => !isAnswered(content.until)

/** Does the place take them? Where nothing can be looked up (a form without a network) the server says it later. */
function roomProblems({ before, content, record, around }: Situation): Problem[] {
  if (around === nothingAround || !before) return []
  const place = around.record(plainText(content.place))
  const house = around.record(plainText(content.shelter))
  if (place?.type !== 'place' || house?.type !== 'shelter' || place.content.shelter !== house.id)
    return [{ code: 'stay_place_elsewhere', field: 'place' }]
  if (house.content.state === 'closed') return [{ code: 'shelter_closed', field: 'shelter' }]
  const taken = around.at('stay', place.id).filter(({ id }) => id !== record?.id)
  const why = misfit(
    place.content,
    taken.map(stay => stay.content),
    partyOf(before, content),
  )
  return why === null ? [] : [{ code: why, field: 'place' }]
}
