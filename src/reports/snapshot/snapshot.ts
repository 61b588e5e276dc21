import { type Dictionary, labelOf } from '#dictionary/dictionary.ts'
import type { Figure, FigureQuery } from '#figures/figure-shape.ts'
import type { OfficeDirectory } from '#register/office-directory.ts'
import { figureOf, type Placed } from '../figure-of.ts'
import type { Ground } from '../kind.ts'
import type { Block, DraftFigure, DraftReport, Section } from '../report.ts'
import { reportWords } from '../words.ts'
import { rangeBlocks } from './range.ts'
import { en } from './words.ts'

export interface SnapshotGround extends Pick<Ground, 'ask' | 'mode' | 'cutOff'> {
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
  const block = async (query: FigureQuery, placed: Placed) => {
    const figure = await on.ask(query)
    return { figure, block: { kind: 'figure', figure: figureOf(figure, query, placed) } as const }
  }
  const each = async (by: string, where: FigureQuery['where']) => {
    const found: { time: string; figure: Figure }[] = []
    for (const year of years)
      found.push({ time: year, figure: await on.ask({ indicator: 'instances', year: Number(year), by: [by], where }) })
    return found
  }

  const here = { office: offices.map(({ code }) => code) }
  const citizens = { nationality: [country] }
  const inYears = (where: FigureQuery['where']) => ({ ...where, year: years })
  const children = { key: 'child', what: en.children, values: ['here-by-age'] }
  const women = { key: 'female', what: en.women, values: ['citizens-by-sex'] }
  const inCountry: Blocks =
    offices.length === 0
      ? [{ kind: 'note', text: en.noOffices(name) }]
      : [
          {
            kind: 'paragraph',
            text: en.hereAbout(name, offices.map(office => say.isolate(office.name)).join(', ')),
            values: ['here'],
          },
          (
            await block(
              { indicator: 'instances', by: ['year'], where: inYears(here) },
              { id: 'here', caption: en.hereCaption(name), chart: 'line' },
            )
          ).block,
          (
            await block(
              { indicator: 'instances', by: ['year', 'age_group'], where: inYears(here) },
              { id: 'here-by-age', caption: en.agesCaption(name), chart: 'stacked' },
            )
          ).block,
          ...rangeBlocks(await each('age_group', here), children, say),
        ]
  const byYear = await block(
    { indicator: 'instances', by: ['year'], where: inYears(citizens) },
    { id: 'citizens', caption: en.citizensCaption(name), chart: 'line' },
  )
  const bySex = await block(
    { indicator: 'instances', by: ['year', 'sex'], where: inYears(citizens) },
    { id: 'citizens-by-sex', caption: en.sexCaption(name), chart: 'stacked' },
  )
  const destination = await block(
    { indicator: 'instances', by: ['country_of_destination'], where: inYears(citizens), top: 10 },
    { id: 'citizens-by-destination', caption: en.whereCaption(name), chart: 'bars' },
  )
  const returned = await block(
    { indicator: 'returned', by: ['year'], where: inYears({ country_of_return: [country] }) },
    { id: 'returned', caption: en.returnedCaption(name), chart: 'line' },
  )
  const projects = await block(
    { indicator: 'projects', by: ['year'], where: inYears({ project_country: [country] }) },
    { id: 'projects', caption: en.projectsCaption(name), chart: 'line' },
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
    coverage: byYear.figure.coverage.text,
    caveats: byYear.figure.caveats.filter(({ values }) => Object.keys(values).length === 0).map(({ text }) => text),
    sections: [
      section('here', en.here, inCountry),
      section('citizens', en.citizens, [
        byYear.block,
        bySex.block,
        ...rangeBlocks(await each('sex', citizens), women, say),
        destination.block,
        returned.block,
      ]),
      section('projects', en.projects, [projects.block]),
    ],
  }
}
