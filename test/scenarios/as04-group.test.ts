import { afterAll, beforeAll, expect, test } from 'vitest'
import { stubOf } from '#casework/incident/stubs.ts'
import type { Content } from '#dictionary/answer.ts'
import type { Figure } from '#figures/figure-shape.ts'
import { digestFacts, rebuildFacts } from '#register/facts.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { accepted, type Opened, records, staffAt, tell } from './money-house.ts'

/** AS04: a vessel with 33 men. Common facts once, a case and a consent for each, one declines, PER 33 and incident 1. */
let house: House
let manila: OfficeRow
let worker: Asker
let incident: string
const common: Content = {
  kind: 'vessel',
  on: '2026-02-10',
  country: 'ID',
  personsSeen: 33,
  referralSource: 'police',
  traffickingType: 'cross_border',
  exploitation: { forced_labour: 'yes' },
  sector: { fishing: 'yes' },
}
const men: Opened[] = []

beforeAll(async () => {
  house = await openHouse()
  const top = await house.office('HQ')
  manila = await house.office('MNL', top)
  worker = await staffAt(house, 'caseworker', manila)
  incident = await accepted(worker, { type: 'incident', office: manila.id, set: common })
  const view = await readIncident(worker)
  const changes = Array.from({ length: 33 }, () => {
    const [person, id] = [newId(), newId()]
    men.push({ office: manila.id, person, case: id })
    const stub = stubOf(view, { sex: 'male', nationality: 'KH', ageGroup: 'adult' }, '2026-02-11')
    const of = { office: manila.id, person, base: 0, madeAt: '2026-03-01T10:00:00Z', dictionary: 0 }
    return [
      { ...of, id: newId(), type: 'person', record: person, case: null, set: stub.person },
      { ...of, id: newId(), type: 'case', record: id, case: id, set: stub.case },
      { ...of, id: newId(), type: 'episode', record: newId(), case: id, set: stub.episode },
    ]
  }).flat()
  const reply = await worker.ask('POST', '/changes', { changes })
  const { results } = reply.json() as { results: { status: string }[] }
  expect(results.filter(({ status }) => status !== 'accepted')).toEqual([])
})
afterAll(() => house.close())

const readIncident = async (who: Asker) =>
  ((await who.ask('GET', '/lists/incident')).json().items as { record: { id: string; content: object } }[])
    .map(({ record }) => record as Parameters<typeof stubOf>[0])
    .find(({ id }) => id === incident) as Parameters<typeof stubOf>[0]
const casesOf = async (who: Asker) =>
  (await who.ask('GET', `/lists/case?at=${incident}&limit=200`)).json().items as {
    record: { id: string; version: number; content: { status?: string } }
  }[]
const count = async (indicator: string, by: string[] = []) =>
  (await worker.ask('POST', '/figures', { indicator, by, year: 2026 })).json() as Figure

test('AS04 common facts stand once and in the file of each of 33 men, whose consent is asked of nobody yet', async () => {
  expect(await casesOf(worker)).toHaveLength(33)
  for (const man of [men[0], men[32]] as Opened[]) {
    const [episode] = await records(worker, man, 'episode')
    expect(episode?.content).toEqual({
      exploitation: { forced_labour: 'yes' },
      sector: { fishing: 'yes' },
      countryOfExploitation: ['ID'],
      endedOn: '2026-02-10',
    })
    expect(await records(worker, man, 'consent')).toEqual([])
  }
})

