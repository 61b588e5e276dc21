import { type Book, fold } from '../book.ts'
import type { Found, Lint } from '../finding.ts'
import { listed } from '../words.ts'

/** R12: one thing, one name: regions, dimensions, titles of works, the country of a project. */
export const names: Lint = { id: 'names', rule: 'R12', weight: 'contradiction', find }

function find(book: Book): Found[] {
  const named = book.claims.filter(({ measure }) => measure === 'name')
  const things = Map.groupBy(named, ({ indicator, scope }) => JSON.stringify([fold(indicator), fold(scope)]))
  return [...things.values()].flatMap((claims): Found[] => {
    const [first] = claims
    const different = [...new Map(claims.map(({ printed }) => [fold(printed), printed])).values()]
    if (first === undefined || different.length < 2) return []
    const said = listed(different.map(name => `“${name}”`))
    return [{ code: 'two_names', claims, values: { label: first.indicator, names: said } }]
  })
}
