import { type Book, labelOf } from '../book.ts'
import type { Claim } from '../claim.ts'
import type { Found, Lint } from '../finding.ts'
import { listed, shown } from '../words.ts'

/** R25: what is added was counted over one time in one way, or over parts of the time of the whole. "So far" never adds. */
export const times: Lint = { id: 'times', rule: 'R25', weight: 'contradiction', find }

function find(book: Book): Found[] {
  return book.groups.flatMap(({ measure, whole, parts }): Found[] => {
    const claims = [whole, ...parts]
    const different = new Map(claims.flatMap(timeOf))
    if (measure !== 'count' || different.size < 2 || parts.every(part => isWithin(part, whole))) return []
    const values = { whole: shown(whole), label: labelOf(whole), times: listed([...different.values()]) }
    return [{ code: 'times_added', claims, values }]
  })
}

function timeOf({ period, accumulation }: Claim): [string, string][] {
  if (period === null) return []
  const words = accumulation === null || accumulation === 'in_period' ? '' : ` (${accumulation.replace('_', ' ')})`
  return [[JSON.stringify([period.from, period.to, words]), `${period.label}${words}`]]
}

function isWithin(part: Claim, whole: Claim): boolean {
  const open = [part, whole].some(({ accumulation }) => accumulation !== null && accumulation !== 'in_period')
  const [inner, outer] = [part.period, whole.period]
  if (open || !inner?.from || !inner.to || !outer?.from || !outer.to) return false
  return inner.from >= outer.from && inner.to <= outer.to
}
