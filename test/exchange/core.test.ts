import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CoreImport, importCore } from '#exchange/core/import.ts'
import { ImportProblem } from '#exchange/problem.ts'
import { LinesRefused } from '#exchange/refusal.ts'
import { asOwner } from '#register/work.ts'
import { type ScratchFolder, type ScratchRegister, scratchFolder, scratchRegister } from './scratch.ts'

let scratch: ScratchRegister
let folder: ScratchFolder
beforeAll(async () => {
  scratch = await scratchRegister()
  folder = scratchFolder()
})
beforeEach(() =>
  asOwner(scratch.register, async client => {
    await client.query('truncate record, change, subject_key, name_token, exact_token, fact_instance, fact_service')
    await client.query('delete from office')
  }).then(() => scratch.register.refresh()),
)
afterAll(async () => {
  await scratch?.close()
  folder?.remove()
})

const offices = 'code,name,country,region\nKYIV,Kyiv,UA,EECA\nMOSCOW,Moscow,RU,\nWINDHOEK,Windhoek,NA,\n'
const header =
  'office,year,case_reference,person_reference,sex,age,age_group,nationality,country_of_origin,country_of_destination,trafficking_type,exploitation,services,returned,count'

function importing(csv: string, o: Partial<CoreImport> = {}) {
  const file = folder.file('core.csv', csv)
  return importCore(scratch.register, {
    file,
    offices: folder.file('offices.csv', offices),
    acceptValid: false,
    refused: folder.path('refused.csv'),
    dryRun: false,
    ...o,
  })
}

const refusal = async (csv: string, o: Partial<CoreImport> = {}) => {
  const error = await importing(csv, o).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof LinesRefused)) throw new Error(`not refused by line: ${String(error)}`)
  return error.errors.map(({ line, column, value, reason }) => [line, column, value, reason])
}
const records = () => scratch.rows<{ n: number }>('select count(*)::int as n from record').then(([row]) => row?.n)
const instances = () =>
  scratch.rows(
    `select o.code, f.year, word(f.route) as route, f.count, word(d_sex) as d_sex, words(d_nationality) as d_nationality from fact_instance f join office o on o.id = f.office_id
     order by o.code, f.year, word(d_sex)`,
  )

describe('a line about one person', () => {
  test('becomes person, case, episode and services, counted once in its year', async () => {
    const report = await importing(
      `${header}\nKYIV,2011,C1,P1,female,17,child,UA,UA,RU;PL,cross_border,labour;begging,shelter;medical,yes,\n`,
    )
    expect(report).toMatchObject({ lines: 1, created: 5, changed: 0, refused: 0 })
    expect(report.notes).toEqual(['Offices added: 3.'])
    const [fact] = await scratch.rows(
      `select year, count, word(route) as route, word(d_sex) as d_sex, word(d_age_group) as d_age_group,
        word(d_age_band) as d_age_band, words(d_nationality) as d_nationality,
        words(d_country_of_destination) as d_country_of_destination, word(d_trafficking_type) as d_trafficking_type,
        words(d_exploitation) as d_exploitation, words(d_exploitation_form) as d_exploitation_form,
        words(d_services) as d_services, word(d_returned) as d_returned from fact_instance`,
    )
    expect(fact).toEqual({
      year: 2011,
      count: 1,
      route: 'core_variables',
      d_sex: 'female',
      d_age_group: 'child',
      d_age_band: '9--17',
      d_nationality: ['UA'],
      d_country_of_destination: ['PL', 'RU'],
      d_trafficking_type: 'cross_border',
      d_exploitation: ['begging', 'labour'],
      d_exploitation_form: ['begging', 'forced_labour'],
      d_services: ['medical', 'shelter'],
      d_returned: 'yes',
    })
  })

  test('Namibia is a country and unknown is an answer', async () => {
    await importing('year,office,nationality,sex\n2012,windhoek,NA,female\n2012,WINDHOEK,unknown,unknown\n')
    expect(await instances()).toMatchObject([
      { d_sex: 'female', d_nationality: ['NA'] },
      { d_sex: 'unknown', d_nationality: ['unknown'] },
    ])
  })
})

