import { afterAll, beforeEach, expect, test } from 'vitest'
import type { OfficeRow } from '#register/office-directory.ts'
import { verifyChains } from '#register/verify.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, records, staffAt, tell } from './money-house.ts'
import { aFund, aJourney } from './return-house.ts'

/** AS28: a high risk on the way pauses the journey, whichever mission learns of it, and a signed-off measure frees it. */
let house: House
let rome: OfficeRow
let kyiv: OfficeRow
let escort: Asker
let officer: Asker
let boss: Asker
let there: Asker
let thereBoss: Asker
let file: Opened
let movement: string

beforeEach(async () => {
  await house?.close()
  house = await openHouse()
  const hq = await house.office('HQ')
  rome = await house.office('ROM', hq)
  kyiv = await house.office('KYV', hq)
  escort = await staffAt(house, 'return_officer', rome)
  officer = await staffAt(house, 'return_officer', rome)
  boss = await staffAt(house, 'supervisor', rome)
  there = await staffAt(house, 'return_officer', kyiv)
  thereBoss = await staffAt(house, 'supervisor', kyiv)
  const fund = await aFund(house, rome)
  file = await aFile(escort, rome.id, { nationality: ['UA'] }, { ageGroup: 'adult' })
  movement = await aJourney(escort, file, { from: 'IT', to: 'UA', fund, receivingOffice: kyiv.id })
  await accepted(escort, { type: 'movement', ...file, record: movement, base: 1, set: { stage: 'transit' } })
})
afterAll(() => house.close())

const high = { level: 'high', assessedOn: '2026-03-01' }
const stage = async () => (await records(boss, file, 'movement'))[0]?.content.stage
const toldOf = async (who: Asker) =>
  ((await who.ask('GET', '/notices')).json().items as { kind: string; case: string | null }[]).filter(
    ({ kind }) => kind === 'journey_paused',
  )
const resume = (base: number) =>
  tell(escort, { type: 'movement', ...file, record: movement, base, set: { stage: 'transit' } })
const measure = async (who: Asker, of: Opened, risk: string, boss: Asker) => {
  const planned = { type: 'mitigation', ...of, record: newId() }
  await accepted(who, { ...planned, set: { risk, state: 'done', residual: 'low' } })
  expect((await tell(who, { ...planned, base: 1, set: { state: 'signed_off' } })).codes).toEqual([
    'sign_off_by_oneself',
  ])
  await accepted(boss, { ...planned, base: 1, set: { state: 'signed_off' } })
}

test('AS28 the escort finds a high risk: paused, both missions told, resumed only after the sign-off', async () => {
  const risk = await accepted(escort, { type: 'risk', ...file, set: high })
  expect(await stage()).toBe('paused')
  for (const who of [officer, boss, there, thereBoss]) expect(await toldOf(who)).toHaveLength(1)
  const early = await resume(3)
  expect([early.status, early.codes]).toEqual(['refused', ['high_risk_blocks']])
  await measure(escort, file, risk, boss)
  expect((await resume(3)).status).toBe('accepted')
  expect(await stage()).toBe('transit')
})

test('AS28 a low risk pauses nothing', async () => {
  await accepted(escort, { type: 'risk', ...file, set: { ...high, level: 'medium' } })
  expect(await stage()).toBe('transit')
  expect(await toldOf(boss)).toEqual([])
})

/** The receiving mission opens a case of its own on the same person. */
async function aCaseThere(): Promise<Opened> {
  const at = { office: kyiv.id, person: newId(), case: newId() }
  const second = await staffAt(house, 'caseworker', kyiv)
  await accepted(second, { type: 'person', office: at.office, person: at.person, record: at.person, set: {} })
  await accepted(second, { type: 'case', ...at, record: at.case, set: { registeredOn: '2026-02-20' } })
  const region = await staffAt(
    house,
    'supervisor',
    house.register.offices().byId(rome.parent ?? '') as OfficeRow,
    'region',
  )
  const link = { other: at.person, verdict: 'same', reason: 'Same telephone and date of birth.' }
  await accepted(region, { type: 'link', office: rome.id, person: file.person, case: null, set: link })
  return at
}

test('AS28 the other mission learns of it in its own case: the register pauses the journey and tells both', async () => {
  const second = await aCaseThere()
  const risk = await accepted(there, { type: 'risk', ...second, set: high })
  expect(await stage()).toBe('paused')
  for (const who of [escort, officer, boss, thereBoss]) expect(await toldOf(who)).toHaveLength(1)
  // Each is pointed to the case of the own mission, and sees nothing of the other's.
  expect((await toldOf(boss))[0]?.case).toBe(file.case)
  expect((await toldOf(thereBoss))[0]?.case).toBe(second.case)
  expect((await there.ask('GET', `/cases/${file.case}`)).statusCode).toBe(404)
  expect((await escort.ask('GET', `/cases/${second.case}`)).statusCode).toBe(404)

  expect((await resume(3)).codes).toEqual(['high_risk_blocks'])
  await measure(there, second, risk, thereBoss)
  expect((await resume(3)).status).toBe('accepted')
})

test('AS28 the pause stands in the log as the register’s own act, and the log still verifies', async () => {
  const second = await aCaseThere()
  await accepted(there, { type: 'risk', ...second, set: high })
  const { rows } = await house.register.pool.query(
    'select origin, author from change where record = $1 order by version',
    [movement],
  )
  expect(rows.at(-1)).toEqual({ origin: 'rule', author: '00000000-0000-8000-8000-000000000000' })
  expect((await verifyChains(house.register)).broken).toBeNull()
  // The writer's own reach is back in force: what follows in the same push is judged as theirs.
  const told = await tell(there, { type: 'note', ...file, set: { text: 'x' } })
  expect(told.codes).toEqual(['not_found'])
})
