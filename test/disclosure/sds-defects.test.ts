// What was found wrong in Microsoft's Synthetic Data Showcase must not come back here. The numbers are those of the study.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lengthWeights, noisePlan } from '#disclosure/accountant.ts'
import { Sensitive } from '#disclosure/boundary.ts'
import { type Domain, domainOf, type FactTable, tableOf } from '#disclosure/facts.ts'
import { kAnonymous } from '#disclosure/kanon.ts'
import { Ledger } from '#disclosure/ledger.ts'
import { measure } from '#disclosure/measure.ts'
import { publishDp } from '#disclosure/publish-dp.ts'
import { publishKanon } from '#disclosure/publish-kanon.ts'
import { readSchema } from '#disclosure/schema.ts'
import { domainWith, repeatableBits, sampleOfSds } from './tables.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'waymark-defects-'))
})
afterEach(() => rm(dir, { recursive: true }))

const ledger = () => new Ledger(join(dir, 'ledger'), () => new Date('2026-05-01T00:00:00Z'))
const parameters = { epsilon: 1, delta: 1e-9, reportingLength: 2, overCap: 'refuse', fabrication: 0.02 } as const

async function published(table: FactTable, own: Partial<typeof parameters> | { delta: number } = {}) {
  const linesOf = new Int32Array(table.persons)
  const { files } = await publishDp({
    table,
    linesOf,
    population: 'all',
    parameters: { ...parameters, ...own },
    ledger: ledger(),
  })
  return Object.fromEntries(files.map(file => [file.name, file.bytes.toString()]))
}

/** Two columns, one of which takes several values; nobody of these has SECRETLAND. */
const withSecret: Domain = domainOf(
  readSchema(
    JSON.stringify({
      columns: [
        { name: 'sex', values: ['f', 'm'] },
        { name: 'place', values: ['A', 'B', 'SECRETLAND'], delimiter: '|' },
      ],
    }),
    'test',
  ),
)

describe('3.1 how noisy everybody’s counts are depends on one rich person', () => {
  test('the plan follows from the public cap; the table is not asked', async () => {
    const domain = domainWith(Array.from({ length: 40 }, () => 1))
    const poor = Array.from({ length: 300 }, () => [0, 1, 2, 3])
    const rich = Array.from({ length: 40 }, (_, at) => at)
    const plan = noisePlan(0.3, 40, 1, lengthWeights(1))
    const seen = async (people: number[][]) =>
      (
        await measure(Sensitive.of(tableOf(domain, people)), domain, plan, {
          fabrication: 0.02,
          bits: repeatableBits(3),
        })
      ).value
    const [without, withRich] = [await seen(poor), await seen([...poor, rich])]
    // The same bits give the same noise: each count differs by the one person and by nothing else.
    expect([...withRich.singles].map((count, at) => count - (without.singles[at] ?? 0))).toEqual(rich.map(() => 1))
  })
})

describe('3.2 headers that tell what somebody has', () => {
  test('columns and values that are named are those of the schema, whoever is in the table', async () => {
    const people = Array.from({ length: 100 }, (_, p) => [p % 2, 2])
    const [without, withOne] = [
      await published(tableOf(withSecret, people)),
      await published(tableOf(withSecret, [...people, [0, 4]])),
    ]
    const names = (files: Record<string, string>) =>
      (files['aggregates.csv'] ?? '').split('\r\n').flatMap(line => (line.startsWith('1,') ? [line.split(',')[1]] : []))
    expect(names(withOne)).toEqual(names(without))
    expect((withOne['synthetic.csv'] ?? '').split('\r\n')[0]).toBe('sex,place')
    expect(JSON.parse(withOne['manifest.json'] ?? '{}').schema).toEqual(
      JSON.parse(without['manifest.json'] ?? '{}').schema,
    )
  })
})

test('3.3 k-anonymous records: equal ones are capped, whole persons are not copied freely', async () => {
  const domain = domainWith([3, 3, 3])
  const table = tableOf(
    domain,
    Array.from({ length: 25 }, () => [0, 3, 6]),
  )
  const made = await kAnonymous(table, { k: 11, bits: repeatableBits(1) })
  expect(made.filter(record => record.length === 3).length).toBeLessThanOrEqual(22)
})

test('3.4 the values asked about are the public ones, not those of the table', async () => {
  const domain = domainWith([3, 2])
  const seen = await measure(Sensitive.of(tableOf(domain, [[0]])), domain, noisePlan(0.3, 2, 1, [1]), {
    fabrication: 0.02,
    bits: repeatableBits(1),
  })
  expect(seen.value.asked[1]).toBe(5)
})

test('3.5 delta as large as 1/(n ln n) is refused unless argued', async () => {
  await expect(published(sampleOfSds(100, 1), { delta: 1 / (100 * Math.log(100)) })).rejects.toThrow(/Delta/)
})

describe('3.7 the true number of persons', () => {
  test('it is seen through noise like every other count, and nothing else is computed from it', async () => {
    const domain = domainWith([2])
    const table = tableOf(
      domain,
      Array.from({ length: 500 }, () => [0]),
    )
    const seen = async (seed: number) =>
      (
        await measure(Sensitive.of(table), domain, noisePlan(0.01, 1, 1, [1]), {
          fabrication: 0.02,
          bits: repeatableBits(seed),
        })
      ).value.noisy[0]?.[0]
    expect(new Set([await seen(1), await seen(2), await seen(3), await seen(4)]).size).toBeGreaterThan(1)
    const files = await published(table)
    const manifest = JSON.parse(files['manifest.json'] ?? '{}')
    expect((files['synthetic.csv'] ?? '').trim().split('\r\n').length - 1).toBe(manifest.records)
    expect(manifest.records).toBeGreaterThanOrEqual(manifest.persons)
  })
})

test('3.8 a noisy number of persons below zero is no crash', async () => {
  const domain = domainWith([1])
  const table = tableOf(
    domain,
    Array.from({ length: 11 }, () => []),
  )
  for (let n = 0; n < 8; n++) {
    const files = await published(table, { epsilon: 0.05 + n / 1000 } as Partial<typeof parameters>)
    expect(files['synthetic.csv']).toMatch(/^a\r\n/)
  }
})

test('3.9 rare values of public lists are not lost: each stands in the counts with its range', async () => {
  const table = tableOf(withSecret, [...Array.from({ length: 200 }, () => [0, 2]), [1, 4]])
  const { 'aggregates.csv': text = '' } = await published(table)
  expect(text).toMatch(/^1,place:SECRETLAND,\d+,\d+,\d+\r$/m)
})

test('3.10 rounded releases cannot be made twice, so that no difference tells who came in between', async () => {
  const people = Array.from({ length: 60 }, (_, p) => [p % 2])
  const ask = { population: 'all', k: 11, reportingLength: 2, ledger: ledger() }
  const first = await publishKanon({ ...ask, table: tableOf(withSecret, people) })
  expect(first.again).toBe(false)
  expect((await publishKanon({ ...ask, table: tableOf(withSecret, people) })).again).toBe(true)
  const second = publishKanon({ ...ask, table: tableOf(withSecret, [...people, [0]]) })
  await expect(second).rejects.toMatchObject({ code: 'kanon_before' })
})

test('1.5 totals are rounded once, not twice', async () => {
  const table = sampleOfSds(500, 9)
  const made = await kAnonymous(table, { k: 10, bits: repeatableBits(2) })
  table.domain.attributes.forEach((_, attribute) => {
    const people = table.values.filter(value => value === attribute).length
    expect(made.filter(record => record.includes(attribute)).length).toBe(10 * Math.floor(people / 10))
  })
})
