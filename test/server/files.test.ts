import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Content } from '#dictionary/answer.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, asker, type House, newId, openHouse } from './house.ts'

let house: House
let kyiv: OfficeRow
let minsk: OfficeRow
let worker: Asker
let workerId: string
let elsewhere: Asker

const names = { givenNames: 'Oksana', familyNames: 'Zhovtnevenko' }

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  minsk = await house.office('MSQ', hq)
  workerId = await house.account('worker@example.test', [{ role: 'caseworker', office: kyiv.id, scope: 'office' }])
  worker = await house.as(workerId)
  elsewhere = await house.as(
    await house.account('elsewhere@example.test', [{ role: 'caseworker', office: minsk.id, scope: 'office' }]),
  )
})
afterAll(() => house.close())

function opening(office: OfficeRow, who: Content = names) {
  const [person, file] = [newId(), newId()]
  const about = { base: 0, office: office.id, person, madeAt: house.clock.now.toISOString(), dictionary: 1 }
  return {
    person,
    file,
    changes: [
      { id: newId(), type: 'person', record: person, case: null, set: who, ...about },
      {
        id: newId(),
        type: 'case',
        record: file,
        case: file,
        set: { registeredOn: '2026-03-01', category: 'vulnerable_migrant' },
        ...about,
      },
    ],
  }
}

test('a case is pushed, opened by its office, and shows who wrote it', async () => {
  const { person, file, changes } = opening(kyiv)
  const pushed = await worker.ask('POST', '/changes', { changes })
  expect(pushed.json().results.map((result: { status: string }) => result.status)).toEqual(['accepted', 'accepted'])
  const opened = (await worker.ask('GET', `/cases/${file}?purpose=follow_up`)).json()
  expect(opened.person).toMatchObject({ id: person, content: names })
  expect(opened.case.content.number).toMatch(/KYV/)
  expect(opened.people).toEqual({ [workerId]: 'Name of worker@example.test' })
  expect((await worker.ask('GET', `/persons/${person}`)).json().cases).toHaveLength(1)
  const history = (await worker.ask('GET', `/cases/${file}/history`)).json()
  expect(history.items.map((line: { authorName: string }) => line.authorName)).toEqual(
    history.items.map(() => 'Name of worker@example.test'),
  )
  const listed = (await worker.ask('GET', '/records?type=case')).json()
  expect(listed.items.map((item: { id: string }) => item.id)).toContain(file)
})

test('pushing twice changes nothing and answers the same', async () => {
  const { file, changes } = opening(kyiv)
  const first = (await worker.ask('POST', '/changes', { changes })).json().results
  const again = (await worker.ask('POST', '/changes', { changes })).json().results
  expect(again).toEqual(first.map((result: object) => ({ ...result, again: true })))
  expect((await worker.ask('GET', `/cases/${file}`)).json().case.version).toBe(1)
})

test('two pushes of the same change at the same moment are one change', async () => {
  const { changes } = opening(kyiv)
  const both = await Promise.all([1, 2].map(() => worker.ask('POST', '/changes', { changes })))
  expect(new Set(both.map(reply => reply.json().results[0].again))).toEqual(new Set([false, true]))
})

test('what is not there and what is not yours cannot be told apart', async () => {
  const { person, file, changes } = opening(kyiv)
  await worker.ask('POST', '/changes', { changes })
  for (const [real, path] of [
    [file, (id: string) => `/cases/${id}`],
    [file, (id: string) => `/cases/${id}/history`],
    [person, (id: string) => `/persons/${id}`],
  ] as const) {
    const theirs = await elsewhere.ask('GET', path(real))
    const nobodys = await elsewhere.ask('GET', path(newId()))
    expect(theirs.statusCode).toBe(404)
    expect(theirs.json()).toEqual(nobodys.json())
  }
  expect((await elsewhere.ask('GET', '/records?type=case')).json().items).toEqual([])
  expect((await elsewhere.ask('POST', '/find', { text: 'Oksana Zhovtnevenko' })).json()).toEqual({ matches: [] })
  const edit = (record: string) => ({
    changes: [
      {
        id: newId(),
        type: 'case',
        record,
        base: 1,
        office: minsk.id,
        person,
        case: record,
        set: { category: 'sw' },
        madeAt: house.clock.now.toISOString(),
        dictionary: 1,
      },
    ],
  })
  const theirs = (await elsewhere.ask('POST', '/changes', edit(file))).json().results[0]
  const nobodys = (await elsewhere.ask('POST', '/changes', edit(newId()))).json().results[0]
  expect([theirs.status, theirs.problems]).toEqual([nobodys.status, nobodys.problems])
})

test('names are found in another spelling, and never stand in an address', async () => {
  const found = (await worker.ask('POST', '/find', { text: 'oxana zhovtnevenko' })).json().matches
  expect(found[0]).toMatchObject({ name: 'Oksana Zhovtnevenko', why: 'name' })
  expect((await worker.ask('GET', '/find?text=Oksana')).statusCode).toBe(404)
})

test('opening is written down with who and for what', async () => {
  const { file, person, changes } = opening(kyiv)
  await worker.ask('POST', '/changes', { changes })
  await worker.ask('GET', `/cases/${file}?purpose=court`)
  const officer = await house.as(
    await house.account('dpo@example.test', [{ role: 'data_protection_officer', office: kyiv.id, scope: 'office' }]),
  )
  const log = (await officer.ask('GET', `/read-log?person=${person}`)).json()
  expect(log.items[0]).toMatchObject({
    action: 'open_case',
    purpose: 'court',
    accountName: 'Name of worker@example.test',
    case: file,
  })
  const written = await officer.ask('GET', '/change-log?limit=5')
  expect(written.json().items[0]).toMatchObject({ type: 'case', accountName: 'Name of worker@example.test' })
  expect(written.body).not.toContain('Zhovtnevenko')
  expect((await officer.ask('POST', '/audit/verify')).json()).toEqual({ checked: expect.any(Number), broken: null })
})

test('nothing personal reaches the log of the server', async () => {
  await worker.ask('POST', '/find', { text: 'Zhovtnevenko' })
  await worker.ask('GET', '/records?type=Zhovtnevenko')
  await worker.ask('GET', '/Zhovtnevenko')
  await worker.ask('GET', '/cases/Zhovtnevenko')
  await house.app.inject({ method: 'GET', url: '/Zhovtnevenko.html?name=Zhovtnevenko' })
  await asker(house.app, '').ask('POST', '/session', { login: 'Zhovtnevenko', password: 'Zhovtnevenko' })
  const text = house.log.join('')
  expect(text).toContain('"route":"/api/cases/:id"')
  expect(text).toContain(workerId)
  for (const word of ['Zhovtnevenko', 'Oksana', 'worker@example.test', 'Name of', '?']) expect(text).not.toContain(word)
})

test('figures and today answer', async () => {
  const figure = await worker.ask('POST', '/figures', { by: ['category'] })
  expect([figure.statusCode, figure.json().code]).toEqual([expect.any(Number), figure.json().code])
  expect(figure.statusCode).toBeLessThan(500)
  expect((await worker.ask('GET', '/figures/choices')).statusCode).toBe(200)
  expect((await worker.ask('GET', '/today')).json()).toMatchObject({
    items: expect.any(Array),
    recent: expect.any(Array),
  })
})
