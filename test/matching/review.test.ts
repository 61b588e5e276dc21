import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Content } from '#dictionary/answer.ts'
import type { Figure } from '#figures/figure-shape.ts'
import { linkRegister } from '#matching/link-register.ts'
import { destroyKeys } from '#register/erase.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import type * as contract from '#server/contract/review.ts'
import { accepted, staffAt } from '../scenarios/money-house.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { contentOf, invented, registered, sendAs } from './invented.ts'

type Queue = z.infer<typeof contract.ReviewQueue>
type Pair = z.infer<typeof contract.ReviewedPair>
type Evidence = z.infer<typeof contract.PairEvidence>
type Numbers = z.infer<typeof contract.ReviewNumbers>

/** Two missions whose registers hold some people twice; two reviewers at headquarters, one in a mission, and a caseworker. */
let house: House
let kyiv: OfficeRow
let [one, other, ofKyiv, worker]: Asker[] = []
let persons: string[] = []

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  const odesa = await house.office('ODS', hq)
  one = await staffAt(house, 'data_focal_point', hq, 'all')
  other = await staffAt(house, 'data_focal_point', hq, 'all')
  ofKyiv = await staffAt(house, 'data_focal_point', kyiv)
  worker = await staffAt(house, 'caseworker', kyiv)
  const people = invented(220, 5).map(({ registration }) => contentOf(registration))
  const half = Math.ceil(people.length / 2)
  const far = await staffAt(house, 'caseworker', odesa)
  persons = [
    ...(await registered(sendAs(worker), kyiv.id, people.slice(0, half))),
    ...(await registered(sendAs(far), odesa.id, people.slice(half))),
  ]
  await linkRegister(house.register, { train: false }, { step: () => undefined, warn: () => undefined })
}, 120_000)
afterAll(() => house.close())

const at = (who: Asker | undefined): Asker => {
  if (!who) throw new Error('nobody')
  return who
}
const get = async <T>(who: Asker | undefined, path: string): Promise<T> => {
  const reply = await at(who).ask('GET', path)
  expect(reply.statusCode, path).toBe(200)
  return reply.json() as T
}
const queue = (who: Asker | undefined, list = 'open') => get<Queue>(who, `/review/pairs?list=${list}`)
const say = (who: Asker | undefined, pair: string, verdict: string, o: object = {}) =>
  at(who).ask('POST', `/review/pairs/${pair}/verdict`, {
    id: newId(),
    record: newId(),
    verdict,
    firstLook: verdict,
    ...o,
  })
const counted = async () =>
  ((await at(one).ask('POST', '/figures', { indicator: 'persons', year: 2011 })).json() as Figure).base.n as number
const pick = async (sampled: boolean) => {
  const found = (await queue(one)).items.find(each => each.sampled === sampled)
  if (!found) throw new Error('no such pair waits')
  return found.id
}

test('pairs wait that move the count, the most telling first, none of them twice', async () => {
  const { items, sizes } = await queue(one)
  expect(items.length).toBeGreaterThan(10)
  expect(sizes.open).toBeGreaterThanOrEqual(items.length)
  const { rows } = await house.register.pool.query<{ id: string; effect: number }>(
    'select id, effect from linkage_pair order by effect desc, id',
  )
  expect(items.map(({ id }) => id)).toEqual(rows.slice(0, items.length).map(({ id }) => id))
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
})

test('a mission reviews what lies wholly in it; not found and not yours are one answer; others may not at all', async () => {
  const all = (await queue(one)).items
  const beyond = all.find(({ offices }) => offices.some(id => id !== kyiv.id))
  const mine = (await queue(ofKyiv)).items
  expect(mine.length).toBeGreaterThan(0)
  expect(mine.flatMap(({ offices }) => offices).filter(id => id !== kyiv.id)).toEqual([])
  for (const path of ['', '/evidence']) {
    const foreign = await at(ofKyiv).ask('GET', `/review/pairs/${beyond?.id}${path}`)
    const none = await at(ofKyiv).ask('GET', `/review/pairs/${newId()}${path}`)
    expect([foreign.statusCode, foreign.body]).toEqual([404, none.body])
  }
  expect((await say(ofKyiv, beyond?.id ?? '', 'same')).statusCode).toBe(404)
  for (const path of ['?list=open', `/${beyond?.id}`, `/${beyond?.id}/evidence`])
    expect((await at(worker).ask('GET', `/review/pairs${path}`)).statusCode).toBe(403)
  // How large the whole register is, is not for a mission.
  expect((await get<Numbers>(ofKyiv, '/review/numbers')).run).toMatchObject({ records: null, card: { curve: [] } })
})

