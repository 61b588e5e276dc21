import type { Figure, FigureQuery } from '#figures/figure-shape.ts'
import { figureOf } from '../figure-of.ts'
import type { ReportKind } from '../kind.ts'
import type { Block, DraftFigure, Section } from '../report.ts'
import { reportWords } from '../words.ts'

/** A section of the tables: what is counted, and by what. */
interface Part {
  readonly id: string
  readonly title: string
  readonly indicator: string
  readonly by: readonly { readonly id: string; readonly words: string; readonly top?: number }[]
}

const parts: readonly Part[] = [
  {
    id: 'instances',
    title: 'Instances of assistance',
    indicator: 'instances',
    by: [
      { id: 'nationality', words: 'nationality', top: 20 },
      { id: 'country_of_destination', words: 'country of destination', top: 20 },
      { id: 'sex', words: 'sex' },
      { id: 'age_group', words: 'children and adults' },
      { id: 'exploitation', words: 'form of exploitation' },
      { id: 'trafficking_type', words: 'type of trafficking' },
      { id: 'region', words: 'region of the mission' },
    ],
  },
  {
    id: 'persons',
    title: 'Persons assisted',
    indicator: 'persons',
    by: [
      { id: 'sex', words: 'sex' },
      { id: 'age_group', words: 'children and adults' },
    ],
  },
  {
    id: 'services',
    title: 'Services given',
    indicator: 'services',
    by: [{ id: 'service_type', words: 'service' }],
  },
]

/** The standard tables of a year: every figure with chart, table and passport, and no narrative. */
export const yearTables: ReportKind = {
  id: 'year',
  about: 'Standard tables of a year: instances, persons and services',
  parameters: [{ id: 'year', type: 'year', about: 'the year, such as 2011' }],
  modes: ['internal'],
  questions: parts.reduce((sum, { by }) => sum + by.length, 0),
  async build({ ask, mode, cutOff }, { year = '' }) {
    const words = reportWords('en', 'ltr')
    let coverage = ''
    const sections: Section<DraftFigure>[] = []
    const caveats = new Set<string>()
    for (const { id, title, indicator, by } of parts) {
      const blocks: Block<DraftFigure>[] = []
      for (const { id: dimension, words: said, top } of by) {
        const query: FigureQuery = {
          indicator,
          year: Number(year),
          by: [dimension],
          where: {},
          ...(top === undefined ? {} : { top }),
        }
        const counted = await ask(query)
        coverage ||= counted.coverage.text
        for (const { code, text } of counted.caveats) if (general.includes(code)) caveats.add(text)
        if (blocks.length === 0) blocks.push(saying(counted, `${id}-${dimension}`))
        const caption = `${counted.label} by ${said}, ${year}${top === undefined ? '' : `, ranks 1 to ${words.number(top)}`}`
        blocks.push({
          kind: 'figure',
          figure: figureOf(counted, query, { id: `${id}-${dimension}`, caption, chart: 'bars' }),
        })
      }
      sections.push({ id, title, blocks, sections: [] })
    }
    return {
      kind: 'year',
      title: `Assistance recorded in ${year}`,
      subtitle: 'Standard tables',
      period: { label: year, from: `${year}-01-01`, to: `${year}-12-31` },
      mode,
      language: 'en',
      direction: 'ltr',
      cutOff,
      coverage,
      caveats: [...caveats],
      sections,
    }

    function saying({ base, label }: Figure, figure: string): Block<DraftFigure> {
      const text =
        base.n === null
          ? `${label} in ${year}: not available.`
          : `${label} recorded in ${year}: ${words.number(base.n)}.`
      return { kind: 'paragraph', text, values: [figure] }
    }
  },
}

/** Caveats that hold for the whole report and stand before it. */
const general: readonly string[] = ['assisted_only', 'not_prevalence']
