import { afterAll, afterEach, beforeAll, expect, expectTypeOf, test } from 'vitest'
import type { Actor } from '#access/permission.ts'
import { countFigure, figureChoices } from '#figures/figure.ts'
import { indicators } from '#figures/indicators/all.ts'
import type { Figure, FigureQuery } from '#figures/figure-shape.ts'
import { systemActor } from '#register/work.ts'
import { Figure as FigureContract, FigureChoices as ChoicesContract } from '#server/contract/figures.ts'
import { asOf, type Scratch, scratchRegister } from './scratch-register.ts'

let scratch: Scratch
const offices: Record<string, string> = {}

beforeAll(async () => {
  scratch = await scratchRegister()
  offices['HQ'] = await scratch.office('HQ', { kind: 'headquarters', region: null })
  for (const [code, region] of Object.entries({ UA: 'EECA', PL: 'EEA', NA: 'ESA' }))
    offices[code] = await scratch.office(code, { region, parent: offices['HQ'] })
  offices['CTDC'] = await scratch.office('CTDC', { kind: 'outside_source', region: null, parent: offices['HQ'] })
})
afterEach(() => scratch.empty())
afterAll(() => scratch.close())

const ask = (query: Partial<FigureQuery> = {}, actor: Actor = systemActor) =>
  countFigure(scratch.register, actor, { indicator: 'instances', by: [], where: {}, ...query })
const table = (figure: Figure) => figure.rows.map(row => [row.key, row.n, row.share, row.rank])
const codes = (remarks: readonly { code: string }[]) => remarks.map(each => each.code)
const times = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value)

test('the figure is what the contract says it is', async () => {
  expectTypeOf<FigureContract>().toEqualTypeOf<Figure>()
  await scratch.facts([{ office: 'UA', dims: { sex: 'female', nationality: ['UA'] } }])
  for (const by of [[], ['sex'], ['sex', 'nationality']]) {
    const figure = await ask({ by, year: 2011 })
    expect(FigureContract.parse(figure)).toEqual(figure)
  }
  const choices = await figureChoices(scratch.register)
  expect(ChoicesContract.parse(choices)).toEqual(choices)
  expect(choices.years).toEqual([2011])
  expect(choices.indicators.map(each => each.id)).toEqual([...indicators.keys()])
})

test('ties share a rank, top keeps every tie and every unknown, and says what it left out', async () => {
  const of = (n: number, nationality: string | null) =>
    times(n, { office: 'UA', dims: { nationality: nationality === null ? null : [nationality] } })
  await scratch.facts([
    ...of(4, 'UA'),
    ...of(2, 'MD'),
    ...of(2, 'BY'),
    ...of(1, 'NA'),
    ...of(1, 'unknown'),
    ...of(2, null),
  ])
  const figure = await ask({ year: 2011, by: ['citizenship'], top: 2 })
  expect(figure.base).toEqual({ n: 12, of: 'all' })
  expect(table(figure)).toEqual([
    ['UA', 4, 33, 1],
    ['BY', 2, 17, 2],
    ['MD', 2, 17, 2],
    ['unknown', 3, 25, null],
  ])
  expect(figure.rest).toEqual({ rows: 1, n: 1, share: 8, cells: [] })
  expect(figure.rows.map(row => row.label)).toEqual([
    expect.stringContaining('Ukraine'),
    expect.stringContaining('Belarus'),
    expect.stringContaining('Moldova'),
    'Unknown',
  ])
  expect((await ask({ by: ['nationality'], top: 4 })).rows.map(row => row.rank)).toEqual([1, 2, 2, 4, null])
  expect((await ask({ where: { nationality: ['na'] } })).base.n).toBe(1)
  expect((await ask({ where: { nationality: ['unknown'] } })).base.n).toBe(3)
})

test('shares are whole percents, half up: 5 of 8 is 63', async () => {
  const of = (n: number, group: string) => times(n, { office: 'UA', dims: { age_group: group } })
  await scratch.facts([...of(5, 'child'), ...of(3, 'adult')])
  const figure = await ask({ by: ['age_group'] })
  expect(figure.rows.map(row => row.share)).toEqual([63, 38])
  expect(figure.caveats).toContainEqual(expect.objectContaining({ code: 'rounding', values: { sum: 101 } }))
})

test('a year nobody reported is not available; a year with reports and nothing to count is 0', async () => {
  await scratch.facts([
    { office: 'UA', dims: { sex: 'male' } },
    { office: 'UA', year: null },
  ])
  const none = await ask({ year: 2031, by: ['sex'] })
  expect(none.base.n).toBeNull()
  expect(none.rows).toEqual([])
  expect(none.not_available).toEqual([expect.objectContaining({ text: 'no office has reported for 2031', n: null })])
  const zero = await ask({ year: 2011, where: { sex: ['female'] } })
  expect(zero.base.n).toBe(0)
  const year = await ask({ year: 2011 })
  expect(year.base.n).toBe(1)
  expect(year.not_available).toEqual([expect.objectContaining({ code: 'year_unknown', n: 1 })])
  expect((await ask()).base.n).toBe(2)
  expect(table(await ask({ by: ['year'] }))).toEqual([
    ['2011', 1, 50, 1],
    ['unknown', 1, 50, null],
  ])
})

