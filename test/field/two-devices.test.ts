// Two people carry the same case on devices that drop, repeat and delay what they send, with clocks that are wrong. When the
// line is fine again, both devices and the server are equal, and every edit is in force, in the history, or in a conflict.

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import type { Content } from '#dictionary/answer.ts'
import type { ChangeResult } from '#changes/change.ts'
import { asOwner } from '#register/work.ts'
import { verifyChains } from '#register/verify.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { type Device, device, type Weather } from './device.ts'

let house: House
let office: string
let staff: readonly { readonly id: string; readonly asker: Asker }[]

beforeAll(async () => {
  house = await openHouse()
  const top = await house.office('HQ')
  const kyiv = await house.office('KYV', top)
  office = kyiv.id
  const logins = ['anna', 'boris']
  staff = await Promise.all(
    logins.map(async login => {
      const id = await house.account(login, [{ role: 'caseworker', office, scope: 'office' }])
      return { id, asker: await house.as(id) }
    }),
  )
})
afterAll(() => house.close())

const step = fc.oneof(
  fc.record({
    do: fc.constant('edit' as const),
    who: fc.integer({ min: 0, max: 1 }),
    field: fc.constantFrom('sex', 'maritalStatus', 'education'),
    value: fc.constantFrom('unknown', 'did_not_say', 'not_asked'),
    days: fc.integer({ min: -365, max: 365 }),
  }),
  fc.record({ do: fc.constant('task' as const), who: fc.integer({ min: 0, max: 1 }), days: fc.constant(0) }),
  fc.record({
    do: fc.constant('sync' as const),
    who: fc.integer({ min: 0, max: 1 }),
    weather: fc.array(fc.constantFrom<Weather>('fine', 'lost', 'unheard', 'twice', 'late'), { maxLength: 3 }),
  }),
)

test('both devices and the server end equal, and no edit is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async steps => {
      const { person, file } = await registered()
      const devices = await Promise.all(staff.map(({ id, asker }) => device(asker, id, [file])))
      for (const each of devices) expect(await each.sync()).toBe(true)
      const written: string[] = []
      for (const each of steps) {
        const own = devices[each.who] as Device
        if (each.do === 'sync') {
          own.weather.push(...each.weather)
          await own.sync()
          own.weather.length = 0
          continue
        }
        const seen = await own.file(file)
        const common = { office, person, dictionary: 0 }
        const change =
          each.do === 'task'
            ? { type: 'task', record: uuidv7(), case: file, base: 0, set: { kind: 'follow_up' }, ...common }
            : {
                type: 'person',
                record: person,
                case: null,
                base: seen?.person?.version ?? 0,
                set: { [each.field]: each.value },
                ...common,
              }
        written.push(await own.write(change, each.days))
      }
      for (const each of [...devices, ...devices]) expect(await each.sync()).toBe(true)
      const [first, second] = await Promise.all(devices.map(each => each.file(file)))
      const server = await (staff[0] as (typeof staff)[number]).asker.ask('GET', `/cases/${file}`)
      expect(first).toEqual(server.json())
      expect(second).toEqual(first)
      for (const each of devices) expect(await each.shelf.waiting()).toEqual([])
      expect(await received(written)).toEqual(written.toSorted())
    }),
    { numRuns: 25 },
  )
  const verdict = await verifyChains(house.register)
  expect(verdict.broken).toBeNull()
}, 60_000)

async function registered(): Promise<{ person: string; file: string }> {
  const [person, file] = [uuidv7(), uuidv7()]
  const common = { office, person, base: 0, dictionary: 0, madeAt: '2026-03-01T09:00:00Z' }
  const changes = [
    {
      id: uuidv7(),
      type: 'person',
      record: person,
      case: null,
      set: { givenNames: 'Olena', sex: 'female' },
      ...common,
    },
    { id: uuidv7(), type: 'case', record: file, case: file, set: { registeredOn: '2026-03-01' }, ...common },
  ]
  const reply = await (staff[0] as (typeof staff)[number]).asker.ask('POST', '/changes', { changes })
  expect(reply.json<{ results: ChangeResult[] }>().results.map(({ status }) => status)).toEqual([
    'accepted',
    'accepted',
  ])
  return { person, file }
}

/** Of these changes, the ones that stand in the log or are kept as conflicts, each once. */
async function received(ids: readonly string[]): Promise<string[]> {
  return asOwner(house.register, async client => {
    const { rows } = await client.query<{ id: string }>(
      'select id from change where id = any($1) union all select id from conflict where id = any($1) order by id',
      [ids],
    )
    return rows.map(({ id }) => id)
  })
}

