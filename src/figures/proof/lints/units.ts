import { type Book, cellOf, labelOf } from '../book.ts'
import type { Found, Lint } from '../finding.ts'
import { listed, shown } from '../words.ts'

/** R01: an indicator has one unit, and what is added has one unit; a total over several carries a note. */
export const mixedUnits: Lint = {
  id: 'mixed_units',
  rule: 'R01',
  weight: 'contradiction',
  find: book => [...twoUnits(book), ...addedUnits(book)],
}

function twoUnits(book: Book): Found[] {
  const counts = book.claims.filter(claim => claim.measure === 'count' && claim.unit !== null)
  return [...Map.groupBy(counts, cellOf).values()].flatMap((claims): Found[] => {
    const [first] = claims
    if (first === undefined || new Set(claims.map(claim => claim.unit)).size < 2) return []
    const values = listed([...new Set(claims.map(claim => `${shown(claim)} (${claim.unit})`))])
    return [{ code: 'two_units', claims, values: { label: labelOf(first), values } }]
  })
}

function addedUnits(book: Book): Found[] {
  return book.groups.flatMap(({ measure, whole, parts }): Found[] => {
    const claims = [whole, ...parts]
    const units = [...new Set(claims.flatMap(claim => claim.unit ?? []))]
    if (measure !== 'count' || units.length < 2 || claims.some(claim => claim.note !== null)) return []
    const values = { whole: shown(whole), label: labelOf(whole), units: listed(units) }
    return [{ code: 'parts_in_units', claims, values }]
  })
}
