import { labelOf } from '../book.ts'
import type { Lint } from '../finding.ts'

/** D61: "17% to 26% over the past years" is several figures; each has its year and its base. */
export const ranges: Lint = {
  id: 'ranges',
  rule: 'D61',
  weight: 'gap',
  find: book =>
    book.claims
      .filter(({ value }) => value?.kind === 'range')
      .map(claim => ({ code: 'range_open', claims: [claim], values: { value: claim.printed, label: labelOf(claim) } })),
}