test('the first look shows both records and nothing of the model; opening is in the read log of both persons', async () => {
  const id = await pick(false)
  const pair = await get<Pair>(one, `/review/pairs/${id}`)
  expect(Object.keys(pair).sort()).toEqual(['decided', 'id', 'mine', 'said', 'sampled', 'sides'])
  for (const { person, cases } of pair.sides) {
    expect(person.content.givenNames).toBeTypeOf('string')
    expect(cases).toHaveLength(1)
  }
  const { rows } = await house.register.pool.query<{ person: string; purpose: string }>(
    "select person, purpose from read_log where action = 'open_person' and purpose = 'same_person'",
  )
  expect(rows.map(({ person }) => person)).toEqual(expect.arrayContaining(pair.sides.map(({ person }) => person.id)))
})

test('the weights add up to the chance, whatever the pair', async () => {
  for (const { id } of (await queue(one)).items.slice(0, 20)) {
    const found = await get<Evidence>(one, `/review/pairs/${id}/evidence`)
    const sum = found.prior + found.frequency + found.parts.reduce((total, { bits }) => total + bits, 0)
    expect(sum).toBeCloseTo(found.weight, 3)
    expect(found.probability).toBeCloseTo(1 / (1 + 2 ** -found.weight), 6)
    for (const { seen, bits } of found.parts) if (seen === 'unknown') expect(bits).toBe(0)
    expect(found.group.persons.length).toBeGreaterThanOrEqual(2)
    expect(found.namesakes.every(n => n >= 1)).toBe(true)
  }
})

test('a decision joins exactly two, sending it again is harmless, and taken back all is as before', async () => {
  const id = await pick(false)
  const before = await counted()
  const said = { id: newId(), record: newId(), reason: 'Both know the same aunt.' }
  expect((await say(one, id, 'same', said)).json()).toEqual({ state: 'decided' })
  expect((await say(one, id, 'same', said)).json()).toEqual({ state: 'decided' })
  expect((await say(other, id, 'not_same')).statusCode).toBe(409)
  expect(await counted()).toBe(before - 1)
  expect((await queue(one)).items.map(each => each.id)).not.toContain(id)
  expect((await queue(one, 'decided')).items.map(each => each.id)).toEqual([id])
  expect((await get<Pair>(other, `/review/pairs/${id}`)).said).toMatchObject([{ verdict: 'same', firstLook: 'same' }])
  expect((await at(other).ask('POST', `/review/pairs/${id}/take-back`, { id: newId() })).json()).toEqual({
    state: 'open',
  })
  expect(await counted()).toBe(before)
  expect((await queue(one)).items.map(each => each.id)).toContain(id)
})

test('a link that somebody writes elsewhere takes the pair out of the queue', async () => {
  const id = await pick(false)
  const [a, b] = (await get<Pair>(one, `/review/pairs/${id}`)).sides
  const link: Content = { other: a.person.id, verdict: 'not_same' }
  const place = { type: 'link', office: b.person.office, person: b.person.id }
  const record = await accepted(at(one), { ...place, set: link })
  expect((await queue(one)).items.map(each => each.id)).not.toContain(id)
  await accepted(at(one), { ...place, record, base: 1, set: { verdict: 'undecided' } })
  expect((await queue(one)).items.map(each => each.id)).toContain(id)
})

test('whoever cannot decide sets it aside, and a colleague is still asked', async () => {
  const id = await pick(false)
  expect((await say(one, id, 'cannot_decide')).json()).toEqual({ state: 'aside' })
  expect((await queue(one)).items.map(each => each.id)).not.toContain(id)
  expect((await queue(one, 'aside')).items.map(each => each.id)).toEqual([id])
  expect((await queue(other)).items.map(each => each.id)).toContain(id)
  expect((await say(other, id, 'not_same')).json()).toEqual({ state: 'decided' })
  expect((await queue(one, 'aside')).items).toEqual([])
})

