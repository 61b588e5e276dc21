// Devices through the API: whose they are, what they are given, and how they are told to forget.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { asOwner } from '#register/work.ts'
import { type Asker, type House, openHouse } from './house.ts'

let house: House
let worker: Asker
let colleague: Asker
let supervisor: Asker
let administrator: Asker
let workerId: string
let office: string

beforeAll(async () => {
  house = await openHouse()
  const top = await house.office('HQ')
  office = (await house.office('KYV', top)).id
  const at = (login: string, role: 'caseworker' | 'supervisor' | 'administrator', where: string) =>
    house.account(login, [{ role, office: where, scope: role === 'administrator' ? 'all' : 'office' }])
  workerId = await at('worker', 'caseworker', office)
  worker = await house.as(workerId)
  colleague = await house.as(await at('colleague', 'caseworker', office))
  supervisor = await house.as(await at('supervisor', 'supervisor', office))
  administrator = await house.as(await at('admin', 'administrator', top.id))
})
afterAll(() => house.close())

const newDevice = async (asker: Asker) =>
  (await asker.ask('POST', '/devices', { kind: 'phone' })).json<{ id: string; token: string }>()

test('another person’s device is no device: it can be neither filled, looked at, emptied nor revoked', async () => {
  const { id } = await newDevice(worker)
  for (const [method, path, body] of [
    ['GET', `/devices/${id}/carryable`, undefined],
    ['POST', '/carry', { device: id, cases: [] }],
    ['POST', `/devices/${id}/emptied`, {}],
    ['POST', `/devices/${id}/revoke`, {}],
    ['GET', `/devices?account=${workerId}`, undefined],
  ] as const)
    expect((await colleague.ask(method, path, body)).statusCode, path).toBe(404)
})

test('AS23: a revoked device is refused by everything, sessions of its owner end, and a new one begins clean', async () => {
  const { id, token } = await newDevice(worker)
  expect((await administrator.ask('POST', `/devices/${id}/revoke`, {})).statusCode).toBe(200)
  for (const path of ['/session', '/today', '/health']) {
    const reply = await house.app.inject({ url: `/api${path}`, headers: { 'x-waymark-device': token } })
    expect(reply.statusCode).toBe(403)
    expect(reply.json()).toMatchObject({ code: 'device_revoked' })
  }
  expect((await worker.ask('GET', '/session')).statusCode).toBe(401)
  worker = await house.as(workerId)
  expect((await worker.ask('POST', '/carry', { device: id, cases: [] })).statusCode).toBe(404)
  const listed = (await administrator.ask('GET', `/devices?account=${workerId}`)).json<{
    items: { id: string; state: string; carried: number }[]
  }>()
  expect(listed.items.find(each => each.id === id)).toMatchObject({ state: 'revoked', carried: 0 })
})

test('a case that is not there and one that is not mine are both forgotten; what I carry is a reading in the log', async () => {
  const { id } = await newDevice(worker)
  const [person, file] = [uuidv7(), uuidv7()]
  const common = { office, person, base: 0, dictionary: 0, madeAt: '2026-03-01T09:00:00Z' }
  await worker.ask('POST', '/changes', {
    changes: [
      { id: uuidv7(), type: 'person', record: person, case: null, set: { givenNames: 'Olena' }, ...common },
      { id: uuidv7(), type: 'case', record: file, case: file, set: { caseworker: workerId }, ...common },
    ],
  })
  const choice = (await worker.ask('GET', `/devices/${id}/carryable`)).json<{ mine: string[] }>()
  expect(choice.mine).toContain(file)
  const ask = (cases: unknown) =>
    worker.ask('POST', '/carry', { device: id, cases }).then(reply => reply.json<Fetched>())
  const first = await ask([
    { id: file, stamp: null },
    { id: uuidv7(), stamp: null },
  ])
  expect(first.files.map(each => each.id)).toEqual([file])
  expect(first.gone).toHaveLength(1)
  expect(first.files[0]?.file.person?.content['givenNames']).toBe('Olena')
  expect(await ask([{ id: file, stamp: first.files[0]?.stamp ?? null }])).toEqual({ files: [], gone: [], more: false })
  const { rows } = await asOwner(house.register, client =>
    client.query('select 1 from read_log where case_id = $1 and account = $2 and purpose = $3', [
      file,
      workerId,
      'carry',
    ]),
  )
  expect(rows).toHaveLength(1)
  expect((await worker.ask('POST', `/devices/${id}/emptied`, {})).statusCode).toBe(200)
  const after = (await worker.ask('GET', `/devices/${id}/carryable`)).json<{ before: string[] }>()
  expect(after.before).toEqual([file])
})

test('AS24: an alarm reaches the supervisor and never its owner; an unknown token is answered alike', async () => {
  const { id, token } = await newDevice(worker)
  const alarm = (value: string) =>
    house.app.inject({
      method: 'POST',
      url: '/api/devices/alarm',
      headers: { 'x-waymark': '1' },
      payload: { token: value },
    })
  const [known, unknown] = [await alarm(token), await alarm('an unknown token of some length')]
  expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body])
  const told = (await supervisor.ask('GET', '/notices')).json<{ items: { kind: string; record: string }[] }>()
  expect(told.items.filter(each => each.kind === 'device_alarm').map(each => each.record)).toEqual([id])
  const own = (await worker.ask('GET', '/notices')).json<{ items: { kind: string }[] }>()
  expect(own.items.filter(each => each.kind === 'device_alarm')).toEqual([])
  const mine = (await worker.ask('GET', '/devices')).json<{ items: { id: string; alarmedAt: string | null }[] }>()
  expect(mine.items.find(each => each.id === id)?.alarmedAt).toBeNull()
})

interface Fetched {
  readonly files: { id: string; stamp: string; file: { person: { content: Record<string, unknown> } | null } }[]
  readonly gone: string[]
  readonly more: boolean
}
