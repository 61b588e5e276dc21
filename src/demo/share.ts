import type { MessagePort } from 'node:worker_threads'
import type { Actor } from '#access/permission.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import type { ImportUnit } from '#register/import-unit.ts'
import { type KeyParts, keysOf } from '#register/keys.ts'
import { directoryOf, type OfficeRow } from '#register/office-directory.ts'
import { type NumberBlock, numbersOf, preparer } from '#register/prepare.ts'
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

/** Persons a batch: a few megabytes of text. */
const batchSize = 1_000

/** Generates, seals and prepares the share, one batch for each request that comes through the port; `null` ends it. */
export function serveShare(port: MessagePort, share: Share): void {
  const offices = directoryOf(share.offices)
  const ground = { keys: keysOf(share.keys), dictionary: builtIn, offices, actor: share.actor, now: share.now }
  const prepare = preparer(ground, 'demo')
  const numbers = numbersOf(share.numbers, ground)
  const units = demoUnits({ ...share.units, offices: share.offices })
  port.on('message', () => {
    const batch: ImportUnit[] = []
    while (batch.length < batchSize) {
      const { value, done } = units.next()
      if (done) break
      batch.push(value)
    }
    prepare.add(batch, numbers)
    port.postMessage(batch.length === 0 ? null : prepare.take())
    if (batch.length === 0) port.close()
  })
}
