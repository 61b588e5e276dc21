import { randomBytes } from 'node:crypto'
import { generate } from 'otplib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keysFrom } from '#register/keys.ts'
import { hashPassword, passwordCost } from '#register/password.ts'
import { openRegister } from '#register/register.ts'
import { offerSetup } from '#register/setup.ts'
import { lockSeconds } from '#register/sign-in.ts'
import { freshDatabase } from '../setup/database.ts'
import { asker, cookieOf, type House, openHouse, password } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const signIn = (login: string, with_: string, code?: string) =>
  asker(house.app, '').ask('POST', '/session', { login, password: with_, ...(code ? { code } : {}) })
const later = (minutes: number) => {
  house.clock.now = new Date(house.clock.now.getTime() + minutes * 60_000)
}

test('the set-up token opens the empty register once', async () => {
  const stranger = asker(house.app, '')
  expect((await stranger.ask('GET', '/setup')).json()).toEqual({ needed: true })
  const token = await offerSetup(house.register)
  const first = {
    token,
    organisation: 'Example Relief',
    officeCode: 'HQ',
    name: 'First Administrator',
    login: 'First@Example.test',
    password,
  }
  expect((await stranger.ask('POST', '/setup', { ...first, token: 'not-the-right-token' })).statusCode).toBe(404)
  const opened = await stranger.ask('POST', '/setup', first)
  expect(opened.statusCode).toBe(200)
  const me = await asker(house.app, cookieOf(opened)).ask('GET', '/session')
  expect(me.json()).toMatchObject({
    name: 'First Administrator',
    grants: [{ role: 'administrator', scope: 'all' }],
    idleMinutes: 15,
  })
  expect(house.register.offices().byCode('HQ')?.name).toBe('Example Relief')
  expect((await stranger.ask('POST', '/setup', { ...first, login: 'second@example.test' })).statusCode).toBe(404)
  expect(await offerSetup(house.register)).toBeNull()
  expect((await stranger.ask('GET', '/setup')).json()).toEqual({ needed: false })
})

test('the cookie is out of reach of scripts and of other sites', async () => {
  const reply = await signIn('first@example.test', password)
  const header = String(reply.headers['set-cookie'])
  expect(header).toMatch(/^waymark=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  const https = await openHouse({ https: true })
  const office = await https.office('HQ')
  await https.account('a@example.test', [{ role: 'caseworker', office: office.id, scope: 'office' }])
  const secure = await asker(https.app, '').ask('POST', '/session', { login: 'a@example.test', password })
  expect(String(secure.headers['set-cookie'])).toMatch(
    /^__Host-waymark=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
  await https.close()
})

test('unknown login, wrong password and closed account get the same answer, and the same lock', async () => {
  const hq = house.register.offices().byCode('HQ')
  await house.account('known@example.test', [{ role: 'caseworker', office: hq?.id ?? '', scope: 'office' }])
  const tell = async (login: string) => {
    const replies = []
    for (let i = 0; i < 6; i += 1) {
      const reply = await signIn(login, 'wrong wrong wrong')
      replies.push({ status: reply.statusCode, body: reply.json(), retry: reply.headers['retry-after'] })
    }
    return replies
  }
  const known = await tell('known@example.test')
  expect(known.map(reply => reply.status)).toEqual([401, 401, 401, 401, 401, 429])
  expect(await tell('nobody@example.test')).toEqual(known)
  // The right password does not help while the login is locked, and does afterwards.
  expect((await signIn('KNOWN@example.test ', password)).statusCode).toBe(429)
  later(1)
  expect((await signIn('KNOWN@example.test ', password)).statusCode).toBe(200)
})

test('guessing a stolen hash is expensive unless a test says otherwise', async () => {
  expect(await hashPassword('a long enough password')).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  expect(house.register.passwordCost).not.toEqual(passwordCost)
  const database = await freshDatabase()
  const register = await openRegister({ connection: database.url, keys: keysFrom(randomBytes(32)), poolSize: 1 })
  expect(register.passwordCost).toEqual(passwordCost)
  await register.close()
  await database.drop()
})

test('the delay grows and has an end', () => {
  expect([1, 4, 5, 6, 7, 9, 10, 40].map(lockSeconds)).toEqual([0, 0, 30, 60, 120, 480, 900, 900])
})

test('guesses sent at the same moment are all counted', async () => {
  const replies = await Promise.all(
    Array.from({ length: 12 }, () => signIn('racing@example.test', 'wrong wrong wrong')),
  )
  expect(replies.filter(reply => reply.statusCode === 401)).toHaveLength(5)
  expect(replies.filter(reply => reply.statusCode === 429)).toHaveLength(7)
})

test('a session ends after fifteen idle minutes, and after twelve hours in any case', async () => {
  const me = await signIn('first@example.test', password)
  const person = asker(house.app, cookieOf(me))
  later(14)
  expect((await person.ask('GET', '/session')).statusCode).toBe(200)
  later(14)
  expect((await person.ask('GET', '/session')).statusCode).toBe(200)
  later(16)
  expect((await person.ask('GET', '/session')).statusCode).toBe(401)
  const busy = asker(house.app, cookieOf(await signIn('first@example.test', password)))
  for (let i = 0; i < 71; i += 1) {
    later(10)
    expect((await busy.ask('GET', '/session')).statusCode).toBe(200)
  }
  later(10)
  expect((await busy.ask('GET', '/session')).statusCode).toBe(401)
})

test('signing out ends the session on the server too', async () => {
  const person = asker(house.app, cookieOf(await signIn('first@example.test', password)))
  const out = await person.ask('DELETE', '/session')
  expect(out.statusCode).toBe(200)
  expect(String(out.headers['set-cookie'])).toMatch(/^waymark=;/)
  expect((await person.ask('GET', '/session')).statusCode).toBe(401)
})

test('without the header of our own pages nothing is changed', async () => {
  const cookie = cookieOf(await signIn('first@example.test', password))
  const reply = await house.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })
  expect(reply.statusCode).toBe(403)
  expect(reply.json().code).toBe('header_missing')
  expect((await asker(house.app, cookie).ask('GET', '/session')).statusCode).toBe(200)
})

