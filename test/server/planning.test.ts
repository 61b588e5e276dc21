import { afterAll, beforeAll, expect, test } from 'vitest'
import { accepted, aFile, records, staffAt, tell } from '../scenarios/money-house.ts'
import { type Asker, type House, openHouse } from './house.ts'

/** Plan, money and contacts through the door. */
let house: House
let worker: Asker
let office: string
beforeAll(async () => {
  house = await openHouse()
  const kyiv = await house.office('KYIV', await house.office('HQ'))
  office = kyiv.id
  worker = await staffAt(house, 'caseworker', kyiv)
})
afterAll(() => house.close())

const open = () => aFile(worker, office, { sex: 'female' })

test('a forged line on the plan of another case is refused', async () => {
  const [mine, other] = [await open(), await open()]
  const plan = await accepted(worker, { type: 'plan', ...other, set: { type: 'legal' } })
  const line = (set: object) => tell(worker, { type: 'plan_line', ...mine, set: { ...set } })
  expect((await line({ type: 'legal', plan })).codes).toEqual(['plan_line_other_case'])
  expect((await line({ plan })).codes).toEqual(['plan_line_type_missing'])
  expect((await line({ type: 'legal' })).codes).toEqual([])
})

test('a forged amount that does not follow from cost and rate is refused', async () => {
  const file = await open()
  const cost = { amount: '1000', currency: 'UAH' }
  const base = (amount: string) => ({ amount, currency: 'USD' })
  const service = (set: object) => tell(worker, { type: 'service', ...file, set: { type: 'legal', cost, ...set } })
  expect((await service({ base: base('25') })).codes).toEqual(['rate_missing'])
  expect((await service({ base: base('26'), rate: '0.025', rateOn: '2026-03-01' })).codes).toEqual([
    'service_base_differs',
  ])
  expect((await service({ base: base('25'), rate: '0.025' })).codes).toEqual(['service_rate_day'])
  expect((await service({ base: base('25'), rate: '0.025', rateOn: '2026-03-01' })).status).toBe('accepted')
})

test('somebody who was not reached is tried again: a task by itself, done by the next attempt', async () => {
  const file = await open()
  const contact = { outcome: 'not_reached', channel: 'text_message' }
  await accepted(worker, { type: 'contact', ...file, set: { on: '2026-02-20', nextOn: '2026-02-27', ...contact } })
  const tasks = async () =>
    (await records(worker, file, 'task'))
      .filter(({ content }) => content.kind === 'contact')
      .map(({ content }) => [content.dueOn, content.channel, content.doneOn ?? null])
  expect(await tasks()).toEqual([['2026-02-27', 'text_message', null]])
  await accepted(worker, { type: 'contact', ...file, set: { on: '2026-03-01', ...contact } })
  expect(await tasks()).toEqual([['2026-02-27', 'text_message', '2026-03-01']])
})

test('the next contact at an unsafe time is refused', async () => {
  const file = await open()
  await accepted(worker, {
    type: 'contact_rule',
    ...file,
    case: null,
    set: { channel: 'call', from: '1800', until: '2000' },
  })
  const set = { on: '2026-03-01', channel: 'call', nextOn: '2026-03-08', nextAt: '1900' }
  expect((await tell(worker, { type: 'contact', ...file, set })).codes).toEqual(['unsafe_time'])
})
