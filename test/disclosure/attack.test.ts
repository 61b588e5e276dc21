import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attack } from '#disclosure/attack.ts'
import { countCombinations } from '#disclosure/count.ts'
import { differences } from '#disclosure/differencing.ts'
import { attributesOf, type FactTable, tableOf } from '#disclosure/facts.ts'
import { kAnonymous } from '#disclosure/kanon.ts'
import { anyTable, domainWith, repeatableBits, sampleOfSds } from './tables.ts'

const rows = (table: FactTable) => Array.from({ length: table.persons }, (_, p) => [...attributesOf(table, p)])

test('records that are the persons themselves are found out', () => {
  const persons = sampleOfSds(500, 1)
  const [everybody] = attack({ persons, records: persons, strangers: sampleOfSds(500, 2) }).groups
  expect(everybody?.copies.share).toBe(1)
  expect(everybody?.linked.share).toBe(1)
  expect(everybody?.inferred.share).toBeGreaterThan(0.8)
  expect(everybody?.membership ?? 0).toBeGreaterThan(0.8)
})

test('records of others give nobody away', () => {
  const persons = sampleOfSds(500, 1)
  const report = attack({ persons, records: sampleOfSds(400, 3), strangers: sampleOfSds(500, 2) })
  const [everybody] = report.groups
  expect(Math.abs((everybody?.membership ?? 0) - 0.5)).toBeLessThan(0.05)
  expect(report.rowCountIsExact).toBe(false)
})

test('k-anonymous records link nobody: no person whom no other equals is a record with all columns filled', async () => {
  const persons = sampleOfSds(800, 5)
  const records = tableOf(persons.domain, await kAnonymous(persons, { k: 11, bits: repeatableBits(1) }))
  const [everybody] = attack({ persons, records }).groups
  const copied = attack({ persons, records: persons }).groups[0]
  expect(everybody?.copiesOfUnique ?? 0).toBeLessThan((copied?.copiesOfUnique ?? 0) / 4)
})

test('sub-groups are told apart', () => {
  const domain = domainWith([2, 2])
  const persons = tableOf(domain, [
    [0, 2],
    [0, 3],
    [1, 3],
  ])
  const report = attack({
    persons,
    records: tableOf(domain, [
      [0, 2],
      [1, 2],
    ]),
    by: 'a',
  })
  expect(report.groups.map(each => [each.group, each.persons, each.copies.of])).toEqual([
    ['everybody', 3, 2],
    ['1', 2, 1],
    ['2', 1, 1],
  ])
})

test('an order that is not of the contents is noticed', () => {
  const domain = domainWith([2])
  const told = (people: number[][]) =>
    attack({ persons: tableOf(domain, people), records: tableOf(domain, people) }).orderTells
  expect(told([[], [0], [1]])).toBe(false)
  expect(told([[1], [0]])).toBe(true)
})

test('two releases that differ by a person are told apart, and a release does not differ from itself', async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, async table => {
      const counted = await countCombinations(table, 3)
      expect(differences(counted, counted, 11)).toEqual([])
      const more = tableOf(table.domain, [...rows(table), [0]])
      expect(differences(counted, await countCombinations(more, 3), 11).map(each => each.attributes)).toEqual([[0]])
    }),
    { numRuns: 40 },
  )
})
