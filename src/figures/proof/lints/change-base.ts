import type { Book } from '../book.ts'
import type { Found, Lint } from '../finding.ts'
import { listed, shown } from '../words.ts'
import { endsOf } from './change.ts'

/** R09: a change names the period it is measured from. */
export const changeYear: Lint = {
  id: 'change_year',
  rule: 'R09',
  weight: 'gap',
  find: book =>
    book.claims
      .filter(({ measure, changeBaseYear }) => measure === 'change' && changeBaseYear === null)
      .filter(claim => !endsOf(book, claim).from?.period)
      .map(claim => ({ code: 'change_no_year', claims: [claim], values: { change: shown(claim) } })),
}

/** R09: one base year for the changes of a section, or a note that says so. */
export const baseYears: Lint = { id: 'base_years', rule: 'R09', weight: 'gap', find: findYears }

function findYears(book: Book): Found[] {
  const changes = book.claims.filter(claim => claim.measure === 'change' && claim.changeBaseYear !== null)
  return [...Map.groupBy(changes, claim => claim.section).values()].flatMap((claims): Found[] => {
    const years = [...new Set(claims.map(claim => String(claim.changeBaseYear)))].toSorted()
    if (years.length < 2 || claims.some(claim => claim.note !== null)) return []
    return [{ code: 'mixed_base_years', claims, values: { years: listed(years) } }]
  })
}

/** R01, R09: both ends of a change are counted in its unit, over the same coverage. */
export const unlikeEnds: Lint = { id: 'unlike_ends', rule: 'R09', weight: 'contradiction', find: findUnlike }

function findUnlike(book: Book): Found[] {
  return book.claims
    .filter(({ measure }) => measure === 'change')
    .flatMap((claim): Found[] => {
      const { from, to } = endsOf(book, claim)
      const found: Found[] = []
      const unit = claim.unit ?? to?.unit ?? null
      const other = [to, from].find(end => end?.unit && unit && end.unit !== unit)
      if (other?.unit && unit) {
        const values = { unit, value: shown(other), otherUnit: other.unit }
        found.push({ code: 'change_units', claims: [claim, other], values })
      }
      if (from?.coverage && to?.coverage && from.coverage !== to.coverage) {
        const values = { from: from.coverage, to: to.coverage }
        found.push({ code: 'change_coverage', claims: [claim, from, to], values })
      }
      return found
    })
}
