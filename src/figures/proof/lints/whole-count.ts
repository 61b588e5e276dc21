import { above, exactly, isExact, said, scale, sumOf } from '../amount.ts'
import { type Book, type Group, labelOf } from '../book.ts'
import type { Claim } from '../claim.ts'
import type { Found, Lint } from '../finding.ts'
import { countsThatFit, percentOf } from '../share.ts'
import { listed, numberOf, shown, units } from '../words.ts'

/** R23, R06: people are whole. Of 43 no number is 54%: 23 are 53.5, 24 are 55.8. */
export const wholeCount: Lint = {
  id: 'whole_count',
  rule: 'R23',
  weight: 'contradiction',
  find: book => [
    ...book.claims.flatMap(claim => alone(book, claim)),
    ...book.groups.flatMap(group => together(book, group)),
  ],
}

function alone(book: Book, claim: Claim): Found[] {
  const fit = fitting(book, claim)
  // Where the count is printed too, the share is held against it.
  if (fit === null || fit.low <= fit.high || book.countsOf(claim).some(numberOf)) return []
  // The count just below the share, and the next.
  const below = fit.high
  const percent = (n: number) => said(percentOf(n, fit.base) ?? 0)
  const values = {
    base: units(fit.base),
    share: shown(claim),
    category: labelOf(claim),
    below: units(below),
    belowShare: percent(below),
    above: units(below + 1),
    aboveShare: percent(below + 1),
  }
  return [{ code: 'no_integer', claims: [claim, ...fit.claims], values }]
}

/** Shares that sum to 100 or near it, and yet no whole numbers of their base have them. */
export function together(book: Book, { measure, multiple, partial, cells }: Group): Found[] {
  if (measure !== 'share' || multiple || partial || cells.length < 2) return []
  // A sum that rounding cannot explain is another finding.
  const sum = sumOf(cells.map(cell => cell.may))
  const hundred = exactly(100 * scale)
  if (above(sum, hundred) || above(hundred, sum)) return []
  const fits = cells.map(({ claim }) => fitting(book, claim))
  const [first] = fits
  if (!first || fits.some(fit => fit === null || fit.base !== first.base || fit.low > fit.high)) return []
  const low = fits.reduce((so, fit) => so + (fit?.low ?? 0), 0)
  const high = fits.reduce((so, fit) => so + (fit?.high ?? 0), 0)
  if (low <= first.base && first.base <= high) return []
  const claims = cells.map(cell => cell.claim)
  const shares = listed(claims.map(claim => shown(claim)))
  const values = { shares, base: units(first.base), low: units(low), high: units(high) }
  return [{ code: 'no_integers_together', claims: [...claims, ...first.claims], values }]
}

function fitting(book: Book, claim: Claim) {
  const number = numberOf(claim)
  const base = claim.measure === 'share' ? book.baseOf(claim) : null
  if (number === null || number.hedged || base === null || !isExact(base.may) || base.may.low % scale !== 0) return null
  const n = base.may.low / scale
  return n === 0 ? null : { base: n, ...countsThatFit(number.may, n), claims: base.claim ? [base.claim] : [] }
}
