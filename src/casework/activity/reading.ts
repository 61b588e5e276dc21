import type { RecordView } from '#changes/change.ts'
import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import { firstDay, lastDay, parsePartialDate } from '#dictionary/partial-date.ts'
import { accumulations, inForce, spanOf } from './output.ts'

/** How an activity stands for a report over a period: whether it belongs there, and what a reader would miss. Pure. */
export interface Period {
  readonly from: string
  readonly to: string
}

type Told = Pick<RecordView, 'id' | 'content'>

/** What stands out beside an activity; the catalogue phrases each as `activity.finding.<code>`. */
export const findingCodes = [
  'no_text',
  'no_number',
  'no_kind',
  'distributed_over_printed',
  'nothing_in_period',
  'not_settled',
] as const
export interface Finding {
  readonly code: (typeof findingCodes)[number]
}

/** Kinds of activities whose size a reader asks for. */
const counted: ReadonlySet<string> = new Set([
  'needs_assessment',
  'helpline',
  'outreach',
  'campaign',
  'materials',
  'training',
  'research',
])

/** True when the activity took or takes place within the period, or goes on through it. A cancelled one never. */
export function isInPeriod(content: Content, { from, to }: Period): boolean {
  if (content.state === 'cancelled') return false
  const begun = parsePartialDate(plainText(content.from))
  if (begun === null || firstDay(begun) > to) return false
  return endOf(content, lastDay(begun)) >= from
}

/** An open end is the first day itself, unless the activity goes on. */
function endOf(content: Content, begun: string): string {
  const ended = parsePartialDate(plainText(content.to))
  if (ended !== null) return lastDay(ended)
  return content.state === 'ongoing' ? '9999-12-31' : begun
}

/** Numbers that this period is the first to tell of: their last day lies within it, and nothing later within it follows. */
export function numbersIn<T extends Told>(numbers: readonly T[], { from, to }: Period): T[] {
  return inForce(numbers, to).filter(({ content }) => (spanOf(content)?.to ?? '') >= from)
}

/** What a reader of the report would miss, or wonder about. Nothing here refuses anything. */
export function findingsOf(activity: Content, numbers: readonly Told[], period: Period): Finding[] {
  const own = numbersIn(numbers, period)
  const begun = parsePartialDate(plainText(activity.from))
  const found: Finding[] = []
  if (!isAnswered(activity.text)) found.push({ code: 'no_text' })
  if (!isAnswered(activity.kind)) found.push({ code: 'no_kind' })
  if (counted.has(plainText(activity.kind)) && numbers.length === 0) found.push({ code: 'no_number' })
  else if (numbers.length > 0 && own.length === 0) found.push({ code: 'nothing_in_period' })
  if (distributedOverPrinted(numbers, period.to)) found.push({ code: 'distributed_over_printed' })
  if (activity.state === 'planned' && begun !== null && lastDay(begun) < period.to) found.push({ code: 'not_settled' })
  return found
}

/**
 * More handed out than was ever printed: one of the two is a slip. Only the same material is compared, and numbers counted
 * in different ways (a month, so far) are not added up: of each measure the largest is taken.
 */
export function distributedOverPrinted(numbers: readonly Told[], day: string): boolean {
  const sums = new Map<string, number>()
  for (const { content } of inForce(numbers, day)) {
    if (typeof content.number !== 'number') continue
    const key = `${plainText(content.material)}|${plainText(content.measure)}|${plainText(content.accumulation)}`
    sums.set(key, (sums.get(key) ?? 0) + content.number)
  }
  const most = (material: string, measure: string) =>
    Math.max(...accumulations.map(each => sums.get(`${material}|${measure}|${each}`) ?? -1))
  const materials = new Set(numbers.map(({ content }) => plainText(content.material)))
  return [...materials].some(each => {
    const printed = most(each, 'printed')
    return printed >= 0 && most(each, 'distributed') > printed
  })
}
