import { above, exactly, said, sumOf } from '../amount.ts'
import { type Book, type Group, labelOf, mayBe } from '../book.ts'
import type { Found, Lint } from '../finding.ts'
import { added, amountIn, numberOf, shown } from '../words.ts'

/**
 * R23, R19: parts of a whole, one answer each, add up to it; a list that is not complete stays below it; no part is more
 * than its whole.
 */
export const partSum: Lint = { id: 'part_sum', rule: 'R23', weight: 'contradiction', find }

function find(book: Book): Found[] {
  return book.groups.filter(group => group.measure === 'count').flatMap(group => ofGroup(book, group))
}

function ofGroup(book: Book, group: Group): Found[] {
  const { whole, cells } = group
  const all = mayBe(whole)
  if (group.multiple || cells.length === 1) return isMixed(book, group) ? [] : partsOver(group)
  const sum = sumOf(cells.map(cell => cell.may))
  const over = above(sum, all)
  const under = !group.partial && above(all, sum)
  if (!over && !under) return []
  const claims = cells.map(cell => cell.claim)
  const total = claims.reduce((so, claim) => so + (numberOf(claim)?.at ?? 0), 0)
  const difference = said(Math.abs(total - (numberOf(whole)?.at ?? 0)))
  const values = { sum: added(claims), total: said(total), difference, whole: amountIn(whole), label: labelOf(whole) }
  return [{ code: over ? 'sum_over' : 'sum_under', claims: [whole, ...claims], values }]
}

function partsOver({ whole, cells }: Group): Found[] {
  return cells
    .filter(({ may }) => above(exactly(may.low), mayBe(whole)))
    .map(({ claim }) => ({
      code: 'part_over',
      claims: [whole, claim],
      values: { part: shown(claim), category: labelOf(claim), whole: shown(whole) },
    }))
}

/** A lone count among shares is the subject of the lint for lost percent signs. */
const isMixed = (book: Book, { whole, dimension }: Group): boolean =>
  book.groupsOf(whole).some(other => other.measure === 'share' && other.dimension === dimension)
