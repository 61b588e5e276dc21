import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleId } from '#access/role.ts'
import { destroyKeys } from '#register/erase.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { asOwner } from '#register/work.ts'
import { accepted, aFile, type Opened, records, staffAt, tell } from '../scenarios/money-house.ts'
import { type Asker, type House, newId, openHouse } from './house.ts'

let house: House
let mission: OfficeRow
let worker: Asker
let file: Opened

beforeAll(async () => {
  house = await openHouse()
  mission = await house.office('KYV', await house.office('HQ'))
  worker = await staffAt(house, 'caseworker', mission)
  file = await aFile(worker, mission.id, { givenNames: 'Sofiya' })
})
afterAll(() => house.close())

const send = (who: Asker, id: string, bytes: Buffer, type = 'application/octet-stream') =>
  house.app.inject({
    method: 'POST',
    url: `/api/documents/${id}/content`,
    headers: { 'x-waymark': '1', 'content-type': type, cookie: who.cookie },
    payload: bytes,
  })
const open = (who: Asker, id: string) => who.ask('GET', `/documents/${id}/content`)
const aDocument = (kind = 'other', of = file, who = worker) =>
  accepted(who, { type: 'document', ...of, set: { kind, title: 'Letter of the aunt', receivedOn: '2026-02-20' } })
const recordOf = async (id: string, of = file) => (await records(worker, of, 'document')).find(each => each.id === id)
const codesOf = (reply: { json(): { code: string; problems: { code: string }[] } }) => [
  reply.json().code,
  ...reply.json().problems.map(({ code }) => code),
]

