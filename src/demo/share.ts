import { once } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
import type { Actor } from '#access/permission.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { factCodes } from '#register/fact-codes.ts'
import type { ImportUnit } from '#register/import-unit.ts'
import { type KeyParts, keysOf } from '#register/keys.ts'
import { directoryOf, type OfficeRow } from '#register/office-directory.ts'
import { type NumberBlock, numbersOf, type PreparedBatch, preparer } from '#register/prepare.ts'
import { type DemoOptions, demoUnits } from './persons.ts'

/** A worker's share of a large demo: which persons, and what it needs to write their files. Plain data and keys. */
export interface Share {
  readonly keys: KeyParts
  readonly actor: Actor
  readonly now: Date
  readonly offices: readonly OfficeRow[]
  readonly numbers: NumberBlock
  readonly units: Omit<DemoOptions, 'offices' | 'ids'>
}

/** What the thread is told: to make the next batch, or the codes of the answers that it asked about. */
export type ToShare = 'next' | readonly number[]
/** What it says: a batch, `null` at the end, or answers that it needs codes of. */
export type FromShare = PreparedBatch | null | { readonly answers: readonly (readonly string[])[] }

/** Persons a batch: a few megabytes of text. */
const batchSize = 1_000

/** Generates, seals and prepares the share, one batch for each request that comes through the port; `null` ends it. */
export async function serveShare(port: MessagePort, share: Share): Promise<void> {
  const offices = directoryOf(share.offices)
  const codes = factCodes(async answers => {
    port.postMessage({ answers } satisfies FromShare)
    const [given] = (await once(port, 'message')) as [readonly number[]]
    return given
  })
  const ground = { keys: keysOf(share.keys), codes, dictionary: builtIn, offices, actor: share.actor, now: share.now }
  const prepare = preparer(ground, 'demo')
  const numbers = numbersOf(share.numbers, ground)
  const units = demoUnits({ ...share.units, offices: share.offices })
  for (;;) {
    await once(port, 'message')
    const batch: ImportUnit[] = []
    while (batch.length < batchSize) {
      const { value, done } = units.next()
      if (done) break
      batch.push(value)
    }
    prepare.add(batch, numbers)
    port.postMessage((batch.length === 0 ? null : await prepare.take()) satisfies FromShare)
    if (batch.length === 0) return port.close()
  }
}
