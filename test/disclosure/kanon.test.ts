import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attributesOf, type FactTable } from '#disclosure/facts.ts'
import { kAnonymous } from '#disclosure/kanon.ts'
import { anyTable, repeatableBits, sampleOfSds } from './tables.ts'

const records = (table: FactTable, k: number, seed = 1) => kAnonymous(table, { k, bits: repeatableBits(seed) })

/** Persons who have all of these, one by one. */
function having(table: FactTable, attributes: readonly number[]): number {
  let count = 0
  for (let p = 0; p < table.persons; p++) {
    const own = new Set(attributesOf(table, p))
    if (attributes.every(attribute => own.has(attribute))) count++
  }
  return count
}

test('whatever a record holds, k persons have all of it; totals and copies are rounded down to k', async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, fc.integer({ min: 2, max: 8 }), fc.integer(), async (table, k, seed) => {
      const made = await records(table, k, seed)
      const copies = new Map<string, number>()
      const totals = table.domain.attributes.map(() => 0)
      for (const record of made) {
        expect(record.length).toBeGreaterThan(0)
        // A combination is shared by at least as many as the whole record.
        expect(having(table, record)).toBeGreaterThanOrEqual(k)
        copies.set(record.join(','), (copies.get(record.join(',')) ?? 0) + 1)
        for (const attribute of record) totals[attribute] = (totals[attribute] ?? 0) + 1
      }
      for (const [key, count] of copies) {
        expect(count).toBeLessThanOrEqual(k * Math.floor(having(table, key.split(',').map(Number)) / k))
      }
      expect(totals).toEqual(totals.map((_, attribute) => k * Math.floor(having(table, [attribute]) / k)))
    }),
    { numRuns: 150 },
  )
})

test('on a table of some size most of what k persons share is shown', async () => {
  const table = sampleOfSds(2000, 4)
  const made = await records(table, 11)
  const pairs = (lists: Iterable<ArrayLike<number>>) => {
    const found = new Set<string>()
    for (const list of lists)
      for (const a of Array.from(list)) for (const b of Array.from(list)) if (a < b) found.add(`${a},${b}`)
    return found
  }
  const people = Array.from({ length: table.persons }, (_, p) => attributesOf(table, p))
  expect(pairs(made).size / pairs(people).size).toBeGreaterThan(0.95)
})
