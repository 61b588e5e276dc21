import { halvingOf } from '#figures/estimate.ts'
import { figureOf } from '../figure-of.ts'
import type { Ground } from '../kind.ts'
import { type DraftFigure, partsOf } from '../report.ts'
import type { ReportWords } from '../words.ts'
import { askPart, type Chapter, chapter, type Part } from './part.ts'
import { changesSaid, rankingSaid, rowsSaid } from './sentences.ts'

interface Years {
  readonly year: number
  /** The year that changes are measured from. */
  readonly base: number
}

/** Global trends: how much, who, from where to where, and in what; with changes on the base year. */
export async function trends(on: Ground, { year, base }: Years, words: ReportWords): Promise<Chapter> {
  const query = { indicator: 'instances', year, where: {} }
  const regions = await askPart(
    on,
    { ...query, by: ['region'] },
    { id: 'regions', caption: `Instances of assistance by region of the mission, ${year}`, chart: 'bars' },
    figure => totalSaid(figure, year, words),
  )
  const persons = await askPart(
    on,
    { indicator: 'persons', year, by: [], where: {} },
    { id: 'persons', caption: `Persons assisted, ${year}`, chart: null },
    (figure, printed) => personsSaid(figure, printed.get('regions'), estimated(persons)),
  )
  const ranking = (dimension: string, id: string, of: string) =>
    askPart(
      on,
      { ...query, by: [dimension], top: 10 },
      { id, caption: `Instances of assistance by ${of}, ${year}, ranks 1 to 10`, chart: 'bars' },
      figure => rankingSaid(figure, `By ${of}`, words),
    )
  const nationalities = await ranking('nationality', 'nationalities', 'nationality')
  const destinations = await ranking('country_of_destination', 'destinations', 'country of destination')
  const crossed = await askPart(
    on,
    { ...query, by: ['region', 'age_group'] },
    { id: 'regions-age', caption: `Instances of assistance by region and age, ${year}`, chart: 'stacked' },
    figure => childrenSaid(figure, words),
  )
  const changing = async (dimension: string, id: string, of: string) => {
    const asked = { indicator: 'instances', by: [dimension], where: {} }
    const { before, after, comparable, reasons } = await on.compare({ ...asked, from: base, to: year })
    const caption = `Instances of assistance by ${of}`
    const earlier = { year: String(base), comparable, reasons }
    const now: Part = {
      figure: figureOf(after, { ...asked, year }, { id, caption: `${caption}, ${year}`, chart: 'bars' }),
      counted: after,
      say: figure => rowsSaid(figure, words),
    }
    const then: Part = {
      figure: figureOf(
        before,
        { ...asked, year: base },
        { id: `${id}-${base}`, caption: `${caption}, ${base}`, chart: null },
      ),
      counted: before,
      say: (figure, printed) => changesSaid(printed.get(id) ?? figure, figure, earlier),
    }
    return [now, then]
  }
  return chapter('trends', 'Global trends', {
    parts: [regions, persons],
    chapters: [
      chapter('places', 'Nationality and destination', { parts: [nationalities, destinations] }),
      chapter('sex', 'Women and men', { parts: await changing('sex', 'by-sex', 'sex') }),
      chapter('age', 'Children and adults', { parts: [...(await changing('age_group', 'by-age', 'age')), crossed] }),
      chapter('exploitation', 'Exploitation', {
        parts: await changing('exploitation_type', 'by-exploitation', 'type of exploitation'),
      }),
      chapter('types', 'Across borders and within countries', {
        parts: await changing('trafficking_type', 'by-type', 'type of trafficking'),
      }),
    ],
  })
}

function totalSaid(figure: DraftFigure, year: number, words: ReportWords): string {
  const { n } = figure.base
  const total =
    n === null
      ? `Instances of assistance in ${year}: not available.`
      : `${words.count(n)} instances of assistance were recorded in ${year}.`
  return n === null ? total : `${total} ${rowsSaid(figure, words)}`
}

const estimated = ({ counted }: Part): boolean => counted.caveats.some(({ code }) => code.startsWith('estimate_half'))

/** The count of persons and, where links cannot be complete, the sources’ own estimate beside it, with its label. */
function personsSaid({ base }: DraftFigure, instances: DraftFigure | undefined, withEstimate: boolean): string {
  const known =
    base.n === null
      ? 'How many persons they were is not available.'
      : base.n === 'c'
        ? 'How many persons they were is not shown.'
        : `Records linked as the same person count once: ${base.n.toLocaleString('en')} persons.`
  const of = instances?.base.n
  if (!withEstimate || typeof of !== 'number') return known
  const { exact, approximately } = halvingOf(of)
  const said = approximately === null ? exact : `approximately ${approximately}`
  return `${known} Where links are incomplete: ${said} persons (estimate: half of instances).`
}

/** Regions above 40%, strictly, by whole numbers. */
function childrenSaid(figure: DraftFigure, words: ReportWords): string {
  const regions = Map.groupBy(figure.rows, row => partsOf(row)[0]?.key ?? '')
  regions.delete('unknown')
  const above: string[] = []
  for (const rows of regions.values()) {
    if (rows.some(({ n }) => typeof n !== 'number')) return ''
    const number = (key?: string) =>
      rows.reduce((sum, row) => {
        const fits = key === undefined || partsOf(row)[1]?.key === key
        return sum + (fits && typeof row.n === 'number' ? row.n : 0)
      }, 0)
    const [first] = rows
    if (number('child') * 100 > number() * 40 && first) above.push(partsOf(first)[0]?.label ?? '')
  }
  const names = above.length === 0 ? '' : `: ${above.join('; ')}`
  return `In ${words.number(above.length)} of ${words.number(regions.size)} regions more than 40% were children${names}.`
}
