import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import type { Content } from '#dictionary/answer.ts'
import { countFigure } from '#figures/figure.ts'
import { systemActor } from '#register/work.ts'
import { donorReport } from '#reports/donor/donor.ts'
import { donorKind } from '#reports/donor/kind.ts'
import { checked } from '#reports/parameters.ts'
import { figuresOf } from '#reports/report.ts'
import { usual } from '#reports/suppress/hide.ts'
import { change, type Ground, ground, newCase } from '../register/ground.ts'

let g: Ground
beforeAll(async () => {
  g = await ground()
  const write = async (type: string, set: Content): Promise<string> => {
    const record = uuidv7()
    const of = { type, record, office: g.top.id, person: null, case: null }
    expect(await g.push(systemActor, change(of, set))).toMatchObject([{ status: 'accepted' }])
    return record
  }
  const [norway, italy] = [
    await write('donor', { name: 'Norway', kind: 'government' }),
    await write('donor', { name: 'Italy', kind: 'government' }),
  ]
  const [one, two, three] = [
    await write('project', { code: 'P.1', from: '2011', to: '2011', region: 'EECA' }),
    await write('project', { code: 'P.2', from: '2010', region: 'MENA' }),
    await write('project', { code: 'P.3', from: '2011' }),
  ]
  const gives = (donor: string, project: string, amount: string) =>
    write('contribution', { donor, project, amount: { amount, currency: 'USD' }, agreedOn: '2011-02' })
  await gives(norway, one, '1000')
  await gives(norway, two, '500')
  await gives(italy, three, '300')
  const helped = async (sex: string, ...projects: string[]) => {
    const file = newCase(g.kyiv, { sex }, { registeredOn: '2011', ageAtAssistance: 30 })
    await g.push(systemActor, ...file.changes)
    for (const projectRef of projects)
      await g.push(systemActor, file.hang('service', { type: 'legal', deliveredOn: '2011-05', projectRef }))
  }
  await helped('female', one)
  await helped('female', one, two)
  await helped('male', one, three)
  await helped('male', three)
  await helped('male')
})
afterAll(() => g.end())

const report = (donor: string, mode: 'internal' | 'public' = 'internal') =>
  donorReport(
    {
      ask: query => countFigure(g.register, systemActor, query),
      mode,
      policy: usual,
      cutOff: '2012-03-01T00:00:00.000Z',
    },
    { donor, year: 2011 },
  )
const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '')

test('by project and fund: a person of two projects stands in each row and once in the total', async () => {
  const figures = figuresOf(await report('Norway'))
  const figure = (id: string) => figures.find(each => each.id === id)
  expect(figure('money-by-project')?.rows.map(({ key, n }) => [key, n])).toEqual([
    ['P.1', 1000],
    ['P.2', 500],
  ])
  expect(figure('persons-by-project')?.base.n).toBe(3)
  expect(figure('persons-by-project')?.rows.map(({ key, n }) => [key, n])).toEqual([
    ['P.1', 3],
    ['P.2', 1],
  ])
  for (const each of figures) expect(each.query, each.id).not.toBeNull()
})

test('a person whom two donors supported is said so, and not counted twice in the total of all', async () => {
  const { sections } = await report('Norway')
  const said = JSON.stringify(sections)
  expect(plain(said)).toContain('Norway agreed to give 1,500 US dollars in 2011.')
  expect(plain(said)).toContain('Of these 3 persons, 1 were also supported by another donor.')
  expect(plain(said)).toContain('All donors together supported 4 persons')
  expect(plain(said)).toContain('With Italy: 1')
})

test('a donor of whom nothing is recorded: zeros and what is not available are not the same', async () => {
  const { sections } = await report('Atlantis')
  const said = plain(JSON.stringify(sections))
  expect(said).toContain('Projects that ran in the year with its support: 0.')
  expect(said).toContain('Persons supported by what it pays for, each counted once: 0.')
})

test('for the public nobody who is one of few is shown, in a table or in words; money and projects are', async () => {
  const figures = figuresOf(await report('Norway', 'public'))
  const said = plain(JSON.stringify((await report('Norway', 'public')).sections))
  const figure = (id: string) => figures.find(each => each.id === id)
  expect(figure('money-by-project')?.rows.map(({ n }) => n)).toEqual([1000, 500])
  expect(figure('persons-by-project')?.base.n).toBe('c')
  expect(figure('persons-by-project')?.rows.map(({ n }) => n)).toEqual(['c', 'c'])
  expect(figure('persons-by-donor')?.rows.map(({ key, n }) => [key, n])).toContainEqual(['Italy', 'c'])
  expect(said).toContain('How many persons were supported is not shown')
  expect(said).toContain('How many of them were also supported by another donor is not shown')
  expect(said).not.toMatch(/With Italy|were also supported by another donor\. They stand|All donors together supported/)
  expect(said).toContain('Donors with whom few persons are shared are not listed')
})

test('donors and years are checked, and it may be made for either reader', () => {
  expect(donorKind.modes).toEqual(['internal', 'public'])
  expect(checked(donorKind, { donor: 'United States', year: '2011' })).toEqual({ donor: 'United States', year: '2011' })
})
