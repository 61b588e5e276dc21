import { expect, test } from 'vitest'
import type { Figure } from '#figures/figure-shape.ts'
import { figureOf } from '#reports/figure-of.ts'

test('a counted figure keeps its passport, and why shares do not sum to 100 stands apart from the caveats', () => {
  const query = { indicator: 'instances', year: 2011, by: ['sex'], where: {} }
  const remark = (code: string, text: string) => ({ code, text, values: {} })
  const figure: Figure = {
    indicator: 'instances',
    label: 'Instances of assistance',
    definition: 'One mission assisting one person in one year.',
    unit: 'instance',
    accumulation: 'in_period',
    period: { label: '2011', from: '2011-01-01', to: '2011-12-31' },
    by: [{ id: 'sex', label: 'Sex', multiple: false, adds: true }],
    where: { year: ['2011'] },
    base: { n: 3, of: 'all' },
    rows: [{ key: 'female', label: 'Female', n: 2, share: 67, rank: 1 }],
    rest: null,
    not_available: [{ ...remark('year_unknown', 'without a known year: 1'), n: 1 }],
    coverage: {
      code: 'covered',
      offices: { case_files: 1, core_variables: 0, outside_sources: 0, none: 0 },
      text: 'Offices: 1.',
    },
    caveats: [remark('assisted_only', 'Only assisted persons.'), remark('rounding', 'Shares are rounded.')],
    asOf: '2012-01-01T00:00:00.000Z',
  }
  expect(figureOf(figure, query, { id: 'sex', caption: 'By sex, 2011', chart: 'bars' })).toEqual({
    id: 'sex',
    caption: 'By sex, 2011',
    chart: 'bars',
    indicator: 'Instances of assistance',
    unit: 'instance',
    definition: 'One mission assisting one person in one year.',
    period: figure.period,
    accumulation: 'in_period',
    base: { n: 3, of: 'all' },
    by: [{ id: 'sex', label: 'Sex', multiple: false }],
    rows: [{ key: 'female', label: 'Female', n: 2, share: 67 }],
    sumNote: 'Shares are rounded.',
    notAvailable: ['without a known year: 1'],
    coverage: 'Offices: 1.',
    caveats: ['Only assisted persons.'],
    query,
  })
})
