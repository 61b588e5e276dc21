// Random reports that are right: counts that add up, shares rounded half up, notes where they are owed.

import fc from 'fast-check'
import type { ReportFigures } from '#figures/proof/report-claims.ts'
import { shareOf } from '#figures/rows.ts'

type Figure = ReportFigures['figures'][number]

const year = { label: '2011', from: '2011-01-01', to: '2011-12-31' }
const total = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 20_000 }))

/** Cuts n into parts at random places; a part may be 0. */
const cut = (n: number, places: readonly number[]): number[] => {
  const at = [0, ...places.map(place => place % (n + 1)), n].toSorted((a, b) => a - b)
  return at.slice(1).map((end, i) => end - (at[i] ?? 0))
}

/** One base, broken down by one to three dimensions. Equal numbers of four digits are a doubt, so they are left out. */
export const aReport = fc
  .record({
    n: total,
    cuts: fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 3 }),
    mode: fc.constantFrom('internal' as const),
  })
  .map(
    ({ n, cuts, mode }): ReportFigures => ({
      cut_off: '2012-03-01T00:00:00Z',
      mode,
      figures: cuts.map((places, at) => figureOf(n, cut(n, places), at)),
    }),
  )
  .filter(({ figures }) => {
    const large = figures.flatMap(({ rows }) => rows.map(row => Number(row.n))).filter(n => n >= 1000)
    return new Set(large).size === large.length
  })

function figureOf(n: number, parts: readonly number[], at: number): Figure {
  const rows = parts.map((part, i) => ({ key: `${i}`, label: `kind ${at}.${i}`, n: part, share: shareOf(part, n) }))
  const shares = rows.reduce((sum, row) => sum + (row.share ?? 0), 0)
  return {
    id: `figure-${at}`,
    number: at + 1,
    caption: `By dimension ${at}`,
    indicator: 'instances',
    unit: 'instance',
    period: year,
    accumulation: 'in_period',
    base: { n, of: 'all' },
    by: [{ id: `dimension-${at}`, multiple: false }],
    rows,
    sumNote: shares === 100 ? null : `Shares are rounded and sum to ${shares}%.`,
    coverage: 'All missions.',
    query: { where: {} },
  }
}
