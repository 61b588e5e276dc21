import { expect, test } from 'vitest'
import { link } from '#linkage/link.ts'
import { migrants } from '#linkage/synthetic/migrants.ts'
import { csv, listener } from './files.ts'
import { registrationLines } from './registrations.ts'

test('people registered by several missions, in several scripts, are found and counted without settings', async () => {
  const made = [...migrants({ persons: 1_500, seed: 11 })]
  const watch = listener()
  const { links, count, person, model, id } = await link({ files: [csv(registrationLines(made))], link: 'both' }, watch)
  const who = new Map(made.map(each => [each.registration.id, each.person]))
  const same = (a: number, b: number) => who.get(id[a] ?? '') === who.get(id[b] ?? '')
  const sizes = [...Map.groupBy(made, each => each.person).values()].map(each => each.length)
  const truePairs = sizes.reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
  const taken = [...links.weight.keys()].filter(i => (links.weight[i] as number) >= 4.25)
  const right = taken.filter(i => same(links.left[i] as number, links.right[i] as number)).length
  // A probability of 0.95 means it, although names, places and nationalities go together.
  expect(right / taken.length).toBeGreaterThan(0.95)
  expect(right / truePairs).toBeGreaterThan(0.7)
  expect(count.interval.from).toBeLessThanOrEqual(sizes.length)
  expect(count.interval.to).toBeGreaterThanOrEqual(sizes.length)
  expect(new Set(person).size).toBeGreaterThan(0.9 * sizes.length)
  expect(model.comparisons.find(each => each.name === 'birth_place')?.leans).not.toBeNull()
  expect(watch.warnings.join()).toMatch(/registered_on is left out/)
})
