import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, records, staffAt, tell } from './money-house.ts'
import { aFund, aJourney } from './return-house.ts'

/** AS27: a child does not travel before a competent authority has decided, whatever button or forged call asks for it. */
let house: House
let officer: Asker
let fund: string
let office: string
beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  const rome = await house.office('ROM', hq)
  office = rome.id
  officer = await staffAt(house, 'return_officer', rome)
  fund = await aFund(house, rome)
})
afterAll(() => house.close())

const route = { from: 'IT', to: 'UA' }
const aChild = () => aFile(officer, office, { nationality: ['UA'] }, { ageGroup: 'child' })
const depart = (file: Opened, movement: string, stage = 'departure') =>
  tell(officer, { type: 'movement', ...file, record: movement, base: 1, set: { stage } })

test('AS27 wish confirmed, guardians told, no determination: blocked by name; with it the journey begins', async () => {
  const file = await aChild()
  const movement = await aJourney(
    officer,
    file,
    { ...route, fund, childWishes: 'yes', unaccompanied: 'yes' },
    { guardianConsent: 'yes', childAssent: 'yes' },
  )
  const guardian = { type: 'guardian', ...file }
  await accepted(officer, { ...guardian, set: { country: 'UA', notifiedOn: '2026-02-15', willing: 'yes' } })
  await accepted(officer, { ...guardian, set: { country: 'IT', involved: 'yes' } })
  await accepted(officer, { type: 'family_assessment', ...file, set: { involvement: 'none', country: 'UA' } })
  const refused = await depart(file, movement)
  expect([refused.status, refused.codes]).toEqual(['refused', ['best_interest_missing']])

  const decided = { kind: 'determination', decidedOn: '2026-02-20', option: 'return' }
  await accepted(officer, { type: 'best_interest', ...file, set: { ...decided, authority: 'own_office' } })
  expect((await depart(file, movement)).codes).toEqual(['best_interest_missing'])
  await accepted(officer, { type: 'best_interest', ...file, set: { ...decided, authority: 'child_protection' } })
  expect((await depart(file, movement)).status).toBe('accepted')
  expect((await records(officer, file, 'movement'))[0]?.content.stage).toBe('departure')
})

test('AS27 every missing item is named at once, for each stage under way', async () => {
  const file = await aChild()
  const planned = await accepted(officer, { type: 'movement', ...file, set: { stage: 'planned', ...route } })
  for (const stage of ['departure', 'transit', 'arrival', 'onward', 'completed'])
    expect((await depart(file, planned, stage)).codes).toEqual([
      'return_consent_missing',
      'counselling_missing',
      'asylum_missing',
      'child_wish_missing',
      'best_interest_missing',
      'guardian_there_missing',
      'guardian_here_missing',
      'family_missing',
      'funding_missing',
      'travel_documents_missing',
      'leg_missing',
    ])
})

test('a forged record that is on its way from the start, and a pause in between, meet the same refusal', async () => {
  const file = await aChild()
  const forged = await tell(officer, { type: 'movement', ...file, set: { stage: 'transit', ...route, fund } })
  expect(forged.codes).toContain('best_interest_missing')
  const paused = await accepted(officer, { type: 'movement', ...file, set: { stage: 'paused', ...route } })
  expect((await depart(file, paused)).codes).toContain('return_consent_missing')
})

test.each([
  ['consent taken back', 'consent', { purpose: 'return', withdrawnOn: '2026-03-01' }, 'return_consent_blocks'],
  ['asylum and the consulate', 'movement', { asylumFlag: 'yes', consularContact: 'yes' }, 'asylum_blocks'],
  ['a fund that does not exist', 'movement', { fund: '01890000-0000-7000-8000-000000000000' }, 'funding_missing'],
  ['no fitness to travel', 'movement', { fitToTravel: 'no' }, 'fitness_blocks'],
  ['a high risk', 'risk', { level: 'high', assessedOn: '2026-03-01' }, 'high_risk_blocks'],
] as const)('an adult does not travel with %s', async (_, type, set, code) => {
  const file = await aFile(officer, office, { nationality: ['UA'] }, { ageGroup: 'adult' })
  const movement = await aJourney(officer, file, { ...route, fund, ...(type === 'movement' ? set : {}) })
  if (type === 'consent') {
    const [given] = await records(officer, file, 'consent')
    await accepted(officer, { type, ...file, record: given?.id ?? '', base: 1, set })
  }
  if (type === 'risk') await accepted(officer, { type, ...file, set })
  expect((await depart(file, movement)).codes).toEqual([code])
})

test('a child does not travel back to a family that may be involved', async () => {
  const file = await aChild()
  await accepted(officer, { type: 'family_assessment', ...file, set: { involvement: 'suspected' } })
  const movement = await aJourney(officer, file, { ...route, fund, unaccompanied: 'yes' })
  expect((await depart(file, movement)).codes).toContain('family_blocks')
})