/** A photograph as a telephone takes it: lying on its side, with the place and the maker written into it. */
const photograph = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#336699' } })
    .withExif({
      IFD0: { Make: 'Zqphone', Model: 'Zq 9' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '50/1 27/1 59/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '30/1 30/1 44/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><zqplace>50.46631</zqplace></x:xmpmeta>')
    .jpeg()
    .toBuffer()

const aPdf = (inside: Buffer = Buffer.alloc(0)) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nstream\n'),
    inside,
    Buffer.from('\nendstream\nendobj\n%%EOF\n'),
  ])

describe('AS25 a photograph', () => {
  test('is kept without the place where it was taken, upright, and given out as it is kept', async () => {
    const taken = await photograph()
    expect((await sharp(taken).metadata()).exif?.includes('Zqphone')).toBe(true)
    const id = await aDocument('photo')
    expect((await send(worker, id, taken)).json()).toEqual({ done: true })
    const reply = await open(worker, id)
    expect(reply.statusCode).toBe(200)
    const seen = await sharp(reply.rawPayload).metadata()
    expect([seen.format, seen.width, seen.height, seen.exif, seen.xmp, seen.orientation]).toEqual([
      'jpeg', 20, 40, undefined, undefined, undefined,
    ]) // biome-ignore format: one line
    for (const trace of ['Zqphone', 'Exif', 'GPS', 'zqplace', '50.46631'])
      expect(reply.rawPayload.includes(trace)).toBe(false)
    expect((await recordOf(id))?.content).toMatchObject({
      mediaType: 'jpeg',
      size: reply.rawPayload.length,
      sha256: createHash('sha256').update(reply.rawPayload).digest('hex'),
    })
  })

  test('inside a PDF loses the notes of the camera too, and no byte moves', async () => {
    const pdf = aPdf(await photograph())
    const id = await aDocument('contract')
    expect((await send(worker, id, pdf)).statusCode).toBe(200)
    const { rawPayload } = await open(worker, id)
    expect(rawPayload.length).toBe(pdf.length)
    for (const trace of ['Zqphone', 'Exif', 'zqplace']) expect(rawPayload.includes(trace)).toBe(false)
    const inside = rawPayload.subarray(rawPayload.indexOf(Buffer.from([0xff, 0xd8])))
    expect((await sharp(inside).metadata()).width).toBe(40)
  })

  test.each(['png', 'webp', 'tiff', 'gif'] as const)('as %s is kept as a picture', async format => {
    const bytes = await sharp(await photograph())
      .toFormat(format)
      .toBuffer()
    const id = await aDocument()
    expect((await send(worker, id, bytes)).statusCode).toBe(200)
    const kept = { png: 'png', webp: 'webp', tiff: 'jpeg', gif: 'png' }[format]
    expect((await sharp((await open(worker, id)).rawPayload).metadata()).format).toBe(kept)
    expect((await recordOf(id))?.content['mediaType']).toBe(kept)
  })
})

describe('a file comes in', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'file_empty'],
    ['a page that calls itself a picture', Buffer.from('<html><script>alert(1)</script></html>'), 'file_type'],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'file_type'],
    ['a program', Buffer.from(`MZ${'\0'.repeat(200)}`), 'file_type'],
    ['half a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]), 'file_broken'],
  ])('and %s is refused', async (_, bytes, reason) => {
    const id = await aDocument()
    const reply = await send(worker, id, bytes)
    expect([reply.statusCode, codesOf(reply)]).toEqual([422, ['invalid', reason]])
    expect(codesOf(await open(worker, id))).toEqual(['not_found', 'file_missing'])
  })

  test('of at most 20 MB, as bytes and nothing else', async () => {
    const id = await aDocument()
    const large = await send(worker, id, aPdf(Buffer.alloc(20 * 1024 * 1024)))
    expect([large.statusCode, large.json().code]).toEqual([413, 'too_large'])
    const fits = await send(worker, id, aPdf(Buffer.alloc(3 * 1024 * 1024)))
    expect(fits.statusCode).toBe(200)
    const other = await aDocument()
    expect((await send(worker, other, aPdf(), 'application/pdf')).statusCode).toBe(415)
    expect((await worker.ask('POST', `/documents/${other}/content`, { a: 1 })).json().code).toBe('wrong_format')
    const elsewhere = await house.app.inject({
      method: 'POST',
      url: '/api/find',
      headers: { 'x-waymark': '1', 'content-type': 'application/octet-stream', cookie: worker.cookie },
      payload: aPdf(),
    })
    expect(elsewhere.json().code).toBe('invalid_request')
  })

  test('once: another file is another document, and its kind stays', async () => {
    const id = await aDocument()
    const both = await Promise.all([send(worker, id, aPdf()), send(worker, id, aPdf(Buffer.from('another')))])
    expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(codesOf(await send(worker, id, aPdf()))).toEqual(['taken', 'document_has_file'])
    const version = (await recordOf(id))?.version ?? 0
    const change = { type: 'document', ...file, record: id, base: version }
    expect((await tell(worker, { ...change, set: { kind: 'medical' } })).codes).toEqual(['document_kind_settled'])
    expect((await tell(worker, { ...change, set: { title: 'Letter, translated' } })).codes).toEqual([])
    expect((await tell(worker, { ...change, set: { sha256: 'forged' } })).codes).toEqual(['fixed_field'])
    expect((await tell(worker, { type: 'document', ...file, set: {} })).codes).toEqual(['document_incomplete'])
  })
})

