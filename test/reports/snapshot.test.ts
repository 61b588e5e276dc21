import { afterAll, beforeAll, expect, test } from 'vitest'
import { countFigure } from '#figures/figure.ts'
import { systemActor } from '#register/work.ts'
import { figuresOf } from '#reports/report.ts'
import { snapshotReport } from '#reports/snapshot/snapshot.ts'
import { change, type Ground, ground, newCase } from '../register/ground.ts'
import { uuidv7 } from 'uuidv7'

let g: Ground
beforeAll(async () => {
  g = await ground()
  // Children were 17% of those assisted in 2004 and 26% in 2006; nobody reported for 2005 (T161).
  for (const [year, children, adults] of [
    [2004, 17, 83],
    [2006, 26, 74],
  ] as const)
    for (const [ageGroup, count] of [
      ['child', children],
      ['adult', adults],
    ] as const)
      await g.push(
        systemActor,
        change(
          { type: 'aggregate', record: uuidv7(), office: g.kyiv.id, person: null, case: null },
          { year, count, ageGroup, nationality: ['UA'], sex: 'female' },
        ),
      )
  const file = newCase(
    g.moscow,
    { nationality: ['UA'], sex: 'male' },
    { registeredOn: '2006', countryOfDestination: ['RU'] },
  )
  await g.push(systemActor, ...file.changes)
})
afterAll(() => g.end())

const report = (country: string) =>
  snapshotReport(
    {
      ask: query => countFigure(g.register, systemActor, query),
      mode: 'internal',
      cutOff: '2012-03-01T00:00:00.000Z',
      dictionary: g.register.dictionary(),
      offices: g.register.offices(),
    },
    { country, from: 2004, to: 2006 },
  )
const plain = (value: unknown) => JSON.stringify(value).replaceAll(/[\u2066-\u2069]/g, '')

test('T161, D61 a range says its years, keeps every year with its base, and says which year has none', async () => {
  const said = plain((await report('UA')).sections.find(({ id }) => id === 'here'))
  expect(said).toContain('Children: from 17% (2004) to 26% (2006), each of all instances of its year.')
  expect(said).toContain('2004: 17% (17 of 100)')
  expect(said).toContain('2006: 26% (26 of 100)')
  expect(said).toContain('Not available: 2005.')
})

test('what offices in a country did and what became of its citizens are two figures and never one', async () => {
  const figures = figuresOf(await report('UA'))
  const sum = (id: string) =>
    figures.find(each => each.id === id)?.rows.reduce((all, { n }) => all + (typeof n === 'number' ? n : 0), 0)
  expect(sum('here')).toBe(200)
  expect(sum('citizens')).toBe(201)
  expect(figures.find(({ id }) => id === 'returned')?.base.n).toBeNull()
})

test('a country without an office says so, and is told of through its citizens alone', async () => {
  const { sections } = await report('NA')
  expect(plain(sections.find(({ id }) => id === 'here'))).toContain('The organisation has no office in Namibia.')
})
