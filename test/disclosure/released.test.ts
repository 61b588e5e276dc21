import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lengthWeights, noisePlan } from '#disclosure/accountant.ts'
import { type Aggregates, agreed } from '#disclosure/agree.ts'
import { Sensitive } from '#disclosure/boundary.ts'
import { countCombinations } from '#disclosure/count.ts'
import { judged, utility } from '#disclosure/evaluate.ts'
import { type FactTable, tableOf } from '#disclosure/facts.ts'
import { measure } from '#disclosure/measure.ts'
import { synthesise } from '#disclosure/synthesis.ts'
import { shownCounts } from '#disclosure/release.ts'
import { anyTable, repeatableBits, repeatableChance, sampleOfSds } from './tables.ts'

async function released(table: FactTable, length: number, { rho = 0.4, seed = 1 } = {}): Promise<Aggregates> {
  const longest = Math.min(length, table.domain.groups)
  const plan = noisePlan(rho, table.domain.groups, longest, lengthWeights(longest))
  const options = { fabrication: 0.02, bits: repeatableBits(seed) }
  return agreed(await measure(Sensitive.of(table), table.domain, plan, options), table.domain, plan).value
}

const recordsOf = ({ domain, set, containment, counts }: Aggregates, seed = 1) =>
  synthesise({ domain, set, containment, counts, weights: [1, 100, 10, 3, 1] }, { chance: repeatableChance(seed) })

test('released counts agree: no column sums to more than the combination it belongs to', async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, fc.integer({ min: 1, max: 4 }), fc.integer(), async (table, length, seed) => {
      const { containment, counts } = await released(table, length, { rho: 20, seed })
      const { starts, groups, inner, whole } = containment
      for (let n = 0; n < inner; n++) {
        for (let g = 0; g < groups; g++) {
          const children = whole.subarray(starts[n * (groups + 1) + g], starts[n * (groups + 1) + g + 1])
          const sum = children.reduce((total, child) => total + (counts[child] ?? 0), 0)
          expect(sum).toBeLessThanOrEqual(counts[n] ?? 0)
        }
      }
      expect(counts.slice(1).every(count => count > 0)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('records hold no combination that was not released, and at most one value a column', async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, fc.integer({ min: 1, max: 4 }), fc.integer(), async (table, length, seed) => {
      const seen = await released(table, length, { rho: 20, seed })
      const records = await recordsOf(seen, seed)
      expect(records.length).toBeGreaterThanOrEqual(seen.counts[0] ?? 0)
      const again = await countCombinations(tableOf(table.domain, records), seen.set.longest)
      for (let l = 1; l <= again.set.longest; l++) {
        for (let at = 0; at < again.set.lengthAt(l); at++)
          expect(seen.set.find(again.set.attributes(l, at))).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 60 },
  )
})

test('every value of the public lists is shown, also when nobody has it, each with a range around its count', async () => {
  const table = sampleOfSds(600, 2)
  const shown = shownCounts(await released(table, 2))
  const singles = shown.filter(each => each.attributes.length === 1)
  expect(singles.map(each => each.attributes[0])).toEqual(table.domain.attributes.map((_, at) => at))
  expect(shown.every(({ count, low, high }) => low <= count && count <= high)).toBe(true)
})

// 6,000 persons, 10 columns, length 4, epsilon 4, delta 1/(n ln n). SDS's own figures for this table, from its published sample.
test('counts and records are nearer to the truth than those of SDS at equal epsilon and delta', async () => {
  const table = sampleOfSds(6000, 7)
  const exact = await countCombinations(table, 4)
  const seen = await released(table, 4, { rho: 0.395, seed: 5 })
  const counts = seen.set.levels.map((_, l) => seen.counts.slice(seen.set.base[l], seen.set.base[l + 1]))
  const aggregates = utility(exact, judged({ set: seen.set, counts }), [])
  const records = tableOf(table.domain, await recordsOf(seen))
  const synthetic = utility(exact, judged(await countCombinations(records, 4)), [])
  const sds = { aggregates: [18.0, 18.2, 18.1, 13.9], synthetic: [81.3, 64.8, 38.4, 19.3] }
  expect(aggregates.slice(1, 4).every(({ error }, at) => error < (sds.aggregates[at + 1] ?? 0))).toBe(true)
  expect(synthetic.slice(0, 4).every(({ error }, at) => error < (sds.synthetic[at] ?? 0) / 2)).toBe(true)
  const [first] = aggregates
  const all = aggregates.at(-1)
  expect(first?.suppressed).toBe(0)
  expect(all?.suppressedShare).toBeLessThan(0.051)
  expect(all?.fabricatedOfReleased).toBeLessThan(0.04)
})
