import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecordView } from '#changes/change.ts'
import { erasureFile } from '#register/erasure-list.ts'
import { digestFacts, rebuildFacts } from '#register/facts.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { openRegister } from '#register/register.ts'
import { verifyChains } from '#register/verify.ts'
import { buildApp } from '#server/app.ts'
import { type Asker, asker, type House, newId, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, staffAt, tell } from './money-house.ts'

/** AS15: what two people erased stays erased, also when yesterday's backup is put back; figures do not move. */
let house: House
let folder: string
let hq: OfficeRow
let kyiv: OfficeRow
let worker: Asker
let officer: Asker
let officerId: string

const about = { givenNames: 'Zqoksana', familyNames: 'Zqmelnyk', phone: '+380440000000', sex: 'female' }
const erased = { givenNames: 'Ibrahim', familyNames: 'Qasimov', phone: '+994120000000', sex: 'male' }
const secrets = [erased.givenNames, erased.familyNames, erased.phone, 'Zqstory', 'Zqcall']

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-as15-'))
  house = await openHouse({ erasures: erasureFile(join(folder, 'erased')) })
  hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  worker = await staffAt(house, 'caseworker', kyiv)
  officerId = await house.account('dpo', [{ role: 'data_protection_officer', office: hq.id, scope: 'all' }])
  officer = await house.as(officerId)
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

const ask = (who: Asker, file: Opened, set: object = {}) =>
  accepted(who, {
    type: 'rights_request',
    office: file.office,
    person: file.person,
    set: { kind: 'erasure', receivedOn: '2026-03-01', words: 'Zqstory: forget me', ...set },
  })
const grant = (who: Asker, file: Opened, record: string, set: object = {}) =>
  tell(who, {
    type: 'rights_request',
    office: file.office,
    person: file.person,
    record,
    base: 1,
    set: { state: 'decided', decision: 'granted', decidedBy: officerId, decidedOn: '2026-03-02', ...set },
  })
const erase = async (who: Asker, request: string) => {
  const reply = await who.ask('POST', `/rights-requests/${request}/erase`)
  return [reply.statusCode, ...(reply.json().problems ?? []).map(({ code }: { code: string }) => code)]
}
const found = async (who: Asker, name: string) => (await who.ask('POST', '/find', { text: name })).json().matches.length
const rows = async (query: string, ...values: unknown[]) => (await house.register.pool.query(query, values)).rows

test('AS15 erasing takes two people and the verb; a forged call meets the same refusals', async () => {
  const file = await aFile(worker, kyiv.id, about)
  const request = await ask(worker, file)
  expect(await erase(worker, request)).toEqual([403])
  expect(await erase(officer, request)).toEqual([422, 'erasure_not_decided'])
  expect(await erase(officer, newId())).toEqual([404])
  expect((await grant(worker, file, request)).codes).toEqual(['rights_not_yours'])
  const done = { state: 'done', answeredOn: '2026-03-02' }
  expect((await grant(officer, file, request, done)).codes).toEqual(['erasure_has_a_door'])
  // Who wrote it down does not grant it.
  const own = await ask(officer, file)
  expect((await grant(officer, file, own)).codes).toEqual(['erasure_by_oneself'])
  // A copy that was granted is no erasure.
  const copy = await ask(worker, file, { kind: 'access' })
  expect((await grant(officer, file, copy)).status).toBe('accepted')
  expect(await erase(officer, copy)).toEqual([422, 'erasure_not_decided'])
  // Granted in part is for hands: nothing is destroyed.
  const part = await ask(worker, file)
  expect((await grant(officer, file, part, { decision: 'partly', reason: 'The court needs the rest.' })).codes).toEqual(
    [],
  )
  expect(await erase(officer, part)).toEqual([422, 'erasure_not_decided'])
  // An officer of one mission does not erase what another mission keeps.
  const lviv = await house.office('LVI', hq)
  const there = await staffAt(house, 'data_protection_officer', lviv)
  expect(await erase(there, request)).toEqual([404])
  expect((await grant(officer, file, request)).status).toBe('accepted')
  const here = await staffAt(house, 'data_protection_officer', kyiv)
  const mover = await house.as(
    await house.account('both', [
      { role: 'caseworker', office: kyiv.id, scope: 'office' },
      { role: 'caseworker', office: lviv.id, scope: 'office' },
    ]),
  )
  const id = newId()
  const second = { type: 'case', office: lviv.id, person: file.person, case: id, record: id }
  await accepted(mover, { ...second, set: { registeredOn: '2026-03-01' } })
  expect(await erase(here, request)).toEqual([422, 'erasure_other_mission'])
  expect(await house.register.erasures.subjects()).toEqual([])
  expect(await found(worker, 'Zqoksana')).toBe(1)
})

