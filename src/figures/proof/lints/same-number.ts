import { scale } from '../amount.ts'
import { type Book, exactCount, fold, labelOf } from '../book.ts'
import type { Claim } from '../claim.ts'
import type { Found, Lint } from '../finding.ts'
import { listed, shown } from '../words.ts'

/**
 * R23: the same number of four digits or more under two headings of one scope and period is rarely chance. A doubt: it may
 * be right. A part that is its whole, and one cell stated twice, are meant.
 */
export const sameNumber: Lint = { id: 'same_number', rule: 'R23', weight: 'doubt', find }

const smallest = 1000 * scale

function find(book: Book): Found[] {
  const large = book.claims.filter(claim => (exactCount(claim) ?? 0) >= smallest)
  const same = Map.groupBy(large, claim => JSON.stringify([exactCount(claim), fold(claim.scope), claim.period?.label]))
  return [...same.values()].flatMap((equal): Found[] => {
    const wholes = new Set(equal.map(claim => claim.partOf))
    const ids = new Set(equal.map(claim => claim.id))
    const claims = equal.filter(({ id, partOf }) => !wholes.has(id) && (partOf === null || !ids.has(partOf)))
    const [first] = claims
    const headings = new Map(claims.map(claim => [headingOf(claim), labelOf(claim)]))
    if (first === undefined || headings.size < 2) return []
    return [{ code: 'same_number', claims, values: { value: shown(first), labels: listed([...headings.values()]) } }]
  })
}

const headingOf = ({ indicator, dimension, category, unit }: Claim): string =>
  JSON.stringify([indicator, dimension, category, unit].map(fold))
