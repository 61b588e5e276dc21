import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countCombinations } from '#disclosure/count.ts'
import { attributesOf, type FactTable } from '#disclosure/facts.ts'
import { anyTable, sampleOfSds } from './tables.ts'

/** Every combination of every person up to a length, one by one. */
function naive(table: FactTable, longest: number): Map<string, number> {
  const found = new Map<string, number>([['', table.persons]])
  const add = (attributes: readonly number[], from: number, chosen: readonly number[]) => {
    for (let at = from; at < attributes.length; at++) {
      const next = [...chosen, attributes[at] ?? 0]
      found.set(next.join(','), (found.get(next.join(',')) ?? 0) + 1)
      if (next.length < longest) add(attributes, at + 1, next)
    }
  }
  for (let p = 0; p < table.persons; p++) add([...attributesOf(table, p)], 0, [])
  return found
}

async function counted(table: FactTable, longest: number, workers: number): Promise<Map<string, number>> {
  const { set, counts } = await countCombinations(table, longest, { workers })
  return new Map(
    counts.flatMap((level, l) => Array.from(level, (count, at) => [set.attributes(l, at).join(','), count] as const)),
  )
}

test('counts are those of counting one by one, and in order', async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, fc.integer({ min: 1, max: 5 }), async (table, longest) => {
      const found = await counted(table, longest, 0)
      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries(naive(table, Math.min(longest, table.domain.groups))),
      )
    }),
    { numRuns: 150 },
  )
})

test('threads count the same in the same order', async () => {
  const table = sampleOfSds(400, 3)
  const alone = await counted(table, 3, 0)
  const together = await counted(table, 3, 2)
  expect([...together]).toEqual([...alone])
})

test('every combination is found again, and no other', async () => {
  const { set, counts } = await countCombinations(sampleOfSds(200, 5), 3)
  for (let l = 0; l <= set.longest; l++) {
    for (let at = 0; at < (counts[l]?.length ?? 0); at++) expect(set.find(set.attributes(l, at))).toBe(at)
  }
  // Values of one column are never together.
  expect(set.find([0, 1])).toBe(-1)
})

test('a stop ends the count, in one thread and in several', async () => {
  const table = sampleOfSds(200, 5)
  const stopped = AbortSignal.abort()
  await expect(countCombinations(table, 3, { signal: stopped })).rejects.toMatchObject({ code: 'stopped' })
  await expect(countCombinations(table, 3, { signal: stopped, workers: 2 })).rejects.toMatchObject({ code: 'stopped' })
})

test('progress ends at the whole', async () => {
  const seen: number[] = []
  await countCombinations(sampleOfSds(100, 1), 2, { progress: done => seen.push(done) })
  expect(seen.at(-1)).toBeCloseTo(1)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
})
