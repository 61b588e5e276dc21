import { scale } from '../amount.ts'
import { type Book, exactCount, fold } from '../book.ts'
import type { Claim } from '../claim.ts'
import type { Found, Lint } from '../finding.ts'
import { yearOf } from '../period.ts'
import { numberOf, shown } from '../words.ts'

/** D08: the year in which one category is first above another is computed from the years, not remembered. */
export const crossover: Lint = {
  id: 'crossover',
  rule: 'D08',
  weight: 'contradiction',
  find: book => book.claims.filter(({ measure }) => measure === 'crossover').flatMap(claim => ofClaim(book, claim)),
}

function ofClaim(book: Book, claim: Claim): Found[] {
  const claimed = (numberOf(claim)?.at ?? 0) / scale
  const first = yearsOf(book, claim, claim.category)
  const second = yearsOf(book, claim, claim.against)
  const both = [...first.keys()].filter(year => second.has(year)).toSorted((a, b) => a - b)
  const isAbove = (year: number) => (first.get(year)?.n ?? 0) > (second.get(year)?.n ?? 0)
  const year = both.find(isAbove)
  const told = (at: number, code: Found['code']): Found[] => {
    const [a, b] = [first.get(at)?.claim, second.get(at)?.claim]
    if (!a || !b) return []
    const { category, against } = claim
    const values = {
      category: category ?? '',
      against: against ?? '',
      year: String(at),
      a: shown(a),
      b: shown(b),
      claimed: String(claimed),
    }
    return [{ code, claims: [claim, a, b], values }]
  }
  if (year !== undefined && year < claimed) return told(year, 'crossover_year')
  if (both.includes(claimed) && !isAbove(claimed)) return told(claimed, 'crossover_never')
  return []
}

function yearsOf(book: Book, { indicator, scope, dimension }: Claim, category: string | null) {
  const fits = (other: Claim) =>
    fold(other.indicator) === fold(indicator) &&
    fold(other.scope) === fold(scope) &&
    fold(other.dimension) === fold(dimension) &&
    fold(other.category) === fold(category)
  return new Map(
    book.claims.filter(fits).flatMap((other): [number, { n: number; claim: Claim }][] => {
      const [year, n] = [yearOf(other.period), exactCount(other)]
      return year === null || n === null ? [] : [[year, { n, claim: other }]]
    }),
  )
}
