import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, staffAt, tell } from './money-house.ts'

/** Justice through the door: a calendar without names, refusals, deadlines that open their tasks. */
let house: House
let kyiv: OfficeRow
let worker: Asker
let file: Opened

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  worker = await staffAt(house, 'caseworker', kyiv)
  file = await aFile(worker, kyiv.id, { sex: 'female', givenNames: 'Halyna', familyNames: 'Testova' })
})
afterAll(() => house.close())

const step = (type: string, set: object) => tell(worker, { type, ...file, set: { ...set } })
const readings = async (): Promise<number> => {
  const { rows } = await house.register.pool.query<{ n: string }>('select count(*) as n from read_log')
  return Number(rows[0]?.n)
}

test('the calendar holds the number of the case and the kind of the step, no name, nothing sealed', async () => {
  const set = { on: '2026-04-01', at: '0930', purpose: 'main', state: 'planned', courtKind: 'labour', outcome: 'Told.' }
  const hearing = await accepted(worker, { type: 'hearing', ...file, set })
  const before = await readings()
  const reply = await worker.ask('GET', '/lists/hearing?open=yes&names=no')
  const { items } = reply.json() as {
    items: { record: { id: string; content: object }; case: { content: object }; name: unknown }[]
  }
  expect(items.map(({ record }) => record.id)).toEqual([hearing])
  expect(items[0]?.record.content).toEqual({ on: '2026-04-01', at: '0930', purpose: 'main', state: 'planned' })
  expect(items[0]?.case.content).toHaveProperty('number')
  expect(items[0]?.name).toBeNull()
  expect(reply.body).not.toMatch(/Halyna|Testova|Told/)
  expect(await readings()).toBe(before)
  // A list with names shows a person, and says so in the log.
  expect((await worker.ask('GET', '/lists/hearing?open=yes')).body).toContain('Testova')
  expect(await readings()).toBe(before + 1)
})

test.each([
  ['hearing', { on: '2026-04-01' }, ['hearing_incomplete']],
  ['hearing', { on: '2026-04-01', purpose: 'main', state: 'held' }, ['hearing_not_yet_held']],
  ['representation', { kind: 'power_of_attorney', givenOn: '2026-02-01' }, ['power_without_end']],
  ['paper_retrieval', { kind: 'passport', state: 'returned' }, ['paper_without_day']],
  ['stay_application', { kind: 'visa', state: 'granted' }, ['stay_without_day']],
])('a forged %s %j meets the refusal of the form', async (type, set, codes) => {
  const told = await step(type, set)
  expect([told.status, told.codes]).toEqual(['refused', codes])
})

test('the end of a power of attorney and of a permit is a task in time', async () => {
  await accepted(worker, { type: 'consent', ...file, set: { purpose: 'service', decision: 'yes' } })
  await step('representation', { kind: 'power_of_attorney', validUntil: '2026-12-31', state: 'in_force' })
  await step('stay_application', { kind: 'residence', state: 'granted', until: '2026-12-31' })
  const due = async (kind: string) =>
    (
      (await worker.ask('GET', `/lists/task?kind=${kind}&open=yes&names=no`)).json() as { items: { on: string }[] }
    ).items.map(({ on }) => on)
  expect([await due('power_ends'), await due('residence_ends')]).toEqual([['2026-12-01'], ['2026-11-01']])
})
