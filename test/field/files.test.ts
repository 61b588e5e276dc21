// Pictures that wait on a device, sent over a line that drops: each arrives once, after the document it belongs to.

import { afterAll, beforeAll, expect, test } from 'vitest'
import sharp from 'sharp'
import { uuidv7 } from 'uuidv7'
import { type FileLink, type FileShelf, sendFiles, type Shelf } from '#field/sync.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { type Device, device, Dropped } from './device.ts'

let house: House
let asker: Asker
let own: Device
let office: string
let person: string
let file: string

beforeAll(async () => {
  house = await openHouse()
  const top = await house.office('HQ')
  office = (await house.office('KYV', top)).id
  const id = await house.account('anna', [{ role: 'caseworker', office, scope: 'office' }])
  asker = await house.as(id)
  ;[person, file] = [uuidv7(), uuidv7()]
  own = await device(asker, id, [file])
  const common = { office, person, base: 0, dictionary: 0 }
  await own.write({ type: 'person', record: person, case: null, set: { sex: 'female' }, ...common }, 0)
  await own.write({ type: 'case', record: file, case: file, set: {}, ...common }, 0)
  expect(await own.sync()).toBe(true)
})
afterAll(() => house.close())

const document = async (): Promise<string> => {
  const record = uuidv7()
  const set = { kind: 'photo', receivedOn: '2026-03-01' }
  await own.write({ type: 'document', record, case: file, office, person, base: 0, dictionary: 0, set }, 0)
  return record
}

function withFiles(files: Map<string, Uint8Array<ArrayBuffer>>): Shelf & FileShelf {
  return {
    ...own.shelf,
    filesWaiting: async () => [...files.keys()],
    bytesOf: async id => files.get(id) ?? null,
    fileSettled: async id => void files.delete(id),
  }
}

/** `unheard`: the server takes the file, the answer is lost. */
const link = (weather: ('fine' | 'unheard')[]): FileLink => ({
  async attach(id, bytes) {
    const now = weather.shift() ?? 'fine'
    const reply = await house.app.inject({
      method: 'POST',
      url: `/api/documents/${id}/content`,
      headers: { 'x-waymark': '1', cookie: asker.cookie, 'content-type': 'application/octet-stream' },
      payload: Buffer.from(bytes),
    })
    if (now === 'unheard') throw new Dropped()
    return reply.statusCode === 200 || reply.json<{ code: string }>().code === 'taken'
  },
})

test('a file follows its document, once, whatever the line does; what the server will not take stays', async () => {
  const painted = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } })
    .webp()
    .toBuffer()
  const [picture, nonsense] = [await document(), await document()]
  const files = new Map([
    [picture, new Uint8Array(painted)],
    [nonsense, new Uint8Array(Buffer.from('this is no picture'))],
  ])
  const shelf = withFiles(files)
  // The documents themselves wait: nothing is sent before them.
  expect(await sendFiles(shelf, link([]))).toBe(0)
  expect(await own.sync()).toBe(true)
  await expect(sendFiles(shelf, link(['unheard']))).rejects.toThrow(Dropped)
  expect([...files.keys()]).toEqual([picture, nonsense])
  expect(await sendFiles(shelf, link([]))).toBe(1)
  expect([...files.keys()]).toEqual([nonsense])
  const kept = await asker.ask('GET', `/documents/${picture}/content`)
  expect(kept.statusCode).toBe(200)
  expect(kept.rawPayload.length).toBeGreaterThan(0)
})
