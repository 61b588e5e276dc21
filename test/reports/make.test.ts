import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CliContext } from '#cli/context.ts'
import { reportCommand } from '#cli/report.ts'
import { systemActor } from '#register/work.ts'
import { checkFree, writeFolder } from '#reports/folder.ts'
import { kindNamed } from '#reports/kinds.ts'
import { makeReport, type Progress } from '#reports/make.ts'
import { checked } from '#reports/parameters.ts'
import { figuresOf } from '#reports/report.ts'
import { asOf, type Scratch, scratchRegister } from '../figures/scratch-register.ts'

/** From the register to a folder of files, on a database of its own. */
let scratch: Scratch
let folder = ''
const kind = kindNamed('year')
const asked = { kind, parameters: { year: '2011' } }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-report-'))
  scratch = await scratchRegister()
  await scratch.office('NA')
  await scratch.facts([
    { office: 'NA', person: 1, dims: { sex: 'female', nationality: ['NA'], age_group: 'adult' } },
    { office: 'NA', person: 2, dims: { sex: 'male', nationality: ['UA'], age_group: 'adult' } },
    { office: 'NA', person: 3, dims: { sex: 'male', nationality: ['UA'], age_group: 'child' } },
  ])
})
afterAll(async () => {
  await scratch.close()
  await rm(folder, { recursive: true, force: true })
})

const making = (progress: (at: Progress) => void = () => undefined, stop = new AbortController()) => ({
  mode: 'internal' as const,
  signal: stop.signal,
  progress,
})

test('a report counts, keeps every question, and says how far it is', async () => {
  const told: Progress[] = []
  const { report, queries } = await makeReport(
    scratch.register,
    systemActor,
    asked,
    making(at => told.push(at)),
  )
  expect(report.cutOff).toBe(asOf)
  expect(figuresOf(report).map(({ number }) => number)).toEqual(figuresOf(report).map((_, at) => at + 1))
  expect(figuresOf(report).map(({ query }) => query)).toEqual(queries)
  const bySex = figuresOf(report).find(({ id }) => id === 'instances-sex')
  expect(bySex?.rows.map(({ key, n, share }) => [key, n, share])).toEqual([
    ['male', 2, 67],
    ['female', 1, 33],
  ])
  expect(report.coverage).toContain('Offices with case files: 1')
  expect(told[0]).toEqual({ doing: 'counting', done: 0, of: kind.questions })
  expect(told.at(-1)).toEqual({ doing: 'counting', done: kind.questions, of: kind.questions })
})

test('the questions of the base year are kept beside those of the year', async () => {
  const annual = { kind: kindNamed('annual'), parameters: { year: '2011', base: '2008' } }
  const { report, queries } = await makeReport(scratch.register, systemActor, annual, making())
  const asked = queries.map(query => JSON.stringify(query))
  const measured = figuresOf(report).filter(({ query }) => query?.year === 2008)
  expect(measured.map(({ id }) => id)).toEqual(expect.arrayContaining(['by-sex-2008', 'by-age-2008']))
  for (const { id, query } of figuresOf(report))
    if (query)
      expect(
        asked.some(each => sameQuestion(each, query)),
        id,
      ).toBe(true)
})

/** Whatever the order in which it was written down. */
const sameQuestion = (asked: string, query: object): boolean => {
  const sorted = (value: object) => JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return sorted(JSON.parse(asked) as object) === sorted(query)
}

test('stopped while it counts, it asks nothing more', async () => {
  const stop = new AbortController()
  const told: Progress[] = []
  const made = makeReport(
    scratch.register,
    systemActor,
    asked,
    making(at => {
      told.push(at)
      if (at.done === 2) stop.abort()
    }, stop),
  )
  await expect(made).rejects.toMatchObject({ code: 'stopped' })
  expect(told.at(-1)?.done).toBe(2)
})

test.each([
  [{}, 'year: a year'],
  [{ year: '11' }, 'year: a year'],
  [{ year: '2011', country: 'UA' }, 'takes year, not country'],
])('parameters are checked by their declaration: %j', (given, said) => {
  expect(() => checked(kind, given)).toThrow(said)
})

test('a day that does not exist is no day', () => {
  const days = { ...kind, parameters: [{ id: 'from', type: 'day' as const, about: '' }] }
  expect(() => checked(days, { from: '2022-02-30' })).toThrow('There is no day 2022-02-30')
  expect(checked(days, { from: '2022-02-28' })).toEqual({ from: '2022-02-28' })
})

function command(lines: string[] = []): { run: (words: string[]) => Promise<unknown>; lines: string[] } {
  const context: CliContext = {
    dataDir: '',
    json: false,
    out: line => lines.push(line),
    err: line => lines.push(line),
    openRegister: async () => scratch.register,
    close: async () => undefined,
  }
  const quietly = reportCommand(context).exitOverride()
  for (const each of [quietly, ...quietly.commands]) each.exitOverride().configureOutput({ writeErr: () => undefined })
  return { run: words => quietly.parseAsync(words, { from: 'user' }), lines }
}

test('waymark report writes every format into a folder of its own, and the same again elsewhere', async () => {
  const { run, lines } = command()
  const [first, second] = [join(folder, 'first'), join(folder, 'second')]
  await run(['year', '--year', '2011', '--mode', 'internal', '--out', first])
  expect((await readdir(first)).sort()).toEqual([
    'figures.csv',
    'figures.json',
    'report.docx',
    'report.html',
    'report.pdf',
    'report.xlsx',
  ])
  expect(lines.at(-1)).toContain('10 figures')
  expect(lines).toContain('Writing: 0 of 6 files')
  await command().run(['year', '--year', '2011', '--mode', 'internal', '--out', second])
  for (const name of await readdir(first))
    expect((await readFile(join(first, name))).equals(await readFile(join(second, name))), name).toBe(true)
})

test('a folder with something in it is left alone, and no half folder stays behind', async () => {
  const full = join(folder, 'full')
  await writeFolder(full, [{ name: 'a.txt', mediaType: 'text/plain', bytes: Buffer.from('a'), sha256: '' }])
  await expect(command().run(['year', '--year', '2011', '--mode', 'internal', '--out', full])).rejects.toMatchObject({
    code: 'place_taken',
  })
  await writeFile(join(folder, 'a-file'), '')
  await expect(checkFree(join(folder, 'a-file'))).rejects.toMatchObject({ code: 'place_taken' })
  const broken = join(folder, 'broken')
  await expect(
    writeFolder(broken, [{ name: 'no/such/place', mediaType: '', bytes: Buffer.from(''), sha256: '' }]),
  ).rejects.toThrow('ENOENT')
  expect(existsSync(broken)).toBe(false)
  expect((await readdir(folder)).filter(name => name.startsWith('.'))).toEqual([])
})

test('Ctrl-C stops it: nothing is written, and it says so', async () => {
  const place = join(folder, 'stopped')
  const { run, lines } = command()
  const interrupt = setInterval(() => {
    if (lines.some(line => line.startsWith('Counting'))) {
      clearInterval(interrupt)
      process.emit('SIGINT')
    }
  }, 1)
  await run(['year', '--year', '2011', '--mode', 'internal', '--out', place])
  expect(lines).toContain('Stopped. Nothing was written.')
  expect(process.exitCode).toBe(1)
  process.exitCode = 0
  expect(existsSync(place)).toBe(false)
})
