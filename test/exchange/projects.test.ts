import { afterAll, beforeAll, expect, test } from 'vitest'
import { ImportProblem } from '#exchange/problem.ts'
import { importProjects } from '#exchange/projects/import.ts'
import { LinesRefused } from '#exchange/refusal.ts'
import { countFigure } from '#figures/figure.ts'
import { digestFacts, rebuildFacts } from '#register/facts.ts'
import { addOffice } from '#register/offices.ts'
import { inWork, systemActor } from '#register/work.ts'
import { type ScratchFolder, type ScratchRegister, scratchFolder, scratchRegister } from './scratch.ts'

let scratch: ScratchRegister
let folder: ScratchFolder
beforeAll(async () => {
  scratch = await scratchRegister()
  folder = scratchFolder()
  const add = (code: string, kind: 'headquarters' | 'mission', parent: string | null) =>
    inWork(scratch.register, systemActor, work =>
      addOffice(work, { code, name: code, kind, parent, country: null, region: parent ? 'AP' : null }),
    )
  const top = await add('HQ', 'headquarters', null)
  await add('DHA', 'mission', top.id)
  await scratch.register.refresh()
})
afterAll(async () => {
  await scratch?.close()
  folder?.remove()
})

const header =
  'project,name,region,countries,components,from,to,state,office,donor,donor_kind,amount,rate,rate_on,agreed_on'
const lines = [
  'TC.1,Return home,MENA,IQ;YE,avrr;direct_assistance,2010,2011-12-31,active,,Norway,government,100.50 USD,,,2011-03',
  'TC.1,Return home,MENA,IQ;YE,avrr;direct_assistance,2010,2011-12-31,active,,Italy,government,1000 EUR,1.39,2011-04-01,2011-04',
  'TC.2,Shelter,,BD,shelter,2011,,active,DHA,,private_anonymous,20 USD,,,2011',
  'TC.3,Training,AP,NP,capacity,2011,2012,active,DHA,,,,,,',
]
const importing = (rows: readonly string[], o: { dryRun?: boolean; head?: string } = {}) =>
  importProjects(scratch.register, {
    file: folder.file('projects.csv', [o.head ?? header, ...rows].join('\n')),
    office: null,
    dryRun: o.dryRun === true,
  })
const ask = (indicator: string, by: string[], year = 2011) =>
  countFigure(scratch.register, systemActor, { indicator, year, by, where: {} })

test('a rehearsal counts truly and stores nothing', async () => {
  expect(await importing(lines, { dryRun: true })).toMatchObject({ created: 9, changed: 0, dryRun: true })
  expect(await scratch.rows('select 1 from record')).toEqual([])
})

test('projects, donors and contributions are there as figures, and the same file again changes nothing', async () => {
  expect(await importing(lines)).toMatchObject({ lines: 4, created: 9, changed: 0, unchanged: 0 })
  expect(await importing(lines)).toMatchObject({ created: 0, changed: 0, unchanged: 9 })
  const projects = await ask('projects', ['region'])
  expect(projects.base.n).toBe(3)
  expect(projects.rows.map(row => [row.key, row.n])).toEqual([
    ['AP', 2],
    ['MENA', 1],
  ])
  const funding = await ask('funding', ['donor'])
  expect(funding.rows.map(row => [row.key, row.n])).toEqual([
    ['Italy', 1390],
    ['Norway', 101],
    ['Private donors', 20],
  ])
  const digest = await digestFacts(scratch.register)
  await rebuildFacts(scratch.register)
  expect(await digestFacts(scratch.register)).toBe(digest)
})

test('a corrected amount changes its contribution, a further line adds one', async () => {
  const corrected = lines.map(line => line.replace('100.50 USD', '200 USD'))
  const more = 'TC.2,,,,,,,,,Malta,government,5 USD,,,2011'
  expect(await importing([...corrected, more])).toMatchObject({ created: 2, changed: 1, unchanged: 8 })
  expect((await ask('funding', [])).base.n).toBe(1390 + 200 + 20 + 5)
})

test('unknown columns are refused by their names, before anything is read', async () => {
  const refused = importing(['TC.1,x,y'], { head: 'project,budgett,victims' })
  await expect(refused).rejects.toThrow(ImportProblem)
  await expect(refused).rejects.toThrow(/^Unknown columns: budgett, victims\. Known are: project, name/)
  await expect(importing(['x'], { head: 'name' })).rejects.toThrow('These columns are missing: project.')
})

test('every fault of every line is told, and nothing is stored', async () => {
  const before = await scratch.rows('select count(*) from change')
  const faults = await importing([
    ',,,,,,,,,,,,,,',
    'TC.9,,ATLANTIS,,,,,,,,,,,,',
    'TC.9,,,,,2011-13-45-1,,,,,,,,,',
    'TC.9,,,,,,,,NOWHERE,,,,,,',
    'TC.9,,,,,,,,,,,5 USD,,,',
    'TC.9,,,,,,,,,Malta,government,5 EUR,-1,,',
    'TC.8,One name,,,,,,,,,,,,,',
    'TC.8,Another,,,,,,,,,,,,,',
  ]).then(
    () => [],
    (error: unknown) => (error instanceof LinesRefused ? error.errors : Promise.reject(error)),
  )
  expect(faults.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [3, 'region', 'unknown_code'],
    [4, 'from', 'not_date'],
    [5, 'office', 'unknown_office'],
    [6, 'donor', 'required'],
    [7, 'rate', 'not_rate'],
    [9, 'name', 'contradicts'],
  ])
  expect(await scratch.rows('select count(*) from change')).toEqual(before)
})
