import type { ReservedAnswer } from '../answer.ts'

/** English labels of the reserved answers; key `answer.<word>`. */
export const reservedLabels: Readonly<Record<ReservedAnswer, string>> = {
  unknown: 'Unknown',
  did_not_say: 'Did not say',
  not_asked: 'Not asked',
  not_applicable: 'Not applicable',
  redacted: 'Withheld by the publisher',
}
