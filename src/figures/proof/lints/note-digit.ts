import { above, said, scale, sumOf } from '../amount.ts'
import { exactCount, type Group, mayBe } from '../book.ts'
import type { Claim } from '../claim.ts'
import type { Found, Lint } from '../finding.ts'
import { shown } from '../words.ts'

/**
 * D27: the mark of a note glued to a number makes it ten times too large. Looked for where parts do not add up: one number
 * without its last digit brings the sum to within a hundredth of the whole.
 */
export const noteDigit: Lint = {
  id: 'note_digit',
  rule: 'D27',
  weight: 'doubt',
  find: book => book.groups.flatMap(ofGroup),
}

function ofGroup({ measure, multiple, partial, whole, cells }: Group): Found[] {
  const all = exactCount(whole)
  const counts = cells.map(({ claim }) => ({ claim, n: exactCount(claim) }))
  if (measure !== 'count' || multiple || partial || all === null || counts.some(({ n }) => n === null)) return []
  const sum = counts.reduce((so, { n }) => so + (n ?? 0), 0)
  const near = (a: number, b: number) => Math.abs(a - b) * 100 <= b
  const told = (claim: Claim, shorterSum: number, of: number): Found => ({
    code: 'digit_glued',
    claims: [claim, ...(claim.id === whole.id ? [] : [whole])],
    values: { value: shown(claim), sum: said(shorterSum), whole: said(of) },
  })
  const sumMay = sumOf(cells.map(cell => cell.may))
  if (above(mayBe(whole), sumMay)) return near(sum, shorter(all)) ? [told(whole, sum, shorter(all))] : []
  return counts
    .filter(({ n }) => n !== null && n > all && near(sum - n + shorter(n), all))
    .map(({ claim, n }) => told(claim, sum - (n ?? 0) + shorter(n ?? 0), all))
}

const shorter = (amount: number): number => Math.floor(amount / scale / 10) * scale
