import { apart, type Interval } from '../amount.ts'
import { type Book, cellOf, labelOf } from '../book.ts'
import type { Claim, Measure } from '../claim.ts'
import type { Found, Lint } from '../finding.ts'
import { listed, numberOf } from '../words.ts'

/** R12, R17: one number a figure, from one source; where sources differ, each is named. */
export const twoValues: Lint = { id: 'two_values', rule: 'R17', weight: 'contradiction', find }

const held: ReadonlySet<Measure> = new Set([
  'count',
  'share',
  'change',
  'average',
  'crossover',
  'threshold',
  'external',
])

function find(book: Book): Found[] {
  const numbers = book.claims.filter(claim => held.has(claim.measure) && numberOf(claim) !== null)
  const same = Map.groupBy(numbers, claim => JSON.stringify([cellOf(claim), claim.measure, claim.unit, extra(claim)]))
  return [...same.values()].flatMap((claims): Found[] => {
    const [first] = claims
    if (first === undefined || !disagree(claims.map(claim => numberOf(claim)?.may).filter(may => may !== undefined)))
      return []
    const sources = new Set(claims.flatMap(claim => claim.source ?? []))
    const named = sources.size > 1
    const values = listed([...new Set(claims.map(claim => valueOf(claim, named)))])
    return [{ code: named ? 'two_sources' : 'two_values', claims, values: { label: labelOf(first), values } }]
  })
}

const valueOf = ({ printed, source }: Claim, named: boolean): string =>
  named && source !== null ? `${printed} (${source})` : printed

/** What makes two statements of one cell two statements. */
const extra = ({ changeBaseYear, threshold, against }: Claim) => [changeBaseYear, threshold, against]

/** Intervals have a point in common when the last to begin begins before the first to end. */
function disagree(all: readonly Interval[]): boolean {
  const last = all.reduce((so, next) => (next.low > so.low ? next : so))
  return all.some(each => apart(each, last))
}
