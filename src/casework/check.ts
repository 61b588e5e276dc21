import type { CaseFile, Change, Problem, RecordView } from '#changes/change.ts'
import { type Content, isAnswered } from '#dictionary/answer.ts'
import { type Dictionary, fieldOf } from '#dictionary/dictionary.ts'
import { consentInForce } from './consent.ts'
import { determinationProblems } from './determination.ts'
import { ofType } from './latest.ts'
import { isAsserted } from './source.ts'
import { dayOf, surelyAfter } from './when.ts'

/**
 * Business rules on one change: what would be untrue, unsafe, or against the person's word. Whether values are valid is
 * the dictionary's matter, whether the writer may write them is access's. Help is never held back: no rule here looks
 * at consent, determination or age before it lets a service be recorded (needs first).
 */

/** Codes of the problems; the catalogue phrases each as `problem.<code>`. */
export const caseProblems = [
  'date_in_future',
  'date_before',
  'determination_incomplete',
  'determination_departs_from_reading',
  'service_type_missing',
  'interview_consent_missing',
  'interview_consent_refused',
  'data_consent_refused',
  'link_incomplete',
  'link_to_itself',
] as const

/**
 * @param before the case file as it stands, null when the change concerns no case yet. For a change on a person give
 *   each case of the person in turn: a refusal in one of them holds.
 * @param today latest calendar day that has begun anywhere (see `latestDayOnEarth`)
 */
export function checkCase(d: Dictionary, before: CaseFile | null, change: Change, today: string): Problem[] {
  const content = after(before, change)
  return [
    ...futureDates(d, change, today),
    ...disorder(change, content),
    ...(rules[change.type]?.({ d, before, change, content, today }) ?? []),
  ]
}

interface Situation {
  readonly d: Dictionary
  readonly before: CaseFile | null
  readonly change: Change
  /** The record as it will be. */
  readonly content: Content
  readonly today: string
}

const rules: Readonly<Record<string, (s: Situation) => Problem[]>> = {
  person: keepsRefusedData,
  link: namesAnother,
  service: ({ content }) => (isBlank(content, 'type') ? [{ code: 'service_type_missing', field: 'type' }] : []),
  determination: ({ d, before, content }) => (before ? determinationProblems(before, content, d) : []),
  screening: asksWithConsent,
}

const isBlank = (content: Content, field: string) => content[field] === undefined || content[field] === null

/** Dates that may lie ahead because they are plans; every other built-in date tells of something that happened. */
const planned: ReadonlySet<string> = new Set([
  'visit.nextOn',
  'task.dueOn',
  'plan.plannedEnd',
  'risk.reviewOn',
  'movement.departedOn',
  'movement.arrivedOn',
  'service.endedOn',
  'consent.withdrawnOn',
])

function futureDates(d: Dictionary, change: Change, today: string): Problem[] {
  return Object.entries(change.set).flatMap(([name, value]): Problem[] => {
    if (fieldOf(d, change.type, name)?.kind !== 'date') return []
    if (name.startsWith('own_') || planned.has(`${change.type}.${name}`)) return []
    const day = dayOf(value)
    return day !== null && surelyAfter(day, today) ? [{ code: 'date_in_future', field: name }] : []
  })
}

/** Pairs of one record: the second never comes before the first. */
const pairs: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  case: [['registeredOn', 'closedOn']],
  consent: [['givenOn', 'withdrawnOn']],
  screening: [['startedOn', 'lastSittingOn']],
  episode: [['startedOn', 'endedOn']],
  service: [['deliveredOn', 'endedOn']],
  movement: [['departedOn', 'arrivedOn']],
  referral: [['sentOn', 'acknowledgedOn']],
  visit: [['visitedOn', 'nextOn']],
  plan: [
    ['agreedOn', 'plannedEnd'],
    ['agreedOn', 'actualEnd'],
  ],
}

function disorder(change: Change, content: Content): Problem[] {
  return (pairs[change.type] ?? []).flatMap(([first, second]): Problem[] => {
    if (!(first in change.set || second in change.set)) return []
    const from = dayOf(content[first])
    const to = dayOf(content[second])
    if (from === null || to === null || !surelyAfter(from, to)) return []
    return [{ code: 'date_before', field: second, details: { other: first } }]
  })
}

/** Who refused that data be kept, or took that consent back, is helped under a code: names and numbers stay out. */
function keepsRefusedData({ d, before, change, today }: Situation): Problem[] {
  if (!before) return []
  const { state } = consentInForce(before, 'data', { today })
  if (state !== 'no' && state !== 'withdrawn') return []
  return Object.entries(change.set)
    .filter(
      ([name, value]) => value !== null && ['identity', 'contact'].includes(fieldOf(d, 'person', name)?.class ?? ''),
    )
    .map(([field]) => ({ code: 'data_consent_refused', field }))
}

const told = ['act', 'means', 'purpose', 'indicators', 'accountOfAct', 'accountOfMeans', 'accountOfPurpose', 'gaps']

/** New answers need a recorded consent to the interview that was neither refused nor withdrawn; taking back is free. */
function asksWithConsent({ before, change, today }: Situation): Problem[] {
  const answers = Object.keys(change.set).filter(name => told.includes(name) && change.set[name] !== null)
  if (answers.length === 0 || (before && isAsserted(before.case))) return []
  const { state, record } = before
    ? consentInForce(before, 'interview', { today })
    : { state: 'never_asked', record: null }
  if (state === 'no' || state === 'withdrawn')
    return answers.map(field => ({ code: 'interview_consent_refused', field }))
  return record ? [] : [{ code: 'interview_consent_missing' }]
}

function namesAnother({ change, content }: Situation): Problem[] {
  const missing = ['other', 'verdict'].filter(name => !isAnswered(content[name]))
  if (missing.length > 0) return missing.map(field => ({ code: 'link_incomplete', field }))
  return content.other === change.person ? [{ code: 'link_to_itself', field: 'other' }] : []
}

/** The record with the change laid over it; what is not in the file begins empty. */
function after(before: CaseFile | null, change: Change): Content {
  return { ...recordIn(before, change)?.content, ...change.set }
}

function recordIn(before: CaseFile | null, change: Change): RecordView | undefined {
  if (!before) return undefined
  const all = [...(before.person ? [before.person] : []), before.case, ...ofType(before, change.type)]
  return all.find(record => record.id === change.record)
}
