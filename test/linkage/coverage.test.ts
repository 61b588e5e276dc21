import { expect, test } from 'vitest'
import { link } from '#linkage/link.ts'
import { migrants } from '#linkage/synthetic/migrants.ts'
import { csv, listener } from './files.ts'
import { registrationLines } from './registrations.ts'

const registers = 7

test(`of ${registers} invented registers, the interval holds the true number of persons in at least six`, async () => {
  const counts = []
  for (let seed = 1; seed <= registers; seed++) {
    const made = [...migrants({ persons: 250, seed })]
    const { count } = await link({ files: [csv(registrationLines(made))], link: 'both' }, listener())
    counts.push({ ...count.interval, truth: new Set(made.map(each => each.person)).size, records: made.length })
  }
  const held = counts.filter(({ from, to, truth }) => from <= truth && truth <= to)
  expect(held.length / registers, JSON.stringify(counts)).toBeGreaterThanOrEqual(0.85)
  // An interval that holds every number would hold the true one, and say nothing.
  for (const { from, to, records } of counts) expect(to - from).toBeLessThan(0.25 * records)
})
