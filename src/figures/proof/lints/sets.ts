import { isExact, said, scale } from '../amount.ts'
import { type Book, fold, labelOf } from '../book.ts'
import type { Claim } from '../claim.ts'
import type { Found, Lint } from '../finding.ts'
import { listed, numberOf } from '../words.ts'

const lists = (book: Book): Claim[] =>
  book.claims.filter(({ measure, members }) => measure === 'list' && members.length > 0)

/** R23: a set names each member once, and as many as are announced. */
export const setMembers: Lint = {
  id: 'set_members',
  rule: 'R23',
  weight: 'contradiction',
  find: book => lists(book).flatMap(claim => [...twice(claim), ...miscounted(claim)]),
}

function twice(claim: Claim): Found[] {
  const seen = Map.groupBy(claim.members, fold)
  const again = [...seen.values()].flatMap(names => (names.length > 1 && names[0] !== undefined ? [names[0]] : []))
  if (again.length === 0) return []
  return [{ code: 'member_twice', claims: [claim], values: { label: labelOf(claim), members: listed(again) } }]
}

function miscounted(claim: Claim): Found[] {
  const number = numberOf(claim)
  const n = new Set(claim.members.map(fold)).size
  if (number === null || !isExact(number.may)) return []
  const wrong = claim.parts === 'partial' ? n * scale > number.at : n * scale !== number.at
  if (!wrong) return []
  return [
    {
      code: 'members_miscounted',
      claims: [claim],
      values: { label: labelOf(claim), value: said(number.at), n: String(n) },
    },
  ]
}

/** R12: one table of a set, with its dates: two lists of one thing hold the same members. */
export const setsDiffer: Lint = { id: 'sets_differ', rule: 'R12', weight: 'contradiction', find: differing }

function differing(book: Book): Found[] {
  const complete = lists(book).filter(({ parts }) => parts === 'complete')
  const same = Map.groupBy(complete, ({ indicator, scope, period }) =>
    JSON.stringify([fold(indicator), fold(scope), period]),
  )
  return [...same.values()].flatMap((claims): Found[] => {
    const [first] = claims
    const sets = claims.map(({ members }) => new Set(members.map(fold)))
    const names = new Map(claims.flatMap(({ members }) => members.map((name): [string, string] => [fold(name), name])))
    const members = [...names].filter(([key]) => !sets.every(set => set.has(key))).map(([, name]) => name)
    if (first === undefined || members.length === 0) return []
    return [{ code: 'sets_differ', claims, values: { label: labelOf(first), members: listed(members) } }]
  })
}

/** R13: missing is "not available", which is not 0: a member of a set without a number is said to have none. */
export const setGaps: Lint = { id: 'set_gaps', rule: 'R13', weight: 'gap', find: gaps }

function gaps(book: Book): Found[] {
  const key = (claim: Claim) => JSON.stringify([fold(claim.indicator), fold(claim.dimension), claim.period?.label])
  const counted = Map.groupBy(
    book.claims.filter(
      ({ measure, dimension, category }) => measure === 'count' && dimension !== null && category !== null,
    ),
    key,
  )
  return lists(book).flatMap((claim): Found[] => {
    if (claim.dimension === null) return []
    const stated = new Set((counted.get(key(claim)) ?? []).map(({ category }) => fold(category)))
    const members = claim.members.filter(name => !stated.has(fold(name)))
    if (members.length === 0 || members.length === claim.members.length) return []
    return [
      { code: 'member_without_figure', claims: [claim], values: { label: labelOf(claim), members: listed(members) } },
    ]
  })
}
