import type { ReportFigure } from './report.ts'
import type { ReportWords } from './words.ts'

export interface PassportLine {
  readonly name: string
  /** At least one sentence. */
  readonly said: readonly string[]
}

/** What stands under every figure in every format: what is counted, who reported, what is missing, what to keep in mind. */
export function passportOf(figure: ReportFigure, { text, isolate }: ReportWords): PassportLine[] {
  return [
    { name: text.what, said: [[isolate(figure.indicator), figure.definition].join(': ')] },
    { name: text.coverage, said: [figure.coverage] },
    { name: text.missing, said: figure.notAvailable },
    { name: text.keepInMind, said: figure.caveats },
  ].filter(({ said }) => said.length > 0)
}
