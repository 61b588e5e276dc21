import { figuresOf, type Report, type ReportFigure } from './report.ts'

/** What the proof-reader and other programs read: every figure of a report with its passport. */
export interface FiguresFile {
  readonly report: Pick<Report, 'kind' | 'title' | 'period' | 'language' | 'coverage' | 'caveats'>
  readonly cut_off: string
  readonly mode: Report['mode']
  /** Of a public report: the smallest number of persons that is shown. */
  readonly threshold?: number
  readonly figures: readonly ReportFigure[]
}

export function figuresFileOf(report: Report): FiguresFile {
  const { kind, title, period, language, coverage, caveats } = report
  return {
    report: { kind, title, period, language, coverage, caveats },
    cut_off: report.cutOff,
    mode: report.mode,
    ...(report.threshold === undefined ? {} : { threshold: report.threshold }),
    figures: figuresOf(report),
  }
}

export const figuresJson = (report: Report): string => `${JSON.stringify(figuresFileOf(report), null, 2)}\n`
