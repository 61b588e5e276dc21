import { scale } from '../amount.ts'
import { type Book, fold, labelOf } from '../book.ts'
import type { Found, Lint } from '../finding.ts'
import { added, numberOf, shown } from '../words.ts'

/** D37, D62: who is a child follows from the age at assistance, and a group of ages is called by what is in it. */
export const ages: Lint = {
  id: 'ages',
  rule: 'D37',
  weight: 'contradiction',
  find: book => [...childrenInAdults(book), ...agesLeftOut(book)],
}

const child = /\b(?:child|children|minors?|girls?|boys?|under 18|infants?)\b|<\s*18/
const grown = /\b(?:women|woman|men|man|adults?)\b|>\s*18|18\s*\+/
// “18 or older” is everybody who is grown; “older men” are not.
const narrow = /\b(?:young adults?|youth|(?<!18 (?:or|and) )older|elderly|1[89]\s*(?:to|-|–)\s*2\d)\b/

function childrenInAdults(book: Book): Found[] {
  return book.groups.flatMap(({ whole, parts, measure }): Found[] => {
    const within = fold(whole.category ?? whole.indicator)
    if (measure !== 'count' || !grown.test(within) || child.test(within)) return []
    return parts
      .filter(part => child.test(fold(part.category)))
      .map(part => ({
        code: 'child_in_adults',
        claims: [part, whole],
        values: { part: shown(part), category: labelOf(part), whole: shown(whole), label: labelOf(whole) },
      }))
  })
}

function agesLeftOut(book: Book): Found[] {
  return book.groups.flatMap(({ parts, measure, multiple, partial }): Found[] => {
    const total = parts.reduce((so, part) => so + (numberOf(part)?.at ?? 0), 0)
    const [children, others] = [
      parts.filter(part => child.test(fold(part.category))),
      parts.filter(part => !child.test(fold(part.category))),
    ]
    const [only, second] = others
    if (measure !== 'share' || multiple || partial || total !== 100 * scale || children.length === 0) return []
    if (only === undefined || second !== undefined || !narrow.test(fold(only.category))) return []
    return [{ code: 'ages_left_out', claims: parts, values: { sum: added(parts), category: labelOf(only) } }]
  })
}
