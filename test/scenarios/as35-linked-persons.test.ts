import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Figure } from '#figures/figure-shape.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { pushChanges } from '#register/push.ts'
import { inWork, systemActor } from '#register/work.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { accepted, staffAt } from './money-house.ts'

/**
 * AS35: Laos 195 and Thailand 164 all linked: nationality Laos is 359 instances and 195 persons; one link cut, 196. The
 * halving estimate would say 179.5, and says so only with its label.
 */
let house: House
let laos: OfficeRow
let thailand: OfficeRow
let focal: Asker
const links: string[] = []
const cases: { readonly person: string; readonly file: string }[] = []
const couples: (readonly [string, string])[] = []

beforeAll(async () => {
  house = await openHouse()
  const top = await house.office('HQ')
  laos = await house.office('LAO', top)
  thailand = await house.office('THA', top)
  focal = await staffAt(house, 'data_focal_point', top, 'all')
  const inLaos = await register(laos, 195)
  const inThailand = await register(thailand, 164)
  for (const [at, other] of inThailand.entries()) {
    const person = inLaos[at]
    if (person !== undefined) couples.push([person, other])
  }
  for (const [person, other] of couples)
    links.push(await accepted(focal, { type: 'link', office: laos.id, person, set: { other, verdict: 'same' } }))
}, 180_000)
afterAll(() => house.close())

async function register(office: OfficeRow, n: number): Promise<string[]> {
  const worker = await staffAt(house, 'caseworker', office)
  const persons = Array.from({ length: n }, () => newId())
  const changes = persons.flatMap(person => {
    const file = newId()
    cases.push({ person, file })
    const of = { office: office.id, person, base: 0, madeAt: '2026-03-01T10:00:00Z', dictionary: 0 }
    return [
      { ...of, id: newId(), type: 'person', record: person, case: null, set: { nationality: ['LA'] } },
      { ...of, id: newId(), type: 'case', record: file, case: file, set: { registeredOn: '2011-05' } },
    ]
  })
  for (let at = 0; at < changes.length; at += 100) {
    const reply = await worker.ask('POST', '/changes', { changes: changes.slice(at, at + 100) })
    const { results } = reply.json() as { results: { status: string }[] }
    expect(results.filter(({ status }) => status !== 'accepted')).toEqual([])
  }
  return persons
}

const ask = async (indicator: string): Promise<Figure> =>
  (await focal.ask('POST', '/figures', { indicator, year: 2011, where: { nationality: ['LA'] } })).json() as Figure

test('AS35 all linked: 359 instances, 195 persons, and no estimate where every record can be told apart', async () => {
  expect((await ask('instances')).base.n).toBe(359)
  const persons = await ask('persons')
  expect(persons.base.n).toBe(195)
  expect(JSON.stringify(persons)).not.toContain('179.5')
})

test('AS35 one link cut: 359 instances, 196 persons', async () => {
  const [record] = links
  const [couple] = couples
  await accepted(focal, {
    type: 'link',
    office: laos.id,
    person: couple?.[0] ?? null,
    record: record ?? '',
    base: 1,
    set: { verdict: 'not_same' },
  })
  expect((await ask('instances')).base.n).toBe(359)
  expect((await ask('persons')).base.n).toBe(196)
})

test('AS35 where links cannot be complete the estimate stands beside the persons, and only with its label', async () => {
  const shared = cases.at(-1)
  if (!shared) throw new Error('There are cases in Thailand.')
  // By which way a case came is for the machine to say.
  const set = { route: 'core_variables' }
  const of = { type: 'case', office: thailand.id, person: shared.person, case: shared.file, record: shared.file }
  const sent = { ...of, id: newId(), base: 1, set, madeAt: '2026-03-01T10:00:00Z', dictionary: 0 }
  const told = await inWork(house.register, systemActor, work => pushChanges(work, [sent]))
  expect(told).toMatchObject([{ status: 'accepted' }])
  const persons = await ask('persons')
  expect(persons.base.n).toBe(196)
  const { caveats, ...rest } = persons
  expect(caveats.find(({ code }) => code === 'estimate_half')?.text).toMatch(
    /^estimate: half of instances = 179\.5 persons \(of 359 instances\)/,
  )
  expect(JSON.stringify(rest)).not.toContain('179.5')
})
