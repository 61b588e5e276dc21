import { scale } from '../amount.ts'
import { type Book, fold, labelOf } from '../book.ts'
import type { Found, Lint } from '../finding.ts'
import { numberOf, shown } from '../words.ts'

/** R08: with several answers possible a share has no complement; "42% received other forms" beside 58% is one. */
export const complement: Lint = { id: 'complement', rule: 'R08', weight: 'contradiction', find }

const rest = /^(?:others?\b|rest\b|remaining\b|remainder\b|the rest|no\b|not\b|none\b|without\b)/

function find(book: Book): Found[] {
  return book.groups
    .filter(({ measure, multiple }) => measure === 'share' && multiple)
    .flatMap(({ parts }) =>
      parts
        .filter(part => rest.test(fold(part.category)))
        .flatMap((other): Found[] => {
          const left = 100 * scale - (numberOf(other)?.at ?? 0)
          const share = parts.find(part => part.id !== other.id && numberOf(part)?.at === left)
          if (share === undefined) return []
          const values = {
            other: shown(other),
            category: labelOf(other),
            share: shown(share),
            rest: labelOf(share),
          }
          return [{ code: 'complement', claims: [share, other], values }]
        }),
    )
}
