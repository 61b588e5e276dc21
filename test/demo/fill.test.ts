import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { permissionsOf } from '#access/permission.ts'
import { type FilledDemo, fillDemo } from '#demo/fill.ts'
import { accountByLogin } from '#register/accounts.ts'
import { digestFacts, rebuildFacts } from '#register/facts.ts'
import { findPersons } from '#register/find.ts'
import { keysFrom } from '#register/keys.ts'
import { checkPassword } from '#register/password.ts'
import { openRegister, type Register } from '#register/register.ts'
import { verifyChains } from '#register/verify.ts'
import { asOwner, inWork, systemActor } from '#register/work.ts'
import { freshDatabase, type FreshDatabase } from '../setup/database.ts'
import { today, unitsOf } from './ground.ts'

let database: FreshDatabase
let register: Register
let filled: FilledDemo

beforeAll(async () => {
  database = await freshDatabase()
  register = await openRegister({ connection: database.url, keys: keysFrom(randomBytes(32)), poolSize: 4 })
  filled = await fillDemo(register, { persons: 120, seed: 3, today })
})

afterAll(async () => {
  await register?.close()
  await database?.drop()
})

test('the whole organisation is there, and every unit of the generator', async () => {
  const { rows } = await register.pool.query<{ type: string; n: number }>(
    'select type, count(*) as n from record group by type',
  )
  const written = Object.fromEntries(rows.map(row => [row.type, Number(row.n)]))
  const expected: Record<string, number> = {}
  for (const unit of unitsOf({ persons: 120, seed: 3 }))
    for (const { type } of unit.records) expected[type] = (expected[type] ?? 0) + 1
  expect(written).toEqual(expected)
  expect(filled.records).toBe(Object.values(expected).reduce((a, b) => a + b, 0))
  expect(register.offices().all().length).toBe(23)
})

test('every sign-in of the demo opens an account that may do something', async () => {
  expect(filled.signIns.length).toBe(45)
  for (const { login } of filled.signIns) {
    const account = await asOwner(register, client => accountByLogin({ client, register }, login))
    expect(account?.grants.map(grant => grant.state)).toEqual(['active'])
    const permissions = permissionsOf(
      { id: account?.id ?? '', kind: 'user', grants: account?.grants ?? [] },
      register.offices().tree,
    )
    expect(permissions.may('count') || permissions.may('manage_users')).toBe(true)
  }
  const one = await asOwner(register, client => accountByLogin({ client, register }, 'caseworker.kyiv@demo.example'))
  expect(await checkPassword(filled.password, one?.password ?? '')).toBe(true)
})

test('the log holds together and the facts are what a rebuild gives', async () => {
  expect((await verifyChains(register)).broken).toBeNull()
  const before = await digestFacts(register)
  await rebuildFacts(register)
  expect(await digestFacts(register)).toBe(before)
})

test('an invented person is found by name', async () => {
  const person = unitsOf({ persons: 120, seed: 3 })
    .flatMap(unit => unit.records)
    .find(record => record.type === 'person' && typeof record.set.familyNames === 'string')
  const text = [person?.set.givenNames, person?.set.familyNames].filter(name => typeof name === 'string').join(' ')
  const matches = await inWork(register, systemActor, work => findPersons(work, { text, limit: 10 }))
  expect(matches.map(match => match.person.id)).toContain(person?.id)
})

test('a register in use is refused, and stays as it was', async () => {
  await expect(fillDemo(register, { persons: 10, seed: 1, today })).rejects.toMatchObject({ code: 'not_empty' })
  expect(Number((await register.pool.query('select count(*) as n from office')).rows[0].n)).toBe(23)
})