test('AS18: different fields merge without a conflict, and a device never quarrels with itself', async () => {
  const { anna, boris, file, person } = await twoCarrying()
  await edit(boris, { education: 'not_asked' })
  expect(await boris.sync()).toBe(true)
  await edit(anna, { maritalStatus: 'single' })
  await edit(anna, { maritalStatus: 'unknown' })
  expect(await anna.sync()).toBe(true)
  const seen = await anna.file(file)
  expect(seen?.conflicts).toEqual([])
  expect(seen?.person?.content).toMatchObject({ education: 'not_asked', maritalStatus: 'unknown' })

  async function edit(own: Device, set: Content): Promise<void> {
    const base = (await own.file(file))?.person?.version ?? 0
    await own.write({ type: 'person', record: person, case: null, office, person, dictionary: 0, base, set }, 0)
  }
})

test('what a device has not seen is not written over, although its earlier change was merged', async () => {
  const { anna, boris, file, person } = await twoCarrying()
  const about = { type: 'person', record: person, case: null, office, person, dictionary: 0 }
  const { version = 0 } = (await anna.file(file))?.person ?? {}
  await boris.write({ ...about, base: version, set: { education: 'not_asked' } }, 0)
  expect(await boris.sync()).toBe(true)
  await anna.write({ ...about, base: version, set: { maritalStatus: 'single' } }, 0)
  // Sent, but nothing fetched: the line drops in between.
  anna.weather.push('fine', 'lost')
  expect(await anna.sync()).toBe(false)
  const now = (await anna.file(file))?.person?.version ?? 0
  await anna.write({ ...about, base: now, set: { education: 'unknown' } }, 0)
  expect(await anna.sync()).toBe(true)
  const seen = await anna.file(file)
  expect(seen?.person?.content).toMatchObject({ education: 'not_asked', maritalStatus: 'single' })
  expect(seen?.conflicts.map(({ fields }) => fields)).toEqual([['education']])
})

test('AS17: two answers to one question are both kept; the more protective one is in force meanwhile', async () => {
  const { anna, boris, file, person } = await twoCarrying()
  const record = uuidv7()
  const about = { type: 'risk', record, case: file, office, person, dictionary: 0 }
  await anna.write({ ...about, base: 0, set: { assessedOn: '2026-03-01', level: 'medium' } }, 0)
  for (const each of [anna, boris]) expect(await each.sync()).toBe(true)
  await anna.write({ ...about, base: 1, set: { level: 'high' } }, 0)
  await boris.write({ ...about, base: 1, set: { level: 'low' } }, 200)
  for (const each of [boris, anna, boris]) expect(await each.sync()).toBe(true)
  for (const each of [anna, boris]) {
    const seen = await each.file(file)
    expect(seen?.conflicts.map(({ set }) => set)).toEqual([{ level: 'high' }])
    expect(seen?.records.find(({ id }) => id === record)?.content['level']).toBe('high')
    const { items } = (await each.asker.ask('GET', '/notices')).json() as { items: { kind: string; record: string }[] }
    expect(items.filter(notice => notice.record === record).map(({ kind }) => kind)).toEqual(['conflict_kept'])
  }
})

test('a case that is taken away from its reader leaves the device, but not while work on it still waits', async () => {
  const { anna, file } = await twoCarrying()
  const { person, file: other } = await registered()
  const both = await device(anna.asker, anna.author, [file, other])
  expect(await both.sync()).toBe(true)
  await asOwner(house.register, client =>
    client.query(`update record set guard = '{nobody}' where id = $1 or case_id = $1 or id = $2`, [other, person]),
  )
  await both.write(
    { type: 'task', record: uuidv7(), case: other, office, person, base: 0, dictionary: 0, set: { kind: 'follow_up' } },
    0,
  )
  expect(await both.sync()).toBe(true)
  const [refused] = await both.shelf.waiting()
  expect(refused?.refused).toEqual([{ code: 'not_found' }])
  expect(await both.shelf.file(other)).not.toBeNull()
  await both.shelf.settle(refused?.change.id ?? '')
  expect(await both.sync()).toBe(true)
  expect(await both.shelf.file(other)).toBeNull()
  expect(await both.shelf.file(file)).not.toBeNull()
})

async function twoCarrying() {
  const { person, file } = await registered()
  const [anna, boris] = await Promise.all(
    staff.map(async ({ id, asker }) => ({ ...(await device(asker, id, [file])), asker, author: id })),
  )
  if (!anna || !boris) throw new Error('Two members of staff were expected.')
  for (const each of [anna, boris]) expect(await each.sync()).toBe(true)
  return { anna, boris, person, file }
}
