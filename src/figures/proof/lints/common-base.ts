import type { Book } from '../book.ts'
import type { Found, Lint } from '../finding.ts'
import { listed, shown, units } from '../words.ts'
import { type Misfit, misfits } from './share-of-count.ts'

/** R05: the base is printed with every share. Several shares that miss it and agree on another were taken of that one. */
export const commonBase: Lint = { id: 'common_base', rule: 'R05', weight: 'doubt', find }

function find(book: Book): Found[] {
  const known = misfits(book).filter(({ bases }) => bases !== null)
  return [...Map.groupBy(known, ({ base }) => base.claim?.id ?? base.printed).values()].flatMap(ofOneBase)
}

function ofOneBase(all: readonly Misfit[]): Found[] {
  // Most ranges have a base in common where one of them begins: those begun by then, less those that have ended.
  const lows = all.map(({ bases }) => bases?.low ?? 0).toSorted((a, b) => a - b)
  const highs = all.map(({ bases }) => bases?.high ?? 0).toSorted((a, b) => a - b)
  let [ended, best, at] = [0, 0, 0]
  for (const [begun, low] of lows.entries()) {
    while ((highs[ended] ?? low) < low) ended++
    if (begun + 1 - ended > best) [best, at] = [begun + 1 - ended, low]
  }
  const most = all.filter(each => holds(each, at))
  const [first] = most
  if (first === undefined || most.length < 2) return []
  const low = Math.max(...most.map(each => each.bases?.low ?? 0))
  const high = Math.min(...most.map(each => each.bases?.high ?? 0))
  const claims = [...most.map(each => each.share), ...(first.base.claim ? [first.base.claim] : [])]
  const shares = listed(most.map(({ share, count }) => `${shown(share)} (${shown(count)})`))
  return [
    { code: 'common_base', claims, values: { shares, base: first.base.printed, low: units(low), high: units(high) } },
  ]
}

const holds = ({ bases }: Misfit, base: number): boolean => bases !== null && bases.low <= base && base <= bases.high
