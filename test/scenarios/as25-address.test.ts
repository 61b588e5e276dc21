import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '#access/role.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { exportCtdc } from '#exchange/ctdc/export.ts'
import { exportHtcds } from '#exchange/htcds/export.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { searchAddresses } from '#register/address-search.ts'
import { allRoutes } from '#server/routes/all.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, staffAt, tell } from './money-house.ts'

/** AS25: somebody stays in “House 3”. Its address comes out of one door, for two roles, and each opening is written down. */
const street = 'Yablunevyi lane 14'
const address = `${street}, third entrance\nKyiv 04119\n50.46631, 30.51218`
const needles = ['yablunevyi', 'third entrance', '04119', '50.46631', '30.51218']

let house: House
let mission: OfficeRow
let shelter = ''
let file: Opened
let stay = ''
const everybody = new Map<string, Asker>()
const asked = (role: string): Asker => {
  const found = everybody.get(role)
  if (!found) throw new Error(`nobody is ${role}`)
  return found
}

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  mission = await house.office('KYV', hq)
  for (const role of [...roles.values()].filter(({ internal }) => !internal)) {
    const scope = role.scopes.includes('office') ? 'office' : 'all'
    everybody.set(role.id, await staffAt(house, role.id, mission, scope))
  }
  const keeper = asked('shelter_manager')
  const worker = asked('caseworker')
  const set = { code: 'House 3', state: 'open', address }
  shelter = await accepted(keeper, { type: 'shelter', office: mission.id, set })
  const room = { shelter, label: 'Room 1', kind: 'single', beds: 1, state: 'in_use' }
  const place = await accepted(keeper, { type: 'place', office: mission.id, set: room })
  file = await aFile(worker, mission.id, { sex: 'female', givenNames: 'Sofiya' }, { caseworker: newId() })
  const consent = { purpose: 'service', decision: 'yes', givenOn: '2026-02-10' }
  await accepted(worker, { type: 'consent', ...file, set: consent })
  const into = { shelter, place, from: '2026-02-20', admissionConsent: 'yes' }
  stay = await accepted(worker, { type: 'stay', ...file, set: into })
  await accepted(worker, { type: 'stay_log', ...file, set: { stay, kind: 'daily', about: 'Slept well in House 3.' } })
  // Two who correct the address at once: what waits as a conflict is an address too.
  const moved = { type: 'shelter', office: mission.id, record: shelter, base: 1 }
  await accepted(keeper, { ...moved, set: { address: `${address} ` } })
  expect((await tell(asked('supervisor'), { ...moved, set: { address } })).status).toBe('conflict')
}, 60_000)
afterAll(() => house.close())

/** Ids, times, ciphers and hashes are long rows of digits, which may hold any five by chance; so may the parts of a second. */
const byChance =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\x[0-9a-f]+|\$argon2id\$[\w$=,+/]+|\d{10,}|\d\d:\d\d:\d\d(?:\.\d+)?/g
const found = (text: string) => {
  const said = text.toLowerCase().replaceAll(byChance, '')
  return needles.filter(needle => said.includes(needle))
}

test('AS25 the address occurs 0 times in every reply of every route to every role, and in every log line', async () => {
  const ids = [shelter, file.case, file.person, stay, mission.id]
  const paths = allRoutes
    .filter(({ method }) => method === 'GET')
    .flatMap(({ path }) =>
      path.includes(':type')
        ? [...builtIn.recordTypes.keys()].map(type => path.replace(':type', type))
        : path.includes(':')
          ? ids.map(id => path.replaceAll(/:\w+/g, id))
          : [path],
    )
  const queries = [...builtIn.recordTypes.keys()].map(type => `/records?type=${type}`)
  let replies = 0
  for (const [role, who] of everybody) {
    for (const path of [...paths, ...queries, `/team?office=${mission.id}`, `/filters?list=stay`]) {
      const reply = await who.ask('GET', path)
      expect({ role, path, found: found(reply.body), broken: reply.statusCode >= 500 }).toEqual({
        role,
        path,
        found: [],
        broken: false,
      })
      if (reply.statusCode === 200) replies += 1
    }
    for (const [path, body] of [
      ['/find', { text: 'Sofiya' }],
      ['/find', { text: 'Yablunevyi' }],
      ['/figures', { by: ['nationality'] }],
    ] as const)
      expect(found((await who.ask('POST', path, body)).body)).toEqual([])
  }
  expect(replies).toBeGreaterThan(300)
  expect(found(house.log.join('\n'))).toEqual([])
}, 120_000)

test('AS25 nor in any export, nor as it lies in the database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-'))
  const htcds = join(folder, 'cases.csv')
  await exportHtcds(house.register, { file: htcds, office: null, replace: false, withIdentity: true })
  const ctdc = join(folder, 'ctdc.csv')
  await exportCtdc(house.register, { file: ctdc, office: null, replace: false, schema: 'a' })
  const texts = await Promise.all([htcds, ctdc].map(path => readFile(path, 'utf8')))
  await rm(folder, { recursive: true })
  expect(texts[0]).toContain('Sofiya')
  expect(texts.flatMap(found)).toEqual([])
  const { rows: tables } = await house.register.pool.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  for (const { name } of tables) {
    const { rows } = await house.register.pool.query<{ line: string }>(`select t::text as line from ${name} t`)
    expect({ name, found: found(rows.map(({ line }) => line).join('\n')) }).toEqual({ name, found: [] })
  }
})

