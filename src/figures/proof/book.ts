import { exactly, hull, type Interval, isExact, unbounded } from './amount.ts'
import type { Claim } from './claim.ts'
import { readPrinted } from './value.ts'

/** The parts of one whole by one dimension, all counts or all shares. */
export interface Group {
  readonly whole: Claim
  readonly dimension: string
  readonly measure: 'count' | 'share'
  readonly parts: readonly Claim[]
  /** One entry a category: stated twice, it may be either. */
  readonly cells: readonly { readonly claim: Claim; readonly may: Interval }[]
  readonly multiple: boolean
  readonly partial: boolean
}

/** The claims of a file, found by what they are about. Built once; no lint looks at every pair of claims. */
export interface Book {
  readonly claims: readonly Claim[]
  byId(id: string | null): Claim | null
  readonly groups: readonly Group[]
  /** The groups of one whole. */
  groupsOf(whole: Claim): readonly Group[]
  /** Counts of the same thing as this claim, itself left out. */
  countsOf(claim: Claim): readonly Claim[]
  /** What the share or count is of: the base it names, else the whole it is part of; null when neither is a count. */
  baseOf(claim: Claim): Base | null
}

export interface Base {
  /** Ten-thousandths. */
  readonly may: Interval
  readonly printed: string
  /** Null when the base is a bare number. */
  readonly claim: Claim | null
}

export function bookOf(claims: readonly Claim[]): Book {
  const ids = new Map(claims.map(claim => [claim.id, claim]))
  const byId = (id: string | null) => (id === null ? null : (ids.get(id) ?? null))
  const counts = Map.groupBy(
    claims.filter(claim => claim.measure === 'count'),
    cellOf,
  )
  const groups = groupsFrom(claims, byId)
  const byWhole = Map.groupBy(groups, group => group.whole.id)
  return {
    claims,
    byId,
    groups,
    groupsOf: whole => byWhole.get(whole.id) ?? [],
    countsOf: claim => (counts.get(cellOf(claim)) ?? []).filter(each => each.id !== claim.id),
    baseOf(claim) {
      const named = byId(claim.base)
      if (claim.base !== null && named === null) return bareBase(claim.base)
      const whole = named ?? byId(claim.partOf)
      // A whole whose number is not printed is no base.
      if (whole?.measure !== 'count' || whole.value?.kind !== 'number') return null
      return { may: mayBe(whole), printed: whole.printed, claim: whole }
    },
  }
}

/** What a claim counts: two claims with the same cell state one number. Category and scope in any case and spacing. */
export function cellOf(claim: Claim): string {
  const { indicator, scope, period, accumulation, dimension, category, partOf } = claim
  return JSON.stringify([indicator, scope, period?.label, accumulation, dimension, category, partOf].map(fold))
}

export const fold = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** The true number; without a printed one it may be anything. */
export function mayBe({ value }: Claim): Interval {
  return value?.kind === 'number' ? value.may : unbounded
}

/** The count in units, where it is stated to the last one. */
export function exactCount(claim: Claim): number | null {
  const may = mayBe(claim)
  return claim.measure === 'count' && isExact(may) ? may.low : null
}

/** What a sentence calls a claim. */
export const labelOf = ({ category, indicator, scope }: Claim): string =>
  category ?? (scope === null ? indicator : `${indicator}, ${scope}`)

function bareBase(text: string): Base | null {
  const read = readPrinted(text)
  if (typeof read === 'string' || read.kind !== 'number') return null
  return { may: read.hedged ? read.may : exactly(read.at), printed: text, claim: null }
}

function groupsFrom(claims: readonly Claim[], byId: Book['byId']): Group[] {
  const parts = claims.filter(
    ({ measure, partOf, dimension }) =>
      (measure === 'count' || measure === 'share') && partOf !== null && dimension !== null,
  )
  const keyed = Map.groupBy(parts, ({ measure, partOf, dimension }) =>
    JSON.stringify([measure, partOf, fold(dimension)]),
  )
  return [...keyed.values()].flatMap((members): Group[] => {
    const [first] = members
    const whole = byId(first?.partOf ?? null)
    if (first === undefined || whole === null) return []
    return [
      {
        whole,
        dimension: first.dimension ?? '',
        measure: first.measure === 'share' ? 'share' : 'count',
        parts: members,
        cells: cellsOf(members),
        multiple: members.some(each => each.response === 'multiple'),
        partial: members.some(each => each.parts === 'partial'),
      },
    ]
  })
}

function cellsOf(parts: readonly Claim[]): Group['cells'] {
  return [...Map.groupBy(parts, part => fold(part.category)).values()].flatMap(same => {
    const [first] = same
    return first ? [{ claim: first, may: same.map(mayBe).reduce(hull) }] : []
  })
}
