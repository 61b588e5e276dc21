import type { Change, ChangeResult } from '#changes/change.ts'
import { absorb, type CarriedFile, type Waiting } from './carried.ts'

/** The server, over a link that may drop at any moment. Both calls throw when nothing answered. */
export interface Link {
  push(changes: readonly Change[]): Promise<readonly ChangeResult[]>
  carry(wanted: readonly { readonly id: string; readonly stamp: string | null }[]): Promise<Fetched>
}

/** Files that wait: pictures and papers of documents whose record is written already. */
export interface FileLink {
  /** True: the server has the file, from this sending or an earlier one. False: it will never take it. */
  attach(document: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean>
}

export interface FileShelf {
  /** Ids of documents whose file waits, oldest first. */
  filesWaiting(): Promise<readonly string[]>
  bytesOf(document: string): Promise<Uint8Array<ArrayBuffer> | null>
  fileSettled(document: string): Promise<void>
}

export interface Fetched {
  readonly files: readonly { readonly id: string; readonly stamp: string; readonly file: CarriedFile }[]
  readonly gone: readonly string[]
  readonly more: boolean
}

/** What the device keeps. Each call is durable when it resolves; the device may be switched off between any two. */
export interface Shelf {
  /** Everything not yet taken by the server, in order of place. */
  waiting(): Promise<readonly Waiting[]>
  /** The change is no longer waiting: taken by the server, or let go. */
  settle(id: string): Promise<void>
  refuse(waiting: Waiting): Promise<void>
  /** Ids of the carried cases with the stamp of what is held; null before the first fetch. */
  carried(): Promise<readonly { readonly id: string; readonly stamp: string | null }[]>
  /** Of the carried cases, those in which the change shows: its own, or every one of its person. */
  concerned(change: Change): Promise<readonly string[]>
  file(id: string): Promise<CarriedFile | null>
  /** `stamp` null: the file is newer than the stamp that came with it, fetch it again. */
  keep(id: string, stamp: string | null, file: CarriedFile): Promise<void>
  forget(id: string): Promise<void>
}

export interface Progress {
  onSettled?(result: ChangeResult): void
}

/** Changes in one request: about a second of a slow line, so that a line that drops every half minute still moves. */
const atOnce = 12

/**
 * Sends what waits, in order. A change leaves the queue on the server's receipt only; sending again what had arrived is
 * harmless, because its id is known there. Throws when the line drops; what was settled stays settled.
 */
export async function sendWaiting(shelf: Shelf, link: Link, progress: Progress = {}): Promise<void> {
  for (;;) {
    const batch = (await shelf.waiting()).filter(({ refused }) => refused.length === 0).slice(0, atOnce)
    if (batch.length === 0) return
    const results = await link.push(batch.map(({ change }) => change))
    for (const [i, waiting] of batch.entries()) {
      const result = results[i]
      if (result?.id !== waiting.change.id) throw new Error('The server answered about another change.')
      await settleOne(shelf, waiting, result)
      progress.onSettled?.(result)
    }
  }
}

async function settleOne(shelf: Shelf, waiting: Waiting, result: ChangeResult): Promise<void> {
  if (result.status === 'refused') return shelf.refuse({ ...waiting, refused: result.problems })
  // The file first: were the device switched off between the two, the change would be sent, and answered, once more.
  for (const id of await shelf.concerned(waiting.change)) {
    const file = await shelf.file(id)
    const after = absorb(id, file, waiting, result)
    if (after && after !== file) await shelf.keep(id, null, after)
  }
  await shelf.settle(waiting.change.id)
}

/**
 * Sends files after the records they belong to, one at a time; a document takes one file once, so that sending again is
 * harmless. A file whose document the server has refused waits until its author lets go of the document.
 */
export async function sendFiles(shelf: Shelf & FileShelf, link: FileLink): Promise<number> {
  const unsent = new Set((await shelf.waiting()).map(({ change }) => change.record))
  let sent = 0
  for (const document of await shelf.filesWaiting()) {
    if (unsent.has(document)) continue
    const bytes = await shelf.bytesOf(document)
    // Kept when the server will not take it: its author may still find another way.
    if (bytes && !(await link.attach(document, bytes))) continue
    await shelf.fileSettled(document)
    sent += 1
  }
  return sent
}

/** Fetches what moved of the carried cases, and forgets what may no longer be seen unless own work on it still waits. */
export async function fetchCarried(shelf: Shelf, link: Link): Promise<{ fetched: number; forgotten: number }> {
  let fetched = 0
  let forgotten = 0
  for (;;) {
    const wanted = await shelf.carried()
    if (wanted.length === 0) return { fetched, forgotten }
    const { files, gone, more } = await link.carry(wanted)
    for (const { id, stamp, file } of files) await shelf.keep(id, stamp, file)
    const waiting = await shelf.waiting()
    for (const id of gone) {
      if (waiting.some(({ change }) => change.case === id)) continue
      await shelf.forget(id)
      forgotten += 1
    }
    fetched += files.length
    if (!more) return { fetched, forgotten }
  }
}
