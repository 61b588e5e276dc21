import { above, exactly, type Interval, said, scale, sumOf } from '../amount.ts'
import type { Book, Group } from '../book.ts'
import type { Found, Lint } from '../finding.ts'
import { added, numberOf } from '../words.ts'
import { together } from './whole-count.ts'

const hundred = exactly(100 * scale)

/** R05: unknown is a row. Shares of one answer each sum to 100, but for what rounding of so many shares can do. */
export const shareSum: Lint = {
  id: 'share_sum',
  rule: 'R05',
  weight: 'contradiction',
  find: book => single(book).flatMap(contradicted),
}

/** R07: where shares do not sum to 100 for a good reason, the reason is printed. */
export const sumNote: Lint = {
  id: 'sum_note',
  rule: 'R07',
  weight: 'gap',
  find: book => single(book).flatMap(group => unexplained(book, group)),
}

const single = (book: Book): Group[] =>
  book.groups.filter(({ measure, multiple, cells }) => measure === 'share' && !multiple && cells.length > 1)

function contradicted(group: Group): Found[] {
  const { sum, values, claims } = summed(group)
  if (group.partial) return above(sum, hundred) ? [{ code: 'shares_over', claims, values }] : []
  const over = above(sum, hundred)
  if (!over && !above(hundred, sum)) return []
  return [{ code: over ? 'shares_above' : 'shares_under', claims, values: { ...values, ...explained(group, sum) } }]
}

function unexplained(book: Book, group: Group): Found[] {
  const { sum, total, values, claims } = summed(group)
  if (group.partial || total === hundred.low) return []
  if (above(sum, hundred) || above(hundred, sum)) return []
  const told = [group.whole, ...group.parts].some(claim => claim.note !== null)
  const vague = claims.some(claim => numberOf(claim)?.hedged !== false)
  // Where whole numbers cannot have these shares, rounding explains nothing.
  if (told || vague || together(book, group).length > 0) return []
  return [{ code: 'shares_unexplained', claims, values }]
}

function summed({ cells }: Group) {
  const claims = cells.map(cell => cell.claim)
  const total = claims.reduce((so, claim) => so + (numberOf(claim)?.at ?? 0), 0)
  const sum = sumOf(cells.map(cell => cell.may))
  return { sum, total, claims, values: { sum: added(claims), total: said(total) } }
}

/** Between which totals n rounded shares of a whole can lie: 98 to 102 for five whole percents, 100 or 101 for two. */
function explained({ cells }: Group, sum: Interval): { n: string; low: string; high: string } {
  const total = cells.reduce((so, { claim }) => so + (numberOf(claim)?.at ?? 0), 0)
  const step = Math.min(...cells.map(({ may }) => may.high - may.low || scale))
  const least = (hundred.low - (sum.high - total)) / step
  const most = (hundred.low + (total - sum.low)) / step
  const low = sum.open ? Math.floor(least) + 1 : Math.ceil(least)
  return { n: String(cells.length), low: said(low * step), high: said(Math.floor(most) * step) }
}
