import { publications, publishedReport } from '#register/publications.ts'
import type { Work } from '#register/work.ts'
import { ReportProblem } from '#reports/problem.ts'
import { figuresOf, type Report } from '#reports/report.ts'
import { differences } from '#reports/suppress/differencing.ts'
import { usual } from '#reports/suppress/hide.ts'

/**
 * Holds a report for the public against those of its kind that were published for the public before, newest first as far as
 * one page goes: whoever holds both must not read a few persons from the difference.
 * @throws ReportProblem tells_apart, naming the figures and no number.
 */
export async function checkToldApart(work: Work, report: Report): Promise<void> {
  const { items } = await publications(work, null)
  for (const { id, kind, mode, title } of items) {
    if (kind !== report.kind || mode !== 'public') continue
    const before = (await publishedReport(work, id)) as Report
    const found = differences(figuresOf(report), figuresOf(before), usual)
    const figures = [...new Set(found.map(({ figure }) => figure))]
    if (figures.length > 0)
      throw new ReportProblem(
        'tells_apart',
        `With “${title}”, published before, this report would let a reader count fewer than ${usual.threshold} persons in: ${figures.join(', ')}. Publish it when more has been recorded, or for internal use.`,
      )
  }
}
