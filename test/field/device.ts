// A device of a test: the shelf in memory, the link to a real server that may drop before or after an answer, answer a
// request twice, or bring one late.

import { uuidv7 } from 'uuidv7'
import type { Change, ChangeResult } from '#changes/change.ts'
import { type CarriedFile, type Waiting, withWaiting } from '#field/carried.ts'
import { fetchCarried, type Link, sendWaiting, type Shelf } from '#field/sync.ts'
import type { Asker } from '../server/house.ts'

export class Dropped extends Error {}

/** What the line does with the next requests: answered, lost on the way there, answer lost, answered twice, repeated later. */
export type Weather = 'fine' | 'lost' | 'unheard' | 'twice' | 'late'

export interface Device {
  readonly id: string
  readonly shelf: Shelf
  readonly weather: Weather[]
  write(change: Omit<Change, 'device' | 'madeAt' | 'id'>, clockDays: number): Promise<string>
  /** Sends and fetches; false when the line dropped. */
  sync(): Promise<boolean>
  file(id: string): Promise<CarriedFile | null>
}

export async function device(asker: Asker, author: string, cases: readonly string[]): Promise<Device> {
  const made = await asker.ask('POST', '/devices', { kind: 'phone' })
  const { id } = made.json<{ id: string; token: string }>()
  const shelf = shelfInMemory(cases)
  const weather: Weather[] = []
  const late: Change[][] = []
  const post = async (changes: readonly Change[]) => {
    const reply = await asker.ask('POST', '/changes', { changes })
    if (reply.statusCode !== 200) throw new Error(`${reply.statusCode} ${reply.body}`)
    return reply.json<{ results: ChangeResult[] }>().results
  }
  const link: Link = {
    async push(changes) {
      const now = weather.shift() ?? 'fine'
      if (now === 'lost') throw new Dropped()
      const results = await post(changes)
      if (now === 'twice') return post(changes)
      if (now === 'late') late.push([...changes])
      if (now === 'unheard') throw new Dropped()
      return results
    },
    async carry(wanted) {
      const again = late.shift()
      if (again) await post(again)
      if (weather.shift() === 'lost') throw new Dropped()
      const reply = await asker.ask('POST', '/carry', { device: id, cases: wanted })
      if (reply.statusCode !== 200) throw new Error(`${reply.statusCode} ${reply.body}`)
      return reply.json()
    },
  }
  return {
    id,
    shelf,
    weather,
    async write(change, clockDays) {
      const whole: Change = {
        ...change,
        id: uuidv7(),
        device: id,
        madeAt: new Date(Date.parse('2026-03-02T09:00:00Z') + clockDays * 86_400_000).toISOString(),
      }
      shelf.add({ change: whole, author, place: shelf.next(), refused: [] })
      return whole.id
    },
    async sync() {
      try {
        await sendWaiting(shelf, link)
        await fetchCarried(shelf, link)
        return true
      } catch (error) {
        if (error instanceof Dropped) return false
        throw error
      }
    },
    file: async caseId => withWaiting(caseId, await shelf.file(caseId), await shelf.waiting()),
  }
}

interface ShelfInMemory extends Shelf {
  add(waiting: Waiting): void
  next(): number
}

/** Holds text, as a real store does, so that nobody changes what is kept by holding on to it. */
export function shelfInMemory(cases: readonly string[]): ShelfInMemory {
  const files = new Map<string, { stamp: string | null; text: string | null }>(
    cases.map(id => [id, { stamp: null, text: null }]),
  )
  const queue = new Map<string, string>()
  let place = 0
  const read = (text: string | null) => (text === null ? null : (JSON.parse(text) as CarriedFile))
  return {
    add: waiting => void queue.set(waiting.change.id, JSON.stringify(waiting)),
    next: () => ++place,
    waiting: async () => [...queue.values()].map(text => JSON.parse(text) as Waiting),
    settle: async id => void queue.delete(id),
    refuse: async waiting => void queue.set(waiting.change.id, JSON.stringify(waiting)),
    carried: async () => [...files].map(([id, { stamp }]) => ({ id, stamp })),
    concerned: async change =>
      [...files].flatMap(([id, { text }]) => {
        const file = read(text)
        return file && (change.case === id || (change.case === null && change.person === file.case.person)) ? [id] : []
      }),
    file: async id => read(files.get(id)?.text ?? null),
    keep: async (id, stamp, file) => void files.set(id, { stamp, text: JSON.stringify(file) }),
    forget: async id => void files.delete(id),
  }
}
