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
