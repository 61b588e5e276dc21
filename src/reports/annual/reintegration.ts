import type { Ground } from '../kind.ts'
import type { ReportWords } from '../words.ts'
import { askPart, type Chapter, chapter } from './part.ts'
import { rowsSaid } from './sentences.ts'

/** What returnees received. Several answers are possible, so nothing is said of “the others”. */
export async function reintegration(on: Ground, year: number, words: ReportWords): Promise<Chapter> {
  const returned = await askPart(
    on,
    { indicator: 'returned', year, by: ['region'], where: {} },
    { id: 'returned', caption: `Persons returned with assistance by region of the mission, ${year}`, chart: 'bars' },
    figure =>
      figure.base.n === null
        ? 'Persons returned with assistance: not available.'
        : `Persons returned with assistance: ${words.count(figure.base.n)}, counted where a mission recorded the return; missions that recorded none are missing, not zero.`,
  )
  const received = await askPart(
    on,
    { indicator: 'reintegrated', year, by: ['reintegration'], where: {} },
    { id: 'reintegration', caption: `Returnees by kind of reintegration assistance received, ${year}`, chart: 'bars' },
    figure => {
      const { n } = figure.base
      if (n === null) return 'Reintegration assistance: not available.'
      return `Of ${words.count(n)} returnees who received reintegration assistance: ${rowsSaid(figure, words)} One person may receive several kinds.`
    },
  )
  return chapter('reintegration', 'Return and reintegration', { parts: [returned, received] })
}
