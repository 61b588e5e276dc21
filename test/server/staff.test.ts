import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountById } from '#register/accounts.ts'
import { atDesk } from '#register/desk.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { systemActor } from '#register/work.ts'
import { type Asker, type House, openHouse, password } from './house.ts'

let house: House
let hq: OfficeRow
let kyiv: OfficeRow
let first: Asker
let firstId: string

beforeAll(async () => {
  house = await openHouse()
  hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  firstId = await house.account('first@example.test', [{ role: 'administrator', office: hq.id, scope: 'all' }])
  first = await house.as(firstId)
})
afterAll(() => house.close())

const open = async (who: Asker, login: string, role: string, office: OfficeRow, scope = 'office') =>
  (
    await who.ask('POST', '/accounts', { name: login, login, password, grants: [{ role, office: office.id, scope }] })
  ).json()

test('the first administrator appoints the second alone; from then on it takes two', async () => {
  const second = await open(first, 'second@example.test', 'administrator', hq, 'all')
  expect(second.grants).toMatchObject([{ role: 'administrator', state: 'active' }])
  const third = await open(first, 'third@example.test', 'administrator', hq, 'all')
  expect(third.grants).toMatchObject([{ state: 'waiting', askedBy: firstId }])
  const grant = third.grants[0].id
  // Waiting counts for nothing.
  expect((await (await house.as(third.id)).ask('GET', '/accounts')).statusCode).toBe(403)
  const bySelf = await first.ask('POST', `/grants/${grant}/approve`)
  expect([bySelf.statusCode, bySelf.json().problems]).toEqual([403, [{ code: 'second_person' }]])
  expect((await (await house.as(third.id)).ask('POST', `/grants/${grant}/approve`)).statusCode).toBe(403)
  const bySecond = await (await house.as(second.id)).ask('POST', `/grants/${grant}/approve`)
  expect(bySecond.json()).toMatchObject({ state: 'active' })
  expect((await (await house.as(third.id)).ask('GET', '/accounts')).statusCode).toBe(200)
  // One person must not become two by resetting a colleague's password.
  const reset = await first.ask('PATCH', `/accounts/${second.id}`, {
    password: 'taken over by one',
    version: second.version,
  })
  expect([reset.statusCode, reset.json().problems]).toEqual([403, [{ code: 'takes_two_people' }]])
})

test('nobody gives a role to oneself, beyond the own offices, or a machine role', async () => {
  const grant = (account: string, role: string, office: OfficeRow, scope = 'office') =>
    first.ask('POST', `/accounts/${account}/grants`, { role, office: office.id, scope })
  expect((await grant(firstId, 'caseworker', kyiv)).json().problems).toEqual([{ code: 'own_account' }])
  const other = await open(first, 'other@example.test', 'caseworker', kyiv)
  expect((await grant(other.id, 'system', kyiv, 'all')).json().problems).toEqual([{ code: 'no_such_role' }])
  expect((await grant(other.id, 'emperor', kyiv)).json().problems).toEqual([{ code: 'no_such_role' }])
  expect((await grant(other.id, 'caseworker', kyiv, 'all')).json().problems).toEqual([{ code: 'scope_not_for_role' }])
  const local = await house.as(
    await house.account('local@example.test', [{ role: 'administrator', office: kyiv.id, scope: 'office' }]),
  )
  const far = await house.office('MSQ', hq)
  const there = await open(first, 'there@example.test', 'caseworker', far)
  const beyond = { role: 'caseworker', office: far.id, scope: 'office' }
  expect((await local.ask('POST', `/accounts/${other.id}/grants`, beyond)).statusCode).toBe(403)
  // An account out of reach does not exist: neither in the list nor for an edit.
  const listed = (await local.ask('GET', '/accounts')).json().items.map((item: { login: string }) => item.login)
  expect(listed).toContain('other@example.test')
  expect(listed).not.toContain('there@example.test')
  expect((await local.ask('PATCH', `/accounts/${there.id}`, { state: 'closed', version: 1 })).statusCode).toBe(404)
  expect(
    (await local.ask('PATCH', `/accounts/${firstId}`, { password: 'not by a local one', version: 1 })).statusCode,
  ).toBe(404)
})

test('closing an account and taking a role away count at once', async () => {
  const made = await open(first, 'leaver@example.test', 'caseworker', kyiv)
  const leaver = await house.as(made.id)
  expect((await leaver.ask('GET', '/today')).statusCode).toBe(200)
  await first.ask('DELETE', `/accounts/${made.id}/grants/${made.grants[0].id}`)
  expect((await leaver.ask('GET', '/today')).statusCode).toBe(403)
  expect((await leaver.ask('GET', '/session')).json()).toMatchObject({ grants: [] })
  const closed = await first.ask('PATCH', `/accounts/${made.id}`, { state: 'closed', version: made.version })
  expect(closed.json()).toMatchObject({ state: 'closed' })
  expect((await leaver.ask('GET', '/session')).statusCode).toBe(401)
  const stale = await first.ask('PATCH', `/accounts/${made.id}`, { state: 'active', version: made.version })
  expect([stale.statusCode, stale.json().code]).toEqual([409, 'stale'])
})

