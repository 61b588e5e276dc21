import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, staffAt, tell } from './money-house.ts'

/** Medicine of a house (issue 3, section 5): kept on the stay, on the board for those who give it out, told to nobody else. */
let house: House
let kyiv: OfficeRow
let worker: Asker
let keeper: Asker
let shelter = ''
let stay = ''
let file: Opened

interface Board {
  readonly stays: readonly { record: RecordView }[]
  readonly medicines: readonly { record: RecordView; name: string | null }[]
  readonly incidents: readonly { record: RecordView; name: string | null; on: string }[]
  readonly doses: readonly RecordView[]
}
const board = async (who: Asker) => (await who.ask('GET', `/shelters/${shelter}`)).json<Board>()
const here = (type: string, set: Content, more: object = {}) => ({ type, ...file, set, ...more })

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  worker = await staffAt(house, 'caseworker', kyiv)
  keeper = await staffAt(house, 'shelter_manager', kyiv)
  shelter = await accepted(keeper, { type: 'shelter', office: kyiv.id, set: { code: 'House 3', state: 'open' } })
  const bed = { shelter, label: 'Room 1', kind: 'single', beds: 1, state: 'in_use' }
  const place = await accepted(keeper, { type: 'place', office: kyiv.id, set: bed })
  file = await aFile(worker, kyiv.id, { givenNames: 'Olena', sex: 'female' })
  await accepted(worker, here('consent', { purpose: 'service', decision: 'yes', givenOn: '2026-02-10' }))
  stay = await accepted(worker, here('stay', { shelter, place, from: '2026-02-20', admissionConsent: 'yes' }))
})
afterAll(() => house.close())

const iron: Content = { name: 'Zqiron 80 mg', from: '2026-02-27', hours: ['0800', '2000'] }

test('medicine, doses and incidents stand on the board; what is old does not', async () => {
  const medicine = await accepted(keeper, here('medicine', { ...iron, stay }))
  for (const [day, hour, outcome] of [
    ['2026-02-27', '0800', 'given'],
    ['2026-03-01', '2000', 'refused'],
    ['2026-03-02', '0800', 'given'],
  ])
    await accepted(keeper, here('dose', { medicine, day: day ?? '', hour: hour ?? '', outcome: outcome ?? '' }))
  for (const [loggedOn, kind] of [
    ['2026-02-10', 'incident'],
    ['2026-03-01', 'incident'],
    ['2026-03-01', 'daily'],
  ])
    await accepted(
      keeper,
      here('stay_log', { stay, loggedOn: loggedOn ?? '', kind: kind ?? '', about: 'A car stood there.' }),
    )
  const seen = await board(keeper)
  expect(seen.medicines).toMatchObject([{ name: 'Olena', record: { id: medicine, content: iron } }])
  expect(seen.doses.map(({ content }) => [content.day, content.hour, content.outcome])).toEqual([
    ['2026-03-01', '2000', 'refused'],
    ['2026-03-02', '0800', 'given'],
  ])
  expect(seen.incidents.map(({ on, name }) => [on, name])).toEqual([['2026-03-01', 'Olena']])
})

test('a forged call meets the same refusals', async () => {
  const [medicine] = (await board(keeper)).medicines
  const dose = { medicine: medicine?.record.id ?? '', day: '2026-03-02', hour: '2000', outcome: 'given' }
  const said = async (type: string, set: Content) => (await tell(keeper, here(type, set))).codes
  expect(await said('medicine', { ...iron, stay: newId() })).toEqual(['medicine_incomplete'])
  expect(await said('medicine', { from: '2026-03-01', stay })).toEqual(['medicine_incomplete'])
  expect(await said('dose', { ...dose, outcome: null })).toEqual(['dose_incomplete'])
  expect(await said('dose', { ...dose, hour: '1200' })).toEqual(['dose_not_due'])
  expect(await said('dose', { ...dose, hour: '0800' })).toEqual(['dose_twice'])
  expect(await said('dose', { ...dose, day: '2026-03-09' })).toEqual(['date_in_future'])
})

test('what somebody takes is read by those who give it out, and by nobody else', async () => {
  for (const role of ['return_officer', 'data_focal_point', 'data_protection_officer'] as const) {
    const who = await staffAt(house, role, kyiv)
    const reply = await who.ask('GET', `/shelters/${shelter}`)
    expect([role, reply.statusCode, reply.body.includes('Zqiron')]).toEqual([role, 200, false])
    const opened = await who.ask('GET', `/cases/${file.case}`)
    expect([role, opened.body.includes('Zqiron')]).toEqual([role, false])
    const [own] = (await tell(who, here('medicine', { ...iron, stay }))).codes
    expect([role, own === undefined]).toEqual([role, false])
  }
  const elsewhere = await staffAt(house, 'shelter_manager', await house.office('LVI'))
  expect((await elsewhere.ask('GET', `/shelters/${shelter}`)).statusCode).toBe(404)
  expect(house.log.join('\n')).not.toContain('Zqiron')
})
