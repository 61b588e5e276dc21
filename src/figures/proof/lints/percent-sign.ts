import { said, scale, sumOf } from '../amount.ts'
import { type Book, type Group, fold, labelOf, mayBe } from '../book.ts'
import type { Found, Lint } from '../finding.ts'
import { shareFits } from '../share.ts'
import { cellsIn, numberOf, shown } from '../words.ts'

/** D26: one count among shares of the same whole, and not what the shares leave: a percent sign is lost. */
export const percentSign: Lint = {
  id: 'percent_sign',
  rule: 'D26',
  weight: 'contradiction',
  find: book => book.groups.filter(({ measure }) => measure === 'count').flatMap(group => ofGroup(book, group)),
}

function ofGroup(book: Book, { whole, dimension, cells }: Group): Found[] {
  const shares = book.groupsOf(whole).find(other => other.measure === 'share' && other.dimension === dimension)
  const [only, second] = cells
  if (shares === undefined || shares.multiple || only === undefined || second !== undefined) return []
  if (shares.cells.some(({ claim }) => fold(claim.category) === fold(only.claim.category))) return []
  const sum = sumOf(shares.cells.map(cell => cell.may))
  const left = { low: 100 * scale - sum.high, high: 100 * scale - sum.low, open: false }
  if (left.high <= 0 || shareFits(left, only.may, mayBe(whole))) return []
  const claims = shares.cells.map(cell => cell.claim)
  const total = claims.reduce((so, claim) => so + (numberOf(claim)?.at ?? 0), 0)
  const values = {
    value: shown(only.claim),
    category: labelOf(only.claim),
    shares: cellsIn(claims),
    rest: said(100 * scale - total),
    whole: shown(whole),
  }
  return [{ code: 'percent_missing', claims: [only.claim, ...claims, whole], values }]
}
