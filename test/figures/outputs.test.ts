import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Content } from '#dictionary/answer.ts'
import type { Figure } from '#figures/figure-shape.ts'
import { digestFacts, rebuildFacts } from '#register/facts.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { accepted, staffAt } from '../scenarios/money-house.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'

/** Numbers of activities as figures: by unit, by way of counting over time, and who stated what of a year. */
let house: House
let hq: OfficeRow
let berlin: OfficeRow
let kyiv: OfficeRow
let analyst: Asker
const writers = new Map<string, Asker>()
let campaign = ''

beforeAll(async () => {
  house = await openHouse()
  hq = await house.office('HQ')
  berlin = await house.office('BER', hq)
  kyiv = await house.office('KYV', hq)
  analyst = await staffAt(house, 'global_analyst', hq, 'all')
  for (const office of [berlin, kyiv]) writers.set(office.id, await staffAt(house, 'data_focal_point', office))
  campaign = await anActivity(berlin, { pillar: 'advocacy', kind: 'materials', title: 'Flyer', countries: ['DE'] })
  await aNumber(berlin, campaign, { measure: 'printed', number: 12_000, accumulation: 'to_date', to: '2022-06-08' })
  for (const [to, number] of [['2022-05-08', 7_000], ['2022-06-08', 9_500]] as const)
    await aNumber(berlin, campaign, { measure: 'distributed', number, accumulation: 'to_date', to })
  const border = await anActivity(kyiv, { pillar: 'training', kind: 'training', title: 'Training', countries: ['UA', 'PL'] })
  for (const [sex, number] of [['male', 30], ['female', 7]] as const)
    await aNumber(kyiv, border, { measure: 'participants', number, sex, participants: 'border_guard', accumulation: 'in_period', to: '2022-05-23' })
  await aNumber(kyiv, border, { measure: 'participants', number: 68, accumulation: 'in_period', from: '2022-06-06', to: '2022-06-08' })
  await aNumber(kyiv, border, { measure: 'participants', number: 200, accumulation: 'since', from: '2022-03', to: '2022-06-08' })
}) // biome-ignore format: one line a number
afterAll(() => house.close())

const anActivity = (office: OfficeRow, set: Content) =>
  accepted(writerAt(office), { type: 'activity', office: office.id, set: { from: '2022-05-10', ...set } })
const aNumber = (office: OfficeRow, activity: string, set: Content) =>
  accepted(writerAt(office), { type: 'activity_number', office: office.id, set: { activity, ...set } })
