import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Content } from '#dictionary/answer.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { verifyChains } from '#register/verify.ts'
import { type Asker, asker, type House, newId, openHouse } from './house.ts'

/**
 * A hostile insider, and a trafficker with somebody's session: both know ids they should not know and send what no form
 * sends. Each test is a way in that once stood open, or was tried and found shut.
 */
let house: House
let hq: OfficeRow
let kyiv: OfficeRow
let minsk: OfficeRow
let worker: Asker
let insider: Asker
let wide: Asker

beforeAll(async () => {
  house = await openHouse()
  hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  minsk = await house.office('MSQ', hq)
  const caseworker = (office: OfficeRow) => ({ role: 'caseworker', office: office.id, scope: 'office' }) as const
  worker = await house.as(await house.account('worker@example.test', [caseworker(kyiv)]))
  insider = await house.as(await house.account('insider@example.test', [caseworker(minsk)]))
  wide = await house.as(await house.account('both@example.test', [caseworker(kyiv), caseworker(minsk)]))
})
afterAll(() => house.close())

interface Result {
  readonly id: string
  readonly status: string
  readonly again: boolean
  readonly version: number | null
  readonly problems: readonly { code: string }[]
}
interface Place {
  readonly type: string
  readonly record: string
  readonly office: OfficeRow
  readonly person: string | null
  readonly case: string | null
}
const change = ({ office, ...place }: Place, set: Content, more: object = {}) => ({
  id: newId(),
  base: 0,
  ...place,
  office: office.id,
  set,
  madeAt: '2026-03-01T08:00:00Z',
  dictionary: 0,
  ...more,
})
const push = async (who: Asker, ...changes: object[]): Promise<Result[]> => {
  const reply = await who.ask('POST', '/changes', { changes })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().results
}

/** A registered person with a case. */
async function open(who: Asker, office: OfficeRow) {
  const [person, file] = [newId(), newId()]
  const personAt = { type: 'person', record: person, office, person, case: null }
  const caseAt = { type: 'case', record: file, office, person, case: file }
  const results = await push(
    who,
    change(personAt, { givenNames: 'Olena', sex: 'female' }),
    change(caseAt, { registeredOn: '2026-03-01' }),
  )
  expect(results.map(result => result.status)).toEqual(['accepted', 'accepted'])
  return { person, file, personAt, caseAt }
}
const told = ({ status, again, version, problems }: Result) => ({ status, again, version, problems })

describe('ids of another office', () => {
  test('cannot be used for records of one’s own: no shadow file, no broken chain', async () => {
    const theirs = await open(worker, kyiv)
    const mine = await open(insider, minsk)
    const results = await push(
      insider,
      change({ ...theirs.personAt, office: minsk }, { givenNames: 'Shadow' }),
      change({ ...mine.caseAt, record: theirs.file, case: theirs.file }, { registeredOn: '2026-03-01' }),
      change({ type: 'note', record: theirs.file, office: minsk, person: mine.person, case: mine.file }, { text: 'x' }),
      change({ type: 'lead', record: theirs.person, office: minsk, person: null, case: null }, { state: 'new' }),
    )
    for (const result of results) expect(told(result)).toMatchObject({ status: 'refused', version: null })
    const { rows } = await house.register.pool.query('select office_id from record where id = any($1)', [
      [theirs.person, theirs.file],
    ])
    expect(rows.map(row => row.office_id)).toEqual([kyiv.id, kyiv.id])
    expect((await verifyChains(house.register)).broken).toBeNull()
  })

  test('a link joins only persons that the writer sees, and says the same of a stranger and of nobody', async () => {
    // The group takes the key of its smallest id: theirs is the one that moves.
    const mine = await open(insider, minsk)
    const theirs = await open(worker, kyiv)
    const link = (other: string) =>
      change(
        { type: 'link', record: newId(), office: minsk, person: mine.person, case: null },
        { other, verdict: 'same' },
      )
    const keys = async () =>
      (await house.register.pool.query('select person_key, count from fact_instance where case_id = $1', [theirs.file]))
        .rows
    const before = await keys()
    const [real, invented] = await push(insider, link(theirs.person), link(newId()))
    expect(real && told(real)).toMatchObject({ status: 'refused', problems: [{ code: 'not_found' }] })
    expect(invented && told(invented)).toEqual(real && told(real))
    expect(await keys()).toEqual(before)
    // Whoever works in both offices may join them; whoever sees one of the two may not cut them apart.
    const joined = link(theirs.person)
    expect((await push(wide, joined))[0]).toMatchObject({ status: 'accepted' })
    expect(await keys()).not.toEqual(before)
    const cut = { ...joined, id: newId(), base: 1, set: { verdict: 'not_same' } }
    expect((await push(insider, cut))[0]).toMatchObject({ status: 'refused', problems: [{ code: 'not_found' }] })
    expect((await push(wide, { ...cut, id: newId() }))[0]).toMatchObject({ status: 'accepted' })
  })

  test('a false office on an existing record moves nothing, and sending it again is still harmless', async () => {
    const { file, caseAt } = await open(wide, kyiv)
    const forged = change({ ...caseAt, office: minsk }, { category: 'vulnerable_migrant' }, { base: 1 })
    const [first] = await push(wide, forged)
    const [again] = await push(wide, forged)
    expect(again).toEqual({ ...first, again: true })
    expect((await worker.ask('GET', `/cases/${file}`)).json().case.office).toBe(kyiv.id)
    expect((await insider.ask('GET', `/cases/${file}`)).statusCode).toBe(404)
  })

  test('an id that a colleague out of reach has used says nothing about that colleague’s record', async () => {
    const own = await house.as(
      await house.account('own@example.test', [{ role: 'caseworker', office: kyiv.id, scope: 'own' }]),
    )
    const { person, personAt, caseAt } = await open(worker, kyiv)
    const sent = change(caseAt, { category: 'vulnerable_migrant' }, { base: 1 })
    await push(worker, sent)
    const nobodys = newId()
    const [real, invented] = await push(own, sent, { ...sent, id: newId(), record: nobodys, case: nobodys })
    expect(real && told(real)).toEqual(invented && told(invented))
    expect((await own.ask('GET', `/persons/${person}`)).statusCode).toBe(404)
    // Nor can anything be hung on a person of the same office that is somebody else's.
    const mine = await open(own, kyiv)
    const hang = (on: string) =>
      change(
        { type: 'link', record: newId(), office: kyiv, person: on, case: null },
        { other: mine.person, verdict: 'same' },
      )
    const results = await push(own, hang(personAt.person), hang(newId()))
    expect(results[0] && told(results[0])).toMatchObject({ status: 'refused', problems: [{ code: 'not_found' }] })
    expect(results[1] && told(results[1])).toEqual(results[0] && told(results[0]))
  })
})

