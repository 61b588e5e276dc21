import { countsPeople } from '../../people.ts'
import { said, scale } from '../amount.ts'
import { exactCount, type Group, labelOf, mayBe } from '../book.ts'
import type { Found, Lint } from '../finding.ts'
import { added, cellsIn, shown } from '../words.ts'

/** R14: in a text for the public no small count of persons is shown, by default none from 1 to 4. */
export const smallCells: Lint = {
  id: 'small_cells',
  rule: 'R14',
  weight: 'contradiction',
  find(book): Found[] {
    const small = book.claims.filter(claim => {
      const n = (exactCount(claim) ?? 0) / scale
      return claim.public && countsPeople(claim.unit ?? '') && n > 0 && n < claim.smallest
    })
    const below = String(small[0]?.smallest ?? '')
    return small.length === 0 ? [] : [{ code: 'small_cell', claims: small, values: { below, cells: cellsIn(small) } }]
  },
}

/** R14: what is withheld cannot be computed from what is shown beside it. */
export const withheld: Lint = {
  id: 'withheld',
  rule: 'R14',
  weight: 'contradiction',
  find: book => book.groups.filter(({ whole }) => whole.public).flatMap(told),
}

function told({ measure, multiple, partial, whole, cells }: Group): Found[] {
  const hidden = cells.filter(({ claim }) => claim.value?.kind === 'suppressed')
  const open = cells.filter(cell => !hidden.includes(cell)).map(({ claim }) => claim)
  const [only, second] = hidden
  const all = exactCount(whole)
  if (measure !== 'count' || multiple || partial || all === null || only === undefined || second !== undefined)
    return []
  if (open.some(claim => exactCount(claim) === null)) return []
  const rest = all - open.reduce((so, claim) => so + mayBe(claim).low, 0)
  const values = { category: labelOf(only.claim), whole: shown(whole), sum: added(open), value: said(rest) }
  return [{ code: 'withheld_told', claims: [only.claim, whole, ...open], values }]
}
