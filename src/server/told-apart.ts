import { publications, publishedReport } from '#register/publications.ts'
import { smallNumbers } from '#register/small-numbers.ts'
import type { Work } from '#register/work.ts'
import { ReportProblem } from '#reports/problem.ts'
import { figuresOf, type Report } from '#reports/report.ts'
import { differences } from '#reports/suppress/differencing.ts'
import { type Policy, usual } from '#reports/suppress/hide.ts'

/**
 * Holds a report for the public against all, of every kind, that were published for the public before, approved or not, as
 * far as the publisher sees them: whoever holds both must not read a few persons from the difference.
 * @throws ReportProblem tells_apart, naming the figures and no number.
 */
export async function checkToldApart(work: Work, report: Report, policy: Policy = usual): Promise<void> {
  for (let before: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof publications>> = await publications(work, before)
    for (const { id, mode, title } of page.items)
      if (mode === 'public') compare(report, { title, report: (await publishedReport(work, id)) as Report }, policy)
    if (page.next === null) return
    before = page.next
  }
}

/** @throws ReportProblem more_to_hide when more has to be hidden since the report was made. */
export async function checkStillHidden(work: Work, threshold: number): Promise<void> {
  const now = await smallNumbers(work)
  if (now.threshold > threshold)
    throw new ReportProblem(
      'more_to_hide',
      `Since this report was made, numbers of persons below ${now.threshold} have to be hidden. Make it anew, then publish it.`,
    )
}

function compare(report: Report, before: { readonly title: string; readonly report: Report }, policy: Policy): void {
  const found = differences(figuresOf(report), figuresOf(before.report), policy)
  const figures = [...new Set(found.map(({ figure }) => figure))]
  if (figures.length > 0)
    throw new ReportProblem(
      'tells_apart',
      `With “${before.title}”, published before, this report would let a reader count fewer than ${policy.threshold} persons in: ${figures.join(', ')}. Publish it when more has been recorded, or for internal use.`,
    )
}