test('an account as a program prints it holds nothing that opens a door', async () => {
  const row = await atDesk(house.register, systemActor, house.clock.now, desk => accountById(desk, firstId))
  expect(Object.keys(row ?? {})).toContain('grants')
  expect(JSON.stringify(row)).not.toMatch(/argon2|"(password|totpSecret|offered)"/)
})

test('a login is taken once, whatever its case', async () => {
  await open(first, 'Once@Example.test', 'caseworker', kyiv)
  const again = await first.ask('POST', '/accounts', {
    name: 'Again',
    login: 'once@example.TEST',
    password,
    grants: [{ role: 'caseworker', office: kyiv.id, scope: 'office' }],
  })
  expect([again.statusCode, again.json().problems]).toEqual([409, [{ code: 'taken', field: 'login' }]])
})

test('a program comes with its token, within its grants, until it is revoked or expires', async () => {
  const made = (
    await first.ask('POST', '/service-accounts', {
      name: 'Loader',
      grants: [{ role: 'caseworker', office: kyiv.id, scope: 'office' }],
    })
  ).json()
  const make = async () =>
    (await first.ask('POST', `/service-accounts/${made.id}/tokens`, { label: 'night', days: 30 })).json()
  const { id, token } = await make()
  const as = (secret: string, url: string) =>
    house.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${secret}` } })
  expect((await as(token, '/api/records?type=case')).statusCode).toBe(200)
  expect((await as(token, '/api/accounts')).statusCode).toBe(403)
  expect((await as(token, '/api/session')).statusCode).toBe(403)
  const listed = await first.ask('GET', '/service-accounts')
  expect(listed.json().items[0].tokens[0]).toMatchObject({ id, label: 'night', revokedAt: null })
  expect(listed.body).not.toContain(token)
  await first.ask('DELETE', `/tokens/${id}`)
  expect((await as(token, '/api/records?type=case')).statusCode).toBe(401)
  const second = await make()
  const now = house.clock.now
  house.clock.now = new Date(now.getTime() + 31 * 86_400_000)
  expect((await as(second.token, '/api/records?type=case')).statusCode).toBe(401)
  house.clock.now = now
  const admin = await first.ask('POST', '/service-accounts', {
    name: 'Robot',
    grants: [{ role: 'administrator', office: kyiv.id, scope: 'office' }],
  })
  expect(admin.json().problems).toEqual([{ code: 'not_for_programs' }])
})

test('offices: added below one’s own, edited by version, seen at once', async () => {
  const added = await first.ask('POST', '/offices', {
    code: 'ODS',
    name: 'Odesa',
    kind: 'sub_office',
    parent: kyiv.id,
    country: 'UA',
    region: null,
  })
  expect(added.statusCode).toBe(200)
  const { id } = added.json()
  expect((await first.ask('GET', '/offices')).json().items.map((item: { code: string }) => item.code)).toContain('ODS')
  expect((await first.ask('PATCH', `/offices/${id}`, { name: 'Odesa port', version: 1 })).json()).toMatchObject({
    version: 2,
  })
  expect((await first.ask('PATCH', `/offices/${id}`, { name: 'Odesa', version: 1 })).json().code).toBe('stale')
  const dated = await first.ask('PATCH', `/offices/${id}`, { opened: '2008-05', closed: '2012', version: 2 })
  expect(dated.json()).toMatchObject({ opened: '2008-05', closed: '2012' })
  // What a change does not name stays.
  const renamed = await first.ask('PATCH', `/offices/${id}`, { name: 'Odesa port', version: 3 })
  expect(renamed.json()).toMatchObject({ name: 'Odesa port', opened: '2008-05', closed: '2012' })
  for (const dates of [{ opened: 'soon' }, { closed: '2007' }, { opened: '2012-13' }])
    expect((await first.ask('PATCH', `/offices/${id}`, { ...dates, version: 4 })).json().code).toBe('invalid')
  expect((await first.ask('GET', '/offices')).json().items.find((item: { id: string }) => item.id === id).name).toBe(
    'Odesa port',
  )
})

test('own fields are published against the version seen, with every mistake listed', async () => {
  const { version } = (await first.ask('GET', '/dictionary')).json()
  const bad = await first.ask('POST', '/dictionary/extensions', { base: version, extension: { fields: 'none' } })
  expect([bad.statusCode, bad.json().code]).toEqual([422, 'invalid'])
  expect(bad.json().problems.length).toBeGreaterThan(0)
})

test('colleagues within reach, by name, for handing over', async () => {
  const worker = await house.as(
    await house.account('desk@example.test', [{ role: 'caseworker', office: kyiv.id, scope: 'office' }]),
  )
  const names = (await worker.ask('GET', '/staff')).json().items.map((item: { name: string }) => item.name)
  expect(names).toContain('Name of desk@example.test')
  expect(names).not.toContain('there@example.test')
  expect((await worker.ask('GET', `/staff?office=${hq.id}`)).json()).toEqual({ items: [] })
})