describe('a file lies', () => {
  test('sealed, under a name that says nothing, readable by the account of the server only', async () => {
    const id = await aDocument()
    await send(worker, id, aPdf(Buffer.from('Sofiya Zqsurname')))
    const names = await readdir(house.files)
    expect(names.every(name => /^[0-9a-f-]{36}$/.test(name))).toBe(true)
    expect(names).not.toContain(id)
    for (const name of names) {
      const bytes = await readFile(join(house.files, name))
      for (const trace of ['%PDF', 'JFIF', 'Zqsurname', 'Sofiya']) expect(bytes.includes(trace)).toBe(false)
      expect((await stat(join(house.files, name))).mode & 0o777).toBe(0o600)
    }
    expect((await stat(house.files)).mode & 0o777).toBe(0o700)
  })

  test('and whoever copies one over another opens neither', async () => {
    const names = async () => new Set(await readdir(house.files))
    const [first, second] = [await aDocument(), await aDocument()]
    const before = await names()
    await send(worker, first, aPdf(Buffer.from('first')))
    const [one = ''] = [...(await names()).difference(before)]
    const between = await names()
    await send(worker, second, aPdf(Buffer.from('second')))
    const [two = ''] = [...(await names()).difference(between)]
    await house.register.files.put(two, await readFile(join(house.files, one)))
    expect((await open(worker, second)).statusCode).toBe(500)
    expect((await open(worker, first)).rawPayload.includes('first')).toBe(true)
    await rm(join(house.files, one))
    expect(codesOf(await open(worker, first))).toEqual(['not_found', 'file_unreadable'])
  })

  test('unreadable for ever once the person was erased', async () => {
    const gone = await aFile(worker, mission.id, { givenNames: 'Nadiya' })
    const id = await aDocument('identity', gone)
    await send(worker, id, aPdf())
    await asOwner(house.register, client => destroyKeys(client, [gone.person], house.clock.now))
    expect(codesOf(await open(worker, id))).toEqual(['not_found', 'file_unreadable'])
  })
})

describe('a file is opened', () => {
  test('as an attachment with a neutral name, kept by nobody on the way, and the opening is written down', async () => {
    const id = await aDocument('identity')
    await send(worker, id, aPdf())
    const { headers } = await open(worker, id)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="document.pdf"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    const officer = await staffAt(house, 'data_protection_officer', mission)
    const { items } = (await officer.ask('GET', `/read-log?person=${file.person}&limit=200`)).json()
    const lines = (items as { action: string; record: string | null }[]).filter(({ record }) => record === id)
    expect(lines).toMatchObject([{ action: 'open_document', purpose: 'follow_up', case: file.case }])
  })

  const seen: Readonly<Record<string, readonly RoleId[]>> = {
    medical: ['caseworker', 'supervisor', 'shelter_manager', 'return_officer'],
    court_paper: ['caseworker', 'supervisor'],
    identity: ['caseworker', 'supervisor', 'shelter_manager', 'return_officer', 'reintegration_officer'],
    contract: ['caseworker', 'supervisor', 'shelter_manager', 'return_officer', 'reintegration_officer'],
  }
  const asking: readonly RoleId[] = [
    'caseworker', 'supervisor', 'shelter_manager', 'return_officer', 'reintegration_officer', 'hotline_operator',
    'data_focal_point', 'data_protection_officer', 'fund_manager', 'network_analyst',
  ] // biome-ignore format: one line a group
  test.each(Object.entries(seen))('%s by those who read such answers, and nobody else', async (kind, may) => {
    const id = await aDocument(kind)
    await send(worker, id, aPdf())
    for (const role of asking) {
      const who = await staffAt(
        house,
        role,
        mission,
        role.endsWith('manager') && role !== 'shelter_manager' ? 'all' : undefined,
      )
      const reply = await open(who, id)
      expect([kind, role, reply.statusCode]).toEqual([kind, role, may.includes(role) ? 200 : 404])
    }
  })

  test('by nobody of another office, who is told the same as of an invented one; nor may they bring one', async () => {
    const id = await aDocument()
    await send(worker, id, aPdf())
    const empty = await aDocument()
    const far = await staffAt(house, 'caseworker', await house.office('ODS', await house.office('RO')))
    const invented = await open(far, newId())
    expect([(await open(far, id)).statusCode, (await open(far, id)).body]).toEqual([404, invented.body])
    expect((await send(far, empty, aPdf())).body).toBe((await send(far, newId(), aPdf())).body)
    const reader = await staffAt(house, 'data_protection_officer', mission)
    expect((await send(reader, empty, aPdf())).statusCode).toBe(403)
  })

  test('and no log line names what was in it', () => {
    const lines = house.log.join('\n')
    expect(lines).toContain('/api/documents/:id/content')
    for (const trace of ['Letter', 'Sofiya', 'Zq']) expect(lines).not.toContain(trace)
  })
})
