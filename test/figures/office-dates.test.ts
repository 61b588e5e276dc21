import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { countFigure } from '#figures/figure.ts'
import { importCore } from '#exchange/core/import.ts'
import { addOffice } from '#register/offices.ts'
import { inWork, systemActor } from '#register/work.ts'
import { kindNamed } from '#reports/kinds.ts'
import { makeReport } from '#reports/make.ts'
import { figuresOf, type Section } from '#reports/report.ts'
import { scratchFolder } from '../exchange/scratch.ts'
import { change, type Ground, ground, newCase } from '../register/ground.ts'

/** Offices are there from a day to a day, and projects in countries: the annex of a year shows the set of that year (D49). */
let g: Ground
beforeAll(async () => {
  g = await ground()
  const add = (code: string, country: string, opened: string | null, closed: string | null) =>
    inWork(g.register, systemActor, work =>
      addOffice(work, {
        code,
        name: `Mission ${code}`,
        kind: 'mission',
        parent: g.top.id,
        country,
        region: 'EECA',
        opened,
        closed,
      }),
    )
  await add('SOF', 'BG', '1999', '2008-06')
  await add('MSQ', 'BY', '2002-03', null)
  await add('TBS', 'GE', '2012', null)
  await g.register.refresh()
  await g.push(systemActor, ...newCase(g.kyiv, {}, { registeredOn: '2011' }).changes)
  const project = (code: string, countries: string[], from: string) =>
    g.push(
      systemActor,
      change(
        { type: 'project', record: uuidv7(), office: g.top.id, person: null, case: null },
        { code, countries, from, to: '2011', region: 'EECA' },
      ),
    )
  await project('P.1', ['UA', 'MD'], '2010')
  await project('P.2', ['UA'], '2011')
  await project('P.3', [], '2011')
})
afterAll(() => g.end())

const ask = (indicator: string, year: number, by: string[] = []) =>
  countFigure(g.register, systemActor, { indicator, year, by, where: {} })

test('an office is expected to report in the years in which it was there', async () => {
  // Moscow did not report in either; Kyiv did in 2011 only.
  const none = async (year: number) => (await ask('instances', year)).coverage.offices.none
  expect(await none(2011)).toBe(2)
  expect(await none(2008)).toBe(4)
  expect(await none(2012)).toBe(4)
})

test('T003 countries with projects are counted once each, over all and by region', async () => {
  const all = await ask('project_countries', 2011)
  expect(all).toMatchObject({ unit: 'country', base: { n: 2 } })
  expect((await ask('project_countries', 2011, ['project_country'])).rows.map(({ key, n }) => [key, n])).toEqual([
    ['MD', 1],
    ['UA', 1],
  ])
  const byYear = await ask('project_countries', 2010, ['region'])
  expect(byYear.rows.map(({ key, n }) => [key, n])).toEqual([['EECA', 2]])
  await expect(ask('project_countries', 2011, ['region', 'project_country'])).rejects.toMatchObject({
    code: 'too_many_dimensions',
  })
})

test('the annex lists the offices of the year with their dates, and says how many countries had projects', async () => {
  const { report } = await makeReport(
    g.register,
    systemActor,
    { kind: kindNamed('annual'), parameters: { year: '2011' } },
    { mode: 'public', signal: new AbortController().signal, progress: () => undefined },
  )
  const annexes = report.sections.find(({ id }) => id === 'annexes')
  const within = ({ blocks, sections }: Section): Section['blocks'] => [...blocks, ...sections.flatMap(within)]
  const table = annexes && within(annexes).find(({ kind }) => kind === 'table')
  if (table?.kind !== 'table') throw new Error('There is a table of offices.')
  const rows = new Map(table.rows.map(([, , office, from, to]) => [office, [from, to]]))
  expect(rows.get('Mission MSQ')).toEqual(['2002-03', 'open'])
  expect(rows.get('Office KYV')).toEqual(['not recorded', 'not recorded'])
  expect([...rows.keys()]).not.toContain('Mission SOF')
  expect([...rows.keys()]).not.toContain('Mission TBS')
  expect(figuresOf(report).find(({ id }) => id === 'project-countries')?.base.n).toBe(2)
})

test('an import dates offices that are there, and never over what is recorded', async () => {
  const folder = scratchFolder()
  const offices = folder.file(
    'offices.csv',
    'code,name,country,region,opened,closed\nKYV,Kyiv,UA,EECA,1996-05,\nMSQ,Minsk,BY,EECA,2003,2010\nVNO,Vilnius,LT,EECA,2001,2005\n',
  )
  const file = folder.file('core.csv', 'office,case_reference,year\nVNO,one,2004\n')
  const of = { file, offices, acceptValid: false, refused: folder.path('refused.csv'), dryRun: false }
  await importCore(g.register, of)
  await g.register.refresh()
  const dates = (code: string) => {
    const { opened, closed } = g.register.offices().byCode(code) ?? {}
    return [opened, closed]
  }
  expect(dates('KYV')).toEqual(['1996-05', null])
  expect(dates('MSQ')).toEqual(['2002-03', '2010'])
  expect(dates('VNO')).toEqual(['2001', '2005'])
  const wrong = folder.file('wrong.csv', 'code,name,opened,closed\nRIX,Riga,soon,\nTLL,Tallinn,2008,2007\n')
  await expect(importCore(g.register, { ...of, offices: wrong })).rejects.toMatchObject({ lines: 2 })
  folder.remove()
})
