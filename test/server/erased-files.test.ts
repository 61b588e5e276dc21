import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { removeErasedFiles } from '#register/erased-files.ts'
import { fileNameOf } from '#register/erased-files-queue.ts'
import { erasureFile } from '#register/erasure-list.ts'
import type { FileStore } from '#register/file-store.ts'
import { folderFiles } from '#register/folder-files.ts'
import { moveFiles } from '#register/move-files.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { openRegister } from '#register/register.ts'
import { s3Files } from '#register/s3-files.ts'
import { accepted, aFile, type Opened, staffAt, tell } from '../scenarios/money-house.ts'
import { namesOf, waymarkFiles } from '../setup/files-command.ts'
import { type Answer, openS3, type S3Server } from '../setup/s3-server.ts'
import { type Asker, type House, openHouse } from './house.ts'

/** Files of erased persons go, also when the place where they lie is ill, and when yesterday's backup comes back. */
let s3: S3Server
let store: FileStore
let folder: string
let house: House
let kyiv: OfficeRow
let worker: Asker
let officer: Asker
let officerId: string
let admin: Asker

beforeAll(async () => {
  s3 = await openS3()
  store = s3Files(s3.settings, { timeout: 30_000, pause: 1, attempts: 3 })
  folder = await mkdtemp(join(tmpdir(), 'waymark-erased-files-'))
  house = await openHouse({ erasures: erasureFile(join(folder, 'erased')), store })
  const hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  worker = await staffAt(house, 'caseworker', kyiv)
  officerId = await house.account('dpo', [{ role: 'data_protection_officer', office: hq.id, scope: 'all' }])
  officer = await house.as(officerId)
  admin = await staffAt(house, 'administrator', hq, 'all')
})
afterAll(async () => {
  await house.close()
  await s3.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  s3.instead.length = 0
  s3.asked.length = 0
})

const aPdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n')
const send = (id: string) =>
  house.app.inject({
    method: 'POST',
    url: `/api/documents/${id}/content`,
    headers: { 'x-waymark': '1', 'content-type': 'application/octet-stream', cookie: worker.cookie },
    payload: aPdf,
  })
const open = (id: string) => worker.ask('GET', `/documents/${id}/content`)
const aDocument = (of: Opened) =>
  accepted(worker, { type: 'document', ...of, set: { kind: 'other', title: 'Zqletter', receivedOn: '2026-02-20' } })
async function withFile(of: Opened): Promise<string> {
  const id = await aDocument(of)
  expect((await send(id)).statusCode).toBe(200)
  return id
}
const aPerson = () => aFile(worker, kyiv.id, { givenNames: 'Zqoksana' })
const nameOf = (document: string) => fileNameOf(house.register.keys, document)
const ill = (answer: Answer, times = 30) => void s3.instead.push(...Array.from({ length: times }, () => answer))

async function grantedErasure(of: Opened): Promise<string> {
  const { office, person } = of
  const about = { type: 'rights_request', office, person }
  const request = await accepted(worker, { ...about, set: { kind: 'erasure', receivedOn: '2026-03-01' } })
  const set = { state: 'decided', decision: 'granted', decidedBy: officerId, decidedOn: '2026-03-02' }
  expect((await tell(officer, { ...about, record: request, base: 1, set })).status).toBe('accepted')
  return request
}
const erase = async (request: string) => (await officer.ask('POST', `/rights-requests/${request}/erase`)).json()
const state = async (who = admin) => (await who.ask('GET', '/files')).json()