describe('the same person', () => {
  const lines = [
    'KYIV,2011,C1,P1,female,17,,UA,UA,,,labour,,,',
    'KYIV,2013,C1,P1,unknown,19,,,,,,sexual,legal,yes,',
    'MOSCOW,2011,M7,P1,female,17,,UA,,RU,,,,,',
    'KYIV,2011,,,male,,adult,MD,,,,,,,',
    'KYIV,2011,,,male,,adult,MD,,,,,,,',
  ]

  test('is one person at two offices and in two years, and the order of lines does not matter', async () => {
    await importing([header, ...lines].join('\n'))
    const [counts] = await scratch.rows(
      `select (select count(*)::int from record where type = 'person') as persons,
        (select count(*)::int from record where type = 'case') as cases,
        (select count(distinct person_key)::int from fact_instance) as keys`,
    )
    expect(counts).toEqual({ persons: 3, cases: 4, keys: 3 })
    const first = await instances()
    expect(first.map(row => [(row as { code: string }).code, (row as { year: number }).year])).toEqual([
      ['KYIV', 2011],
      ['KYIV', 2011],
      ['KYIV', 2011],
      ['KYIV', 2013],
      ['MOSCOW', 2011],
    ])
    const again = await importing([header, ...lines.toReversed()].join('\n'))
    expect(again).toMatchObject({ created: 0, changed: 0 })
    expect(await instances()).toEqual(first)
  })

  test('keeps an earlier year when a later file is imported, in either order', async () => {
    const years = (rows: object[]) => rows.map(row => (row as { year: number }).year)
    const file = (line: string) => `${header}\n${line}\n`
    await importing(file('KYIV,2011,C1,P1,female,17,,UA,,,,labour,shelter,,'))
    await importing(file('KYIV,2013,C1,P1,,19,,,,,,sexual,,yes,'))
    expect(years(await instances())).toEqual([2011, 2013])
    await importing(file('KYIV,2009,C1,P1,,,,,,,,,,,'))
    expect(years(await instances())).toEqual([2009, 2011, 2013])
    for (const line of ['KYIV,2011,C1,P1,female,17,,UA,,,,labour,shelter,,', 'KYIV,2013,C1,P1,,19,,,,,,sexual,,yes,']) {
      expect(await importing(file(line))).toMatchObject({ created: 0, changed: 0 })
    }
    const [fact] = await scratch.rows<{ d_exploitation: string[] }>(
      'select words(d_exploitation) as d_exploitation from fact_instance limit 1',
    )
    expect(fact?.d_exploitation).toEqual(['labour', 'sexual'])
  })
})

describe('a counted line', () => {
  test('counts instances, makes no person, and is marked as not de-duplicable', async () => {
    await importing(
      `${header}\nKYIV,2012,,,male,,adult,UA,,,,labour,shelter,,250\nKYIV,2012,,,male,,adult,UA,,,,labour,,,1\n`,
    )
    const rows = await scratch.rows(
      `select count, word(route) as route, person_key is null as anonymous, words(d_exploitation) as d_exploitation
       from fact_instance order by count desc`,
    )
    expect(rows).toEqual([
      { count: 250, route: 'counted_total', anonymous: true, d_exploitation: ['labour'] },
      { count: 1, route: 'core_variables', anonymous: false, d_exploitation: ['labour'] },
    ])
  })

  test('cannot belong to one person', async () => {
    expect(await refusal(`${header}\nKYIV,2012,,P1,male,,,,,,,,,,2\n`)).toEqual([
      [2, 'person_reference', 'P1', 'reference_on_total'],
    ])
  })
})

