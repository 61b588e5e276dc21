import type { Figure } from './figure-shape.ts'
import { FigureProblem } from './problem.ts'
import { ratioOf } from './ratio.ts'
import { grouped } from './words.ts'

/** A sentence about a hotline, made from figures: calls, consultations and persons each stay what they are. */
export interface HotlineLine {
  /** `hotline_both`, `hotline_calls`, or `hotline_none` where nobody reported; other languages translate `figure.<code>`. */
  readonly code: 'hotline_both' | 'hotline_calls' | 'hotline_none'
  readonly text: string
  readonly calls: number | null
  readonly consultations: number | null
  /** Persons who called; null: not available, which is not 0. */
  readonly persons: number | null
  /** Consultations a call, two decimals, half up, exact; null without calls. */
  readonly ratio: string | null
}

export interface HotlineFigures {
  readonly calls: Figure
  readonly consultations: Figure
  readonly callers: Figure
}

/**
 * "16,511 consultations in response to 4,444 calls" (source [002], May 2022).
 * @throws FigureProblem unit_mismatch when a figure has another unit, period or condition than its place in the sentence
 *   asks for: a sentence never mixes what was counted apart.
 */
export function hotlineLine({ calls, consultations, callers }: HotlineFigures): HotlineLine {
  for (const [figure, unit] of [
    [calls, 'call'],
    [consultations, 'consultation'],
    [callers, 'person'],
  ] as const) {
    if (figure.unit !== unit) throw mismatch(`A figure in ${figure.unit}s stands where ${unit}s are asked for.`)
    if (figure.period.label !== calls.period.label || keyOf(figure) !== keyOf(calls))
      throw mismatch('The figures of one sentence are of one period and under the same conditions.')
  }
  const numbers = { calls: calls.base.n, consultations: consultations.base.n, persons: callers.base.n }
  const ratio = ratioOf(numbers.consultations, numbers.calls)
  if (numbers.calls === null) return { ...numbers, ratio, code: 'hotline_none', text: 'no calls were reported' }
  const answered = `${grouped(numbers.calls)} ${numbers.calls === 1 ? 'call' : 'calls'}`
  if (numbers.consultations === null) return { ...numbers, ratio, code: 'hotline_calls', text: answered }
  const given = `${grouped(numbers.consultations)} ${numbers.consultations === 1 ? 'consultation' : 'consultations'}`
  return { ...numbers, ratio, code: 'hotline_both', text: `${given} in response to ${answered}` }
}

const keyOf = ({ where }: Figure): string => JSON.stringify(Object.entries(where).sort(([a], [b]) => (a < b ? -1 : 1)))

const mismatch = (message: string) => new FigureProblem('unit_mismatch', message)
