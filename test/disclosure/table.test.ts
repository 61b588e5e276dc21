import fc from 'fast-check'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CliContext } from '#cli/context.ts'
import { publishCommand } from '#cli/publish.ts'
import { domainOf, type FactTable, tableOf } from '#disclosure/facts.ts'
import { readSchema } from '#disclosure/schema.ts'
import { feasibleIntervals } from '#disclosure/tables/audit.ts'
import { countTables, type TableSystem, valuesOf } from '#disclosure/tables/cells.ts'
import { differencesFrom } from '#disclosure/tables/differences.ts'
import { dominatedCells, primaryCells } from '#disclosure/tables/primary.ts'
import { protect } from '#disclosure/tables/protect.ts'
import { roundTable } from '#disclosure/tables/rounding.ts'
import { openSolver, type Solver } from '#disclosure/tables/solver.ts'
import { anyTable } from './tables.ts'

let solver: Solver
let dir: string
beforeAll(async () => {
  solver = await openSolver()
  dir = await mkdtemp(join(tmpdir(), 'waymark-table-'))
})
afterAll(() => rm(dir, { recursive: true }))

/** Persons with these values of columns, each so often. */
function facts(
  lists: Readonly<Record<string, readonly string[]>>,
  rows: readonly (readonly [Record<string, string>, number])[],
): FactTable {
  const domain = domainOf(readSchema(JSON.stringify({ columns: lists }), 'test'))
  const at = (column: string, value: string) =>
    domain.attributes.findIndex(each => domain.schema.columns[each.column]?.name === column && each.value === value)
  return tableOf(
    domain,
    rows.flatMap(([person, times]) =>
      Array.from({ length: times }, () => Object.entries(person).map(([c, v]) => at(c, v))),
    ),
  )
}
const cell = ({ ids }: TableSystem, ...labels: string[]) => ids.indexOf(JSON.stringify(labels.toSorted()))

test('every cell is what counting one by one gives, whatever the tables and groups', () => {
  fc.assert(
    fc.property(anyTable, fc.integer({ min: 0, max: 2 }), (table, grouped) => {
      const names = table.domain.schema.columns.map(({ name }) => name).slice(0, 3)
      const [first = 'a'] = names
      const parents = new Map([[first, new Map(Array.from({ length: grouped }, (_, i) => [String(i + 1), 'some']))]])
      const system = countTables(table, [names, [first]], parents)
      const said = new Map(names.map(name => [name, valuesOf(table, name)]))
      for (const [i, id] of system.ids.entries()) {
        const conditions = (JSON.parse(id) as string[]).map(label => label.split('=') as [string, string])
        let n = 0
        for (let person = 0; person < table.persons; person++) {
          const fits = conditions.every(([column, value]) => {
            const own = said.get(column)?.[person] ?? ''
            const group = parents.get(column)?.get(own)
            return value === (own === '' ? '(not recorded)' : own) || value === group
          })
          if (fits) n++
        }
        expect(system.counts[i]).toBe(n)
      }
      for (const { whole, parts } of system.relations)
        expect(parts.reduce((sum, part) => sum + (system.counts[part] as number), 0)).toBe(system.counts[whole])
    }),
    { numRuns: 60 },
  )
})

const policy = { k: 4, protection: 3, full: true }
/** Two to three columns of two or three values, few persons. */
const smallTable = fc
  .record({
    sizes: fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 2, maxLength: 2 }),
    people: fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 8, maxLength: 40 }),
  })
  .map(({ sizes, people }) =>
    facts(
      Object.fromEntries(sizes.map((size, i) => [`c${i}`, Array.from({ length: size }, (_, v) => `v${v}`)])),
      people.map(
        values => [Object.fromEntries(sizes.map((size, i) => [`c${i}`, `v${(values[i] ?? 0) % size}`])), 1] as const,
      ),
    ),
  )

/** All tables of whole numbers that agree with what is shown: the slow and plain way, by the leaves. */
function everyTable(system: TableSystem, shown: readonly (number | null)[], least: number): number[][] {
  const leaves = [...system.ids.keys()].filter(i => !system.relations.some(({ whole }) => whole === i))
  const most = Math.max(...system.counts)
  const found: number[][] = []
  const values = Array.from<number | undefined>({ length: system.ids.length })
  const sumOf = (i: number): number => {
    const relation = system.relations.find(({ whole }) => whole === i)
    return relation ? relation.parts.reduce((sum, part) => sum + sumOf(part), 0) : (values[i] ?? 0)
  }
  const walk = (at: number) => {
    if (at === leaves.length) {
      const table = system.ids.map((_, i) => sumOf(i))
      if (table.every((n, i) => (shown[i] === null ? n >= least : n === shown[i]))) found.push(table)
      return
    }
    const leaf = leaves[at] as number
    const known = shown[leaf]
    for (let n = known ?? least; n <= (known ?? most); n++) {
      values[leaf] = n
      walk(at + 1)
    }
  }
  walk(0)
  return found
}

