import type { Lint } from '../finding.ts'

const told =
  /\b(?:trafficking|exploitation)\b[^.;]{0,40}?\b(?:rose|risen|rising|increas\w+|grew|grown|growing|fell|fallen|declin\w+|decreas\w+)\b/i

/** R16: records of assistance do not say whether trafficking rises or falls, so no sentence says it from them. */
export const trendWords: Lint = {
  id: 'trend_words',
  rule: 'R16',
  weight: 'contradiction',
  find: book =>
    book.claims.flatMap(claim => {
      const words = told.exec(claim.text ?? '')?.[0]
      if (words === undefined || /\bassist/i.test(words)) return []
      return [{ code: 'trend_told' as const, claims: [claim], values: { words } }]
    }),
}