describe('an erasure', () => {
  test('deletes the sealed files of the person, also one left behind by a broken upload, and no other', async () => {
    const [gone, stays] = [await aPerson(), await aPerson()]
    const [first, second, kept] = [await withFile(gone), await withFile(gone), await withFile(stays)]
    // An upload whose transaction broke after the file was there: the document says that it has none.
    const broken = await aDocument(gone)
    await store.put(nameOf(broken), Buffer.from('sealed'))
    expect([first, second, broken].every(id => s3.objects.has(nameOf(id)))).toBe(true)
    expect(await erase(await grantedErasure(gone))).toEqual({ done: true, filesWaiting: 0 })
    expect([first, second, broken, kept].map(id => s3.objects.has(nameOf(id)))).toEqual([false, false, false, true])
    expect((await open(kept)).rawPayload).toEqual(aPdf)
    expect(await state()).toEqual({
      place: { kind: 's3', where: `${s3.settings.endpoint}/waymark-test` },
      erased: { waiting: 0, since: null, problem: null },
    })
  })

  test('whose files cannot be deleted stands; they open for nobody, the administrator sees why, and they go later', async () => {
    const gone = await aPerson()
    const documents = [await withFile(gone), await withFile(gone)]
    const request = await grantedErasure(gone)
    ill({ status: 403, code: 'AccessDenied' })
    expect(await erase(request)).toEqual({ done: true, filesWaiting: 2 })
    expect((await state()).erased).toEqual({
      waiting: 2,
      since: '2026-03-02T09:00:00.000Z',
      problem: 'denied',
    })
    // One failure ends the round: it is the place that fails, not the file.
    expect(s3.asked.filter(each => each.startsWith('DELETE'))).toHaveLength(1)
    for (const id of documents) expect((await open(id)).json().problems).toEqual([{ code: 'file_unreadable' }])
    // Another reason, another try; which of the two is tried first does not matter.
    s3.instead.length = 0
    house.clock.now = new Date('2026-03-02T09:05:00Z')
    ill({ status: 500 })
    expect((await admin.ask('POST', '/files/erase')).json().erased).toMatchObject({ waiting: 2, problem: 'failing' })
    s3.instead.length = 0
    expect((await admin.ask('POST', '/files/erase')).json().erased).toEqual({ waiting: 0, since: null, problem: null })
    expect(documents.some(id => s3.objects.has(nameOf(id)))).toBe(false)
  })

  test('and where files lie is for those who answer for the register; nobody else is told', async () => {
    expect((await officer.ask('GET', '/files')).statusCode).toBe(200)
    for (const who of [
      worker,
      await staffAt(house, 'supervisor', kyiv),
      await staffAt(house, 'hotline_operator', kyiv),
    ]) {
      expect((await who.ask('GET', '/files')).statusCode).toBe(403)
      expect((await who.ask('POST', '/files/erase')).statusCode).toBe(403)
    }
    expect(JSON.stringify(await state())).not.toContain(s3.settings.accessKey)
  })
})

describe('after an old backup', () => {
  test('files of the erased go again: those the database knows, and those that are younger than it', async () => {
    const gone = await aPerson()
    const documents = [await withFile(gone), await withFile(gone)]
    const [known = '', unknown = ''] = documents
    const yesterday = {
      keys: await rows('select * from subject_key where subject = $1', gone.person),
      objects: new Map(s3.objects),
    }
    await erase(await grantedErasure(gone))
    expect(documents.some(id => s3.objects.has(nameOf(id)))).toBe(false)
    // Yesterday's database and files are put back; one of the documents was made after yesterday.
    for (const [name, bytes] of yesterday.objects) s3.objects.set(name, bytes)
    await rows('delete from erased_file')
    await rows('delete from record where id = $1', unknown)
    await rows(
      'update subject_key set wrapped = $2, destroyed_at = null where subject = $1',
      gone.person,
      yesterday.keys[0].wrapped,
    )
    const again = await openRegister({
      connection: house.register.pool.options.connectionString ?? '',
      keys: house.register.keys,
      now: house.register.now,
      erasures: erasureFile(join(folder, 'erased')),
      files: store,
    })
    expect([known, unknown].every(id => s3.objects.has(nameOf(id)))).toBe(true)
    expect(await removeErasedFiles(again)).toMatchObject({ waiting: 0 })
    await again.close()
    expect([known, unknown].some(id => s3.objects.has(nameOf(id)))).toBe(false)
  })

  test('of the files alone one command deletes them again', async () => {
    const gone = await aPerson()
    const id = await withFile(gone)
    const sealed = s3.objects.get(nameOf(id)) ?? Buffer.alloc(0)
    await erase(await grantedErasure(gone))
    s3.objects.set(nameOf(id), sealed)
    expect(await waymark('erase')).toEqual(['No file of an erased person is left.'])
    expect(s3.objects.has(nameOf(id))).toBe(false)
  })
})

