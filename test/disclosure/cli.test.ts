import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const slice = join(root, '../shared/data/ctdc/ctdc-global-2020-slice.csv')
let dir: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'waymark-publish-'))
  const schema = {
    columns: [
      { name: 'sex', values: ['f', 'm'] },
      { name: 'year', range: [2001, 2004] },
    ],
  }
  await writeFile(join(dir, 'schema.json'), JSON.stringify(schema))
  const rows = Array.from({ length: 120 }, (_, p) => `${p % 3 === 0 ? 'm' : 'f'},${2001 + (p % 4)}`)
  await writeFile(join(dir, 'people.csv'), `sex,year\n${rows.join('\n')}\n`)
  await writeFile(join(dir, 'odd.csv'), `sex,year\n${rows.join('\n')}\nx,2001\n`)
})
afterAll(() => rm(dir, { recursive: true }))

function publish(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = [join(root, 'src/cli/main.ts'), 'publish', ...args]
  return new Promise(resolve => {
    execFile(
      process.execPath,
      command,
      { env: { ...process.env, WAYMARK_DATA: join(dir, 'data') } },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
      },
    )
  })
}

const input = (file: string, out: string) => [
  '--input',
  join(dir, file),
  '--schema',
  join(dir, 'schema.json'),
  '--out',
  join(dir, out),
]
const dp = ['--epsilon', '4', '--delta', '1e-9', '--reporting-length', '2']
const four = ['aggregates.csv', 'manifest.json', 'report.html', 'synthetic.csv']

test('from a file of persons to a folder, and back to a card', async () => {
  const made = await publish('dp', ...input('people.csv', 'dp'), ...dp, '--json')
  expect(made.code).toBe(0)
  expect(JSON.parse(made.out)).toMatchObject({ again: false, files: expect.any(Array) })
  expect((await readdir(join(dir, 'dp'))).sort()).toEqual(four)
  const of = ['--sensitive', join(dir, 'people.csv'), '--reporting-length', '2', '--json']
  const card = JSON.parse((await publish('evaluate', ...of, '--synthetic', join(dir, 'dp/synthetic.csv'))).out)
  expect(card.lengths.map((each: { length: number }) => each.length)).toEqual([1, 2, 0])
  expect(card.sensitivePersons).toBe(120)
  const counts = JSON.parse((await publish('evaluate', ...of, '--aggregates', join(dir, 'dp/aggregates.csv'))).out)
  // Every listed value is in the counts.
  expect(counts.lengths[0].suppressed).toBe(0)
})

test('k-anonymous records, and what was spent', async () => {
  const made = await publish('kanon', ...input('people.csv', 'kanon'))
  expect(made.code).toBe(0)
  expect((await readdir(join(dir, 'kanon'))).sort()).toEqual(four)
  const rows = (await readFile(join(dir, 'kanon/synthetic.csv'), 'utf8')).trim().split('\r\n').slice(1)
  const wholeRows = rows.filter(row => /^[fm],\d{4}$/.test(row))
  // 10 men a year are too few for 11, 20 or 30 women are not.
  expect(wholeRows.every(row => row.startsWith('f'))).toBe(true)
  expect((await publish('kanon', ...input('people.csv', 'again'), '--k', '12')).code).toBe(2)
  const standing = await publish('budget', '--json')
  expect(JSON.parse(standing.out)).toMatchObject({ population: 'default', cap: 2.7 })
})

test('what is wrong is refused with exit code 2, and no folder appears', async () => {
  const odd = await publish('dp', ...input('odd.csv', 'none'), ...dp)
  expect(odd).toMatchObject({ code: 2, out: '' })
  expect(odd.err).toMatch(/Line 122: the value of sex is not in its public code list/)
  expect(await publish('dp', ...input('people.csv', 'none'), '--epsilon', '0', ...dp.slice(2))).toMatchObject({
    code: 2,
  })
  expect(await publish('dp', ...input('people.csv', 'none'), '--epsilon', 'NaN', ...dp.slice(2))).toMatchObject({
    code: 2,
  })
  expect(existsSync(join(dir, 'none'))).toBe(false)
})

test.skipIf(!existsSync(slice))('the public slice of CTDC’s data in schema A', async () => {
  const made = await publish(
    'dp',
    '--input',
    slice,
    '--schema',
    'ctdc-a',
    '--columns',
    'gender,ageBroad,isForcedLabour,citizenship',
    ...dp,
    '--out',
    join(dir, 'ctdc'),
  )
  expect(made.code).toBe(0)
  const of = [
    '--sensitive',
    slice,
    '--columns',
    'gender,ageBroad,isForcedLabour,citizenship',
    '--reporting-length',
    '2',
    '--json',
  ]
  const card = JSON.parse((await publish('evaluate', ...of, '--synthetic', join(dir, 'ctdc/synthetic.csv'))).out)
  expect(card.lengths[0].error / card.lengths[0].meanCount).toBeLessThan(0.02)
  expect(card.lengths[1].fabricatedOfReleased).toBeLessThan(0.06)
})
