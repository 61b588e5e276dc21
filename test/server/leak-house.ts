import { type RoleId, roles, type Scope } from '#access/role.ts'
import { uuidv7 } from 'uuidv7'
import type { Change } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, type House, type Method, newId } from './house.ts'

/** A case with a word of its own in every text field of every record type, and every door through which it could leave. */

export interface Canary {
  readonly word: string
  readonly type: string
  readonly class: string
}

/** Ids of the seed by what they are. */
export interface Ids {
  readonly person: string
  readonly file: string
  /** Who may be the same human being: a link joins two persons of the register. */
  readonly lookalike: string
  /** Records that others of the seed refer to: type -> id. */
  readonly named: Readonly<Record<string, string>>
}

export interface SeededCase extends Ids {
  readonly changes: readonly Change[]
  readonly canaries: readonly Canary[]
}

const referredTo = [
  'package_item',
  'fund',
  'fund_request',
  'suspect',
  'shelter',
  'place',
  'stay',
  'medicine',
  'consent',
  'referral',
  'document',
  'activity',
  'survey',
  'survey_form',
] as const

export const newIds = (): Ids => ({
  person: newId(),
  file: newId(),
  lookalike: newId(),
  named: Object.fromEntries(referredTo.map(type => [type, newId()])),
})

/** Words begin with `mark`, two letters that no other word begins with. `caseworker`: who carries it. */
export function seededCase(o: {
  readonly mark: string
  readonly home: OfficeRow
  readonly other: OfficeRow
  readonly caseworker?: string
}): SeededCase {
  const ids = newIds()
  const canaries: Canary[] = []
  const contentWithCanaries = (type: string): Content => {
    const fields = Object.entries(builtIn.recordTypes.get(type)?.fields ?? {})
    const texts = fields.filter(([name, field]) => ['text', 'long_text'].includes(field.kind) && name !== 'number')
    return Object.fromEntries(
      texts.map(([name, field]) => {
        const word = `${o.mark}${canaries.length}x${type}${name}`.toLowerCase().replaceAll('_', '')
        canaries.push({ word, type, class: field.class })
        return [name, wordIn[`${type}.${name}`]?.(word) ?? word]
      }),
    )
  }
  const wanted = needed(ids)
  const first = ['person', 'case']
  const order = [...first, ...[...builtIn.recordTypes.keys()].filter(type => !first.includes(type))]
  const made = order.map((type): Change => {
    const under = builtIn.recordTypes.get(type)?.under
    const carried = type === 'case' && o.caseworker ? { caseworker: o.caseworker } : {}
    return {
      id: newId(),
      type,
      record: type === 'person' ? ids.person : type === 'case' ? ids.file : (ids.named[type] ?? newId()),
      base: 0,
      office: o.home.id,
      person: under === 'office' ? null : ids.person,
      case: type === 'case' || under === 'case' ? ids.file : null,
      set: { ...contentWithCanaries(type), ...wanted[type], ...carried },
      madeAt: '2026-01-05T08:00:00Z',
      dictionary: 1,
    }
  })
  return { ...ids, canaries, changes: inOrder(made, ids, o.other) }
}

function inOrder(made: readonly Change[], { lookalike }: Ids, elsewhere: OfficeRow): Change[] {
  const [person, file, ...rest] = made as [Change, Change, ...Change[]]
  const other: Change = { ...person, id: newId(), record: lookalike, person: lookalike, set: { sex: 'female' } }
  const consent = rest.find(({ type }) => type === 'consent') as Change
  const agreed = { purpose: 'service', decision: 'yes', givenOn: '2026-01-05' }
  const services: Change = { ...consent, id: newId(), record: newId(), set: agreed }
  // Written for the other mission and not sent: it opens nothing there yet.
  const drafted = { state: 'drafted', recipientKind: 'own_mission', toOffice: elsewhere.id }
  const referral = rest.find(({ type }) => type === 'referral') as Change
  const others = rest.filter(each => each !== referral)
  return [person, file, other, services, ...others, { ...referral, set: { ...referral.set, ...drafted } }]
}