describe('wrong lines', () => {
  test('are named by line, column, value and reason, all of them', async () => {
    const csv = [
      header,
      'NOWHERE,2011,,,female,,,,,,,,,,',
      'KYIV,20111,,,femal,,,,,,,,,,',
      'KYIV,2027,,,female,200,,UK,,,,slavery,,maybe,0',
      'KYIV,,,,,17,adult,UA;unknown,,,,unknown;labour,,,',
      'KYIV,2011,short',
      ',2011,,,=1+1,,,,,,,,,,',
    ].join('\n')
    expect(await refusal(csv)).toEqual([
      [2, 'office', 'NOWHERE', 'unknown_office'],
      [3, 'year', '20111', 'not_year'],
      [3, 'sex', 'femal', 'unknown_code'],
      [4, 'year', '2027', 'not_year'],
      [4, 'count', '0', 'not_whole_number'],
      [4, 'age', '200', 'not_whole_number'],
      [4, 'nationality', 'UK', 'unknown_country'],
      [4, 'exploitation', 'slavery', 'unknown_code'],
      [4, 'returned', 'maybe', 'unknown_code'],
      [5, 'year', '', 'required'],
      [5, 'nationality', 'UA;unknown', 'unknown_with_others'],
      [5, 'exploitation', 'unknown;labour', 'unknown_with_others'],
      [5, 'age_group', 'adult', 'age_contradicts'],
      [6, '-', 'KYIV,2011,short', 'ragged'],
      [7, 'office', '', 'required'],
      [7, 'sex', '=1+1', 'unknown_code'],
    ])
    expect(await records()).toBe(0)
    expect(scratch.register.offices().all()).toEqual([])
  })

  test('two lines that contradict each other about a case or a person are refused', async () => {
    const csv = [
      header,
      'KYIV,2011,C1,P1,female,,,UA,,,,,,,',
      'KYIV,2011,C1,P1,male,,,UA,,,,,,,',
      'KYIV,2012,C1,P2,female,,,UA,,,,,,,',
      'KYIV,2011,C1,P1,female,,,,,,internal,,,,',
      'KYIV,2011,C1,P1,female,,,,,,both,,,,',
    ].join('\n')
    expect(await refusal(csv)).toEqual([
      [3, 'sex', 'male', 'contradicts'],
      [4, 'person_reference', 'P2', 'contradicts'],
      [6, 'trafficking_type', 'both', 'contradicts'],
    ])
  })

  test('with --accept-valid the right ones are stored and the wrong ones written out with their reasons', async () => {
    const csv = `${header}\nKYIV,2011,,,female,,,,,,,,,,\nKYIV,1,,,"@a,b",,,,,,,,,,\n`
    const report = await importing(csv, { acceptValid: true })
    expect(report).toMatchObject({ lines: 2, refused: 1, created: 2 })
    const [head, line] = readFileSync(folder.path('refused.csv'), 'utf8').split('\n')
    expect(head).toBe(`line,why_refused,${header}`)
    expect(line).toMatch(/^3,"year: is not a year between 1900 and 2026; sex: is not one of: .*",KYIV,1,,,"'@a,b",/)
  })

  test('a rehearsal counts and stores nothing', async () => {
    const report = await importing(`${header}\nKYIV,2011,C1,,female,,,,,,,,,,\n`, { dryRun: true })
    expect(report).toMatchObject({ dryRun: true, created: 2 })
    expect(await records()).toBe(0)
    expect(scratch.register.offices().all()).toEqual([])
  })

  test('unknown columns are refused by name, missing ones named', async () => {
    await expect(importing('office,year,gendre,Age\nKYIV,2011,x,1\n')).rejects.toThrow(
      /Unknown columns: "gendre", "Age"/,
    )
    await expect(importing('year,sex\n2011,male\n')).rejects.toThrow('These columns are missing: office.')
    await expect(importing('office,year,sex,sex\nKYIV,2011,male,male\n')).rejects.toBeInstanceOf(ImportProblem)
  })
})
