import { afterAll, beforeAll, expect, test } from 'vitest'
import { countFigure } from '#figures/figure.ts'
import { systemActor } from '#register/work.ts'
import { figuresOf } from '#reports/report.ts'
import { usual } from '#reports/suppress/hide.ts'
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

const report = (country: string, mode: 'internal' | 'public' = 'internal') =>
  snapshotReport(
    {
      ask: query => countFigure(g.register, systemActor, query),
      mode,
      policy: usual,
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

test('for the public one man of 101 citizens is hidden, with what would give him away, in the range too', async () => {
  const made = await report('UA', 'public')
  const figure = (id: string) => figuresOf(made).find(each => each.id === id)
  const cells = (id: string) => Object.fromEntries((figure(id)?.rows ?? []).map(({ key, n }) => [String(key), n]))
  // 101 less 100 women is he.
  expect(cells('citizens-by-sex')).toEqual({ '2004,female': 100, '2004,male': 0, '2006,female': 'c', '2006,male': 'c' })
  expect(cells('citizens')).toEqual({ '2004': 100, '2006': 101 })
  const said = plain(made.sections.find(({ id }) => id === 'citizens'))
  expect(said).toContain('Women and girls: 100% (2004), of all instances of the year.')
  expect(said).toContain('Not shown, so that nobody can be recognised: 2006.')
  expect(said).toContain('Not available: 2005.')
  expect(said).not.toMatch(/99%|100 of 101/)
  // He alone went to Russia, and nobody else is told of.
  expect(cells('citizens-by-destination')).toEqual({ RU: 'c', unknown: 'c' })
})
