import type { Content } from '#dictionary/answer.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, type House, newId } from '../server/house.ts'
import { accepted, type Opened, staffAt } from './money-house.ts'

/** Journeys told through the API: what the scenarios of return share. */

const consent = {
  purpose: 'return',
  decision: 'yes',
  form: 'written',
  agreesToInterview: 'yes',
  informedOfPurpose: 'yes',
  informedOfUse: 'yes',
  informedOfResearch: 'yes',
  informedOfAccess: 'yes',
  informedOfRetention: 'yes',
  informedOfWithdrawal: 'yes',
}

/** A fund that pays for journeys; gives its id. */
export const aFund = async (house: House, office: OfficeRow): Promise<string> =>
  accepted(await staffAt(house, 'fund_manager', office), {
    type: 'fund',
    office: office.id,
    set: { code: 'gaf', state: 'active' },
  })

/** Consent, counselling, a planned journey with its leg: all that an adult needs. Gives the id of the journey. */
export async function aJourney(who: Asker, file: Opened, set: Content, given: Content = {}): Promise<string> {
  await accepted(who, { type: 'consent', ...file, set: { ...consent, givenOn: '2026-02-12', ...given } })
  await accepted(who, { type: 'counselling', ...file, set: { explained: ['return', 'residence'], chosen: 'return' } })
  const movement = newId()
  await accepted(who, {
    type: 'movement',
    ...file,
    record: movement,
    set: { stage: 'planned', asylumFlag: 'no', documentsReady: 'yes', ...set },
  })
  const { from, to } = set
  await accepted(who, { type: 'movement_leg', ...file, set: { movement, from: from ?? null, to: to ?? null } })
  return movement
}