function writerAt(office: OfficeRow): Asker {
  const writer = writers.get(office.id)
  if (!writer) throw new Error('Nobody writes there.')
  return writer
}
const ask = async (indicator: string, o: object = {}): Promise<Figure> => {
  const reply = await analyst.ask('POST', '/figures', { indicator, by: [], where: {}, ...o })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const soFar = { where: { accumulation: ['to_date'] } }
const cells = (figure: Figure) => figure.rows.map(({ key, n }) => [key, n])

test('“so far” of May and “so far” of June are never added: the latest is in force, and May still says May', async () => {
  expect((await ask('materials_distributed', soFar)).base.n).toBe(9_500)
  expect(cells(await ask('materials_distributed', { ...soFar, by: ['month'] }))).toEqual([
    ['2022-06', 9_500],
    ['2022-05', 7_000],
  ])
  expect((await ask('materials_printed', soFar)).base.n).toBe(12_000)
})

test('numbers of periods add up, by sex, country and month; the others are told beside them', async () => {
  const participants = await ask('participants', { year: 2022, by: ['sex'] })
  expect(participants.unit).toBe('participant')
  expect(participants.base.n).toBe(105)
  expect(cells(participants)).toEqual([
    ['male', 30],
    ['female', 7],
    ['unknown', 68],
  ])
  expect(participants.where).toEqual({ accumulation: ['in_period'], year: ['2022'] })
  expect(participants.not_available).toEqual([
    expect.objectContaining({ code: 'counted_otherwise', n: 200, values: { way: 'since a day', n: 200 } }),
  ])
  expect(cells(await ask('participants', { by: ['activity_country'] }))).toEqual([
    ['PL', 105],
    ['UA', 105],
  ])
  expect(cells(await ask('participants', { by: ['participant_type'] }))).toEqual([
    ['border_guard', 37],
    ['unknown', 68],
  ])
})

test('ways of counting stand beside each other without a sum, and a sum of them is refused', async () => {
  const ways = await ask('participants', { by: ['accumulation'] })
  expect(ways.base.n).toBeNull()
  expect(ways.rows.map(({ key, n, share }) => [key, n, share])).toEqual([
    ['since', 200, null],
    ['in_period', 105, null],
  ])
  expect(ways.not_available).toEqual([expect.objectContaining({ code: 'ways_not_added' })])
  const sum = await analyst.ask('POST', '/figures', {
    indicator: 'participants', by: [], where: { accumulation: ['since', 'in_period'] },
  }) // biome-ignore format: one line a question
  expect([sum.statusCode, sum.json().problems]).toEqual([422, [{ code: 'unlike_accumulation' }]])
})

test('who told nothing is not a zero', async () => {
  expect((await ask('reach', { year: 2021 })).base.n).toBeNull()
  expect((await ask('reach', { year: 2022 })).base.n).toBe(0)
})

test('an activity that moves takes its numbers along; a cancelled one takes them away', async () => {
  const visit = await anActivity(berlin, { pillar: 'training', kind: 'event', title: 'Visit', countries: ['AT'] })
  await aNumber(berlin, visit, { measure: 'organisations', number: 18, accumulation: 'in_period', to: '2022-05-12' })
  const change = (base: number, set: Content) =>
    accepted(writerAt(berlin), { type: 'activity', office: berlin.id, record: visit, base, set })
  await change(1, { countries: ['CH'], pillar: 'convening' })
  expect(cells(await ask('organisations', { by: ['activity_country'] }))).toEqual([['CH', 18]])
  expect(cells(await ask('organisations', { by: ['pillar'] }))).toEqual([['convening', 18]])
  await change(2, { state: 'cancelled' })
  expect((await ask('organisations')).base.n).toBe(0)
})

test('what a mission states of a year stands before what its records show; the latest statement counts', async () => {
  const state = (office: OfficeRow, set: Content) =>
    accepted(writerAt(office), { type: 'coverage_statement', office: office.id, set })
  const before = await ask('instances', { year: 2021 })
  expect(before.base.n).toBeNull()
  await state(kyiv, { year: 2021, coverage: 'full', statedOn: '2022-01-10' })
  const stated = await ask('instances', { year: 2021 })
  expect(stated.base.n).toBe(0)
  expect(stated.coverage.offices).toMatchObject({ case_files: 1, none: 1 })
  expect(stated.caveats).toContainEqual(expect.objectContaining({ code: 'coverage_stated', values: { n: 1 } }))
  await state(kyiv, { year: 2021, coverage: 'core_variables', statedOn: '2022-02-10' })
  expect((await ask('instances', { year: 2021 })).coverage.offices).toMatchObject({ case_files: 0, core_variables: 1 })
  await state(berlin, { year: 2021, coverage: 'none', statedOn: '2022-02-10' })
  expect((await ask('instances', { year: 2021 })).coverage.offices).toMatchObject({ core_variables: 1, none: 1 })
  expect((await ask('instances', { year: 2020 })).base.n).toBeNull()
})

test('derived anew, the facts are the same to the byte', async () => {
  const before = await digestFacts(house.register)
  await rebuildFacts(house.register)
  expect(await digestFacts(house.register)).toBe(before)
  expect((await ask('materials_distributed', soFar)).base.n).toBe(9_500)
})