test('a person whom two offices assist can be edited from both, and both see the whole of it', async () => {
  const { person, personAt } = await open(worker, kyiv)
  const file = newId()
  const second = change(
    { type: 'case', record: file, office: minsk, person, case: file },
    { registeredOn: '2026-03-01' },
  )
  expect((await push(wide, second))[0]).toMatchObject({ status: 'accepted' })
  expect((await push(insider, change(personAt, { city: 'Minsk' }, { base: 1 })))[0]).toMatchObject({
    status: 'accepted',
  })
  expect((await worker.ask('GET', `/persons/${person}`)).json().person).toMatchObject({
    version: 2,
    content: { city: 'Minsk' },
  })
  // The first office's case stays its own.
  const seen = (await insider.ask('GET', `/persons/${person}`)).json()
  expect(seen.cases.map((each: { id: string }) => each.id)).toEqual([file])
  const conflict = (await push(worker, change(personAt, { city: 'Kyiv' }, { base: 1 })))[0]
  expect(conflict).toMatchObject({ status: 'conflict' })
  expect((await push(insider, change(personAt, { city: 'Brest' }, { base: 1 })))[0]).toMatchObject({
    status: 'conflict',
  })
})

test('who may not settle conflicts cannot make one vanish', async () => {
  const operator = await house.as(
    await house.account('line@example.test', [{ role: 'hotline_operator', office: kyiv.id, scope: 'office' }]),
  )
  const { caseAt } = await open(worker, kyiv)
  const [, met] = await push(
    worker,
    change(caseAt, { referralDetails: 'one' }, { base: 1 }),
    change(caseAt, { referralDetails: 'two' }, { base: 1 }),
  )
  expect(met).toMatchObject({ status: 'conflict' })
  const resolves = met?.id
  const settle = change(caseAt, { referralDetails: 'one' }, { base: 2, resolves })
  expect((await push(operator, settle))[0]).toMatchObject({ status: 'refused', problems: [{ code: 'not_allowed' }] })
  // Nor does a colleague's conflict vanish through another record.
  const other = await open(worker, kyiv)
  await push(worker, change(other.caseAt, { referralDetails: 'x' }, { base: 1, resolves }))
  const still = async () =>
    (await worker.ask('GET', '/conflicts')).json().items.some((each: { id: string }) => each.id === resolves)
  expect(await still()).toBe(true)
  expect((await push(worker, { ...settle, id: newId() }))[0]).toMatchObject({ status: 'accepted' })
  expect(await still()).toBe(false)
})

