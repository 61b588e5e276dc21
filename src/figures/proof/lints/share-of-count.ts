import { said } from '../amount.ts'
import { type Book, exactCount, labelOf, mayBe } from '../book.ts'
import type { Claim } from '../claim.ts'
import type { Found, Lint } from '../finding.ts'
import { basesThatFit, percentOf, shareFits } from '../share.ts'
import { numberOf, shown } from '../words.ts'

/** R23, R06: a share is what its count is of its base, rounded half up. */
export const shareOfCount: Lint = {
  id: 'share_of_count',
  rule: 'R23',
  weight: 'contradiction',
  find: book => misfits(book).map(asFound),
}

export interface Misfit {
  readonly share: Claim
  readonly count: Claim
  readonly base: NonNullable<ReturnType<Book['baseOf']>>
  /** The bases that the share would be right for. */
  readonly bases: { readonly low: number; readonly high: number } | null
}

/** Shares that no count of the same thing makes of their base. */
export function misfits(book: Book): Misfit[] {
  return book.claims.flatMap((share): Misfit[] => {
    const number = numberOf(share)
    const base = share.measure === 'share' ? book.baseOf(share) : null
    if (number === null || base === null) return []
    const counts = book.countsOf(share).filter(claim => numberOf(claim) !== null && claim.id !== base.claim?.id)
    const [count] = counts
    if (count === undefined || counts.some(each => shareFits(number.may, mayBe(each), base.may))) return []
    const bases = number.hedged || exactCount(count) === null ? null : basesThatFit(number.may, mayBe(count))
    return [{ share, count, base, bases }]
  })
}

function asFound({ share, count, base, bases }: Misfit): Found {
  const n = numberOf(count)?.at ?? 0
  const values = {
    n: shown(count),
    base: base.printed,
    true: said(percentOf(n, base.may.low) ?? Number.POSITIVE_INFINITY),
    share: shown(share),
    category: labelOf(share),
  }
  const claims = [share, count, ...(base.claim ? [base.claim] : [])]
  if (bases === null) return { code: 'share_of_count_plain', claims, values }
  return { code: 'share_of_count', claims, values: { ...values, low: grouped(bases.low), high: grouped(bases.high) } }
}

const grouped = (n: number): string => n.toLocaleString('en')
