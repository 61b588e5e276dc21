import { type Count, figuresOf, partsOf, type Report, type ReportFigure } from './report.ts'

/** A number as it was published and as it is counted now; the same where nothing changed. */
export interface ThenNow {
  readonly label: string
  readonly published: Count
  readonly now: Count
}

export interface FigureThenNow {
  readonly id: string
  /** As published; null: the report has this figure only now. */
  readonly number: number | null
  readonly caption: string
  readonly unit: string
  readonly base: ThenNow
  /** Rows of either, in the order published, then those that are new. Null on one side: it has no such row. */
  readonly rows: readonly ThenNow[]
  readonly changed: boolean
}

export interface Comparison {
  readonly publishedCutOff: string
  readonly nowCutOff: string
  readonly figures: readonly FigureThenNow[]
}

/** “As published” beside “as now”, figure by figure: late entries change counts, and a reader may ask by how much. Pure. */
export function compared(published: Report, now: Report): Comparison {
  const later = new Map(figuresOf(now).map(figure => [figure.id, figure]))
  const before = figuresOf(published)
  const known = new Set(before.map(({ id }) => id))
  return {
    publishedCutOff: published.cutOff,
    nowCutOff: now.cutOff,
    figures: [
      ...before.map(figure => beside(figure, later.get(figure.id) ?? null)),
      ...figuresOf(now)
        .filter(({ id }) => !known.has(id))
        .map(figure => beside(null, figure)),
    ],
  }
}

function beside(published: ReportFigure | null, now: ReportFigure | null): FigureThenNow {
  const shown = published ?? now
  if (shown === null) throw new Error('Neither side has the figure.')
  const keys = new Map([...(published?.rows ?? []), ...(now?.rows ?? [])].map(row => [keyOf(row), labelOf(row)]))
  const count = (figure: ReportFigure | null, key: string): Count =>
    figure?.rows.find(row => keyOf(row) === key)?.n ?? null
  const rows = [...keys].map(([key, label]) => ({ label, published: count(published, key), now: count(now, key) }))
  const base = { label: '', published: published?.base.n ?? null, now: now?.base.n ?? null }
  return {
    id: shown.id,
    number: published?.number ?? null,
    caption: shown.caption,
    unit: shown.unit,
    base,
    rows,
    changed: [base, ...rows].some(each => each.published !== each.now),
  }
}

const keyOf = (row: ReportFigure['rows'][number]): string => JSON.stringify(row.key)
const labelOf = (row: ReportFigure['rows'][number]): string =>
  partsOf(row)
    .map(({ label }) => label)
    .join(', ')