/** Texts that must be of a shape, with the word inside. */
const wordIn: Readonly<Record<string, (word: string) => string>> = {
  'survey_form.form': word =>
    JSON.stringify({
      format: 'waymark.survey.1',
      title: word,
      version: '1',
      languages: [''],
      groups: [],
      questions: [{ name: 'said', kind: 'text', group: null, label: { '': word } }],
      lists: {},
    }),
  'survey_response.answers': word => JSON.stringify({ said: word }),
}

/** What the rules want before they let a record in. */
const needed = ({ file, lookalike, named }: Ids): Readonly<Record<string, Content>> => ({
  case: { registeredOn: '2026-01-05' },
  link: { other: lookalike, verdict: 'not_same' },
  consent: {
    purpose: 'interview',
    decision: 'yes',
    agreesToInterview: 'yes',
    givenOn: '2026-01-05',
    recipientKind: 'ngo',
  },
  determination: { conclusion: 'not_trafficked', decidedOn: '2026-01-06', decidedBy: 'ngo' },
  service: { type: 'shelter', rate: '1', rateOn: '2026-01-05' },
  incident: { kind: 'raid' },
  plan_line: { type: 'legal' },
  provider: { kind: 'ngo', state: 'active' },
  disclosure: { recipientKind: 'police', state: 'prepared' },
  withdrawal_notice: { consent: named['consent'] ?? '', of: file, state: 'awaiting_acknowledgement' },
  rights_request: { kind: 'access', receivedOn: '2026-01-06' },
  confidentiality: { level: 'ordinary', setOn: '2026-01-05' },
  naming: { who: file, why: 'backup', namedOn: '2026-01-05' },
  approval: { kind: 'plan', of: file, state: 'waiting' },
  package_item: { kind: 'in_kind' },
  delivery: { item: named['package_item'] ?? '', amount: { amount: '1', currency: 'EUR' }, rate: '1' },
  fund: { code: 'gaf', state: 'active' },
  fund_request: { fund: named['fund'] ?? '', amount: { amount: '1', currency: 'EUR' }, rate: '1' },
  call: { numberConsent: 'agreed' },
  hearing: { on: '2026-02-02', purpose: 'first' },
  suspect: { kind: 'person' },
  suspect_join: { one: named['suspect'] ?? '', other: uuidv7(), state: 'joined' },
  tie: { from: named['suspect'] ?? '', role: 'recruiter', certainty: 'possible' },
  place: { shelter: named['shelter'] ?? '', kind: 'dormitory', beds: 1 },
  document: { kind: 'other' },
  stay: { shelter: named['shelter'] ?? '', place: named['place'] ?? '', from: '2026-01-05', admissionConsent: 'yes' },
  stay_log: { stay: named['stay'] ?? '', kind: 'medication' },
  medicine: { stay: named['stay'] ?? '', from: '2026-01-05' },
  dose: { medicine: named['medicine'] ?? '', day: '2026-01-05', hour: '0800', outcome: 'given' },
  age_dispute: {
    raisedOn: '2026-01-05',
    raisedBy: 'person',
    state: 'decided',
    decision: 'adult',
    decidedBy: 'court',
    decidedOn: '2026-01-06',
    method: ['papers'],
  },
  media_watch: { seenOn: '2026-01-05', medium: 'press', items: 1 },
  shelter_check: { shelter: named['shelter'] ?? '' },
  shift_handover: { shelter: named['shelter'] ?? '' },
  journey_step: { step: 'interest', on: '2026-01-05' },
  activity: { pillar: 'convening', countries: ['UA'], from: '2026-01-05' },
  activity_number: {
    activity: named['activity'] ?? '',
    measure: 'participants',
    number: 12,
    accumulation: 'in_period',
    to: '2026-01-05',
  },
  survey: { countries: ['UA'], from: '2026-01-05', respondents: 40 },
  survey_result: { survey: named['survey'] ?? '', count: 12, of: 40 },
  survey_form: { survey: named['survey'] ?? '', loadedOn: '2026-01-05' },
  survey_response: { survey: named['survey'] ?? '', form: named['survey_form'] ?? '', on: '2026-01-05' },
  coverage_statement: { year: 2025, coverage: 'full', statedOn: '2026-01-05' },
  external_statistic: { year: '2025' },
  disbursement: { request: named['fund_request'] ?? '', paid: { amount: '1', currency: 'EUR' }, rate: '1' },
})