test('of a sample two are asked, blind to each other; agreement is told, and the third word settles a difference', async () => {
  const before = await counted()
  const id = await pick(true)
  expect((await say(one, id, 'same')).json()).toEqual({ state: 'waits' })
  expect((await get<Pair>(other, `/review/pairs/${id}`)).said).toEqual([])
  expect((await say(other, id, 'same')).json()).toEqual({ state: 'decided' })
  expect(await counted()).toBe(before - 1)
  const next = await pick(true)
  expect((await say(one, next, 'same')).json()).toEqual({ state: 'waits' })
  expect((await say(other, next, 'not_same')).json()).toEqual({ state: 'disagreed' })
  expect((await queue(one, 'disagreed')).items.map(each => each.id)).toEqual([next])
  expect((await get<Numbers>(one, '/review/numbers')).agreement).toEqual({ pairs: 2, agreed: 1, kappa: 0 })
  expect((await say(one, next, 'not_same')).json()).toEqual({ state: 'decided' })
  expect(await counted()).toBe(before - 1)
  expect((await queue(one, 'disagreed')).items).toEqual([])
})

test('who is erased is in no pair and in no verdict', async () => {
  const [person] = (await get<Pair>(one, `/review/pairs/${await pick(false)}`)).sides.map(side => side.person.id)
  const client = await house.register.pool.connect()
  await destroyKeys(client, [person ?? ''], house.register.now())
  client.release()
  for (const table of ['linkage_pair', 'linkage_verdict'])
    expect(
      (await house.register.pool.query(`select 1 from ${table} where a = $1 or b = $1`, [person])).rowCount,
      table,
    ).toBe(0)
  expect(persons).toContain(person)
})

test('whoever reviews all starts a linkage here, sees how far it is, and stops it; a mission may only look', async () => {
  expect((await at(ofKyiv).ask('POST', '/review/run')).json()).toMatchObject({ problems: [{ code: 'linkage_all' }] })
  expect(await get(ofKyiv, '/review/run')).toMatchObject({ state: 'idle' })
  const stopped = await at(one).ask('POST', '/review/run')
  expect(stopped.json()).toMatchObject({ state: 'running' })
  await at(one).ask('DELETE', '/review/run')
  const ended = async (state: string) => {
    for (let times = 0; times < 300; times++) {
      const job = await get<{ state: string }>(one, '/review/run')
      if (job.state !== 'running') return expect(job.state).toBe(state)
      await new Promise(done => setTimeout(done, 100))
    }
    throw new Error('it never ended')
  }
  const made = async () => (await house.register.pool.query('select id from linkage_run')).rowCount
  const before = await made()
  await ended('idle')
  expect(await made()).toBe(before)
  await at(one).ask('POST', '/review/run')
  await ended('done')
  expect(await made()).toBe((before ?? 0) + 1)
}, 60_000)

test('whoever is not for everybody is compared, and shown to no reviewer', async () => {
  const [first] = (await queue(ofKyiv)).items
  const [side] = (await get<Pair>(ofKyiv, `/review/pairs/${first?.id}`)).sides
  const file = side.cases[0]
  await accepted(await staffAt(house, 'supervisor', kyiv), {
    type: 'confidentiality',
    office: file?.office ?? '',
    person: side.person.id,
    case: file?.id ?? '',
    set: { level: 'restricted', setOn: '2026-01-06', reason: 'Threats.' },
  })
  // A pair that was found before is not opened any more, as if it were none.
  expect((await at(ofKyiv).ask('GET', `/review/pairs/${first?.id}`)).statusCode).toBe(404)
  await linkRegister(house.register, { train: false }, { step: () => undefined, warn: () => undefined })
  const { rowCount } = await house.register.pool.query('select 1 from linkage_pair where $1 in (a, b)', [
    side.person.id,
  ])
  expect(rowCount).toBe(0)
})