test('AS15 erased: nothing of the person is readable, figures stand, and yesterday’s backup does not bring anything back', async () => {
  const file = await aFile(worker, kyiv.id, erased, { category: 'trafficked' })
  await accepted(worker, { type: 'note', ...file, set: { notedOn: '2026-03-01', text: 'Zqstory of the road' } })
  await accepted(worker, { type: 'task', ...file, set: { kind: 'other', dueOn: '2026-04-01' } })
  const call = await accepted(worker, {
    type: 'call',
    office: kyiv.id,
    set: { receivedOn: '2026-02-01', channel: 'telephone', note: 'Zqcall in the night', case: file.case },
  })
  // The same human being, written down twice: both are the person who asks.
  const twin = await aFile(worker, kyiv.id, erased)
  const same = { other: twin.person, verdict: 'same' }
  await accepted(worker, { type: 'link', office: kyiv.id, person: file.person, set: same })
  const request = await ask(worker, file)
  expect((await grant(officer, file, request)).status).toBe('accepted')

  const facts = 'select f::text from fact_instance f union all select f::text from fact_call f order by 1'
  const figures = await rows(facts)
  const subjects = [file.person, twin.person, call]
  const yesterday = {
    keys: await rows('select * from subject_key where subject = any($1)', subjects),
    names: await rows('select * from name_token where person = any($1)', subjects),
  }
  expect(yesterday.keys).toHaveLength(3)
  expect(yesterday.names.length).toBeGreaterThan(0)
  expect(await found(worker, 'Qasimov')).toBe(2)

  expect(await erase(officer, request)).toEqual([200])
  await nothingReadable(worker)
  expect(await rows(facts)).toEqual(figures)
  expect((await verifyChains(house.register)).broken).toBeNull()
  const digest = await digestFacts(house.register)
  await rebuildFacts(house.register)
  expect(await digestFacts(house.register)).toBe(digest)
  expect(await erase(officer, request)).toEqual([422, 'erasure_not_decided'])
  const late = await tell(worker, { type: 'note', ...file, set: { notedOn: '2026-03-02', text: 'Zqstory again' } })
  expect(late.codes).toEqual(['person_erased'])
  // The stub: that it was asked for, by whom decided and when, without a word about whom.
  const list = (await officer.ask('GET', '/lists/rights_request?open=no&kind=erasure')).json().items
  const [stub] = (list as { record: RecordView }[]).map(({ record }) => record)
  expect(stub?.content).toEqual({
    kind: 'erasure',
    receivedOn: '2026-03-01',
    dueOn: '2026-03-31',
    state: 'done',
    decision: 'granted',
    decidedBy: officerId,
    decidedOn: '2026-03-02',
    answeredOn: '2026-03-02',
  })

  for (const { subject, wrapped } of yesterday.keys)
    await house.register.pool.query('update subject_key set wrapped = $2, destroyed_at = null where subject = $1', [
      subject,
      wrapped,
    ])
  for (const row of yesterday.names)
    await house.register.pool.query(
      'insert into name_token select * from jsonb_populate_record(null::name_token, $1)',
      [JSON.stringify(row)],
    )
  // The backup does bring it back, until the register is opened.
  expect(await found(worker, 'Qasimov')).toBe(2)
  const again = await openRegister({
    connection: house.register.pool.options.connectionString ?? '',
    keys: house.register.keys,
    now: house.register.now,
    erasures: erasureFile(join(folder, 'erased')),
  })
  const app = await buildApp(again, { log: { write: () => undefined } })
  await nothingReadable(asker(app, worker.cookie))
  await app.close()
  await again.close()
  expect((await rows('select wrapped from subject_key where subject = any($1)', subjects)).map(r => r.wrapped)).toEqual(
    [null, null, null],
  )

  async function nothingReadable(who: Asker) {
    expect(await found(who, 'Qasimov')).toBe(0)
    for (const path of [
      `/cases/${file.case}`,
      `/cases/${twin.case}`,
      `/cases/${file.case}/history?limit=50`,
      `/persons/${file.person}`,
      '/records?type=call',
      '/lists/task?open=yes',
    ]) {
      const reply = await who.ask('GET', path)
      expect([path, reply.statusCode]).toEqual([path, 200])
      for (const secret of secrets) expect(reply.body).not.toContain(secret)
    }
    const tasks = (await who.ask('GET', '/lists/task?open=yes')).json().items as { record: RecordView }[]
    expect(tasks.filter(({ record }) => record.person === file.person || record.person === twin.person)).toEqual([])
    expect((await who.ask('GET', `/cases/${file.case}`)).json().person.content).toEqual({ sex: 'male' })
  }
})
