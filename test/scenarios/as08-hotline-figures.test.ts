import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Figure } from '#figures/figure-shape.ts'
import { hotlineLine } from '#figures/hotline-line.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { digestFacts, rebuildFacts } from '#register/facts.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { accepted, aFile, staffAt, tell } from './money-house.ts'

/** AS08: calls, consultations and persons are three counts, from the totals of a month to the sentence about it. */
let house: House
let kyiv: OfficeRow
let hq: OfficeRow
let analyst: Asker
let operator: Asker
let caseworker: Asker

beforeAll(async () => {
  house = await openHouse()
  hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  analyst = await staffAt(house, 'global_analyst', hq, 'all')
  operator = await staffAt(house, 'hotline_operator', kyiv)
  caseworker = await staffAt(house, 'caseworker', kyiv)
  const enter = (set: object) => accepted(operator, { type: 'call', office: kyiv.id, set: { ...set } })
  await enter({ receivedOn: '2022-05', channel: 'telephone', calls: 4_000, consultations: 15_000 })
  await enter({ receivedOn: '2022-05', channel: 'chat', calls: 444, consultations: 1_511, topics: ['legal'] })
  await enter({ receivedOn: '2022-06', calls: 10, consultations: 20, persons: 7 })
})
afterAll(() => house.close())

const ask = async (indicator: string, o: object = {}): Promise<Figure> => {
  const reply = await analyst.ask('POST', '/figures', { indicator, by: [], where: {}, ...o })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const sentence = async (o: object) =>
  hotlineLine({
    calls: await ask('calls', o),
    consultations: await ask('consultations', o),
    callers: await ask('callers', o),
  })
const may = { where: { month: ['2022-05'] } }

test('AS08 4,444 calls with 16,511 consultations: the sentence, the ratio, and no persons', async () => {
  expect(await sentence(may)).toEqual({
    code: 'hotline_both',
    text: '16,511 consultations in response to 4,444 calls',
    calls: 4444,
    consultations: 16_511,
    persons: null,
    ratio: '3.72',
  })
  const callers = await ask('callers', may)
  expect(callers.unit).toBe('person')
  expect(callers.base.n).toBeNull()
  expect(callers.not_available).toEqual([
    expect.objectContaining({ code: 'callers_not_known', n: 4444, values: { n: 4444 } }),
  ])
})

test('AS08 persons are counted where the mission counted them', async () => {
  expect(await sentence({ where: { month: ['2022-06'] } })).toMatchObject({ calls: 10, consultations: 20, persons: 7 })
})

test('nothing reported is not zero', async () => {
  expect(await sentence({ year: 2020 })).toMatchObject({
    code: 'hotline_none',
    calls: null,
    persons: null,
    ratio: null,
  })
})

test('each unit keeps to its own dimensions, and no sentence mixes what was counted apart', async () => {
  expect(await ask('consultations', { ...may, by: ['channel'] })).toMatchObject({
    unit: 'consultation',
    rows: [
      { key: 'telephone', n: 15_000 },
      { key: 'chat', n: 1511 },
    ],
  })
  const refused = await analyst.ask('POST', '/figures', { indicator: 'calls', by: ['nationality'], where: {} })
  expect([refused.statusCode, refused.json().problems]).toEqual([422, [{ code: 'dimension_not_for_indicator' }]])
  const sum = await analyst.ask('POST', '/figures', { indicator: 'calls+consultations', by: [], where: {} })
  expect([sum.statusCode, sum.json().problems]).toEqual([422, [{ code: 'unknown_indicator' }]])
  const month = await analyst.ask('POST', '/figures', { indicator: 'calls', by: [], where: { month: ['May'] } })
  expect([month.statusCode, month.json().problems]).toEqual([422, [{ code: 'unknown_value' }]])
  const [calls, consultations, callers] = [
    await ask('calls', may),
    await ask('consultations', may),
    await ask('callers'),
  ]
  expect(() => hotlineLine({ calls: consultations, consultations: calls, callers })).toThrow(/consultations stands/)
  expect(() => hotlineLine({ calls, consultations, callers })).toThrow(/same conditions/)
})

test('totals name one topic at most and nobody in particular', async () => {
  const told = await tell(operator, {
    type: 'call',
    office: kyiv.id,
    set: { receivedOn: '2022-07', calls: 5, topics: ['legal', 'health'], case: newId() },
  })
  expect([told.status, told.codes]).toEqual(['refused', ['totals_one_topic', 'totals_name_nobody']])
})

test('a caller who becomes a case is a person once, however often they call; two files that are one, once', async () => {
  const first = await aFile(caseworker, kyiv.id, { sex: 'female' })
  const second = await aFile(caseworker, kyiv.id, { sex: 'female' })
  const ring = (kase: string) =>
    accepted(operator, {
      type: 'call',
      office: kyiv.id,
      set: { receivedOn: '2026-02-11', channel: 'telephone', topics: ['legal', 'health'], case: kase },
    })
  await ring(first.case)
  await ring(first.case)
  await ring(second.case)
  const year = { year: 2026 }
  expect(await sentence(year)).toMatchObject({ calls: 3, consultations: 6, persons: 2, ratio: '2.00' })
  await accepted(caseworker, {
    type: 'link',
    office: kyiv.id,
    person: first.person,
    set: { other: second.person, verdict: 'same' },
  })
  expect(await sentence(year)).toMatchObject({ calls: 3, persons: 1 })
})

test('a case that begins after the call had named it makes the caller somebody', async () => {
  const [person, kase] = [newId(), newId()]
  await accepted(operator, {
    type: 'call',
    office: kyiv.id,
    set: { receivedOn: '2025-02-11', topics: ['legal'], case: kase },
  })
  expect((await ask('callers', { year: 2025 })).base.n).toBeNull()
  await accepted(caseworker, { type: 'person', office: kyiv.id, person, record: person, set: {} })
  await accepted(caseworker, {
    type: 'case', office: kyiv.id, person, record: kase, case: kase, set: { registeredOn: '2025-02-12' },
  }) // biome-ignore format: one line a group
  expect((await ask('callers', { year: 2025 })).base.n).toBe(1)
})

test('derived anew, the facts are the same to the byte', async () => {
  const before = await digestFacts(house.register)
  await rebuildFacts(house.register)
  expect(await digestFacts(house.register)).toBe(before)
  expect((await sentence(may)).text).toBe('16,511 consultations in response to 4,444 calls')
})
