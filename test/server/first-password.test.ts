import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficeRow } from '#register/office-directory.ts'
import { allRoutes } from '#server/routes/all.ts'
import { type Asker, asker, cookieOf, type House, newId, openHouse, password } from './house.ts'

/** A password that a manager chose opens one thing only: the change of that password. */
let house: House
let office: OfficeRow
let manager: Asker
beforeAll(async () => {
  house = await openHouse()
  office = await house.office('HQ')
  manager = await house.as(
    await house.account('manager@example.test', [{ role: 'administrator', office: office.id, scope: 'all' }]),
  )
})
afterAll(() => house.close())

const own = 'my own long password'
const signIn = async (login: string, word: string) =>
  asker(house.app, cookieOf(await asker(house.app, '').ask('POST', '/session', { login, password: word })))
const hire = async (login: string) => {
  const grants = [{ role: 'caseworker', office: office.id, scope: 'office' }]
  return (await manager.ask('POST', '/accounts', { name: login, login, password, grants })).json()
}

test('until the first password is changed, every other address is closed', async () => {
  await hire('new@example.test')
  const person = await signIn('new@example.test', password)
  const stillOpen: string[] = []
  for (const route of allRoutes.filter(({ may }) => may !== 'anyone')) {
    const name = `${route.method} ${route.path}`
    if (name === 'DELETE /session') continue
    const path = route.path.replaceAll(/:\w+/g, () => newId())
    const reply = await person.ask(route.method, path, route.method === 'GET' ? undefined : {})
    if (reply.json().code === 'password_change_needed') expect(reply.statusCode).toBe(403)
    else stillOpen.push(name)
  }
  expect(stillOpen.sort()).toEqual(['GET /session', 'POST /account/password'])
  expect((await person.ask('GET', '/session')).json()).toMatchObject({ mustChangePassword: true })
  expect((await person.ask('DELETE', '/session')).statusCode).toBe(200)
})

test('the change opens the desk in the same session; the first password cannot be kept', async () => {
  await hire('keeper@example.test')
  const person = await signIn('keeper@example.test', password)
  const kept = await person.ask('POST', '/account/password', { current: password, next: password })
  expect([kept.statusCode, kept.json().code]).toEqual([422, 'same_password'])
  expect((await person.ask('GET', '/today')).statusCode).toBe(403)
  expect((await person.ask('POST', '/account/password', { current: password, next: own })).statusCode).toBe(200)
  expect((await person.ask('GET', '/session')).json()).toMatchObject({ mustChangePassword: false })
  expect((await person.ask('GET', '/today')).statusCode).toBe(200)
})

test('a reset by a manager closes the desk again', async () => {
  const { id } = await hire('reset@example.test')
  const person = await signIn('reset@example.test', password)
  await person.ask('POST', '/account/password', { current: password, next: own })
  const { version } = (await manager.ask('GET', '/accounts'))
    .json()
    .items.find((item: { id: string }) => item.id === id)
  expect((await manager.ask('PATCH', `/accounts/${id}`, { password, version })).statusCode).toBe(200)
  expect((await person.ask('GET', '/today')).statusCode).toBe(401)
  const again = await signIn('reset@example.test', password)
  expect((await again.ask('GET', '/today')).json().code).toBe('password_change_needed')
})