test('names are read one file at a time, each with its line in the read log', async () => {
  const { person } = await open(worker, kyiv)
  for (const type of ['person', 'note', 'health', 'consent']) {
    expect((await worker.ask('GET', `/records?type=${type}`)).statusCode, type).toBe(404)
  }
  await worker.ask('POST', '/find', { text: 'Olena' })
  const officer = await house.as(
    await house.account('dpo@example.test', [{ role: 'data_protection_officer', office: kyiv.id, scope: 'office' }]),
  )
  const { items } = (await officer.ask('GET', `/read-log?person=${person}`)).json()
  expect(items).toMatchObject([{ action: 'search', accountName: 'Name of worker@example.test' }])
})

test('the history of a case names only fields of the classes its reader has', async () => {
  const operator = await house.as(
    await house.account('line2@example.test', [{ role: 'hotline_operator', office: kyiv.id, scope: 'office' }]),
  )
  const { file, personAt } = await open(worker, kyiv)
  const edit = change(personAt, { disability: { seeing: 'yes' }, email: 'a@example.test' }, { base: 1 })
  expect((await push(worker, edit))[0]).toMatchObject({ status: 'accepted' })
  const { items } = (await operator.ask('GET', `/cases/${file}/history`)).json()
  const [line] = items.filter((each: { type: string; version: number }) => each.type === 'person' && each.version === 2)
  expect(line).toMatchObject({ fields: ['email'], set: { email: 'a@example.test' } })
})

describe('what no form sends', () => {
  const odd: readonly (readonly [string, object | string])[] = [
    ['/changes', '{"changes":[{"__proto__":{"a":1}}]}'],
    ['/changes', '{"changes":[{"constructor":{"prototype":{"a":1}}}]}'],
    ['/changes', '['.repeat(1_000_000)],
    ['/changes', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
    ['/find', { text: '\u0000\u0000\u0000' }],
    ['/find', { text: 'ҐЁ'.repeat(100) }],
    ['/figures', { where: { constructor: ['x'] } }],
    ['/figures', { where: { nationality: ['\u0000'] } }],
    ['/figures', { by: ["year'; drop table record; --"] }],
    ['/figures', { where: { nationality: Array.from({ length: 100_000 }, () => 'UA') } }],
    ['/figures', { indicator: '__proto__' }],
  ]
  test('is refused, never a fault', async () => {
    for (const [path, body] of odd) {
      const reply = await house.app.inject({
        method: 'POST',
        url: `/api${path}`,
        headers: { 'x-waymark': '1', 'content-type': 'application/json', cookie: worker.cookie },
        payload: body,
      })
      expect(reply.statusCode, `${path} ${JSON.stringify(body).slice(0, 60)}`).toBeLessThan(500)
    }
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false)
  })

  test('field names that every object has are no fields', async () => {
    const { personAt } = await open(worker, kyiv)
    for (const name of ['constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
      const [result] = await push(worker, change(personAt, { [name]: 'x' }, { base: 1 }))
      expect(result).toMatchObject({ status: 'refused' })
    }
    for (const type of ['constructor', 'toString', '__proto__']) {
      const [result] = await push(worker, change({ ...personAt, type }, {}))
      expect(result).toMatchObject({ status: 'refused', problems: [{ code: 'unknown_type' }] })
    }
  })

  test('in an address or a form is refused, never a fault', async () => {
    const manager = await house.as(
      await house.account('manager@example.test', [{ role: 'administrator', office: hq.id, scope: 'all' }]),
    )
    const asks = [
      ['GET', '/accounts?after=abc', undefined],
      ['GET', '/service-accounts?after=abc', undefined],
      ['POST', '/offices', { code: 'X\u0000', name: 'N', kind: 'mission', parent: hq.id, country: null, region: null }],
      [
        'POST',
        '/offices',
        { code: 'X', name: 'N\u0000', kind: 'mission', parent: hq.id, country: 'A'.repeat(9999), region: null },
      ],
      [
        'POST',
        '/service-accounts',
        { name: 'P\u0000', grants: [{ role: 'researcher', office: hq.id, scope: 'office' }] },
      ],
    ] as const
    for (const [method, path, body] of asks) {
      const reply = await manager.ask(method, path, body)
      expect(reply.statusCode, `${method} ${path} ${reply.body}`).toBe(400)
    }
    const device = change(
      { type: 'lead', record: newId(), office: kyiv, person: null, case: null },
      {},
      { device: 'a\u0000' },
    )
    expect((await worker.ask('POST', '/changes', { changes: [device] })).statusCode).toBe(400)
  })
})

test('a cookie or a token that is not one of ours is nobody’s', async () => {
  for (const cookie of ['waymark=', `waymark=${'x'.repeat(5000)}`, 'waymark=%00', "waymark=' or 1=1 --"]) {
    expect((await asker(house.app, cookie).ask('GET', '/session')).statusCode).toBe(401)
  }
})
