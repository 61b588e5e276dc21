import { exactly, rounded, said, scale } from './amount.ts'
import { type Accumulation, blankClaim, type Claim } from './claim.ts'
import { type Period, readDay } from './period.ts'
import type { Printed } from './value.ts'

type Names = string | readonly [string, string]
type Count = number | null | 'c'

/** The part of a report's figures.json that can contradict itself. */
export interface ReportFigures {
  readonly cut_off: string
  readonly mode: 'internal' | 'public'
  readonly threshold?: number | undefined
  readonly figures: readonly ReportFigure[]
}

interface ReportFigure {
  readonly id: string
  readonly number: number
  readonly caption: string
  readonly indicator: string
  readonly unit: string
  readonly period: Period
  readonly accumulation: Accumulation
  readonly base: { readonly n: Count; readonly of: string }
  readonly by: readonly { readonly id: string; readonly multiple: boolean }[]
  readonly rows: readonly { readonly key: Names; readonly label: Names; readonly n: Count; readonly share: Count }[]
  readonly sumNote: string | null
  readonly coverage: string
  readonly query: {
    readonly top?: number | undefined
    readonly where: Readonly<Record<string, readonly string[]>>
  } | null
}

/**
 * The figures of a report as claims: its caption with its number, its base, and a count and a share for each row. Ids are
 * those of the figure with the key of the row: "sex", "sex/female", "sex/female/%".
 */
export function claimsOfReport({ cut_off, mode, threshold, figures }: ReportFigures): Claim[] {
  const common = {
    ...blankClaim,
    cutOff: readDay(cut_off.slice(0, 10)),
    public: mode === 'public',
    smallest: threshold ?? blankClaim.smallest,
  }
  return figures.flatMap(figure => claimsOf(figure, common))
}

function claimsOf(figure: ReportFigure, common: typeof blankClaim): Claim[] {
  const { id, indicator, unit, period, accumulation, base, by, rows, coverage, query, sumNote } = figure
  const scope = scopeOf(figure)
  const of = { ...common, indicator, unit, period, accumulation, scope, coverage, note: sumNote }
  const total: Claim = { ...of, id, measure: 'count', printed: printed(base.n), value: count(base.n) }
  const caption: Claim = {
    ...common,
    id: `${id}/caption`,
    indicator,
    measure: 'figure',
    printed: figure.caption,
    value: null,
    figure: figure.number,
  }
  const part = {
    ...of,
    dimension: by.map(each => each.id).join(' × '),
    partOf: id,
    response: isMultiple(figure) ? ('multiple' as const) : ('single' as const),
    parts: query?.top === undefined ? ('complete' as const) : ('partial' as const),
  }
  return [
    caption,
    total,
    ...rows.flatMap(({ key, label, n, share }): Claim[] => {
      const row = { ...part, category: named(label) }
      const rowId = `${id}/${named(key)}`
      return [
        { ...row, id: rowId, measure: 'count', printed: printed(n), value: count(n) },
        ...(share === null
          ? []
          : [
              {
                ...row,
                id: `${rowId}/%`,
                measure: 'share' as const,
                printed: percent(share),
                value: shareValue(share),
              },
            ]),
      ]
    }),
  ]
}

/** Conditions other than the year, which is the period. */
function scopeOf({ query, base }: ReportFigure): string | null {
  const conditions = Object.entries(query?.where ?? {}).filter(([id]) => id !== 'year')
  const words = conditions.map(([id, values]) => `${id}=${[...values].toSorted().join('|')}`).toSorted()
  return [...words, ...(base.of === 'all' ? [] : [base.of])].join('; ') || null
}

/** A person may stand in several rows (two years, two offices); the note under the figure says so, and explains the sum. */
function isMultiple({ by, rows, base, sumNote }: ReportFigure): boolean {
  const sum = rows.reduce((so, { n }) => so + (typeof n === 'number' ? n : 0), 0)
  return by.some(each => each.multiple) || (sumNote !== null && typeof base.n === 'number' && sum > base.n)
}

const named = (names: Names): string => (typeof names === 'string' ? names : names.join(' / '))

const printed = (n: Count): string => (n === null ? 'not available' : n === 'c' ? 'c' : said(n * scale))
const percent = (share: Count): string => (typeof share === 'number' ? `${share}%` : printed(share))

function count(n: Count): Printed {
  if (n === null) return { kind: 'missing' }
  if (n === 'c') return { kind: 'suppressed' }
  const at = Math.round(n * scale)
  return { kind: 'number', at, may: exactly(at), percent: false, negative: false, hedged: false, of: null }
}

function shareValue(share: Count): Printed {
  const value = count(share)
  return value.kind === 'number' ? { ...value, percent: true, may: rounded(value.at, scale) } : value
}
