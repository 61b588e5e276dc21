import type { Claim } from '../claim.ts'
import type { Found, Lint } from '../finding.ts'
import { listed } from '../words.ts'

/** D46: figures are numbered through the whole report, each number once, none left out within a section. */
export const figureNumbers: Lint = {
  id: 'figure_numbers',
  rule: 'D46',
  weight: 'contradiction',
  find: book => {
    const captions = book.claims.filter(({ measure, figure }) => measure === 'figure' && figure !== null)
    return [...twice(captions), ...skipped(captions)]
  },
}

function twice(captions: readonly Claim[]): Found[] {
  const again = [...Map.groupBy(captions, ({ figure }) => figure)].filter(([, claims]) => claims.length > 1)
  if (again.length === 0) return []
  const claims = again.flatMap(([, same]) => same)
  const said = claims.map(({ printed, section }) => (section === null ? printed : `${section}: ${printed}`))
  const numbers = listed(again.map(([number]) => String(number)))
  return [{ code: 'figure_twice', claims, values: { numbers, captions: listed([...new Set(said)]) } }]
}

function skipped(captions: readonly Claim[]): Found[] {
  return [...Map.groupBy(captions, ({ section }) => section).values()].flatMap(claims => {
    const byNumber = [...new Map(claims.map(claim => [claim.figure ?? 0, claim]))].toSorted(([a], [b]) => a - b)
    return byNumber.flatMap(([number, claim], at): Found[] => {
      const next = byNumber[at + 1]
      if (next === undefined || next[0] === number + 1) return []
      const values = { before: String(number), after: String(next[0]) }
      return [{ code: 'figure_skipped', claims: [claim, next[1]], values }]
    })
  })
}
