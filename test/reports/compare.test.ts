import { expect, test } from 'vitest'
import { compared } from '#reports/compare.ts'
import { numbered } from '#reports/numbered.ts'
import type { DraftFigure, DraftReport, Section } from '#reports/report.ts'
import { draft, sample } from './sample.ts'

const changing = (id: string, change: (figure: DraftFigure) => DraftFigure): DraftReport => {
  const within = (section: Section<DraftFigure>): Section<DraftFigure> => ({
    ...section,
    blocks: section.blocks.map(block =>
      block.kind === 'figure' && block.figure.id === id ? { ...block, figure: change(block.figure) } : block,
    ),
    sections: section.sections.map(within),
  })
  return { ...draft, cutOff: '2013-01-01T00:00:00.000Z', sections: draft.sections.map(within) }
}

test('the same report has changed in nothing', () => {
  expect(compared(sample, sample).figures.filter(({ changed }) => changed)).toEqual([])
})

test('a late entry shows in the row and in the base, with both cut-offs; the other figures stay', () => {
  const now = numbered(
    changing('by-nationality', figure => ({
      ...figure,
      base: { n: 203, of: 'all' },
      rows: [...figure.rows.map(row => (row.key === 'UA' ? { ...row, n: 92 } : row)), row('VN', 'Viet Nam', 1)],
    })),
  )
  const { publishedCutOff, nowCutOff, figures } = compared(sample, now)
  expect([publishedCutOff, nowCutOff]).toEqual([sample.cutOff, '2013-01-01T00:00:00.000Z'])
  expect(figures.filter(({ changed }) => changed).map(({ id }) => id)).toEqual(['by-nationality'])
  const [figure] = figures
  expect(figure?.base).toMatchObject({ published: 200, now: 203 })
  expect(figure?.rows.filter(each => each.published !== each.now)).toEqual([
    { label: 'Ukraine', published: 90, now: 92 },
    { label: 'Viet Nam', published: null, now: 1 },
  ])
})

test('what offices told is held beside itself, by what it tells of and not by its words', () => {
  const told = (n: number, label: string, text = 'Counselling.'): DraftReport => ({
    ...draft,
    sections: [
      {
        id: 'direct_assistance',
        title: '1. Direct assistance',
        blocks: [
          {
            kind: 'entry',
            entry: {
              id: 'one',
              place: 'Ukraine',
              on: null,
              text,
              partners: [],
              counts: [{ key: 'persons', label, unit: 'person', n, accumulation: 'in_period', day: null }],
            },
          },
        ],
        sections: [],
      },
    ],
  })
  const then = numbered(told(10, 'Persons assisted (8 men, 2 women)'))
  const { figures } = compared(
    then,
    numbered(told(12, 'Persons assisted (10 men, 2 women)', 'Counselling and transport.')),
  )
  expect(figures).toEqual([
    {
      id: 'told/direct_assistance',
      number: null,
      isNew: false,
      caption: '1. Direct assistance',
      unit: '',
      base: null,
      rows: [{ label: 'Ukraine: Persons assisted (8 men, 2 women) (persons)', published: 10, now: 12 }],
      changed: true,
    },
  ])
  expect(compared(then, then).figures.every(({ changed }) => !changed)).toBe(true)
})

test('suppressed and not available are no numbers: a change between them and a number is one', () => {
  const now = numbered(
    changing('by-nationality', figure => ({
      ...figure,
      rows: figure.rows.map(row => (row.n === 'c' ? { ...row, n: 0 } : row)),
    })),
  )
  const rows = compared(sample, now).figures[0]?.rows.filter(each => each.published !== each.now)
  expect(rows).toEqual([{ label: 'Lao People’s Democratic Republic', published: 'c', now: 0 }])
})

const row = (key: string, label: string, n: number) => ({ key, label, n, share: null })
