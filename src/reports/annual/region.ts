import type { Ground } from '../kind.ts'
import type { DraftFigure } from '../report.ts'
import type { ReportWords } from '../words.ts'
import { askPart, type Chapter, chapter, type Part } from './part.ts'
import { rankingSaid, rowsSaid, shareSaid } from './sentences.ts'

export interface Named {
  readonly code: string
  readonly label: string
}

/** The chapter of a region. All eight come from here, so that none lacks what another has. */
export async function regionChapter(on: Ground, region: Named, year: number, words: ReportWords): Promise<Chapter> {
  const { code, label } = region
  const where = { region: [code] }
  const id = `region-${code.toLowerCase()}`
  const asked = (dimension: string, of: string, o: { top?: number; say: Part['say'] }) =>
    askPart(
      on,
      { indicator: 'instances', year, by: [dimension], where, ...(o.top === undefined ? {} : { top: o.top }) },
      {
        id: `${id}-${dimension.replaceAll('_', '-')}`,
        caption: `${label}: instances of assistance by ${of}, ${year}`,
        chart: 'bars',
      },
      o.say,
    )
  const offices = await asked('office', 'mission', { say: figure => missionsSaid(figure, year, words) })
  if (!offices.counted.base.n) return chapter(id, label, { parts: [bare(offices)] })
  const parts = [
    offices,
    await asked('nationality', 'nationality', { top: 10, say: figure => rankingSaid(figure, 'By nationality', words) }),
    await asked('age_group', 'age', { say: figure => shareSaid(figure, 'child', 'were children', words) }),
    await asked('sex', 'sex', {
      say: figure =>
        `${shareSaid(figure, 'female', 'were women and girls', words)} ${shareSaid(figure, 'male', 'were men and boys', words)}`,
    }),
    await asked('exploitation_type', 'type of exploitation', { say: figure => rowsSaid(figure, words) }),
    await asked('trafficking_type', 'type of trafficking', { say: figure => rowsSaid(figure, words) }),
  ]
  return chapter(id, label, { parts, chapters: [await returnsOf(on, region, year, words)] })
}

async function returnsOf(on: Ground, { code, label }: Named, year: number, words: ReportWords): Promise<Chapter> {
  const id = `region-${code.toLowerCase()}-returns`
  const query = { indicator: 'returned', year, where: { region: [code] } }
  const all = await askPart(
    on,
    { ...query, by: [] },
    { id, caption: `${label}: persons returned with assistance, ${year}`, chart: null },
    ({ base: { n } }) =>
      n === null
        ? 'Persons returned with assistance: not available, since no mission of the region recorded a return.'
        : `Persons returned with assistance: ${words.count(n)}.`,
  )
  const by = (dimension: string, of: string, say: Part['say']) =>
    askPart(
      on,
      { ...query, by: [dimension] },
      {
        id: `${id}-${dimension.replaceAll('_', '-')}`,
        caption: `${label}: persons returned by ${of}, ${year}`,
        chart: 'bars',
      },
      say,
    )
  const parts = all.counted.base.n
    ? [
        all,
        await by('age_group', 'age', figure => shareSaid(figure, 'child', 'were children', words)),
        await by('sex', 'sex', figure => rowsSaid(figure, words)),
      ]
    : [all]
  return chapter(`${id}-section`, 'Return', { parts })
}

/** A region without instances shows its base alone. */
const bare = (part: Part): Part => ({ ...part, figure: { ...part.figure, rows: [], by: [], chart: null } })

function missionsSaid(figure: DraftFigure, year: number, words: ReportWords): string {
  const { n } = figure.base
  if (n === null) return `Nobody reported for ${year}: not available.`
  return `${words.count(n)} instances of assistance were recorded in ${year}. ${rowsSaid(figure, words)}`
}
