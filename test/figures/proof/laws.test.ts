// Laws of the proof-reader over random reports: right ones give no finding, and one number altered gives one.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proofRead } from '#figures/proof/proof.ts'
import { claimsOfReport, type ReportFigures } from '#figures/proof/report-claims.ts'
import { basesThatFit, countsThatFit, shareFits } from '#figures/proof/share.ts'
import { exactly, rounded, scale } from '#figures/proof/amount.ts'
import { shareOf } from '#figures/rows.ts'
import { aReport } from './a-report.ts'

const found = (report: ReportFigures) => proofRead(claimsOfReport(report)).map(({ lint, text }) => `${lint}: ${text}`)

/** The report with one row of its first figure changed. */
function altered(report: ReportFigures, at: number, change: (row: Row) => Row): ReportFigures {
  const [first, ...others] = report.figures
  if (first === undefined) return report
  const rows = first.rows.map((row, i) => (i === at % first.rows.length ? change(row) : row))
  return { ...report, figures: [{ ...first, rows, sumNote: null }, ...others] }
}
type Row = ReportFigures['figures'][number]['rows'][number]

test('a consistent report gives no finding', () => {
  fc.assert(
    fc.property(aReport, report => {
      expect(found(report)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('a report that withholds two numbers of a figure gives no finding', () => {
  const withheld = aReport.filter(({ figures }) => figures.every(({ rows }) => rows.length > 2))
  fc.assert(
    fc.property(withheld, report => {
      const figures = report.figures.map(figure => ({
        ...figure,
        rows: figure.rows.map((row, i) => (i < 2 ? { ...row, n: 'c' as const, share: 'c' as const } : row)),
      }))
      expect(found({ ...report, figures })).toEqual([])
    }),
  )
})

test('one count altered gives a finding', () => {
  fc.assert(
    fc.property(aReport, fc.nat(), fc.integer({ min: 1, max: 500 }), (report, at, by) => {
      const changed = altered(report, at, row => ({ ...row, n: Number(row.n) + by }))
      expect(found(changed).length).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
})

test('one share altered by as little as one percent gives a finding', () => {
  fc.assert(
    fc.property(aReport, fc.nat(), fc.integer({ min: 1, max: 40 }), (report, at, by) => {
      const changed = altered(report, at, row => ({ ...row, share: Number(row.share) + by }))
      expect(found(changed).length).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
})

test('the base altered gives a finding', () => {
  fc.assert(
    fc.property(aReport, fc.integer({ min: 1, max: 500 }), (report, by) => {
      const figures = report.figures.map(figure => ({
        ...figure,
        base: { ...figure.base, n: Number(figure.base.n) + by },
      }))
      expect(found({ ...report, figures }).length).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
})

const percent = (share: number) => rounded(share * scale, scale)

test('a count, its share and the bases and counts that fit agree with each other', () => {
  const pair = fc
    .integer({ min: 1, max: 100_000 })
    .chain(base => fc.tuple(fc.integer({ min: 1, max: base }), fc.constant(base)))
  fc.assert(
    fc.property(pair, ([n, base]) => {
      const share = shareOf(n, base) ?? 0
      fc.pre(share > 0)
      expect(shareFits(percent(share), exactly(n * scale), exactly(base * scale))).toBe(true)
      expect(shareFits(percent(share + 1), exactly(n * scale), exactly(base * scale))).toBe(false)
      const bases = basesThatFit(percent(share), exactly(n * scale))
      expect(bases?.low).toBeLessThanOrEqual(base)
      expect(bases?.high).toBeGreaterThanOrEqual(base)
      for (const edge of [bases?.low ?? 0, bases?.high ?? 0]) expect(shareOf(n, edge)).toBe(share)
      expect(shareOf(n, (bases?.low ?? 0) - 1)).not.toBe(share)
      expect(shareOf(n, (bases?.high ?? 0) + 1)).not.toBe(share)
      const counts = countsThatFit(percent(share), base)
      expect(counts.low).toBeLessThanOrEqual(n)
      expect(counts.high).toBeGreaterThanOrEqual(n)
      for (const edge of [counts.low, counts.high]) expect(shareOf(edge, base)).toBe(share)
    }),
  )
})