test('AS04 each man has his own consent and status; one who declines leaves 32 as they were', async () => {
  const [first, ...others] = men as [Opened, ...Opened[]]
  for (const man of others)
    await accepted(worker, {
      type: 'consent',
      ...man,
      set: { purpose: 'service', decision: 'yes', givenOn: '2026-02-12' },
    })
  const before = new Map((await casesOf(worker)).map(({ record }) => [record.id, record]))
  await accepted(worker, {
    type: 'consent',
    ...first,
    set: { purpose: 'service', decision: 'no', givenOn: '2026-02-12' },
  })
  const declined = { type: 'case', ...first, record: first.case, base: 1, set: { assistanceDeclined: 'declined' } }
  await accepted(worker, declined)
  const after = await casesOf(worker)
  expect(after).toHaveLength(33)
  for (const { record } of after) {
    if (record.id === first.case) expect(record.content).toMatchObject({ assistanceDeclined: 'declined' })
    else expect(record).toEqual(before.get(record.id))
  }
  const shown = (await worker.ask('GET', `/incidents/${incident}`)).json() as {
    cases: { case: { id: string }; service: { state: string }; data: { state: string } }[]
  }
  const states = new Map(shown.cases.map(each => [each.case.id, [each.service.state, each.data.state]]))
  expect(states.get(first.case)).toEqual(['no', 'never_asked'])
  for (const man of others) expect(states.get(man.case)).toEqual(['yes', 'never_asked'])
  const decisions = await Promise.all(
    men.map(async man => (await records(worker, man, 'consent'))[0]?.content.decision),
  )
  expect(decisions).toEqual(['no', ...others.map(() => 'yes')])
})

test('AS04 figures say 33 persons and 1 incident, and a rebuild gives the same bytes', async () => {
  expect((await count('persons')).base.n).toBe(33)
  expect((await count('instances')).base.n).toBe(33)
  const incidents = await count('incidents', ['sex'])
  expect(incidents).toMatchObject({ unit: 'incident', base: { n: 1 }, rows: [{ key: 'male', n: 1, share: 100 }] })
  const other = await accepted(worker, { type: 'incident', office: manila.id, set: { kind: 'raid' } })
  expect((await count('incidents')).base.n).toBe(1)
  const moved = men[5] as Opened
  await accepted(worker, { type: 'case', ...moved, record: moved.case, base: 1, set: { incident: other } })
  expect((await count('incidents')).base.n).toBe(2)
  expect((await count('persons')).base.n).toBe(33)
  const digest = await digestFacts(house.register)
  await rebuildFacts(house.register)
  expect(await digestFacts(house.register)).toBe(digest)
})

test('AS04 a forged incident is refused: one that is not there, one of another mission, and a person in its place', async () => {
  const rome = await house.office('ROM', manila)
  const elsewhere = await staffAt(house, 'caseworker', rome)
  const man = men[7] as Opened
  const name = (id: string) => tell(worker, { type: 'case', ...man, record: man.case, base: 1, set: { incident: id } })
  expect((await name(newId())).codes).toEqual(['incident_unknown'])
  expect((await name(man.person)).codes).toEqual(['incident_unknown'])
  const beside = await house.office('BES')
  const foreign = await staffAt(house, 'caseworker', beside)
  const theirs = await accepted(foreign, { type: 'incident', office: beside.id, set: { kind: 'raid' } })
  expect((await name(theirs)).codes).toEqual(['incident_unknown'])
  expect(await casesOf(elsewhere)).toEqual([])
  expect((await tell(worker, { type: 'incident', office: manila.id, set: {} })).codes).toEqual([
    'incident_kind_missing',
  ])
})

test('AS04 an incident of another mission looks like none; a reader of codes sees the group without names', async () => {
  const foreign = await staffAt(house, 'caseworker', await house.office('FAR'))
  const [there, nowhere] = await Promise.all([incident, newId()].map(id => foreign.ask('GET', `/incidents/${id}`)))
  expect([there?.statusCode, there?.body]).toEqual([404, nowhere?.body])
  const officer = await staffAt(house, 'data_protection_officer', manila)
  const seen = (await officer.ask('GET', `/incidents/${incident}`)).json() as { cases: { name: string | null }[] }
  expect(new Set(seen.cases.map(({ name }) => name))).toEqual(new Set([null]))
})
