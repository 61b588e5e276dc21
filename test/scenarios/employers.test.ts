import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, aFile, staffAt, tell, usd } from './money-house.ts'

/** A57: from a training to work at an employer who is known. A95: persons reached against the number that was agreed. */
let house: House
let officer: Asker
let keeper: Asker
let worker: Asker
let mission = ''
let project = ''

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  const place = await house.office('DAC', hq)
  mission = place.id
  officer = await staffAt(house, 'reintegration_officer', place)
  keeper = await staffAt(house, 'fund_manager', hq, 'all')
  worker = await staffAt(house, 'caseworker', place)
  project = await accepted(keeper, {
    type: 'project',
    office: hq.id,
    set: { code: 'BD-1', state: 'active', budget: usd('50000'), ceilingInKind: usd('2200'), targetPersons: 40 },
  })
})
afterAll(() => house.close())

const employer = (set: object) => tell(officer, { type: 'employer', office: mission, set: set as never })
const named = async (set: object) => {
  const told = await employer(set)
  expect(told.codes).toEqual([])
  return told.record
}

test('A57 nobody begins at an employer with bad conditions, or at none of the register; an accepted one is kept', async () => {
  expect((await employer({ sector: 'agriculture' })).codes).toEqual(['employer_incomplete'])
  const good = await named({ name: 'Bakery', state: 'active', places: 2, visitedOn: '2026-02-01' })
  const bad = await named({ name: 'Farm', state: 'unsafe' })
  const gone = await named({ name: 'Mill', state: 'ended' })
  const file = await aFile(worker, mission, {})
  const placement = (workplace: string) => tell(officer, { type: 'placement', ...file, set: { workplace } })
  expect((await placement(bad)).codes).toEqual(['placement_employer_unsafe'])
  expect((await placement(gone)).codes).toEqual(['placement_employer_ended'])
  expect((await placement(project)).codes).toEqual(['placement_employer_unknown'])
  const began = await placement(good)
  expect(began.status).toBe('accepted')
  // Who worked there already does not lose the line when conditions turn out to be bad.
  await accepted(officer, { type: 'employer', office: mission, record: good, base: 1, set: { state: 'unsafe' } })
  const ended = { type: 'placement', ...file, record: began.record, base: 1, set: { endedOn: '2026-02-20' } }
  expect((await tell(officer, ended)).codes).toEqual([])
  expect((await placement(good)).codes).toEqual(['placement_employer_unsafe'])
})

test('A95 a person whom a project pays for twice is reached once; what it was to reach stands beside', async () => {
  const reached = async () => {
    const { items } = (await keeper.ask('GET', '/funds/balances')).json() as {
      items: { source: { id: string; content: object }; reached: object }[]
    }
    const one = items.find(({ source }) => source.id === project)
    return [one?.reached, one?.source.content]
  }
  expect(await reached()).toEqual([{ persons: 0, unknown: 0 }, expect.objectContaining({ targetPersons: 40 })])
  for (const times of [2, 1]) {
    const file = await aFile(worker, mission, {})
    const item = await accepted(officer, {
      type: 'package_item',
      ...file,
      set: { kind: 'in_kind', project, ceiling: usd('500'), agreed: usd('500') },
    })
    for (let time = 0; time < times; time++)
      await accepted(officer, {
        type: 'delivery',
        ...file,
        set: { item, deliveredOn: '2026-02-20', amount: usd('20') },
      })
  }
  expect((await reached())[0]).toEqual({ persons: 2, unknown: 0 })
})