test('a person linked across two missions is one person and two instances', async () => {
  await scratch.facts([
    { office: 'UA', person: 7, caseNo: 1, dims: { sex: 'female' } },
    { office: 'PL', person: 7, caseNo: 2, dims: { sex: 'female' } },
    { office: 'PL', person: 8, caseNo: 3 },
    { office: 'PL', person: 8, caseNo: 3, year: 2012, dims: { sex: 'unknown' } },
  ])
  expect((await ask()).base.n).toBe(4)
  const persons = await ask({ indicator: 'persons', by: ['sex'] })
  expect(persons.unit).toBe('person')
  expect(table(persons)).toEqual([
    ['female', 1, 50, 1],
    ['unknown', 1, 50, null],
  ])
  expect(codes(persons.caveats)).not.toContain('estimate_half')
  const byOffice = await ask({ indicator: 'persons', by: ['office'] })
  expect(table(byOffice)).toEqual([
    ['PL', 2, 100, 1],
    ['UA', 1, 50, 2],
  ])
  expect(codes(byOffice.caveats)).toContain('several_rows')
  expect((await ask({ indicator: 'cases' })).base.n).toBe(3)
})

test('a second case of the same person in the same mission and year adds a case, not an instance', async () => {
  await scratch.facts([
    { office: 'UA', person: 7, caseNo: 1, dims: { exploitation: ['labour'] } },
    { office: 'UA', person: 7, caseNo: 2, count: 0, dims: { exploitation: ['sexual'] } },
  ])
  expect(table(await ask({ by: ['exploitation'] }))).toEqual([['labour', 1, 100, 1]])
  expect((await ask({ indicator: 'cases' })).base.n).toBe(2)
})

test('totals count in instances and are said to be left out of persons, with the labelled estimate of half', async () => {
  await scratch.facts([
    { office: 'UA', person: 1 },
    { office: 'PL', count: 5497, route: 'counted_total', dims: { sex: 'male' } },
  ])
  const instances = await ask({ year: 2011 })
  expect(instances.base.n).toBe(5498)
  expect(instances.caveats).toContainEqual(expect.objectContaining({ code: 'totals_included' }))
  expect(instances.caveats).toContainEqual(expect.objectContaining({ code: 'core_share', values: { share: 100 } }))
  const persons = await ask({ indicator: 'persons', year: 2011 })
  expect(persons.base.n).toBe(1)
  expect(persons.not_available).toEqual([expect.objectContaining({ code: 'not_deduplicable', n: 5497 })])
  expect(persons.caveats.find(each => each.code === 'estimate_half_about')?.text).toContain(
    'estimate: half of instances = approximately 2,700 persons (2,749, of 5,498 instances)',
  )
  const onlyTotals = await ask({ indicator: 'persons', where: { office: ['PL'] } })
  expect(onlyTotals.base.n).toBeNull()
  expect((await ask({ indicator: 'cases', where: { office: ['PL'] } })).base.n).toBeNull()
})

test('several answers: each counts once a unit, the base stays, and the sum above 100 is explained', async () => {
  await scratch.facts([
    { office: 'UA', person: 1, dims: { exploitation: ['labour', 'sexual'] } },
    { office: 'UA', person: 2, dims: { exploitation: ['labour', 'labour'] } },
    { office: 'UA', person: 3, dims: { exploitation: ['none_recorded'] } },
    { office: 'UA', person: 4, dims: { exploitation: [] } },
    { office: 'UA', person: 4, year: 2012, dims: { exploitation: null } },
  ])
  const figure = await ask({ by: ['exploitation'] })
  expect(table(figure)).toEqual([
    ['labour', 2, 40, 1],
    ['sexual', 1, 20, 2],
    ['none_recorded', 1, 20, null],
    ['unknown', 2, 40, null],
  ])
  expect(figure.base.n).toBe(5)
  expect(figure.caveats).toContainEqual(expect.objectContaining({ code: 'several_answers', values: { sum: 120 } }))
  const persons = await ask({ indicator: 'persons', by: ['exploitation'] })
  expect(table(persons).map(row => row.slice(0, 2))).toEqual([
    ['labour', 2],
    ['sexual', 1],
    ['none_recorded', 1],
    ['unknown', 1],
  ])
  expect((await ask({ where: { exploitation: ['sexual', 'unknown'] } })).base.n).toBe(3)
})

