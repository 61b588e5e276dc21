import { readFileSync, existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importCtdc } from '#exchange/ctdc/import.ts'
import { type ScratchRegister, scratchRegister } from './scratch.ts'

const file = fileURLToPath(new URL('../../../shared/data/ctdc/ctdc-global-2020-slice.csv', import.meta.url))
const present = existsSync(file)
if (!present) process.stderr.write('skipped: the public CTDC file is not beside the repository (../shared/data/ctdc)\n')

/** The file counted without any of our code: it has no quotation marks. */
function rowsOfFile(): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
  const names = header.split(',')
  return lines
    .filter(line => line !== '')
    .map(line => {
      const cells = line.split(',')
      return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
    })
}

function count(keys: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

describe.skipIf(!present)('the public CTDC file of 2020', () => {
  let scratch: ScratchRegister
  let seconds = 0
  const rows = present ? rowsOfFile() : []
  const single = (column: string) =>
    scratch.rows<{ key: string; n: number }>(
      `select coalesce(${column === 'year' ? 'year::text' : `word(${column})`}, 'null') as key, sum(count)::int as n from fact_instance group by 1`,
    )
  const several = (column: string) =>
    scratch.rows<{ key: string; n: number }>(
      `select key, sum(count)::int as n from fact_instance, unnest(words(${column})) as key group by 1`,
    )
  const table = (found: readonly { key: string; n: number }[]) =>
    Object.fromEntries(found.map(({ key, n }) => [key, n]))
  const country = (cell = '') => (cell === '' ? 'unknown' : cell === '0' ? 'redacted' : cell)

  beforeAll(async () => {
    scratch = await scratchRegister()
    const start = performance.now()
    const report = await importCtdc(scratch.register, { file, office: 'CTDC', dryRun: false })
    seconds = (performance.now() - start) / 1000
    expect(report).toMatchObject({ lines: 48_773, refused: 0, errors: [], notes: [], changed: 0, unchanged: 0 })
  }, 240_000)
  afterAll(() => scratch?.close())

  test('is read in about a minute at most, on a machine that runs other tests beside it', () => {
    process.stderr.write(`import of the CTDC file: ${seconds.toFixed(1)} s\n`)
    expect(seconds).toBeLessThan(120)
  })

  test('every row is one case and one instance of an outside source', async () => {
    expect(rows).toHaveLength(48_773)
    const [cases] = await scratch.rows<{ n: number }>(`select count(*)::int as n from record where type = 'case'`)
    expect(cases?.n).toBe(48_773)
    expect(
      await scratch.rows('select word(route) as route, sum(count)::int as n from fact_instance group by 1'),
    ).toEqual([{ route: 'outside_source', n: 48_773 }])
    expect(await scratch.rows(`select kind from office where code = 'CTDC'`)).toEqual([{ kind: 'outside_source' }])
  })

  test('by year, sex and age band as in the file', async () => {
    expect(table(await single('year'))).toEqual(count(rows.map(row => row['yearOfRegistration'] ?? '')))
    expect(table(await single('d_sex'))).toEqual(count(rows.map(row => (row['gender'] ?? '').toLowerCase())))
    expect(table(await single('d_age_band'))).toEqual(count(rows.map(row => row['ageBroad'] || 'unknown')))
  })

  test('by citizenship and country of exploitation: withheld is not a country, Namibia stays', async () => {
    expect(table(await several('d_nationality'))).toEqual(count(rows.map(row => country(row['citizenship']))))
    expect(table(await several('d_country_of_exploitation'))).toEqual(
      count(rows.map(row => country(row['CountryOfExploitation']))),
    )
  })

  test('by exploitation: a blank is unknown and never a no', async () => {
    const expected = count(
      rows.flatMap(row => {
        const flags = [row['isForcedLabour'] ?? '', row['isSexualExploit'] ?? '']
        const yes = ['labour', 'sexual'].filter((_, i) => flags[i] === '1.0')
        return yes.length > 0 ? yes : [flags.includes('') ? 'unknown' : 'none_recorded']
      }),
    )
    expect(table(await several('d_exploitation'))).toEqual(expected)
  })

  test('reading it again changes nothing', async () => {
    const before = await scratch.rows('select count(*)::int as n from change')
    const report = await importCtdc(scratch.register, { file, office: 'CTDC', dryRun: false })
    expect(report).toMatchObject({ created: 0, changed: 0, lines: 48_773 })
    expect(await scratch.rows('select count(*)::int as n from change')).toEqual(before)
  }, 240_000)
})
