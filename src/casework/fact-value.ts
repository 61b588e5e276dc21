import { isReserved, marked, missingAnswers, type Value } from '#dictionary/answer.ts'

/** From recorded answers to one cell of a fact. Silence stays silence: an unknown never turns into a no. */

/** Every mark is a no. The lists of a publisher or a form may be shorter than ours, hence "recorded". */
const noneRecorded = 'none_recorded'

/** The last answer that is a code or a reserved word; null when there is none. `as` maps a code to what is counted. */
export function readOne(values: readonly (Value | undefined)[], as: (code: string) => string): string | null {
  const words = values.filter(value => typeof value === 'string')
  const code = words.findLast(value => !isReserved(value))
  return code === undefined ? (words.at(-1) ?? null) : as(code)
}

/**
 * All codes of all answers, sorted, each once. Without any code: `unknown` as soon as one mark or answer is missing,
 * `none_recorded` when every mark is a no, the reserved word when all agree on it, null when nothing was answered.
 */
export function readMany(
  values: readonly (Value | undefined)[],
  as: (code: string) => string,
): readonly string[] | null {
  const codes = values.flatMap(codesIn)
  if (codes.length > 0) return [...new Set(codes.map(as))].sort()
  const words = [...new Set(values.map(wordOf).filter(word => word !== null))]
  const [only] = words
  if (only === undefined) return null
  return words.length === 1 ? [only] : ['unknown']
}

function codesIn(value: Value | undefined): readonly string[] {
  if (typeof value === 'string') return isReserved(value) ? [] : [value]
  return Array.isArray(value) ? value : marked(value)
}

/** What an answer without any code says. */
function wordOf(value: Value | undefined): string | null {
  if (isReserved(value)) return value
  if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return null
  const marks: readonly string[] = Object.values(value)
  if (marks.length === 0) return null
  return marks.some(mark => (missingAnswers as readonly string[]).includes(mark)) ? 'unknown' : noneRecorded
}
