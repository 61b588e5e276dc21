import { isExact, said } from '../amount.ts'
import { type Book, mayBe } from '../book.ts'
import type { Claim } from '../claim.ts'
import type { Found, Lint } from '../finding.ts'
import { yearOf } from '../period.ts'
import { changeOf, shareFits } from '../share.ts'
import { numberOf, shown } from '../words.ts'
import { readPrinted } from '../value.ts'

/** R23, R09: a change in percent is what its ends make it, and is told of the year that its start is of. */
export const change: Lint = {
  id: 'change',
  rule: 'R23',
  weight: 'contradiction',
  find: book => book.claims.filter(({ measure }) => measure === 'change').flatMap(claim => ofClaim(book, claim)),
}

/** The end points of a change: the claims it names, or its own number for the start and the count of the same thing now. */
export function endsOf(book: Book, claim: Claim): { from: Claim | null; start: number | null; to: Claim | null } {
  const from = book.byId(claim.changeFrom)
  const to = book.byId(claim.changeTo) ?? book.countsOf(claim).find(each => isExact(mayBe(each))) ?? null
  if (from) return { from, start: isExact(mayBe(from)) ? mayBe(from).low : null, to }
  const bare = claim.changeFrom === null ? null : readPrinted(claim.changeFrom)
  return { from, start: bare !== null && typeof bare === 'object' && bare.kind === 'number' ? bare.at : null, to }
}

function ofClaim(book: Book, claim: Claim): Found[] {
  const { from, start, to } = endsOf(book, claim)
  const claims = [claim, ...(from ? [from] : []), ...(to ? [to] : [])]
  const found: Found[] = []
  const printed = numberOf(claim)
  const end = to && isExact(mayBe(to)) ? mayBe(to).low : null
  if (printed !== null && start !== null && end !== null && start > 0) {
    const step = { low: Math.abs(end - start), high: Math.abs(end - start), open: false }
    const base = { low: start, high: start, open: false }
    // Rounding to nothing takes the sign with it.
    const turned = printed.at > 0 && printed.negative !== end < start
    if (turned || !shareFits(printed.may, step, base)) {
      const true_ = changeOf(start, end) ?? 0
      const values = {
        from: said(start),
        to: said(end),
        true: `${true_ > 0 ? '+' : ''}${said(true_)}`,
        change: shown(claim),
      }
      found.push({ code: 'change_wrong', claims, values })
    }
  }
  const startYear = yearOf(from?.period ?? null)
  if (from && startYear !== null && claim.changeBaseYear !== null && startYear !== claim.changeBaseYear) {
    const values = { year: String(claim.changeBaseYear), from: shown(from), startYear: String(startYear) }
    found.push({ code: 'change_other_year', claims, values })
  }
  return found
}
