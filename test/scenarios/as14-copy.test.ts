import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccessBundle } from '#register/access-bundle.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, staffAt, tell } from './money-house.ts'

/** AS14: the copy that a person asks for says every field, where it came from, what for, who received and who read it. */
let house: House
let hq: OfficeRow
let kyiv: OfficeRow
let worker: Asker
let supervisor: Asker
let officer: Asker
let officerId: string
let file: Opened

beforeAll(async () => {
  house = await openHouse()
  hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  worker = await house.as(await house.account('Tetiana', [{ role: 'caseworker', office: kyiv.id, scope: 'office' }]))
  supervisor = await staffAt(house, 'supervisor', kyiv)
  officerId = await house.account('dpo', [{ role: 'data_protection_officer', office: hq.id, scope: 'all' }])
  officer = await house.as(officerId)
  file = await aFile(worker, kyiv.id, { givenNames: 'Olena', familyNames: 'Zqown', sex: 'female', city: 'Lviv' })
})
afterAll(() => house.close())

const ask = (set: object = {}) =>
  accepted(worker, {
    type: 'rights_request',
    office: kyiv.id,
    person: file.person,
    set: { kind: 'access', receivedOn: '2026-03-01', language: 'uk', ...set },
  })
const grant = (record: string) =>
  accepted(officer, {
    type: 'rights_request',
    office: kyiv.id,
    person: file.person,
    record,
    base: 1,
    set: { state: 'decided', decision: 'granted', decidedBy: officerId, decidedOn: '2026-03-02' },
  })
const copy = (who: Asker, id: string) => who.ask('GET', `/rights-requests/${id}/bundle`)

test('AS14 nobody compiles it without the verb or before it was granted', async () => {
  const request = await ask()
  expect((await copy(worker, request)).statusCode).toBe(403)
  expect((await copy(supervisor, request)).statusCode).toBe(403)
  const early = await copy(officer, request)
  expect([early.statusCode, early.json().problems]).toEqual([422, [{ code: 'access_not_granted' }]])
  expect((await copy(officer, newId())).statusCode).toBe(404)
  // An officer of another mission: as if there were none.
  const elsewhere = await staffAt(house, 'data_protection_officer', await house.office('MSK', hq))
  expect((await copy(elsewhere, request)).statusCode).toBe(404)
  const erasure = await ask({ kind: 'erasure' })
  await grant(erasure)
  expect((await copy(officer, erasure)).json().problems).toEqual([{ code: 'access_not_granted' }])
})

test('AS14 every field with source, purpose, recipients and readers; others blotted out; the act written down', async () => {
  await accepted(worker, { type: 'person', ...file, case: null, record: file.person, base: 1, set: { city: 'Odesa' } })
  await accepted(worker, { type: 'actor', ...file, set: { name: 'Zqboris', roles: ['recruiter'] } })
  await accepted(worker, { type: 'guardian', ...file, set: { who: 'Her aunt Zqaunt, 555' } })
  const text = 'Zqboris and Zqaunt called, Tetiana answered. Olena Zqown agreed.'
  await accepted(worker, { type: 'note', ...file, set: { notedOn: '2026-03-01', text } })
  const provider = await accepted(worker, {
    type: 'provider',
    office: kyiv.id,
    set: { name: 'Safe House', kind: 'ngo', state: 'active', agreementUntil: '2027-01-01' },
  })
  const yes = { purpose: 'sharing', decision: 'yes', givenOn: '2026-02-20', recipientKind: 'ngo' }
  await accepted(worker, { type: 'consent', ...file, set: yes })
  const given = { recipientKind: 'ngo', recipientOrganisation: provider, what: ['name'], ground: 'consent' }
  await accepted(worker, { type: 'disclosure', ...file, set: { ...given, state: 'made', madeOn: '2026-03-01' } })
  await accepted(worker, { type: 'disclosure', ...file, set: { recipientKind: 'police', state: 'prepared' } })
  const call = { receivedOn: '2026-02-01', channel: 'telephone', note: 'Zqcall of a neighbour', case: file.case }
  await accepted(worker, { type: 'call', office: kyiv.id, set: call })
  await supervisor.ask('GET', `/cases/${file.case}`)
  const request = await ask()
  await grant(request)

  const reply = await copy(officer, request)
  expect(reply.statusCode).toBe(200)
  for (const word of ['Zqboris', 'Zqaunt', 'Tetiana', 'Name of', officerId]) expect(reply.body).not.toContain(word)
  const bundle = reply.json() as AccessBundle
  expect(bundle).toMatchObject({ person: file.person, elsewhere: 0, language: { asked: 'uk', given: 'uk' } })
  const person = bundle.records.find(({ type }) => type === 'person')
  const city = person?.fields.find(({ field }) => field === 'city')
  expect(city).toMatchObject({
    label: 'Місто чи село',
    labelIn: 'uk',
    now: { shown: 'Odesa', by: 'соціальний працівник 1', office: 'Office KYV', on: '2026-03-02', origin: 'app' },
    earlier: [{ shown: 'Lviv' }],
  })
  const note = bundle.records.find(({ type }) => type === 'note')
  expect(note).toMatchObject({ purpose: 'service' })
  expect(note?.fields.find(({ field }) => field === 'text')?.now.shown).toBe(
    '[…] and […] called, […] answered. Olena Zqown agreed.',
  )
  expect(bundle.records.find(({ type }) => type === 'call')?.fields.map(({ now }) => now.shown)).toContain(call.note)
  expect(bundle.recipients).toEqual([
    {
      shown: { kind: 'Громадська організація', what: 'Ім’я', ground: 'Згода людини' },
      kind: 'ngo',
      organisation: 'Safe House',
      what: ['name'],
      ground: 'consent',
      on: '2026-03-01',
    },
  ])
  const read = bundle.readers.map(({ who, action }) => `${who.replace(/ \d+$/, '')}: ${action}`)
  expect(read).toEqual(
    expect.arrayContaining(['керівник групи: open_case', 'працівник із захисту даних: access_bundle']),
  )
  const paper = await officer.ask('GET', `/rights-requests/${request}/paper`)
  expect([paper.statusCode, paper.headers['content-type'], paper.headers['cache-control']]).toEqual([
    200,
    'application/pdf',
    'no-store',
  ])
  expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await supervisor.ask('GET', `/rights-requests/${request}/paper`)).statusCode).toBe(403)

  // Nothing that was ever set is missing from it.
  const { rows } = await house.register.pool.query<{ record: string; field: string }>(
    'select distinct record, unnest(fields) as field from change where person = $1',
    [file.person],
  )
  const listed = new Set(
    bundle.records.flatMap(({ record, fields }) => fields.map(({ field }) => `${record}.${field}`)),
  )
  expect(rows.map(({ record, field }) => `${record}.${field}`).filter(each => !listed.has(each))).toEqual([])

  const log = (await officer.ask('GET', `/read-log?person=${file.person}`)).json().items as { action: string }[]
  expect(log.filter(({ action }) => action === 'access_bundle')).toHaveLength(2)
  const told = (await supervisor.ask('GET', '/notices')).json().items as { kind: string }[]
  expect(told.map(({ kind }) => kind)).toContain('access_bundle_made')
})

