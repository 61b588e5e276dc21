import { scale } from '../amount.ts'
import { type Book, fold } from '../book.ts'
import type { Claim, Threshold } from '../claim.ts'
import type { Found, Lint } from '../finding.ts'
import { listed, numberOf } from '../words.ts'

/** D11: "in 6 of the 8 regions more than 40%" is counted from the regions' own shares, with the limit as it is written. */
export const threshold: Lint = { id: 'threshold', rule: 'D11', weight: 'contradiction', find }

function find(book: Book): Found[] {
  const shares = Map.groupBy(
    book.claims.filter(({ measure }) => measure === 'share'),
    keyOf,
  )
  return book.claims.flatMap((claim): Found[] => {
    const limit = claim.threshold
    const number = numberOf(claim)
    if (claim.measure !== 'threshold' || limit === null || number === null) return []
    const stated = new Map((shares.get(keyOf(claim)) ?? []).map(share => [fold(share.scope), share]))
    const known = claim.members.flatMap(name => stated.get(fold(name)) ?? [])
    const met = known.filter(share => meets(share, limit))
    // Members without a share may meet it or not.
    const most = met.length + claim.members.length - known.length
    const said = number.at / scale
    if (known.length === 0 || (said >= met.length && said <= most)) return []
    const members = listed(met.map(({ scope, printed }) => `${scope ?? ''} ${printed}`))
    const values = { claimed: claim.printed, threshold: claim.category ?? '', n: String(met.length), members }
    return [{ code: 'threshold_wrong', claims: [claim, ...known], values: { ...values, threshold: limitOf(limit) } }]
  })
}

/** The same share in other scopes. */
const keyOf = ({ indicator, dimension, category }: Claim): string =>
  JSON.stringify([indicator, dimension, category].map(fold))

const limitOf = ({ sign, at }: Threshold): string => `${sign} ${at / scale}%`

function meets(share: Claim, { sign, at }: Threshold): boolean {
  const printed = numberOf(share)?.at
  if (printed === undefined) return false
  switch (sign) {
    case '>':
      return printed > at
    case '≥':
      return printed >= at
    case '<':
      return printed < at
    default:
      return printed <= at
  }
}