test('a second factor: offered, confirmed, asked for, and no code opens the door twice', async () => {
  const person = asker(house.app, cookieOf(await signIn('known@example.test', password)))
  const { secret, uri } = (await person.ask('POST', '/account/totp', { password })).json()
  expect(uri).toContain('otpauth://totp/')
  expect((await person.ask('PUT', '/account/totp', { code: '000000' })).statusCode).toBe(422)
  const now = () => generate({ secret, epoch: Math.floor(house.clock.now.getTime() / 1000) })
  expect((await person.ask('PUT', '/account/totp', { code: await now() })).statusCode).toBe(200)
  // Spent by the confirmation itself.
  expect((await signIn('known@example.test', password, await now())).statusCode).toBe(401)
  later(1)
  expect((await signIn('known@example.test', password)).json()).toEqual({ status: 'code_needed', expiresAt: null })
  const code = await now()
  const twice = await Promise.all([
    signIn('known@example.test', password, code),
    signIn('known@example.test', password, code),
  ])
  expect(twice.map(reply => reply.statusCode).toSorted((a, b) => a - b)).toEqual([200, 401])
  expect((await signIn('known@example.test', password, code)).statusCode).toBe(401)
  later(1)
  expect((await signIn('known@example.test', 'wrong wrong wrong', await now())).statusCode).toBe(401)
})

test('a stolen session cannot take the second factor away, put another in its place, or guess the password', async () => {
  await house.account('stolen@example.test', [])
  const thief = asker(house.app, cookieOf(await signIn('stolen@example.test', password)))
  const wrong = { password: 'wrong wrong wrong' }
  expect((await thief.ask('POST', '/account/totp', {})).statusCode).toBe(400)
  expect((await thief.ask('POST', '/account/totp', wrong)).json().code).toBe('wrong_password')
  expect((await thief.ask('POST', '/account/totp/end', wrong)).json().code).toBe('wrong_password')
  const guess = { current: 'wrong wrong wrong', next: 'another long password' }
  const codes = []
  for (let i = 0; i < 4; i += 1) codes.push((await thief.ask('POST', '/account/password', guess)).statusCode)
  expect(codes).toEqual([422, 422, 422, 429])
  // The door is locked with it, and opens again after a while.
  expect((await signIn('stolen@example.test', password)).statusCode).toBe(429)
  later(1)
  expect((await signIn('stolen@example.test', password)).statusCode).toBe(200)
})

test('a changed password ends the other sessions, not the one in use', async () => {
  const here = asker(house.app, cookieOf(await signIn('first@example.test', password)))
  const there = asker(house.app, cookieOf(await signIn('first@example.test', password)))
  const next = 'another long password'
  expect((await here.ask('POST', '/account/password', { current: 'wrong wrong wrong', next })).statusCode).toBe(422)
  expect((await here.ask('POST', '/account/password', { current: password, next })).statusCode).toBe(200)
  expect((await here.ask('GET', '/session')).statusCode).toBe(200)
  expect((await there.ask('GET', '/session')).statusCode).toBe(401)
  expect((await signIn('first@example.test', password)).statusCode).toBe(401)
  expect((await signIn('first@example.test', next)).statusCode).toBe(200)
})

test('sign-in attempts from one address are limited', async () => {
  const strict = await openHouse({ signInPerMinute: 3 })
  const codes = []
  for (let i = 0; i < 5; i += 1) {
    codes.push(
      (await asker(strict.app, '').ask('POST', '/session', { login: `n${i}`, password: 'wrong wrong' })).statusCode,
    )
  }
  expect(codes).toEqual([401, 401, 401, 429, 429])
  await strict.close()
})

test('behind a proxy each visitor is counted apart, and nobody else can claim to be another', async () => {
  const strict = await openHouse({ signInPerMinute: 1, trustProxy: 'loopback' })
  const from = async (remoteAddress: string, claimed: string) => {
    const headers = { 'x-waymark': '1', 'x-forwarded-for': claimed }
    const payload = { login: 'nobody', password: 'wrong wrong' }
    return (await strict.app.inject({ method: 'POST', url: '/api/session', headers, payload, remoteAddress }))
      .statusCode
  }
  expect([await from('127.0.0.1', '192.0.2.1'), await from('127.0.0.1', '192.0.2.2')]).toEqual([401, 401])
  expect(await from('127.0.0.1', '192.0.2.1')).toBe(429)
  expect([await from('198.51.100.7', '192.0.2.3'), await from('198.51.100.7', '192.0.2.4')]).toEqual([401, 429])
  await strict.close()
})
