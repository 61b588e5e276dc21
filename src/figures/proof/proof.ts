import { bookOf } from './book.ts'
import type { Claim } from './claim.ts'
import { type Finding, findingOf } from './finding.ts'
import { lints } from './lints.ts'

/**
 * Holds published claims against each other and lists what cannot all be true or cannot be checked. Pure: nothing is
 * counted, nothing is kept. In the order of the claims, then of the lints.
 */
export function proofRead(claims: readonly Claim[]): Finding[] {
  const book = bookOf(claims)
  const place = new Map(claims.map((claim, at) => [claim.id, at]))
  const first = ({ claims: ids }: Finding) => Math.min(...ids.map(id => place.get(id) ?? Number.POSITIVE_INFINITY))
  return lints
    .flatMap(lint => lint.find(book).map(found => findingOf(lint, found)))
    .toSorted((a, b) => first(a) - first(b))
}
