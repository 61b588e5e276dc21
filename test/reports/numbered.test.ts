import { expect, test } from 'vitest'
import { figuresFileOf } from '#reports/figures-json.ts'
import { numbered } from '#reports/numbered.ts'
import { figuresOf } from '#reports/report.ts'
import { draft, sample } from './sample.ts'

test('figures are numbered once, in reading order, through all chapters (D46)', () => {
  expect(figuresOf(sample).map(({ id, number }) => [number, id])).toEqual([
    [1, 'by-nationality'],
    [2, 'region-sex'],
    [3, 'over-years'],
    [4, 'persons'],
  ])
})

test('the same id twice, or a sentence about a figure that is not there, is refused', () => {
  const [first] = draft.sections
  if (!first) throw new Error('The sample has sections.')
  expect(() => numbered({ ...draft, sections: [first, { ...first, id: 'other', sections: [] }] })).toThrow(
    'Two figures are called by-nationality',
  )
  expect(() => numbered({ ...draft, sections: [first, first] })).toThrow('Two')
  const dangling = { ...first, blocks: [{ kind: 'paragraph', text: 'x', values: ['gone'] }] as const, sections: [] }
  expect(() => numbered({ ...draft, sections: [dangling] })).toThrow('gone')
})

test('alt text says values as they are printed: none that is suppressed, and the three faces apart', () => {
  const [bars, stacked, line, none] = figuresOf(sample)
  expect(bars?.alt).toBe(
    'Bar chart. Instances of assistance by nationality, 2011. Ukraine 90 (45%); Haiti 60 (30%); Cambodia 36 (18%); Lao People’s Democratic Republic c; Yemen 0 (0%); Ethiopia not available. 1 more rows are in the table.',
  )
  expect(stacked?.alt).toContain('South America, Female c')
  expect(line?.alt).toMatch(/^Line chart\./)
  expect(none?.alt).toBe('')
})

test('figures.json is every figure with its passport, the cut-off and the mode', () => {
  const file = figuresFileOf(sample)
  expect(file.cut_off).toBe('2012-03-31T22:15:00.000Z')
  expect(file.mode).toBe('public')
  expect(file.figures).toHaveLength(4)
  expect(file.figures[0]).toMatchObject({
    number: 1,
    unit: 'instance',
    base: { n: 200, of: 'all' },
    query: { indicator: 'instances', year: 2011 },
  })
})
