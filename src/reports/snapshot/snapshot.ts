import { type Dictionary, labelOf } from '#dictionary/dictionary.ts'
import type { FigureQuery } from '#figures/figure-shape.ts'
import type { OfficeDirectory } from '#register/office-directory.ts'
import { figureOf, type Placed } from '../figure-of.ts'
import type { Ground } from '../kind.ts'
import type { Block, DraftFigure, DraftReport, Section } from '../report.ts'
import type { CountedFigure } from '../suppress/cells.ts'
import { figureIn, printable } from '../suppress/printable.ts'
import { reportWords } from '../words.ts'
import { rangeBlocks } from './range.ts'
import { en } from './words.ts'

export interface SnapshotGround extends Pick<Ground, 'ask' | 'mode' | 'policy' | 'cutOff'> {
  readonly dictionary: Dictionary
  readonly offices: OfficeDirectory
}

export interface SnapshotOf {
  readonly country: string
  readonly from: number
  readonly to: number
}

type Blocks = readonly Block<DraftFigure>[]

/**
 * One country over some years, in two lights that are never mixed: what offices there did, and what became of its citizens
 * wherever they were assisted.
 */
export async function snapshotReport(on: SnapshotGround, of: SnapshotOf): Promise<DraftReport> {
  const say = reportWords('en', 'ltr')
  const { country, from, to } = of
  const name = say.isolate(labelOf(on.dictionary, 'country', country))
  const years = Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
  const offices = on.offices.all().filter(office => office.country === country && office.kind !== 'outside_source')
  const counted = async (query: FigureQuery, placed: Placed) => {
    const figure = await on.ask(query)
    return { counted: figure, figure: figureOf(figure, query, placed) }
  }
  /** A figure of each year; only sentences are made of them. */
  const each = async (by: string, where: FigureQuery['where'], id: string) => {
    const found: (CountedFigure & { readonly year: string })[] = []
    for (const year of years) {
      const query = { indicator: 'instances', year: Number(year), by: [by], where }
      found.push({ year, ...(await counted(query, { id: `${id}-${year}`, caption: '', chart: null })) })
    }
    return found
  }

  const here = { office: offices.map(({ code }) => code) }
  const citizens = { nationality: [country] }
  const inYears = (where: FigureQuery['where']) => ({ ...where, year: years })
  const inCountry =
    offices.length === 0
      ? null
      : {
          tables: [
            await counted(
              { indicator: 'instances', by: ['year'], where: inYears(here) },
              { id: 'here', caption: en.hereCaption(name), chart: 'line' },
            ),
            await counted(
              { indicator: 'instances', by: ['year', 'age_group'], where: inYears(here) },
              { id: 'here-by-age', caption: en.agesCaption(name), chart: 'stacked' },
            ),
          ],
          years: await each('age_group', here, 'here-age'),
        }
  const byYear = await counted(
    { indicator: 'instances', by: ['year'], where: inYears(citizens) },
    { id: 'citizens', caption: en.citizensCaption(name), chart: 'line' },
  )
  const bySex = await counted(
    { indicator: 'instances', by: ['year', 'sex'], where: inYears(citizens) },
    { id: 'citizens-by-sex', caption: en.sexCaption(name), chart: 'stacked' },
  )
  const sexByYear = await each('sex', citizens, 'citizens-sex')
  const destination = await counted(
    { indicator: 'instances', by: ['country_of_destination'], where: inYears(citizens), top: 10 },
    { id: 'citizens-by-destination', caption: en.whereCaption(name), chart: 'bars' },
  )
  const returned = await counted(
    { indicator: 'returned', by: ['year'], where: inYears({ country_of_return: [country] }) },
    { id: 'returned', caption: en.returnedCaption(name), chart: 'line' },
  )
  const projects = await counted(
    { indicator: 'projects', by: ['year'], where: inYears({ project_country: [country] }) },
    { id: 'projects', caption: en.projectsCaption(name), chart: 'line' },
  )
  const printed = printable(
    [
      ...(inCountry === null ? [] : [...inCountry.tables, ...inCountry.years]),
      byYear,
      bySex,
      ...sexByYear,
      destination,
      returned,
      projects,
    ],
    on,
  )
  const block = ({ figure: { id } }: CountedFigure): Block<DraftFigure> => ({
    kind: 'figure',
    figure: figureIn(printed, id),
  })
  const range = (
    of: readonly (CountedFigure & { readonly year: string })[],
    asked: Parameters<typeof rangeBlocks>[1],
  ) =>
    rangeBlocks(
      of.map(({ year, figure }) => ({ year, figure: figureIn(printed, figure.id) })),
      asked,
      say,
    )
  const section = (id: string, title: string, blocks: Blocks): Section<DraftFigure> => ({
    id,
    title,
    blocks,
    sections: [],
  })
  const [first, last] = [String(from), String(to)]
  return {
    kind: 'snapshot',
    title: en.title(labelOf(on.dictionary, 'country', country)),
    subtitle: en.subtitle(first, last),
    period: { label: en.period(first, last), from: `${first}-01-01`, to: `${last}-12-31` },
    mode: on.mode,
    language: 'en',
    direction: 'ltr',
    cutOff: on.cutOff,
    coverage: byYear.counted.coverage.text,
    caveats: byYear.counted.caveats.filter(({ values }) => Object.keys(values).length === 0).map(({ text }) => text),
    sections: [
      section(
        'here',
        en.here,
        inCountry === null
          ? [{ kind: 'note', text: en.noOffices(name) }]
          : [
              {
                kind: 'paragraph',
                text: en.hereAbout(name, offices.map(office => say.isolate(office.name)).join(', ')),
                values: ['here'],
              },
              ...inCountry.tables.map(block),
              ...range(inCountry.years, { key: 'child', what: en.children, values: ['here-by-age'] }),
            ],
      ),
      section('citizens', en.citizens, [
        ...[byYear, bySex].map(block),
        ...range(sexByYear, { key: 'female', what: en.women, values: ['citizens-by-sex'] }),
        ...[destination, returned].map(block),
      ]),
      section('projects', en.projects, [block(projects)]),
    ],
  }
}