export type Ask = (ids: Ids) => { method: Method; path: string; body?: unknown }
const types = [...builtIn.recordTypes.keys()]
/** Every way to read, with ids to ask for; words of `mark` are looked for by search. */
export const doorsFor = (mark: string): readonly Ask[] => [
  ({ file: id }) => ({ method: 'GET', path: `/cases/${id}` }),
  ({ named }) => ({ method: 'GET', path: `/shelters/${named['shelter']}` }),
  ({ named }) => ({ method: 'POST', path: `/shelters/${named['shelter']}/address`, body: { purpose: 'visit' } }),
  ({ file: id }) => ({ method: 'GET', path: `/cases/${id}/history` }),
  ({ person: id }) => ({ method: 'GET', path: `/persons/${id}` }),
  ...['person', 'partner', 'court'].map(
    (audience): Ask =>
      ({ file: id }) => ({ method: 'GET', path: `/cases/${id}/summary?audience=${audience}` }),
  ),
  ({ named }) => ({ method: 'GET', path: `/referrals/${named['referral']}/link` }),
  ({ named }) => ({ method: 'POST', path: `/referrals/${named['referral']}/link` }),
  ({ named }) => ({ method: 'POST', path: `/referrals/${named['referral']}/answer`, body: { state: 'accepted' } }),
  ({ named }) => ({ method: 'GET', path: `/documents/${named['document']}/content` }),
  ({ named }) => ({ method: 'GET', path: `/surveys/${named['survey']}/tally` }),
  ({ named }) => ({ method: 'GET', path: `/surveys/${named['survey']}/answers.csv` }),
  () => ({ method: 'GET', path: '/strict-cases' }),
  () => ({ method: 'GET', path: '/notices' }),
  ({ file: id }) => ({ method: 'GET', path: `/cases/${id}/eligibility` }),
  () => ({ method: 'GET', path: '/today' }),
  () => ({ method: 'GET', path: '/conflicts' }),
  () => ({ method: 'GET', path: '/read-log' }),
  () => ({ method: 'GET', path: '/change-log' }),
  () => ({ method: 'GET', path: '/accounts' }),
  () => ({ method: 'POST', path: '/figures', body: { by: ['nationality'] } }),
  () => ({ method: 'POST', path: '/network', body: { purpose: 'patterns' } }),
  ...types.map(
    (type): Ask =>
      () => ({ method: 'GET', path: `/records?type=${type}` }),
  ),
  ...types.map(
    (type): Ask =>
      () => ({ method: 'GET', path: `/lists/${type}` }),
  ),
  // What was typed into the names of the person: the answer must not say that such a person exists.
  ...['givenNames', 'familyNames', 'identityNumber', 'phone', 'email'].map(
    (name): Ask =>
      () => ({ method: 'POST', path: '/find', body: { text: `${mark} x person ${name}` } }),
  ),
]

export const places = ['KYV', 'MSQ', 'PAR', 'HQ'] as const
export type Place = (typeof places)[number]
export const grantable = [...roles.values()].filter(role => !role.internal)
const keyOf = (role: RoleId, scope: Scope, place: Place) => `${role}.${scope}.${place}`

/** One account for each role with each scope in each place. */
export async function everybody(
  house: House,
  offices: Readonly<Record<Place, OfficeRow>>,
): Promise<(role: RoleId, scope: Scope, place: Place) => Asker> {
  const askers = new Map<string, Asker>()
  for (const role of grantable)
    for (const scope of role.scopes)
      for (const place of places) {
        const key = keyOf(role.id, scope, place)
        const account = await house.account(`${key}@example.test`, [
          { role: role.id, office: offices[place].id, scope },
        ])
        askers.set(key, await house.as(account))
      }
  return (role, scope, place) => {
    const found = askers.get(keyOf(role, scope, place))
    if (!found) throw new Error(`nobody is ${role} with ${scope} in ${place}`)
    return found
  }
}

/** Said anew, not taken from the code under test: does this grant reach a case of Kyiv that somebody else carries? */
export function reaches(scope: Scope, place: Place): boolean {
  if (scope === 'all') return true
  if (scope === 'own') return false
  return place === 'KYV' || place === 'HQ'
}

/** Answers without what differs from one minute to the next. */
export const told = (body: string) => body.replaceAll(/"(asOf|at|expiresAt)":"[^"]*"/g, '')
