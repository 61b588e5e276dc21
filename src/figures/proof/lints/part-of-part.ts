import { said } from '../amount.ts'
import { type Book, fold, type Group, labelOf, mayBe } from '../book.ts'
import type { Found, Lint } from '../finding.ts'
import { shown } from '../words.ts'

/** D31: within a part there are no more of a kind than in the whole: 67 men among the rest need 67 men in all. */
export const partOfPart: Lint = {
  id: 'part_of_part',
  rule: 'D31',
  weight: 'contradiction',
  find: book => book.groups.filter(({ measure }) => measure === 'count').flatMap(group => ofGroup(book, group)),
}

function ofGroup(book: Book, inner: Group): Found[] {
  const outer = book.byId(inner.whole.partOf)
  const known =
    outer && book.groupsOf(outer).find(each => each.measure === 'count' && each.dimension === inner.dimension)
  if (!outer || !known || known.multiple) return []
  const others = known.cells.reduce((so, { may }) => so + may.low, 0)
  return inner.cells.flatMap(({ claim, may }): Found[] => {
    const same = known.cells.find(cell => fold(cell.claim.category) === fold(claim.category))
    // A kind that is not stated for the whole is at most what the stated kinds leave.
    const most = same ? same.may.high : mayBe(outer).high - others
    if (may.low <= most) return []
    const values = {
      part: shown(claim),
      category: labelOf(claim),
      inner: shown(inner.whole),
      innerLabel: labelOf(inner.whole),
      most: said(Math.max(0, most)),
      outer: shown(outer),
      outerLabel: labelOf(outer),
    }
    return [{ code: 'part_of_part_over', claims: [claim, inner.whole, outer, ...known.parts], values }]
  })
}
