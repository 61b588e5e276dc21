import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { damerauLevenshtein } from '#linkage/distance/damerau.ts'
import { jaroWinkler } from '#linkage/distance/jaro-winkler.ts'
import { levenshtein } from '#linkage/distance/levenshtein.ts'
import type { Engine } from '#linkage/engine/engine.ts'
import { openPostgres } from '#linkage/engine/postgres.ts'
import { link } from '#linkage/link.ts'
import { migrants } from '#linkage/synthetic/migrants.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'
import { link as command } from './command.ts'
import { csv, folder, listener } from './files.ts'
import { registrationLines } from './registrations.ts'

/** The same SQL on a real PostgreSQL: the same distances, links and persons as DuckDB. */
let database: FreshDatabase
let engine: Engine
beforeAll(async () => {
  database = await freshDatabase()
  engine = await openPostgres({ connectionString: database.url })
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})

const text = fc
  .string({ unit: fc.constantFrom(...'abcdeяіґمحសុखाक😀'), maxLength: 9 })
  .map(each => each.normalize('NFC'))
const pairs = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 40 })

test('distances are those of plain code, whatever the script', async () => {
  const { dialect: d } = engine
  await fc.assert(
    fc.asyncProperty(pairs, async found => {
      await engine.load('words', {
        names: ['n', 'a', 'b'],
        types: ['integer', 'text', 'text'],
        values: [found.map((_, i) => i), found.map(([a]) => a), found.map(([, b]) => b)],
      })
      const same = 'CASE WHEN length(a) = length(b) THEN'
      const read = await engine.read(
        `SELECT ${d.jaroWinkler('a', 'b')}, ${d.levenshtein('a', 'b')}, ${d.damerau('a', 'b')}, ${same} ${d.hamming('a', 'b')} END FROM words ORDER BY n`,
      )
      for (const [i, [a, b]] of found.entries()) {
        const [similar, plain, slips, digits] = read.map(column => column[i])
        // The dialect is asked about different texts only: equal ones cost nothing.
        if (a !== b && (a !== '' || b !== '')) expect(similar).toBeCloseTo(jaroWinkler(a, b), 9)
        expect([plain, slips]).toEqual([levenshtein(a, b), damerauLevenshtein(a, b)])
        const [left, right] = [[...a], [...b]]
        expect(digits).toBe(
          left.length === right.length ? left.filter((letter, at) => letter !== right[at]).length : null,
        )
      }
    }),
    { numRuns: 25 },
  )
})

test('whatever a cell holds arrives as it was, and nothing stays behind', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.option(fc.string({ unit: 'grapheme' })), fc.option(fc.double({ noNaN: true }))), {
        minLength: 1,
      }),
      async rows => {
        const clean = (cell: string) => cell.replaceAll('\u0000', '')
        await engine.load('cells', {
          names: ['n', 'word', 'number'],
          types: ['integer', 'text', 'real'],
          values: [rows.map((_, i) => i), rows.map(([word]) => word), rows.map(([, number]) => number)],
        })
        const [word, number] = await engine.read('SELECT word, number FROM cells ORDER BY n')
        expect(word).toEqual(rows.map(([cell]) => (cell === null ? null : clean(cell))))
        // Zero has no sign there.
        expect(number).toEqual(rows.map(([, cell]) => (cell === 0 ? 0 : cell)))
      },
    ),
    { numRuns: 25 },
  )
  const other = await openPostgres({ connectionString: database.url })
  await expect(other.read('SELECT * FROM cells')).rejects.toThrow('does not exist')
  await other.close()
})

const file = () => csv(registrationLines([...migrants({ persons: 90, seed: 11 })]))

test('a file is trained, linked and counted as by the engine inside', async () => {
  const path = file()
  const request = { files: [path], link: 'both' as const }
  const here = await link(request, listener())
  const there = await link(
    { ...request, openEngine: () => openPostgres({ connectionString: database.url }) },
    listener(),
  )
  expect(there.id).toEqual(here.id)
  expect(there.pairs).toBe(here.pairs)
  expect([...there.links.left]).toEqual([...here.links.left])
  expect([...there.links.right]).toEqual([...here.links.right])
  for (const [i, weight] of here.links.weight.entries()) expect(there.links.weight[i]).toBeCloseTo(weight, 6)
  expect([...there.person]).toEqual([...here.person])
  expect(there.count).toEqual(here.count)
}, 120_000)

test('stopped, it fails and leaves the server free', async () => {
  const stop = new AbortController()
  const steps: string[] = []
  const running = link(
    { files: [file()], link: 'both', openEngine: () => openPostgres({ connectionString: database.url }) },
    {
      ...listener(),
      signal: stop.signal,
      step(name) {
        steps.push(name)
        if (name === 'block') stop.abort()
      },
    },
  )
  await expect(running).rejects.toThrow()
  expect(steps).not.toContain('cluster')
  expect(
    Number(
      (await engine.read("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'waymark link'"))[0]?.[0],
    ),
  ).toBe(1)
}, 60_000)

test('the command takes the engine and decided pairs; without an address it says what to do', async () => {
  const path = file()
  const out = folder()
  const before = process.env['DATABASE_URL']
  try {
    delete process.env['DATABASE_URL']
    await expect(command('dedupe', path, '--train', '--out', out, '--engine', 'postgres')).rejects.toThrow(
      'DATABASE_URL',
    )
    process.env['DATABASE_URL'] = database.url
    expect(await command('dedupe', path, '--train', '--out', out, '--engine', 'postgres')).toContain('Persons: ')
  } finally {
    if (before === undefined) delete process.env['DATABASE_URL']
    else process.env['DATABASE_URL'] = before
  }
}, 60_000)
