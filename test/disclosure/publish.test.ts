import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DpParameters } from '#disclosure/dp-parameters.ts'
import { Ledger } from '#disclosure/ledger.ts'
import { publishDp } from '#disclosure/publish-dp.ts'
import { sampleOfSds } from './tables.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'waymark-disclosure-'))
})
afterEach(() => rm(dir, { recursive: true }))

const today = () => new Date('2026-05-01T10:00:00Z')
const ledger = (now = today) => new Ledger(join(dir, 'ledger'), now)
const ask: DpParameters = { epsilon: 4, delta: 1e-9, reportingLength: 2, overCap: 'refuse', fabrication: 0.02 }
const table = sampleOfSds(400, 1)

function publish(
  parameters: Partial<DpParameters> = {},
  { population = 'all', now = today, signal = undefined as AbortSignal | undefined, of = table } = {},
) {
  return publishDp({
    table: of,
    linesOf: Int32Array.from({ length: of.persons }, (_, p) => p + 2),
    population,
    parameters: { ...ask, ...parameters },
    ledger: ledger(now),
    ...(signal === undefined ? {} : { signal }),
  })
}

test('a release is four files, and the manifest says how it was made', async () => {
  const { files, again, rho } = await publish()
  expect(again).toBe(false)
  expect(files.map(file => file.name).sort()).toEqual([
    'aggregates.csv',
    'manifest.json',
    'report.html',
    'synthetic.csv',
  ])
  const text = (name: string) => files.find(file => file.name === name)?.bytes.toString() ?? ''
  expect(text('synthetic.csv').split('\r\n')[0]).toBe('H1,H2,H3,H4,H5,H6,H7,H8,H9,H10')
  expect(text('aggregates.csv').split('\r\n')[0]).toBe('length,combination,count,low,high')
  const manifest = JSON.parse(text('manifest.json'))
  expect(manifest).toMatchObject({ unit: 'person', epsilon: 4, delta: 1e-9, rho, cap: 10, reportingLength: 2 })
  for (const { name, sha256 } of manifest.files) expect(files.find(file => file.name === name)?.sha256).toBe(sha256)
  expect(text('report.html')).not.toMatch(/<script[^>]*src|<link|https?:/)
})

test('the same request is answered with the same files and costs nothing more', async () => {
  const first = await publish()
  const second = await publish()
  expect(second.again).toBe(true)
  const bytes = (files: typeof first.files) => Object.fromEntries(files.map(file => [file.name, file.sha256]))
  expect(bytes(second.files)).toEqual(bytes(first.files))
  expect((await ledger().standing('all')).spent).toBeCloseTo(first.rho)
  expect((await publish({ reportingLength: 1 })).again).toBe(false)
})

test('the year’s budget is not passed; nothing is sampled then, and the next year is another', async () => {
  await ledger().setBudget('all', 0.3)
  await publish()
  await expect(publish({ epsilon: 3.9 })).rejects.toMatchObject({ code: 'ledger_cap' })
  expect((await ledger().entries()).filter(entry => entry.kind === 'charge')).toHaveLength(1)
  expect((await publish({ epsilon: 3.9 }, { population: 'others' })).again).toBe(false)
  expect((await publish({ epsilon: 3.9 }, { now: () => new Date('2027-01-02T00:00:00Z') })).again).toBe(false)
})

test('a release that is stopped after the charge stays charged, and asking again is a second one', async () => {
  await expect(publish({}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'stopped_charged' })
  const { spent } = await ledger().standing('all')
  expect(spent).toBeGreaterThan(0)
  const second = await publish()
  expect(second.again).toBe(false)
  expect((await ledger().standing('all')).spent).toBeCloseTo(2 * second.rho)
})

test('a ledger that was altered is not written to', async () => {
  await publish()
  const file = join(dir, 'ledger', 'ledger.jsonl')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/"rho":0\.\d/, '"rho":0.0'))
  await expect(publish({ epsilon: 1 })).rejects.toMatchObject({ code: 'ledger_broken', details: { entry: 1 } })
  // Without its first line the chain does not begin where it has to.
  await writeFile(file, text.split('\n').slice(1).join('\n'))
  await expect(publish({ epsilon: 1 })).rejects.toMatchObject({ code: 'ledger_broken' })
})

test('a stored release that is gone is not made anew in silence', async () => {
  await publish()
  await rm(join(dir, 'ledger', 'outputs'), { recursive: true })
  await expect(publish()).rejects.toMatchObject({ code: 'ledger_lost' })
})

test('two releases at once are charged one after the other', async () => {
  await ledger().setBudget('all', 0.25)
  const both = await Promise.allSettled([publish(), publish({ epsilon: 3.9 })])
  expect(both.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected'])
})

describe('refused before anything is spent', () => {
  test.each<[string, Partial<DpParameters>]>([
    ['epsilon', { epsilon: 0 }],
    ['epsilon', { epsilon: -1 }],
    ['epsilon', { epsilon: Number.NaN }],
    ['delta', { delta: 0 }],
    ['delta', { delta: 1e-6 }],
    ['delta', { delta: Number.NaN }],
    ['delta_argued', { delta: 0.01, deltaArgument: 'because' }],
    ['budget_nothing', { epsilon: 1e-9 }],
    ['reporting_length', { reportingLength: 0 }],
    ['reporting_length', { reportingLength: 1.5 }],
    ['cap', { cap: 0 }],
    ['cap', { cap: 99 }],
    ['over_cap', { cap: 3 }],
    ['fabrication', { fabrication: 0 }],
  ])('%s %j', async (code, parameters) => {
    await expect(publish(parameters)).rejects.toMatchObject({ name: 'DisclosureProblem', code })
    expect(await ledger().entries()).toEqual([])
  })

  test('a table of one row', async () => {
    await expect(publish({}, { of: sampleOfSds(1, 1) })).rejects.toMatchObject({ code: 'too_few_persons' })
    expect(await ledger().entries()).toEqual([])
  })
})

test('delta above 1e-9 needs a reason, which is published', async () => {
  const { files } = await publish({ delta: 1e-6, deltaArgument: 'as the release before it' })
  const manifest = JSON.parse(files.find(file => file.name === 'manifest.json')?.bytes.toString() ?? '{}')
  expect(manifest.deltaArgument).toBe('as the release before it')
  expect(manifest.epsilonAtDelta1e9).toBeGreaterThan(4)
})
