import { afterAll, beforeAll, expect, test } from 'vitest'
import { fits } from '#casework/shelter/fits.ts'
import { partyOf } from '#casework/shelter/stays.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, records, staffAt, tell } from './money-house.ts'

/** AS26: twelve places, eleven occupied, one family room of three; and every refusal meets a forged call too. */
let house: House
let mission: OfficeRow
let worker: Asker
let keeper: Asker
let shelter = ''
const places: string[] = []
let family: Opened

const consent = { purpose: 'service', decision: 'yes', givenOn: '2026-02-10' }
const into = (place: string, more: Content = {}): Content => ({
  shelter,
  place,
  from: '2026-03-01',
  admissionConsent: 'yes',
  ...more,
})
const aWoman = async (): Promise<Opened> => {
  const file = await aFile(worker, mission.id, { sex: 'female' })
  await accepted(worker, { type: 'consent', ...file, set: consent })
  return file
}
const lists = async (type: string, query = ''): Promise<RecordView[]> => {
  const reply = await worker.ask('GET', `/lists/${type}?limit=200${query}`)
  return (reply.json().items as { record: RecordView }[]).map(({ record }) => record)
}

beforeAll(async () => {
  house = await openHouse()
  mission = await house.office('KYV', await house.office('HQ'))
  worker = await staffAt(house, 'caseworker', mission)
  keeper = await staffAt(house, 'shelter_manager', mission)
  shelter = await accepted(keeper, { type: 'shelter', office: mission.id, set: { code: 'House 3', state: 'open' } })
  for (let i = 0; i < 12; i++) {
    const set = i === 11 ? { kind: 'family', beds: 3 } : { kind: 'single', beds: 1, sexes: ['female'] }
    places.push(
      await accepted(keeper, {
        type: 'place',
        office: mission.id,
        set: { shelter, label: `Room ${i + 1}`, state: 'in_use', ...set },
      }),
    )
  }
  for (const place of places.slice(0, 11))
    await accepted(worker, { type: 'stay', ...(await aWoman()), set: into(place) })
  family = await aFile(worker, mission.id, { sex: 'female' })
}, 60_000)
afterAll(() => house.close())

test('AS26 one possible fit; admission needs her consent; exit at will records “left, own choice”', async () => {
  const file: CaseFile = (await worker.ask('GET', `/cases/${family.case}`)).json()
  const [rooms, stays] = [await lists('place', `&at=${shelter}`), await lists('stay', '&open=yes')]
  expect([rooms.length, stays.length]).toEqual([12, 11])
  const party = partyOf(file, { partySize: 3, partyChildren: 2 })
  const possible = fits(
    rooms,
    stays.map(({ content }) => content),
    party,
  )
  expect(possible.map(({ id }) => id)).toEqual([places[11]])

  const asked = into(places[11] ?? '', { partySize: 3, partyChildren: 2 })
  const move = { type: 'stay', ...family, set: asked }
  expect((await tell(worker, move)).codes).toEqual(['stay_consent_missing'])
  await accepted(worker, { type: 'consent', ...family, set: consent })
  const unasked = await tell(worker, { ...move, set: { ...asked, admissionConsent: 'unknown' } })
  expect(unasked.codes).toEqual(['stay_own_yes'])
  const full = await tell(worker, { ...move, set: { ...asked, place: places[0] ?? '' } })
  expect(full.codes).toEqual(['place_for_one'])
  const stay = await accepted(worker, move)

  // She takes her consent back: the door stays open in this direction, and nobody asks why.
  const [given] = await records(worker, family, 'consent')
  const withdrawn = { type: 'consent', ...family, record: given?.id ?? '', base: given?.version ?? 0 }
  await accepted(worker, { ...withdrawn, set: { withdrawnOn: '2026-03-01' } })
  await accepted(keeper, {
    type: 'stay',
    ...family,
    record: stay,
    base: 1,
    set: { until: '2026-03-01', exitReason: 'own_choice' },
  })
  const [left] = await records(worker, family, 'stay')
  expect(left?.content).toMatchObject({ until: '2026-03-01', exitReason: 'own_choice' })
  expect(await lists('stay', `&open=yes&at=${places[11]}`)).toEqual([])
  const again = await tell(worker, move)
  expect(again.codes).toEqual(['stay_consent_refused'])
})

test('AS26 two who ask for the last bed at the same moment: one gets it', async () => {
  const files = [await aWoman(), await aWoman(), await aWoman()]
  const place = places[11] ?? ''
  const told = await Promise.all(files.map(file => tell(worker, { type: 'stay', ...file, set: into(place) })))
  expect(told.map(({ status }) => status).toSorted()).toEqual(['accepted', 'refused', 'refused'])
  expect(told.flatMap(({ codes }) => codes)).toEqual(['place_full', 'place_full'])
})

test('a bed is taken whoever lies in it, also somebody of another office whom the writer may not see', async () => {
  const far = await house.office('LVV', await house.office('RO'))
  const stranger = await staffAt(house, 'supervisor', far)
  const both = await house.as(
    await house.account('both', [
      { role: 'caseworker', office: far.id, scope: 'office' },
      { role: 'shelter_manager', office: mission.id, scope: 'office' },
    ]),
  )
  const own = await accepted(keeper, {
    type: 'place',
    office: mission.id,
    set: { shelter, label: 'Room 13', kind: 'single', beds: 1, state: 'in_use' },
  })
  const guest = await aFile(stranger, far.id, { sex: 'female' })
  await accepted(stranger, { type: 'consent', ...guest, set: consent })
  await accepted(both, { type: 'stay', ...guest, set: into(own) })
  expect(await lists('stay', `&at=${own}`)).toEqual([])
  const reply = await worker.ask('GET', `/shelters/${shelter}`)
  const board = reply.json() as { taken: { place: string; partySize: number }[]; stays: { record: RecordView }[] }
  expect(board.taken.filter(({ place }) => place === own)).toEqual([{ place: own, partySize: 1 }])
  expect(board.stays.filter(({ record }) => record.content['place'] === own)).toEqual([])
  expect(reply.body).not.toContain(guest.person)
  expect(reply.body).not.toContain(guest.case)
  expect((await tell(worker, { type: 'stay', ...(await aWoman()), set: into(own) })).codes).toEqual(['place_full'])
  const shrunk = { type: 'place', office: mission.id, record: own, base: 1, set: { state: 'closed' } }
  expect((await tell(keeper, shrunk)).codes).toEqual(['place_occupied'])
})

test('who may: a caseworker reads houses and places and writes stays; a stranger’s house cannot be named', async () => {
  const other = await house.office('ODS', await house.office('RO2'))
  const elsewhere = await staffAt(house, 'shelter_manager', other)
  expect((await tell(worker, { type: 'shelter', office: mission.id, set: { code: 'X' } })).codes).toEqual([
    'not_allowed',
  ])
  expect((await tell(worker, { type: 'place', office: mission.id, set: { shelter } })).codes).toEqual(['not_allowed'])
  const foreign = await accepted(elsewhere, { type: 'shelter', office: other.id, set: { code: 'Far', state: 'open' } })
  const room = await accepted(elsewhere, {
    type: 'place',
    office: other.id,
    set: { shelter: foreign, kind: 'single', beds: 1, state: 'in_use' },
  })
  const set = { ...into(room), shelter: foreign }
  expect((await tell(worker, { type: 'stay', ...(await aWoman()), set })).codes).toEqual(['stay_place_elsewhere'])
})
