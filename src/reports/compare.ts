import { type Count, figuresOf, partsOf, type Report, type ReportFigure, type Section } from './report.ts'
import { reportWords } from './words.ts'

/** A number as it was published and as it is counted now; the same where nothing changed. */
export interface ThenNow {
  readonly label: string
  readonly published: Count
  readonly now: Count
}

export interface FigureThenNow {
  readonly id: string
  /** As published; null: it had none. */
  readonly number: number | null
  /** The report has this figure only now. */
  readonly isNew: boolean
  readonly caption: string
  /** '': each row says its own. */
  readonly unit: string
  /** Null: nothing that the rows are parts of. */
  readonly base: ThenNow | null
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
      ...entriesBeside(published, now),
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
    isNew: published === null,
    caption: shown.caption,
    unit: shown.unit,
    base,
    rows,
    changed: [base, ...rows].some(each => each.published !== each.now),
  }
}

/** Numbers of a situation report stand with what was told, not in figures: section by section, each beside itself. */
function entriesBeside(published: Report, now: Report): FigureThenNow[] {
  const then = toldIn(published)
  const later = toldIn(now)
  const sections = new Map([...later, ...then].map(({ section, title }) => [section, title]))
  return [...sections].flatMap(([section, title]) => {
    const [before, after] = [then, later].map(all => all.filter(each => each.section === section))
    const labels = new Map([...(after ?? []), ...(before ?? [])].map(({ id, label }) => [id, label]))
    const count = (all: readonly Told[] | undefined, id: string): Count => all?.find(each => each.id === id)?.n ?? null
    const rows = [...labels].map(([id, label]) => ({ label, published: count(before, id), now: count(after, id) }))
    if (rows.length === 0) return []
    const changed = rows.some(each => each.published !== each.now)
    return [{ id: `told/${section}`, number: null, isNew: false, caption: title, unit: '', base: null, rows, changed }]
  })
}

interface Told {
  readonly section: string
  readonly title: string
  readonly id: string
  readonly label: string
  readonly n: Count
}

function toldIn({ sections, language, direction }: Report): Told[] {
  const words = reportWords(language, direction)
  const within = ({ id: section, title, blocks, sections: inner }: Section): Told[] => [
    ...blocks.flatMap(block => {
      if (block.kind !== 'entry') return []
      const { id, place, text, counts } = block.entry
      return counts.map(({ key, label, unit, n }) => ({
        section,
        title,
        id: JSON.stringify([id ?? `${place} ${text}`, key ?? label]),
        label: [place, `${label} (${words.unit(unit)})`].filter(each => each !== null && each !== '').join(': '),
        n,
      }))
    }),
    ...inner.flatMap(within),
  ]
  return sections.flatMap(within)
}

const keyOf = (row: ReportFigure['rows'][number]): string => JSON.stringify(row.key)
const labelOf = (row: ReportFigure['rows'][number]): string =>
  partsOf(row)
    .map(({ label }) => label)
    .join(', ')
