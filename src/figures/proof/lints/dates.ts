import type { Book } from '../book.ts'
import type { Claim } from '../claim.ts'
import type { Found, Lint } from '../finding.ts'

/** R17: what is published is older than its publication: cut-off, period, and the start of what is counted to date. */
export const dates: Lint = { id: 'dates', rule: 'R17', weight: 'contradiction', find }

function find(book: Book): Found[] {
  const dated = book.claims.filter(claim => claim.published !== null)
  const at = (claim: Claim) => claim.published?.to ?? ''
  const late = dated.filter(({ cutOff, ...claim }) => cutOff !== null && cutOff.from > at({ ...claim, cutOff }))
  const ended = dated.filter(claim => claim.period?.to && isWithin(claim) && claim.period.to > at(claim))
  const begun = dated.filter(claim => claim.period?.from && claim.period.from > at(claim) && !ended.includes(claim))
  const backwards = book.claims.filter(({ period }) => period?.from && period.to && period.from > period.to)
  return [
    ...each(late, claim => claim.cutOff?.to ?? '', 'cut_off_late', 'cutOff'),
    ...each(ended, claim => claim.period?.label ?? '', 'period_late', 'period'),
    ...each(begun, claim => claim.period?.label ?? '', 'starts_late', 'period'),
    ...each(backwards, claim => claim.period?.label ?? '', 'period_backwards', 'period'),
  ]
}

const isWithin = ({ accumulation }: Claim): boolean => accumulation === null || accumulation === 'in_period'

/** One finding for all claims with the same dates. */
function each(claims: readonly Claim[], said: (claim: Claim) => string, code: Found['code'], name: string): Found[] {
  const same = Map.groupBy(claims, claim => JSON.stringify([said(claim), claim.published?.to]))
  return [...same.values()].flatMap((members): Found[] => {
    const [first] = members
    if (first === undefined) return []
    return [{ code, claims: members, values: { [name]: said(first), published: first.published?.to ?? '' } }]
  })
}
