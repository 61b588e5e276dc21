import type { FigureQuery } from '#figures/figure-shape.ts'
import { figureOf } from '../figure-of.ts'
import type { ReportKind } from '../kind.ts'
import type { Block, DraftFigure, Section } from '../report.ts'
import type { CountedFigure } from '../suppress/cells.ts'
import { figureIn, printable } from '../suppress/printable.ts'
import { reportWords, type ReportWords } from '../words.ts'

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
  modes: ['internal', 'public'],
  questions: parts.reduce((sum, { by }) => sum + by.length, 0),
  async build({ ask, mode, policy, cutOff }, { year = '' }) {
    const words = reportWords('en', 'ltr')
    const asked: (CountedFigure & { readonly part: string })[] = []
    for (const { id, indicator, by } of parts)
      for (const { id: dimension, words: said, top } of by) {
        const query: FigureQuery = {
          indicator,
          year: Number(year),
          by: [dimension],
          where: {},
          ...(top === undefined ? {} : { top }),
        }
        const counted = await ask(query)
        const caption = `${counted.label} by ${said}, ${year}${top === undefined ? '' : `, ranks 1 to ${words.number(top)}`}`
        const figure = figureOf(counted, query, { id: `${id}-${dimension}`, caption, chart: 'bars' })
        asked.push({ part: id, counted, figure })
      }
    const printed = printable(asked, { mode, policy })
    const sections = parts.map(({ id, title }): Section<DraftFigure> => {
      const figures = asked.filter(({ part }) => part === id).map(({ figure }) => figureIn(printed, figure.id))
      return {
        id,
        title,
        blocks: [
          ...figures.slice(0, 1).map(figure => total(figure, year, words)),
          ...figures.map(figure => ({ kind: 'figure', figure }) as const),
        ],
        sections: [],
      }
    })
    const caveats = asked.flatMap(({ counted }) => counted.caveats.filter(({ code }) => general.includes(code)))
    return {
      kind: 'year',
      title: `Assistance recorded in ${year}`,
      subtitle: 'Standard tables',
      period: { label: year, from: `${year}-01-01`, to: `${year}-12-31` },
      mode,
      language: 'en',
      direction: 'ltr',
      cutOff,
      coverage: asked[0]?.counted.coverage.text ?? '',
      caveats: [...new Set(caveats.map(({ text }) => text))],
      sections,
    }
  },
}

function total({ id, indicator, base: { n } }: DraftFigure, year: string, words: ReportWords): Block<DraftFigure> {
  const said =
    n === null
      ? `${indicator} in ${year}: not available.`
      : n === 'c'
        ? `How many are recorded for ${year} is not shown, so that nobody can be recognised: ${indicator.toLowerCase()}.`
        : `${indicator} recorded in ${year}: ${words.number(n)}.`
  return { kind: 'paragraph', text: said, values: [id] }
}

/** Caveats that hold for the whole report and stand before it. */
const general: readonly string[] = ['assisted_only', 'not_prevalence']