test('two dimensions: what never occurred is 0, what nobody reported is not listed', async () => {
  await scratch.facts([
    { office: 'UA', year: 2010, dims: { sex: 'female', age_group: 'child' } },
    { office: 'UA', year: 2011, dims: { sex: 'male', age_group: 'adult' } },
    { office: 'PL', year: 2011, dims: { sex: 'female', age_group: 'adult' } },
  ])
  expect(table(await ask({ by: ['sex', 'age_group'] })).map(row => row.slice(0, 2))).toEqual([
    [['female', 'adult'], 1],
    [['female', 'child'], 1],
    [['male', 'adult'], 1],
    [['male', 'child'], 0],
  ])
  const places = await ask({ by: ['office', 'year'] })
  expect(places.rows.map(row => row.key)).toEqual([
    ['PL', '2011'],
    ['UA', '2010'],
    ['UA', '2011'],
  ])
  expect(places.not_available).toEqual([expect.objectContaining({ code: 'not_reported', values: { n: 1 } })])
  const filtered = await ask({ by: ['year', 'region'], where: { sex: ['female'] } })
  expect(table(filtered).map(row => row.slice(0, 2))).toEqual([
    [['2010', 'EECA'], 1],
    [['2011', 'EEA'], 1],
    [['2011', 'EECA'], 0],
  ])
})

test('coverage says who reported how, and an outside source is named', async () => {
  await scratch.facts([
    { office: 'UA' },
    { office: 'UA', route: 'core_variables' },
    { office: 'PL', route: 'core_variables' },
    { office: 'CTDC', route: 'outside_source' },
  ])
  const figure = await ask({ year: 2011 })
  expect(figure.coverage.offices).toEqual({ case_files: 1, core_variables: 1, outside_sources: 1, none: 1 })
  expect(figure.coverage.text).toContain('without any report: 1')
  expect(figure.caveats.find(each => each.code === 'outside_source')?.text).toContain('Mission CTDC')
  expect(codes(figure.caveats)).toEqual(
    expect.arrayContaining(['assisted_only', 'not_prevalence', 'possible_double_counts', 'not_reporting']),
  )
  expect(figure.asOf).toBe(asOf)
  const own = await ask({ where: { office: ['UA'] } })
  expect(own.coverage.offices).toEqual({ case_files: 1, core_variables: 0, outside_sources: 0, none: 0 })
  expect(codes(own.caveats)).not.toContain('outside_source')
})

test('services are counted from their own table, by what a service has', async () => {
  await scratch.facts([{ office: 'UA' }])
  expect((await ask({ indicator: 'services' })).base.n).toBe(0)
  await scratch.services([
    { office: 'UA', dims: { service_type: 'medical', sex: 'female' } },
    { office: 'UA', dims: { service_type: 'medical' } },
    { office: 'UA', dims: { service_type: 'shelter' } },
  ])
  expect(table(await ask({ indicator: 'services', by: ['service_type'] }))).toEqual([
    ['medical', 2, 67, 1],
    ['shelter', 1, 33, 2],
  ])
})

test('an actor counts whole offices of the own reach, and nothing beyond', async () => {
  await scratch.facts([{ office: 'UA' }, { office: 'UA' }, { office: 'PL' }])
  const analyst = (
    office: string,
    scope: 'office' | 'all' | 'own',
    role: 'caseworker' | 'administrator' | 'regional_analyst' = 'regional_analyst',
  ): Actor => ({
    id: '00000000-0000-7000-8000-00000000000a',
    kind: 'user',
    grants: [{ role, office: offices[office] ?? '', scope }],
  })
  const seen = await ask({ by: ['office'] }, analyst('UA', 'office'))
  expect(table(seen)).toEqual([['UA', 2, 100, 1]])
  expect(seen.coverage.offices).toEqual({ case_files: 1, core_variables: 0, outside_sources: 0, none: 0 })
  expect((await ask({ where: { office: ['PL'] } }, analyst('UA', 'office'))).base.n).toBeNull()
  expect((await ask({}, analyst('HQ', 'office'))).base.n).toBe(3)
  const own = await ask({}, analyst('UA', 'own', 'caseworker'))
  expect(own.base.n).toBeNull()
  expect(codes(own.not_available)).toEqual(['no_reach'])
  await expect(ask({}, analyst('HQ', 'all', 'administrator'))).rejects.toMatchObject({ code: 'not_allowed' })
})

test.each([
  [{ indicator: 'people' }, 'unknown_indicator', 'instances, persons, persons_to_date, cases, incidents, services'],
  [{ by: ['colour'] }, 'unknown_dimension', 'nationality'],
  [{ indicator: 'services', by: ['means'] }, 'dimension_not_for_indicator', 'service_type'],
  [{ where: { sex: ['purple'] } }, 'unknown_value', 'female'],
  [{ where: { office: ['XX'] } }, 'unknown_value', 'UA'],
  [{ where: { year: ['soon'] } }, 'unknown_value', 'not a year'],
  [{ by: ['sex', 'sex'] }, 'same_dimension_twice', 'sex'],
  [{ by: ['sex', 'year', 'office'] }, 'too_many_dimensions', 'two'],
  [{ year: 2011, where: { year: ['2012'] } }, 'year_twice', 'once'],
  [{ top: 0 }, 'bad_number', 'from 1'],
])('what cannot be asked is refused with what exists: %j', async (query, code, named) => {
  await expect(ask(query)).rejects.toMatchObject({
    name: 'FigureProblem',
    code,
    message: expect.stringContaining(named),
  })
})
