import { type Content, isAnswered } from '#dictionary/answer.ts'
import type { Problem } from '#changes/change.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import { consentInForce } from './consent.ts'
import { determinationProblems } from './determination.ts'
import type { RuleSet, Situation } from './rule-set.ts'
import { isAsserted } from './source.ts'
import { followsFirst } from './consequences.ts'

/**
 * The ground rules: what would be untrue or against the person's word. Help is never held back: no rule here looks at
 * consent, determination or age before it lets a service be recorded (needs first).
 */
export const groundRules: RuleSet = {
  problems: [
    'determination_incomplete',
    'determination_departs_from_reading',
    'service_type_missing',
    'interview_consent_missing',
    'interview_consent_refused',
    'data_consent_refused',
    'link_incomplete',
    'link_to_itself',
  ],
  // A link hangs on two persons and so on no case file.
  seesWhole: ['link'],
  planned: [
    'visit.nextOn',
    'task.dueOn',
    'plan.plannedEnd',
    'risk.reviewOn',
    'movement.departedOn',
    'movement.arrivedOn',
    'service.endedOn',
    'consent.withdrawnOn',
  ],
  pairs: {
    case: [['registeredOn', 'closedOn']],
    consent: [['givenOn', 'withdrawnOn']],
    screening: [['startedOn', 'lastSittingOn']],
    episode: [['startedOn', 'endedOn']],
    service: [['deliveredOn', 'endedOn']],
    movement: [['departedOn', 'arrivedOn']],
    visit: [['visitedOn', 'nextOn']],
    plan: [
      ['agreedOn', 'plannedEnd'],
      ['agreedOn', 'actualEnd'],
    ],
  },
  check: {
    person: keepsRefusedData,
    link: namesAnother,
    service: ({ content }) => (isBlank(content, 'type') ? [{ code: 'service_type_missing', field: 'type' }] : []),
    determination: ({ d, before, content }) => (before ? determinationProblems(before, content, d) : []),
    screening: asksWithConsent,
  },
  follows: followsFirst,
}

const isBlank = (content: Content, field: string) => content[field] === undefined || content[field] === null

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
