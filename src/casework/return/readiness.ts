import type { CaseFile, RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { isChild } from '../age.ts'
import { bestInterestInForce, familyInForce } from '../assessment/best-interest.ts'
import { unmitigatedHighRisks } from '../assessment/risk.ts'
import { consentInForce, sevenAnswered } from '../consent.ts'
import { ofType } from '../latest.ts'

/**
 * What must stand before a journey begins, item by item. Silence is never a yes: what nobody recorded is missing. What
 * was recorded and speaks against the journey is blocking. The items: issue of casework, section 6.
 */
export const readinessItems = [
  'return_consent',
  'counselling',
  'high_risk',
  'asylum',
  'child_wish',
  'best_interest',
  'guardian_there',
  'guardian_here',
  'family',
  'funding',
  'travel_documents',
  'fitness',
  'leg',
] as const
export type ReadinessId = (typeof readinessItems)[number]
export type ReadinessState = 'green' | 'missing' | 'blocking'

export interface ReadinessItem {
  readonly item: ReadinessId
  readonly state: ReadinessState
  /** Role whose work settles it. */
  readonly role: 'caseworker' | 'return_officer' | 'supervisor'
  /** Record type in which it is settled, and the field of the journey when it is settled there. */
  readonly type: string
  readonly field?: string
}

export interface ReadinessAsked {
  /** yyyy-mm-dd */
  readonly today: string
  /** Other cases of the same person: a high risk that another mission knows of stands in the way here too. */
  readonly others?: readonly CaseFile[]
  /** Is there such a project or fund? Where nothing can be looked up every id is believed. */
  readonly funded?: (id: string) => boolean
}

/** The items that this journey needs, in the order of `readinessItems`. */
export function readiness(file: CaseFile, movement: RecordView, asked: ReadinessAsked): readonly ReadinessItem[] {
  return readinessItems.flatMap(item => {
    const { read, ...where } = items[item]
    const state = read(file, movement, asked)
    return state === null ? [] : [{ item, state, ...where }]
  })
}

export const isReady = (list: readonly ReadinessItem[]): boolean => list.every(({ state }) => state === 'green')

/** Code of the problem that an item is while it is not green; the catalogue says what to do about it. */
export const problemOf = ({ item, state }: Pick<ReadinessItem, 'item' | 'state'>): string =>
  `${item}_${state === 'blocking' ? 'blocks' : 'missing'}`

/** Null: this journey does not need the item. */
type Read = (file: CaseFile, movement: RecordView, asked: ReadinessAsked) => ReadinessState | null

interface Item extends Pick<ReadinessItem, 'role' | 'type' | 'field'> {
  readonly read: Read
}

const items: Readonly<Record<ReadinessId, Item>> = {
  return_consent: { role: 'caseworker', type: 'consent', read: consentTo },
  counselling: { role: 'return_officer', type: 'counselling', read: counselled },
  high_risk: { role: 'supervisor', type: 'mitigation', read: withoutHighRisk },
  asylum: { role: 'caseworker', type: 'movement', field: 'asylumFlag', read: asylum },
  child_wish: { role: 'caseworker', type: 'movement', field: 'childWishes', read: forChild(wishes) },
  best_interest: { role: 'caseworker', type: 'best_interest', read: forChild(determined) },
  guardian_there: { role: 'return_officer', type: 'guardian', read: forChild(guardianThere) },
  guardian_here: { role: 'caseworker', type: 'guardian', read: forChild(guardianHere) },
  family: { role: 'caseworker', type: 'family_assessment', read: forChild(family) },
  funding: { role: 'return_officer', type: 'movement', field: 'fund', read: funding },
  travel_documents: { role: 'return_officer', type: 'movement', field: 'documentsReady', read: documents },
  fitness: { role: 'caseworker', type: 'movement', field: 'fitToTravel', read: fitness },
  leg: { role: 'return_officer', type: 'movement_leg', read: leg },
}

function forChild(read: Read): Read {
  return (file, movement, asked) => (isChild(file) ? read(file, movement, asked) : null)
}

const informed = [
  'informedOfPurpose',
  'informedOfUse',
  'informedOfAccess',
  'informedOfRetention',
  'informedOfWithdrawal',
]

/** Voluntary, informed and in writing: all seven questions answered, none of what must be explained left unexplained. */
function consentTo(file: CaseFile, _: RecordView, { today }: ReadinessAsked): ReadinessState {
  const { state, record } = consentInForce(file, 'return', { today })
  if (state === 'no' || state === 'withdrawn') return 'blocking'
  if (state !== 'yes' || !record || record.content.form !== 'written') return 'missing'
  const whole = sevenAnswered(record).missing.length === 0
  return whole && informed.every(name => record.content[name] !== 'no') ? 'green' : 'missing'
}

/** Return is one option among others: at least one more was explained. */
function counselled(file: CaseFile): ReadinessState {
  return found(
    ofType(file, 'counselling').some(({ content: { explained } }) => {
      const options = Array.isArray(explained) ? (explained as readonly string[]) : []
      return options.includes('return') && options.length > 1
    }),
  )
}

function withoutHighRisk(file: CaseFile, _: RecordView, { others = [] }: ReadinessAsked): ReadinessState {
  return [file, ...others].some(each => unmitigatedHighRisks(each).length > 0) ? 'blocking' : 'green'
}

/** Whoever fears their own state must not be made known to its consulate. */
function asylum(_: CaseFile, { content }: RecordView): ReadinessState {
  if (content.asylumFlag === 'no') return 'green'
  if (content.asylumFlag !== 'yes') return 'missing'
  return content.consularContact === 'no' ? 'green' : content.consularContact === 'yes' ? 'blocking' : 'missing'
}

function wishes(_: CaseFile, { content }: RecordView): ReadinessState {
  return answer(content.childWishes)
}

function determined(file: CaseFile): ReadinessState {
  const option = bestInterestInForce(file)?.content.option
  return option === 'return' ? 'green' : isAnswered(option) ? 'blocking' : 'missing'
}

function guardianThere(file: CaseFile, { content: { to } }: RecordView): ReadinessState {
  const there = guardiansIn(file, to)
  if (there.some(({ content }) => isAnswered(content.notifiedOn) && content.willing === 'yes')) return 'green'
  return there.some(({ content }) => content.willing === 'no') ? 'blocking' : 'missing'
}

function guardianHere(file: CaseFile, { content: { from } }: RecordView): ReadinessState {
  return found(guardiansIn(file, from).some(({ content }) => content.involved === 'yes'))
}

const guardiansIn = (file: CaseFile, country: RecordView['content'][string] | undefined): readonly RecordView[] =>
  isAnswered(country) ? ofType(file, 'guardian').filter(({ content }) => content.country === country) : []

/** A child of whom nobody said who travels along is taken to be alone. */
function family(file: CaseFile, movement: RecordView): ReadinessState | null {
  if (movement.content.unaccompanied === 'no') return null
  const involvement = familyInForce(file)?.content.involvement
  if (involvement === 'suspected' || involvement === 'confirmed') return 'blocking'
  return found(involvement === 'none')
}

function funding(_: CaseFile, { content }: RecordView, { funded = () => true }: ReadinessAsked): ReadinessState {
  return found([content.project, content.fund].some(id => isAnswered(id) && typeof id === 'string' && funded(id)))
}

function documents(_: CaseFile, { content }: RecordView): ReadinessState {
  return found(content.documentsReady === 'yes')
}

/** Not everybody needs a doctor’s word; a doctor’s no holds. */
function fitness(_: CaseFile, { content }: RecordView): ReadinessState | null {
  return isAnswered(content.fitToTravel) ? answer(content.fitToTravel) : null
}

function leg(file: CaseFile, movement: RecordView): ReadinessState {
  return found(legsOf(file, movement.id).length > 0)
}

/** Legs of a journey that were not called off, in the order of the file. */
export const legsOf = (file: CaseFile, movement: string): readonly RecordView[] =>
  ofType(file, 'movement_leg').filter(({ content }) => content.movement === movement && content.state !== 'cancelled')

const found = (holds: boolean): ReadinessState => (holds ? 'green' : 'missing')
const answer = (value: unknown): ReadinessState => (value === 'yes' ? 'green' : value === 'no' ? 'blocking' : 'missing')
