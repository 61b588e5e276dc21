import { said, scale } from './amount.ts'
import { labelOf } from './book.ts'
import type { Claim } from './claim.ts'
import type { PrintedNumber } from './value.ts'

const mostAdded = 30

/** "3,515 + 2,040"; of very many the first. */
export function added(claims: readonly Claim[]): string {
  const left = claims.length - mostAdded
  const first = claims.slice(0, mostAdded).map(amountIn).join(' + ')
  return left > 0 ? `${first} + … (${left})` : first
}

/** The number of a claim within an arithmetic: as it is, with its sign, or "?" where none is printed. */
export const amountIn = ({ value }: Claim): string =>
  value?.kind === 'number' ? `${value.negative ? '−' : ''}${said(value.at)}${value.percent ? '%' : ''}` : '?'

/** As short as it can be said without losing what was meant: "62%" for "nearly two thirds (62%)", "almost 10%" as it is. */
export function shown(claim: Claim): string {
  const number = numberOf(claim)
  return number === null || number.hedged ? claim.printed.slice(0, 60) : amountIn(claim)
}

const mostListed = 8

/** "“a”, “b” and 3 more": never longer than a reader reads. */
export function listed(words: readonly string[]): string {
  const shown = words.slice(0, mostListed).join(', ')
  return words.length > mostListed ? `${shown} … (+${words.length - mostListed})` : shown
}

/** "53% (labour)" */
export const cellsIn = (claims: readonly Claim[]): string =>
  listed(claims.map(claim => `${shown(claim)} (${labelOf(claim)})`))

export const numberOf = ({ value }: Claim): PrintedNumber | null => (value?.kind === 'number' ? value : null)

/** A count of units as it is said. */
export const units = (n: number): string => said(n * scale)