test('AS14 what lies beyond the officer’s reach is counted and not shown', async () => {
  const lviv = await house.office('LVI', hq)
  const here = await staffAt(house, 'data_protection_officer', kyiv)
  const both = await house.as(
    await house.account('both', [
      { role: 'caseworker', office: kyiv.id, scope: 'office' },
      { role: 'caseworker', office: lviv.id, scope: 'office' },
    ]),
  )
  const id = newId()
  const there = { office: lviv.id, person: file.person, case: id }
  await accepted(both, { type: 'case', ...there, record: id, set: { registeredOn: '2026-03-01' } })
  await accepted(both, { type: 'note', ...there, set: { notedOn: '2026-03-01', text: 'Zqthere' } })
  const request = await ask()
  await grant(request)
  const reply = await copy(here, request)
  expect(reply.json().elsewhere).toBe(1)
  expect(reply.body).not.toContain('Zqthere')
  expect((await copy(officer, request)).body).toContain('Zqthere')
  const refused = await tell(here, { type: 'note', ...there, set: { text: 'x' } })
  expect(refused.status).toBe('refused')
})

test('AS14 a relative who looks for a child: no text that may say where the child is', async () => {
  const aunt = await aFile(worker, kyiv.id, { givenNames: 'Zqaunt', languages: ['uk'], city: 'Kherson' })
  const note = (text: string, on: string) => accepted(worker, { type: 'note', ...aunt, set: { notedOn: on, text } })
  house.clock.now = new Date('2026-02-20T09:00:00Z')
  await note('Zqbefore: she came alone.', '2026-02-20')
  house.clock.now = new Date('2026-03-02T09:00:00Z')
  const asks = { requester: 'person', soughtAge: 'child', requestedOn: '2026-03-01', state: 'open' }
  const search = await accepted(worker, {
    type: 'tracing_request',
    ...aunt,
    set: { ...asks, about: 'Looks for Zqsonia.' },
  })
  // Neither names the child; both would lead to the door.
  const told = await note('The girl is in Zqhidden, with the nuns.', '2026-03-02')
  await accepted(worker, { type: 'note', ...aunt, record: told, base: 1, set: { text: 'Called.' } })
  const visit = { visitedOn: '2026-03-02', method: 'in_person', note: 'Went with her to zqhidden station.' }
  await accepted(worker, { type: 'visit', ...aunt, set: visit })
  const request = await accepted(worker, {
    type: 'rights_request',
    office: kyiv.id,
    person: aunt.person,
    set: { kind: 'access', receivedOn: '2026-03-02', words: 'Zqown words' },
  })
  await accepted(officer, {
    type: 'rights_request',
    office: kyiv.id,
    person: aunt.person,
    record: request,
    base: 1,
    set: { state: 'decided', decision: 'granted', decidedBy: officerId, decidedOn: '2026-03-02' },
  })
  const reply = await copy(officer, request)
  expect(reply.body).not.toMatch(/zqhidden|zqsonia/i)
  for (const own of ['Kherson', 'Zqbefore', 'Zqown words', '2026-03-01']) expect(reply.body).toContain(own)
  const bundle = reply.json() as AccessBundle
  // Nobody named a language: the copy is in the one that the person is known to speak, and says what stays back.
  expect(bundle.language).toEqual({ asked: 'uk', given: 'uk' })
  expect(bundle.about.filter(line => line.startsWith('Ви шукаєте дитину.'))).toHaveLength(1)
  // The search of a grown-up hides nobody.
  await accepted(worker, { type: 'tracing_request', ...aunt, record: search, base: 1, set: { soughtAge: 'adult' } })
  expect((await copy(officer, request)).body).toContain('Zqhidden')
})