test('AS25 only two roles open it, and each opening is in the read log, with who, when and why', async () => {
  const door = `/shelters/${shelter}/address`
  for (const [role, who] of everybody) {
    const reply = await who.ask('POST', door, { purpose: 'transport' })
    const opens = role === 'shelter_manager' || role === 'supervisor'
    expect([role, reply.statusCode]).toEqual([role, opens ? 200 : 403])
    if (opens) expect(reply.json()).toEqual({ address: `${address} ` })
  }
  const { items } = (await asked('data_protection_officer').ask('GET', '/read-log?limit=200')).json()
  const openings = (items as { action: string }[]).filter(({ action }) => action === 'open_address')
  expect(openings).toMatchObject([
    { record: shelter, purpose: 'transport', person: null },
    { record: shelter, purpose: 'transport', person: null },
  ])
})

test('AS25 not found and not yours are one answer; a purpose is asked for', async () => {
  const far = await staffAt(house, 'shelter_manager', await house.office('ODS', await house.office('RO')))
  const foreign = await far.ask('POST', `/shelters/${shelter}/address`, { purpose: 'visit' })
  const invented = await far.ask('POST', `/shelters/${newId()}/address`, { purpose: 'visit' })
  expect([foreign.statusCode, foreign.body]).toEqual([404, invented.body])
  const keeper = asked('shelter_manager')
  expect((await keeper.ask('POST', `/shelters/${shelter}/address`, {})).statusCode).toBe(400)
  expect((await keeper.ask('POST', `/shelters/${stay}/address`, { purpose: 'visit' })).statusCode).toBe(404)
})

describe('AS25 nobody writes the address into a text', () => {
  const note = (text: string) => tell(asked('caseworker'), { type: 'note', ...file, set: { text } })
  test.each([
    `She lives at ${street} now.`,
    'Meet at 14, Yablunevyi  LANE!',
    'Яблуневий lane, no. 14',
    'Drive to 50.46631, 30.51218',
  ])('%s', async text => {
    const told = await note(text)
    expect([told.status, told.codes]).toEqual(['refused', ['protected_address_in_text']])
  })
  test.each(['She is safe in House 3.', 'Her aunt lives in Kyiv, in Lisova street 14.', 'Call at 14:00.'])(
    'but may write: %s',
    async text => expect((await note(text)).codes).toEqual([]),
  )
  test('nor as the person’s own address, nor as the code name of the house itself', async () => {
    const own = { type: 'person', office: mission.id, person: file.person, record: file.person, base: 1 }
    const told = await tell(asked('caseworker'), { ...own, set: { otherNames: `of ${street}` } })
    expect(told.codes).toEqual(['protected_address_in_text'])
    const named = { code: `House at ${street}`, state: 'open', address: `${street}, Kyiv` }
    const created = await tell(asked('shelter_manager'), { type: 'shelter', office: mission.id, set: named })
    expect(created.codes).toEqual(['protected_address_in_text'])
    expect(found(house.log.join('\n'))).toEqual([])
  })
})

test('AS25 texts that are older than the address are compared when it is recorded, and nobody reads it in the notice', async () => {
  const lviv = await house.office('LVI', mission)
  const worker = await staffAt(house, 'caseworker', lviv)
  const boss = await staffAt(house, 'supervisor', lviv)
  const elsewhere = await staffAt(house, 'supervisor', await house.office('WAR'))
  const older = await aFile(worker, lviv.id, { sex: 'female', givenNames: 'Mariia' })
  const note = await accepted(worker, { type: 'note', ...older, set: { text: 'She waits at Zelena street, no. 7.' } })
  await accepted(worker, { type: 'note', ...older, set: { text: 'The green street is far, she says. 7 days.' } })
  const keeper = asked('shelter_manager')
  expect(await searchAddresses(house.register)).toBe(0)
  const place = { type: 'shelter', office: mission.id }
  const added = await accepted(keeper, {
    ...place,
    set: { code: 'House 9', state: 'open', address: '7 Zelena street' },
  })
  expect(await searchAddresses(house.register)).toBe(1)
  const told = async (who: Asker) =>
    ((await who.ask('GET', '/notices')).json().items as { kind: string; case: string | null }[])
      .filter(({ kind }) => kind === 'address_in_text')
      .map(each => each.case)
  expect(await told(boss)).toEqual([older.case])
  expect(await told(elsewhere)).toEqual([])
  expect((await boss.ask('GET', '/notices')).body.toLowerCase()).not.toContain('zelena')
  // Compared once; anew when the house moves. What was rewritten meanwhile tells nothing any more.
  expect(await searchAddresses(house.register)).toBe(0)
  await accepted(worker, { type: 'note', ...older, record: note, base: 1, set: { text: 'She waits at House 9.' } })
  await accepted(keeper, { ...place, record: added, base: 1, set: { address: '7, Zelena street' } })
  expect(await searchAddresses(house.register)).toBe(0)
  expect(await told(boss)).toHaveLength(1)
})

test('AS25 the comparison can be stopped after any page, and goes on', async () => {
  const keeper = asked('shelter_manager')
  await accepted(keeper, {
    type: 'shelter',
    office: mission.id,
    set: { code: 'House 10', state: 'open', address: '9 Lipova square' },
  })
  let pages = 0
  await searchAddresses(house.register, () => pages++ > 0)
  const left = async () =>
    (await house.register.pool.query('select 1 from address_search where done_at is null')).rowCount
  expect(await left()).toBe(1)
  await searchAddresses(house.register)
  expect(await left()).toBe(0)
})