describe('a store that is ill', () => {
  test('refuses a file in words, keeps the document listed, and takes the file later', async () => {
    const file = await aPerson()
    const id = await aDocument(file)
    ill({ status: 503, code: 'SlowDown' })
    const refused = await send(id)
    expect([refused.statusCode, refused.json().code, refused.headers['retry-after']]).toEqual([
      503,
      'files_unavailable',
      '60',
    ])
    expect((await open(id)).json().problems).toEqual([{ code: 'file_missing' }])
    s3.instead.length = 0
    expect((await send(id)).statusCode).toBe(200)
    ill('cut')
    expect((await open(id)).json().code).toBe('files_unavailable')
    s3.instead.length = 0
    expect((await open(id)).rawPayload).toEqual(aPdf)
  })

  test('holds up neither those who open files nor, beyond four at once, those who add them', async () => {
    const file = await aPerson()
    const kept = await withFile(file)
    // Of eight persons: files of one person are kept one after the other anyway.
    const fresh = await Promise.all(Array.from({ length: 8 }, async () => aDocument(await aPerson())))
    s3.asked.length = 0
    ill('silence')
    // The register of this test has six connections.
    const opening = Array.from({ length: 8 }, () => open(kept))
    const adding = fresh.map(id => send(id))
    await vi.waitFor(() => expect(s3.asked).toHaveLength(12), 20_000)
    expect((await worker.ask('GET', `/cases/${file.case}`)).statusCode).toBe(200)
    // It wakes up: everything that waited is asked for again.
    s3.instead.length = 0
    s3.wake()
    for (const reply of await Promise.all([...opening, ...adding])) expect(reply.statusCode).toBe(200)
  }, 60_000)

  test('and what it said stands in no log, nor does a key', () => {
    const lines = house.log.join('\n')
    expect(lines).toContain('files_unavailable')
    expect(lines).toContain('FileStoreProblem')
    for (const secret of [s3.settings.secretKey, s3.settings.accessKey, 'Zqletter', '127.0.0.1'])
      expect(lines).not.toContain(secret)
  })
})

describe('moving', () => {
  test('brings every file to the other place and back; what was erased is not carried along', async () => {
    const { register } = house
    const here = folderFiles(join(folder, 'files'))
    const file = await aPerson()
    const documents = [await withFile(file), await withFile(file)]
    const gone = await aPerson()
    const erased = await withFile(gone)
    await erase(await grantedErasure(gone))
    s3.objects.set(nameOf(erased), Buffer.from('put back'))
    const all = s3.objects.size
    expect(await moveFiles(register, { from: store, to: here })).toEqual({ moved: all - 1, erased: 1, different: 0 })
    expect(s3.objects.size).toBe(0)
    expect((await open(documents[0] ?? '')).json().problems).toEqual([{ code: 'file_unreadable' }])

    // Broken off after the second file, begun anew: nothing is lost and nothing is there twice.
    const counted: number[] = []
    s3.instead.push(...Array.from({ length: 6 }, () => null))
    ill({ status: 403, code: 'AccessDenied' })
    const onFile = (done: number) => void counted.push(done)
    await expect(moveFiles(register, { from: here, to: store, onFile })).rejects.toMatchObject({ code: 'denied' })
    expect(counted).toEqual([1, 2])
    s3.instead.length = 0
    expect(await moveFiles(register, { from: here, to: store })).toEqual({
      moved: all - 3,
      erased: 0,
      different: 0,
    })
    expect(await namesOf(here)).toEqual([])
    for (const id of documents) expect((await open(id)).rawPayload).toEqual(aPdf)
  })

  test('by the command says what it did, and leaves alone what lies at both places and differs', async () => {
    vi.stubEnv('WAYMARK_S3_ENDPOINT', s3.settings.endpoint)
    vi.stubEnv('WAYMARK_S3_BUCKET', s3.settings.bucket)
    vi.stubEnv('WAYMARK_S3_REGION', s3.settings.region)
    vi.stubEnv('WAYMARK_S3_ACCESS_KEY', s3.settings.accessKey)
    vi.stubEnv('WAYMARK_S3_SECRET_KEY', s3.settings.secretKey)
    const here = folderFiles(join(folder, 'files'))
    const [name = ''] = s3.objects.keys()
    await here.put(name, Buffer.from('another'))
    const before = s3.objects.size
    const said = await waymark('move', '--to', 's3')
    expect(said.join('\n')).toMatch(/0 files moved to http.*waymark-test\.\n1 files lie at both places and differ/)
    expect(process.exitCode).toBe(3)
    process.exitCode = 0
    expect((await here.get(name))?.toString()).toBe('another')
    await here.remove(name)
    await waymark('move', '--to', 'folder')
    expect([s3.objects.size, (await namesOf(here)).length]).toEqual([0, before])
    await waymark('move', '--to', 's3')
    expect(s3.objects.size).toBe(before)
    expect(await waymark('status')).toEqual([
      `Files lie at ${s3.settings.endpoint}/waymark-test.`,
      'No file of an erased person is left.',
    ])
    vi.unstubAllEnvs()
    await expect(waymark('move', '--to', 's3')).rejects.toThrow('WAYMARK_S3_ENDPOINT')
  })
})

const rows = async (query: string, ...values: unknown[]) => (await house.register.pool.query(query, values)).rows

const waymark = (...words: string[]) => waymarkFiles({ register: house.register, dataDir: folder }, words)
