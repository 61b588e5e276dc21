import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CliContext } from '#cli/context.ts'
import { publishCommand } from '#cli/publish.ts'

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

/** The verb in this process: what it prints, as a program reads it. */
async function publish(...args: string[]) {
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
  return JSON.parse(lines.join('\n'))
}

const input = (file: string, out: string) => {
  const [from, schema, to] = [join(dir, file), join(dir, 'schema.json'), join(dir, out)]
  return ['--input', from, '--schema', schema, '--out', to]
}
const dp = ['--epsilon', '4', '--delta', '1e-9', '--reporting-length', '2']
const four = ['aggregates.csv', 'manifest.json', 'report.html', 'synthetic.csv']

test('from a file of persons to a folder, and back to a card', async () => {
  expect(await publish('dp', ...input('people.csv', 'dp'), ...dp)).toMatchObject({ again: false })
  expect((await readdir(join(dir, 'dp'))).sort()).toEqual(four)
  const of = ['--sensitive', join(dir, 'people.csv'), '--reporting-length', '2']
  const card = await publish('evaluate', ...of, '--synthetic', join(dir, 'dp/synthetic.csv'))
  expect(card.lengths.map((each: { length: number }) => each.length)).toEqual([1, 2, 0])
  expect(card.sensitivePersons).toBe(120)
  const counts = await publish('evaluate', ...of, '--aggregates', join(dir, 'dp/aggregates.csv'))
  // Every listed value is in the counts.
  expect(counts.lengths[0].suppressed).toBe(0)
})

test('k-anonymous records, and what was spent', async () => {
  await publish('kanon', ...input('people.csv', 'kanon'))
  expect((await readdir(join(dir, 'kanon'))).sort()).toEqual(four)
  const rows = (await readFile(join(dir, 'kanon/synthetic.csv'), 'utf8')).trim().split('\r\n').slice(1)
  const wholeRows = rows.filter(row => /^[fm],\d{4}$/.test(row))
  // 10 men a year are too few for 11, 20 or 30 women are not.
  expect(wholeRows.every(row => row.startsWith('f'))).toBe(true)
  const again = publish('kanon', ...input('people.csv', 'again'), '--k', '12')
  await expect(again).rejects.toMatchObject({ code: 'kanon_before' })
  expect(await publish('budget')).toMatchObject({ population: 'default', cap: 2.7 })
})

test('what is wrong is refused with exit code 2, and no folder appears', async () => {
  const command = [join(root, 'src/cli/main.ts'), 'publish', 'dp', ...input('odd.csv', 'none'), ...dp]
  const said = await new Promise<{ code: unknown; err: string }>(resolve => {
    execFile(process.execPath, command, { env: { ...process.env, WAYMARK_DATA: join(dir, 'data') } }, (error, _, err) =>
      resolve({ code: error?.code, err }),
    )
  })
  expect(said.code).toBe(2)
  expect(said.err).toMatch(/Line 122: the value of sex is not in its public code list/)
  expect(existsSync(join(dir, 'none'))).toBe(false)
})

test.skipIf(!existsSync(slice))('the public slice of CTDC’s data in schema A', async () => {
  const columns = ['--columns', 'gender,ageBroad,isForcedLabour,citizenship']
  await publish('dp', '--input', slice, '--schema', 'ctdc-a', ...columns, ...dp, '--out', join(dir, 'ctdc'))
  const of = ['--sensitive', slice, ...columns, '--reporting-length', '2']
  const card = await publish('evaluate', ...of, '--synthetic', join(dir, 'ctdc/synthetic.csv'))
  expect(card.lengths[0].error / card.lengths[0].meanCount).toBeLessThan(0.02)
  expect(card.lengths[1].fabricatedOfReleased).toBeLessThan(0.06)
})
