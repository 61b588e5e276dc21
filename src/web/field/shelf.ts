import type { Change } from '#changes/change.ts'
import type { CarriedFile, Waiting } from '#field/carried.ts'
import type { FileShelf, Shelf } from '#field/sync.ts'
import type { OpenBox } from './box.ts'
import { type Bytes, hiddenName, seal, sealJson, unseal, unsealJson } from './cipher.ts'
import type { SealedBytes, Store } from './store.ts'

/** What an opened box keeps besides files and changes: who its owner is, and answers that every page needs. */
export interface Kept {
  readonly device: { readonly id: string; readonly token: string }
  readonly since: string
}

interface Contents {
  readonly kept: Kept
  readonly carried: readonly { readonly id: string; readonly stamp: string | null; readonly person: string | null }[]
  readonly queue: readonly { readonly id: string; readonly place: number }[]
  /** Documents whose file waits. */
  readonly files: readonly string[]
  /** When the server was last heard; ISO instant. */
  readonly heardAt: string | null
}

/** The shelf on the device's disk. A call is durable when it resolves: each is one transaction of the browser's database. */
export interface DeviceShelf extends Shelf, FileShelf {
  readonly kept: Kept
  heardAt(): string | null
  heard(at: string): Promise<void>
  add(change: Change, author: string): Promise<void>
  addFile(document: string, bytes: Bytes): Promise<void>
  choose(ids: readonly string[]): Promise<void>
  /** All carried files as they were fetched. */
  files(): Promise<readonly CarriedFile[]>
  answer(path: string): Promise<unknown>
  keepAnswer(path: string, reply: unknown): Promise<void>
}

export async function newShelf(store: Store, box: OpenBox, kept: Kept): Promise<DeviceShelf> {
  const contents: Contents = { kept, carried: [], queue: [], files: [], heardAt: null }
  await store.put('item', await sealJson(box.keys.content, contents), await hiddenName(box.keys, 'contents'))
  return shelfOf(store, box, contents)
}

export async function openShelf(store: Store, box: OpenBox): Promise<DeviceShelf> {
  const sealed = await store.get('item', await hiddenName(box.keys, 'contents'))
  if (!sealed) throw new Error('A box without contents.')
  return shelfOf(store, box, (await unsealJson(box.keys.content, sealed)) as Contents)
}

