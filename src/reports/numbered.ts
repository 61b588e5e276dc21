import { altOf } from './alt.ts'
import { type Block, type DraftFigure, type DraftReport, figuresOf, type Report, type Section } from './report.ts'
import { reportWords } from './words.ts'

/**
 * Numbers the figures 1, 2, 3 in reading order, through all chapters, and writes the alt text of their charts.
 * @throws Error when two figures or two sections share an id, or a paragraph refers to a figure that is not there.
 */
export function numbered(draft: DraftReport): Report {
  const figures = figuresOf(draft)
  const numbers = new Map(figures.map(({ id }, at) => [id, at + 1]))
  if (numbers.size < figures.length) throw new Error(`Two figures are called ${twice(figures)}.`)
  const words = reportWords(draft.language, draft.direction)
  const ids = new Set<string>()
  const numberOf = (id: string): number => {
    const number = numbers.get(id)
    if (number === undefined) throw new Error(`A paragraph says the values of ${id}, which is no figure of the report.`)
    return number
  }
  const within = ({ id, title, blocks, sections }: Section<DraftFigure>): Section => {
    if (ids.has(id)) throw new Error(`Two sections are called ${id}.`)
    ids.add(id)
    return {
      id,
      title,
      blocks: blocks.map((block): Block => {
        if (block.kind === 'paragraph') for (const value of block.values) numberOf(value)
        if (block.kind !== 'figure') return block
        const alt = altOf(block.figure, words)
        return { kind: 'figure', figure: { ...block.figure, number: numberOf(block.figure.id), alt } }
      }),
      sections: sections.map(within),
    }
  }
  return { ...draft, sections: draft.sections.map(within) }
}

function twice(figures: readonly DraftFigure[]): string {
  return figures.find(({ id }, at) => figures.findIndex(each => each.id === id) < at)?.id ?? ''
}
