import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Figure } from '#figures/figure-shape.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, aFile, records, staffAt } from './money-house.ts'

/** AS16: an age that was wrong is corrected; the old one stays readable, a child is a child from now on, figures as now follow. */
let house: House
let worker: Asker
let officer: Asker
let officerId: string
let office: string

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  const kyiv = await house.office('KYV', hq)
  office = kyiv.id
  worker = await staffAt(house, 'caseworker', kyiv)
  officerId = await house.account('dpo', [{ role: 'data_protection_officer', office: hq.id, scope: 'all' }])
  officer = await house.as(officerId)
})
afterAll(() => house.close())

const byAge = async (): Promise<Record<string, number>> => {
  const figure = (
    await worker.ask('POST', '/figures', { indicator: 'persons', by: ['age_group'], year: 2026 })
  ).json() as Figure
  return Object.fromEntries(figure.rows.flatMap(({ key, n }) => (n === null ? [] : [[key, n]])))
}

test('AS16 nineteen corrected to seventeen: history keeps 19, a guardian is asked for, one adult becomes one child', async () => {
  for (let i = 0; i < 30; i++) await aFile(worker, office, { sex: 'female' }, { ageAtAssistance: i < 15 ? 16 : 30 })
  const file = await aFile(worker, office, { sex: 'female' }, { ageAtAssistance: 19, category: 'trafficked' })
  const before = await byAge()
  const tasks = async () => (await records(worker, file, 'task')).map(({ content }) => content.kind)
  expect(await tasks()).not.toContain('guardian')

  const request = await accepted(worker, {
    type: 'rights_request',
    office,
    person: file.person,
    set: { kind: 'rectification', receivedOn: '2026-03-01' },
  })
  const granted = { state: 'decided', decision: 'granted', decidedBy: officerId, decidedOn: '2026-03-02' }
  const of = { type: 'rights_request', office, person: file.person, record: request }
  await accepted(officer, { ...of, base: 1, set: granted })
  await accepted(worker, { type: 'case', ...file, record: file.case, base: 1, set: { ageAtAssistance: 17 } })
  await accepted(officer, { ...of, base: 2, set: { state: 'done', answeredOn: '2026-03-02' } })

  expect(await tasks()).toContain('guardian')
  const history = (await worker.ask('GET', `/cases/${file.case}/history?limit=50`)).json().items
  const ages = (history as { set: Record<string, unknown> | null }[]).flatMap(
    ({ set }) => set?.['ageAtAssistance'] ?? [],
  )
  expect(ages).toEqual([17, 19])
  const after = await byAge()
  expect(before).toMatchObject({ adult: 16, child: 15 })
  expect(after).toMatchObject({ adult: 15, child: 16 })
})