function shelfOf(store: Store, { keys }: OpenBox, start: Contents): DeviceShelf {
  let now = start
  const files = new Map<string, CarriedFile>()
  const answers = new Map<string, string>()
  let queue: Waiting[] | null = null
  // Writes follow each other: two at once would each write the table of contents without the other's line.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const next = last.then(run, run)
    last = next.catch(() => undefined)
    return next
  }

  const read = async (name: string): Promise<unknown> => {
    const sealed = await store.get('item', await hiddenName(keys, name))
    return sealed === undefined ? null : unsealJson(keys.content, sealed)
  }
  /** Items and the new table of contents in one transaction; null removes. Sealed before it begins: it waits for nothing. */
  const write = async (
    items: Readonly<Record<string, unknown>>,
    contents: Contents,
    bytes: readonly (readonly [string, Bytes])[] = [],
  ): Promise<void> => {
    const sealed: [string, SealedBytes | null][] = []
    for (const [name, content] of bytes) sealed.push([await hiddenName(keys, name), await seal(keys.content, content)])
    for (const [name, value] of Object.entries({ ...items, contents }))
      sealed.push([await hiddenName(keys, name), value === null ? null : await sealJson(keys.content, value)])
    const transaction = store.transaction('item', 'readwrite', { durability: 'strict' })
    for (const [name, value] of sealed)
      void (value === null ? transaction.store.delete(name) : transaction.store.put(value, name))
    await transaction.done
    now = contents
  }
  const waiting = async (): Promise<Waiting[]> => {
    queue ??= await Promise.all(now.queue.map(async ({ id }) => (await read(`change ${id}`)) as Waiting))
    return queue
  }
  const file = async (id: string): Promise<CarriedFile | null> => {
    const held = files.get(id)
    if (held || !now.carried.some(each => each.id === id)) return held ?? null
    const found = (await read(`file ${id}`)) as CarriedFile | null
    if (found) files.set(id, found)
    return found
  }

  return {
    kept: start.kept,
    heardAt: () => now.heardAt,
    heard: at => inTurn(() => write({}, { ...now, heardAt: at })),
    waiting,
    add: (change, author) =>
      inTurn(async () => {
        const all = await waiting()
        const each: Waiting = { change, author, place: (now.queue.at(-1)?.place ?? 0) + 1, refused: [] }
        // A case that begins here is carried from its first word on.
        const begins = change.type === 'case' && !now.carried.some(({ id }) => id === change.record)
        const begun = begins ? [{ id: change.record, stamp: null, person: change.person }] : []
        await write(
          { [`change ${change.id}`]: each },
          {
            ...now,
            carried: [...now.carried, ...begun],
            queue: [...now.queue, { id: change.id, place: each.place }],
          },
        )
        queue = [...all, each]
      }),
    addFile: (document, bytes) =>
      inTurn(() =>
        write({}, { ...now, files: [...now.files.filter(each => each !== document), document] }, [
          [`content ${document}`, bytes],
        ]),
      ),
    filesWaiting: async () => now.files,
    bytesOf: async document => {
      const sealed = await store.get('item', await hiddenName(keys, `content ${document}`))
      return sealed ? unseal(keys.content, sealed) : null
    },
    fileSettled: document =>
      inTurn(() =>
        write({ [`content ${document}`]: null }, { ...now, files: now.files.filter(each => each !== document) }),
      ),
    settle: id =>
      inTurn(async () => {
        const all = await waiting()
        await write({ [`change ${id}`]: null }, { ...now, queue: now.queue.filter(each => each.id !== id) })
        queue = all.filter(each => each.change.id !== id)
      }),
    refuse: refused =>
      inTurn(async () => {
        const all = await waiting()
        await write({ [`change ${refused.change.id}`]: refused }, now)
        queue = all.map(each => (each.change.id === refused.change.id ? refused : each))
      }),
    carried: async () => now.carried.map(({ id, stamp }) => ({ id, stamp })),
    concerned: async change =>
      now.carried
        .filter(
          ({ id, person }) =>
            id === change.case || (change.case === null && person !== null && person === change.person),
        )
        .map(({ id }) => id),
    choose: ids =>
      inTurn(async () => {
        const wanted = new Set(ids)
        const dropped = now.carried.filter(({ id }) => !wanted.has(id))
        const known = new Map(now.carried.map(each => [each.id, each]))
        for (const { id } of dropped) files.delete(id)
        await write(Object.fromEntries(dropped.map(({ id }) => [`file ${id}`, null])), {
          ...now,
          carried: [...wanted].map(id => known.get(id) ?? { id, stamp: null, person: null }),
        })
      }),
    file,
    files: async () => (await Promise.all(now.carried.map(({ id }) => file(id)))).filter(each => each !== null),
    keep: (id, stamp, content) =>
      inTurn(async () => {
        const line = { id, stamp, person: content.case.person }
        const others = now.carried.filter(each => each.id !== id)
        await write({ [`file ${id}`]: content }, { ...now, carried: [...others, line] })
        files.set(id, content)
      }),
    forget: id =>
      inTurn(async () => {
        await write({ [`file ${id}`]: null }, { ...now, carried: now.carried.filter(each => each.id !== id) })
        files.delete(id)
      }),
    answer: path => read(`answer ${path}`),
    keepAnswer: (path, reply) =>
      inTurn(async () => {
        const text = JSON.stringify(reply)
        if (answers.get(path) === text) return
        await write({ [`answer ${path}`]: reply }, now)
        answers.set(path, text)
      }),
  }
}