test('what the audit says a hidden number can be is what trying every table gives, and what is hidden is wide enough', async () => {
  await fc.assert(
    fc.asyncProperty(smallTable, fc.boolean(), async (table, full) => {
      const system = countTables(table, [table.domain.schema.columns.map(({ name }) => name)], new Map())
      const primary = primaryCells(system, { ...policy, full })
      const least = full ? 0 : 1
      const { hidden, open } = await protect(solver, {
        amounts: system.counts,
        relations: system.relations,
        primary,
        hidden: new Set(),
        least,
        hidesZeros: full,
      })
      const shown = Array.from(system.counts, (n, i) => (hidden.has(i) ? null : n))
      const feasible = await feasibleIntervals(solver, { shown, relations: system.relations, least })
      for (const [i, width] of primary) {
        const { low, high } = feasible.get(i) ?? { low: 0, high: 0 }
        if (!open.includes(i)) expect(high === null || high - low >= width).toBe(true)
      }
      // Trying all is only possible while few numbers are hidden.
      const leaves = [...hidden].filter(i => !system.relations.some(({ whole }) => whole === i))
      if (leaves.length > 4 || hidden.has(cell(system))) return
      const tables = everyTable(system, shown, least)
      for (const i of hidden) {
        const seen = tables.map(each => each[i] as number)
        expect(feasible.get(i)).toEqual({ low: Math.min(...seen), high: Math.max(...seen) })
      }
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('AS37 Japan: 13, 12, c, c of 35; hiding China alone would be found too narrow', async () => {
  const table = facts({ nationality: ['ID', 'PH', 'TH', 'CN'] }, [
    [{ nationality: 'ID' }, 13],
    [{ nationality: 'PH' }, 12],
    [{ nationality: 'TH' }, 9],
    [{ nationality: 'CN' }, 1],
  ])
  const system = countTables(table, [['nationality']], new Map())
  const primary = primaryCells(system, { k: 5, protection: 4, full: true })
  expect([...primary.keys()]).toEqual([cell(system, 'nationality=CN')])
  const { hidden } = await protect(solver, {
    amounts: system.counts,
    relations: system.relations,
    primary,
    hidden: new Set(),
    least: 1,
    hidesZeros: false,
  })
  expect(hidden).toEqual(new Set([cell(system, 'nationality=TH'), cell(system, 'nationality=CN')]))
  const alone = Array.from(system.counts, (n, i) => (primary.has(i) ? null : n))
  const feasible = await feasibleIntervals(solver, { shown: alone, relations: system.relations, least: 1 })
  expect(feasible.get(cell(system, 'nationality=CN'))).toEqual({ low: 1, high: 1 })
})

test('a cell that holds everybody of a group is hidden, and with it a 0 that would tell', async () => {
  const table = facts({ sex: ['f', 'm'], work: ['a', 'b'] }, [
    [{ sex: 'f', work: 'a' }, 40],
    [{ sex: 'm', work: 'a' }, 30],
    [{ sex: 'm', work: 'b' }, 25],
  ])
  const system = countTables(table, [['sex', 'work']], new Map())
  const primary = primaryCells(system, { k: 10, protection: 9, full: true })
  expect([...primary.keys()]).toContain(cell(system, 'sex=f', 'work=a'))
  expect(primaryCells(system, { k: 10, protection: 9, full: false }).size).toBe(0)
})

test('amounts: two givers tell of each other, three with a large rest do not; the interval asked is p % of the largest', () => {
  const of = (...amounts: number[]) =>
    dominatedCells(
      1,
      amounts.map(amount => ({ cell: 0, amount })),
      15,
    )
  expect(of(100, 50).get(0)).toBe(15)
  expect(of(100, 50, 10).get(0)).toBe(15)
  expect(of(100, 50, 20).size).toBe(0)
  expect(of().size).toBe(0)
})

test('rounded numbers are multiples beside the true ones, sums hold, 0 stays 0, and the same number is rounded the same way', () => {
  fc.assert(
    fc.property(smallTable, fc.integer({ min: 3, max: 7 }), (table, base) => {
      const names = table.domain.schema.columns.map(({ name }) => name)
      const system = countTables(table, [names], new Map())
      const key = new Uint8Array(32).fill(7)
      const rounded = roundTable(solver, system, { base, key })
      expect([...rounded]).toEqual([...roundTable(solver, system, { base, key })])
      for (const [i, n] of system.counts.entries()) {
        expect((rounded[i] as number) % base).toBe(0)
        if (n === 0) expect(rounded[i]).toBe(0)
        // Tables of two dimensions can always be rounded to a neighbour.
        expect(Math.abs((rounded[i] as number) - n)).toBeLessThan(base)
      }
      for (const { whole, parts } of system.relations)
        expect(parts.reduce((sum, part) => sum + (rounded[part] as number), 0)).toBe(rounded[whole])
    }),
    { numRuns: 30 },
  )
})

const publish = (...args: string[]) => verb('table', ...args)
async function verb(...args: string[]) {
  const lines: string[] = []
  const context: CliContext = {
    dataDir: join(dir, 'data'),
    json: true,
    out: line => lines.push(line),
    err: () => {},
    openRegister: () => Promise.reject(new Error('The register is not needed.')),
    close: async () => {},
  }
  await publishCommand(context).parseAsync(args, { from: 'user' })
  return JSON.parse(lines.join('\n')) as { again: boolean; files: { name: string }[] }
}

let made = 0
async function file(rows: readonly string[], header = 'sex,country,cost') {
  const path = join(dir, `people-${made++}.csv`)
  await writeFile(path, `${header}\n${rows.join('\n')}\n`)
  return path
}
const times = (row: string, n: number) => Array.from({ length: n }, () => row)
const out = () => join(dir, `out-${made++}`)
async function input(rows: readonly string[], population: string) {
  const schema = join(dir, 'schema.json')
  await writeFile(schema, JSON.stringify({ columns: { sex: ['f', 'm'], country: ['UA', 'MD', 'RO', 'TH'] } }))
  return ['--input', await file(rows), '--schema', schema, '--population', population, '--out']
}
const people = [
  ...times('f,UA,10', 40),
  ...times('m,UA,10', 21),
  ...times('f,MD,5', 30),
  ...times('m,MD,5', 3),
  ...times('f,TH,7', 25),
  ...times('m,TH,7', 14),
]

test('on the command line: table, groups, page and manifest; asked again the same files come', async () => {
  const groups = join(dir, 'groups.csv')
  await writeFile(groups, 'country,region\nUA,East\nMD,East\n')
  const from = await input(people, 'one')
  const [first, second] = [out(), out()]
  const ask = ['--by', 'country,sex', '--hierarchy', `country=${groups}`]
  const { again, files } = await publish(...from, first, ...ask)
  expect([again, files.map(({ name }) => name)]).toEqual([
    false,
    ['table.csv', 'report.html', 'cells.json', 'manifest.json'],
  ])
  const lines = (await readFile(join(first, 'table.csv'), 'utf8')).trim().split(/\r?\n/)
  expect(lines[0]).toBe('country,sex,persons')
  expect(lines).toContain('East,all,94')
  expect(lines).toContain('MD,m,c')
  const page = await readFile(join(first, 'report.html'), 'utf8')
  expect(page).toContain('It is not 0')
  expect(page).not.toMatch(/>3</)
  expect(JSON.parse(await readFile(join(first, 'manifest.json'), 'utf8'))).toMatchObject({
    k: 10,
    protection: 9,
    unit: 'person',
  })
  expect((await publish(...from, second, ...ask)).again).toBe(true)
  expect(await readFile(join(second, 'table.csv'), 'utf8')).toBe(await readFile(join(first, 'table.csv'), 'utf8'))
})

test('amounts are summed beside the counts, and hidden where they would tell what one received', async () => {
  const rich = [
    ...times('f,UA,10', 40),
    'm,UA,5000',
    ...times('m,UA,1', 30),
    ...times('f,MD,5', 30),
    ...times('m,MD,5', 30),
  ]
  const to = out()
  await publish(
    ...(await input(rich, 'money')),
    to,
    '--by',
    'country,sex',
    '--value',
    'cost',
    '--columns',
    'country,sex',
  )
  const lines = (await readFile(join(to, 'table.csv'), 'utf8')).trim().split(/\r?\n/)
  expect(lines[0]).toBe('country,sex,persons,cost')
  expect(lines).toContain('UA,m,c,c')
  expect(lines.some(line => line.includes('5030'))).toBe(false)
})

test('what an earlier release would give away together with the new one is refused before anything goes out', async () => {
  await publish(...(await input(people, 'two')), out(), '--by', 'country,sex')
  // One more woman from Moldova: her row moves from 30 to 31.
  await expect(publish(...(await input([...people, 'f,TH,7'], 'two')), out(), '--by', 'country,sex')).rejects.toThrow(
    'earlier release',
  )
  // The same persons at a lower threshold: what was hidden then is shown now, and the other way round.
  await expect(publish(...(await input(people, 'two')), out(), '--by', 'country,sex', '--k', '20')).rejects.toThrow(
    'earlier release',
  )
  const later = [
    ...people,
    ...times('f,UA,10', 12),
    ...times('m,UA,10', 11),
    ...times('f,TH,7', 15),
    ...times('m,TH,7', 10),
    ...times('f,MD,5', 12),
  ]
  expect((await publish(...(await input(later, 'two')), out(), '--by', 'country,sex')).again).toBe(false)
})

test('of the very same persons nothing is said in two ways, and tables and k-anonymous records exclude each other', async () => {
  const table = async (population: string, ...args: string[]) =>
    publish(...(await input(people, population)), out(), ...args)
  await table('three', '--by', 'country,sex')
  // Rounded, a hidden number would be told to within five; a wider table hides what the first one shows, or shows what it hid.
  await expect(table('three', '--by', 'country,sex', '--round', '5')).rejects.toThrow('earlier release')
  await expect(
    table('three', '--by', 'country,sex', '--full', 'show', '--k', '3', '--protection', '2'),
  ).rejects.toThrow('earlier release')
  await expect(verb('kanon', ...(await input(people, 'three')), out(), '--columns', 'sex,country')).rejects.toThrow(
    'narrow',
  )
  await verb('kanon', ...(await input(people, 'four')), out(), '--columns', 'sex,country')
  await expect(table('four', '--by', 'country,sex')).rejects.toThrow('narrow')
})

test('a number that is hidden now and hardly moved since it was shown is refused', () => {
  const cells = (n: number | null) => ({ base: null, cells: [{ id: '["sex=f"]', n }] })
  const from = (before: number | null, n: number | null, count: number) =>
    differencesFrom(
      { input: 'a', ...cells(before) },
      { input: 'b', ...cells(n) },
      { counts: Float64Array.of(count), k: 10 },
    ).length
  expect([
    from(20, null, 20),
    from(20, null, 24),
    from(20, null, 31),
    from(20, 20, 20),
    from(20, 24, 24),
    from(20, 31, 31),
    from(null, 20, 20),
  ]).toEqual([1, 1, 0, 0, 1, 0, 0])
})

test.each([
  [['--by', 'sex,sex'], 'one to four different columns'],
  [['--by', 'nothing'], 'no column nothing'],
  [['--by', 'sex', '--k', '2'], 'at least 3'],
  [['--by', 'sex', '--protection', '1'], 'at least 2'],
  [['--by', 'sex', '--round', '2'], 'from 3 to 100'],
  [['--by', 'sex', '--round', '5', '--value', 'cost'], 'hidden and not rounded'],
  [['--by', 'sex', '--full', 'perhaps'], 'hide or show'],
  [['--by', 'sex', '--hierarchy', 'sex'], 'Name the column and its file'],
  [['--by', 'sex', '--value', 'height'], 'no column height'],
])('refused in plain words: %j', async (args, said) => {
  await expect(publish(...(await input(people, 'bad')), out(), '--columns', 'sex,country', ...args)).rejects.toThrow(
    said,
  )
})

test.each([
  ['a value twice', 'c,r\nUA,East\nUA,West\n', 'earlier line'],
  ['a circle', 'c,r\nUA,East\nEast,Far\nFar,East\n', 'circle'],
  ['nothing above', 'c,r\nUA,\n', 'belongs to'],
  ['a value that is a group', 'c,r\nUA,MD\n', 'name of its own'],
])('groups with %s are refused', async (_, text, said) => {
  const groups = join(dir, `groups-${made++}.csv`)
  await writeFile(groups, text)
  const from = await input(people, 'bad')
  await expect(publish(...from, out(), '--by', 'country', '--hierarchy', `country=${groups}`)).rejects.toThrow(said)
})

test('amounts that are none, a table of one row and one of few persons are refused', async () => {
  const [odd, one] = [await input([...people, 'f,UA,much'], 'bad'), await input(['f,UA,1'], 'bad')]
  await expect(publish(...odd, out(), '--columns', 'sex,country', '--by', 'sex', '--value', 'cost')).rejects.toThrow(
    'not a number',
  )
  await expect(publish(...one, out(), '--columns', 'sex,country', '--by', 'sex')).rejects.toThrow('Fewer than 10')
})
