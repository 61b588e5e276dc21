// A day's work over a line of a village: 20 cases, 40 notes, 10 pictures, each exactly once.

import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { uuidv7 } from 'uuidv7'
import { demoPassword } from '#demo/organisation.ts'
import type { Change, ChangeResult } from '#changes/change.ts'
import { type Fetched, type FileShelf, fetchCarried, sendFiles, sendWaiting, type Shelf } from '#field/sync.ts'
import { shelfInMemory } from '../field/device.ts'
import { signIn } from './client.ts'
import type { Row } from './report.ts'
import { slowLine } from './slow-line.ts'

/** As heavy as the app lets a picture be while it waits. */
const pictureBytes = 18_000

export async function carriedDay(url: string): Promise<Row[]> {
  const login = 'caseworker.kyiv@demo.example'
  const near = await signIn(url, login, demoPassword)
  const { value: me } = await near.call<{ id: string; office: string }>('GET', '/api/session')
  const { value: device } = await near.call<{ id: string }>('POST', '/api/devices', { kind: 'phone' })
  const cases = Array.from({ length: 20 }, () => ({ person: uuidv7(), file: uuidv7() }))
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const shelf = shelfInMemory(cases.map(({ file }) => file))
  const ids: string[] = []
  const write = (type: string, record: string, of: { person: string; case: string | null }, set: Change['set']) => {
    const id = uuidv7()
    ids.push(id)
    const change = { id, type, record, office: me.office, ...of, base: 0, dictionary: 1, set, device: device.id }
    shelf.add({
      change: { ...change, madeAt: new Date().toISOString() },
      author: me.id,
      place: shelf.next(),
      refused: [],
    })
  }
  const picture = await noisePicture()
  for (const [i, { person, file }] of cases.entries()) {
    write('person', person, { person, case: null }, { givenNames: 'Olena', familyNames: 'Test', sex: 'female' })
    write('case', file, { person, case: file }, { registeredOn: '2026-03-01', caseworker: me.id, status: 'active' })
    for (const text of [said, said]) write('note', uuidv7(), { person, case: file }, { notedOn: '2026-03-01', text })
    if (i >= 10) continue
    const document = uuidv7()
    write('document', document, { person, case: file }, { kind: 'photo', receivedOn: '2026-03-01' })
    files.set(document, picture)
  }
  process.stderr.write('A day’s work over a slow line …\n')
  const line = await slowLine({ to: new URL(url), rate: 6_250, delay: 500, up: 30, down: 5 })
  const all = withFiles(shelf, files)
  for (let done = false; !done; ) done = await once(line.url, login, device.id, all)
  const seconds = line.connected()
  await line.close()
  near.close()
  const left = (await shelf.waiting()).length + files.size
  return [
    {
      what: `a day’s work: 20 cases, 40 notes, 10 pictures of ${pictureBytes / 1000} kB (${ids.length} changes) over 50 kbit/s, 500 ms, dropping every 30 s`,
      target: '< 60 s connected, each once',
      measured: `${seconds.toFixed(0)} s connected, ${left} left over`,
    },
  ]
}

const said =
  'Came with her sister. Needs a winter coat and wants to learn the language; next meeting on Thursday at ten.'

/** Signs in and syncs over the line; false when it dropped on the way. */
async function once(url: string, login: string, device: string, shelf: Shelf & FileShelf): Promise<boolean> {
  try {
    const own = await signIn(url, login, demoPassword)
    const link = {
      push: async (changes: readonly Change[]) =>
        (await own.call<{ results: readonly ChangeResult[] }>('POST', '/api/changes', { changes })).value.results,
      carry: async (wanted: readonly unknown[]) =>
        (await own.call<Fetched>('POST', '/api/carry', { device, cases: wanted })).value,
    }
    await sendWaiting(shelf, link)
    await sendFiles(shelf, { attach: (id, bytes) => own.upload(`/api/documents/${id}/content`, bytes) })
    await fetchCarried(shelf, link)
    own.close()
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    await new Promise(resolve => setTimeout(resolve, 500))
    return false
  }
}

/** A picture that does not get smaller by compressing, of the weight that is allowed. */
async function noisePicture(): Promise<Uint8Array<ArrayBuffer>> {
  for (let side = 40; ; side += 10) {
    const raw = { width: side, height: side, channels: 3 as const }
    const bytes = await sharp(randomBytes(side * side * 3), { raw })
      .webp({ quality: 50 })
      .toBuffer()
    if (bytes.length >= pictureBytes) return new Uint8Array(bytes)
  }
}

const withFiles = (shelf: Shelf, files: Map<string, Uint8Array<ArrayBuffer>>): Shelf & FileShelf => ({
  ...shelf,
  filesWaiting: async () => [...files.keys()],
  bytesOf: async id => files.get(id) ?? null,
  fileSettled: async id => void files.delete(id),
})
