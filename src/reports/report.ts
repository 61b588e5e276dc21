import type { FigureQuery } from '#figures/figure-shape.ts'

/**
 * A report is data before it is a file. Builders make it from figures and know no format; renderers make files of it and
 * know no register. Plain JSON, so that it can be stored as it was published.
 */

/** A number; null: not available; 'c': suppressed, because so few persons could be told apart. None of them is 0. */
export type Count = number | null | 'c'

/** Over which time a number is counted: within the period, as it stood on its last day, from the beginning, from a day on. */
export type Accumulation = 'in_period' | 'as_of' | 'to_date' | 'since'

export interface Period {
  readonly label: string
  /** Days, `2011-01-01`; null: open. */
  readonly from: string | null
  readonly to: string | null
  /** Of what is counted to date: nobody recorded since when, and that is said. */
  readonly beginning?: 'unknown'
}

export interface FigureLine {
  /** Code, or the codes of two dimensions in the order of `by`. */
  readonly key: string | readonly [string, string]
  readonly label: string | readonly [string, string]
  readonly n: Count
  /** Whole percent of the base, half up. */
  readonly share: Count
}

/** A figure before it has its number and its alt text. Two figures of a report never share an id. */
export interface DraftFigure {
  readonly id: string
  /** What is counted, of whom, where and when; without a number and without a full stop. */
  readonly caption: string
  /** bars: one dimension. stacked: the second within the first. line: the first dimension is time. null: table only. */
  readonly chart: 'bars' | 'stacked' | 'line' | null
  readonly indicator: string
  readonly unit: string
  readonly definition: string
  readonly period: Period
  readonly accumulation: Accumulation
  /** `of`: all, known, or the words of a narrower base (“persons returned”). */
  readonly base: { readonly n: Count; readonly of: string }
  readonly by: readonly { readonly id: string; readonly label: string; readonly multiple: boolean }[]
  /** Empty: the figure is its base alone. */
  readonly rows: readonly FigureLine[]
  /** Why shares do not sum to 100; null: they do, or there are none. */
  readonly sumNote: string | null
  /** Sentences on what is missing from it. */
  readonly notAvailable: readonly string[]
  readonly coverage: string
  readonly caveats: readonly string[]
  /** What was asked, to ask it again; null: not counted from this register (an outside source with its citation). */
  readonly query: FigureQuery | null
}

export interface ReportFigure extends DraftFigure {
  /** Given by `numbered` in reading order, never typed. */
  readonly number: number
  /** What a glance at the chart tells, made by `numbered` from the values as they are printed; '' without a chart. */
  readonly alt: string
}

/** Something that happened, with what was counted of it: a line of a situation report. */
export interface Entry {
  /** What it tells of, the same whenever the report is made again; absent: it is found by its words. */
  readonly id?: string
  readonly place: string | null
  /** Days as they are to be read: “3 and 7 June 2022”. */
  readonly on: string | null
  readonly text: string
  readonly partners: readonly string[]
  readonly counts: readonly {
    /** Which number of the entry, the same whenever the report is made again. */
    readonly key?: string
    readonly label: string
    readonly unit: string
    readonly n: Count
    readonly accumulation: Accumulation
    /** Of as_of and to_date: the day; of since: the first day. */
    readonly day: string | null
  }[]
}

export interface TableColumn {
  readonly label: string
  /** Cells of a number column are of type Count, those of a text column are strings or null. */
  readonly numeric: boolean
}

export type Block<F = ReportFigure> =
  /** `values`: ids of the figures whose values the sentences say; renderers refer to them by number. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly values: readonly string[] }
  | { readonly kind: 'figure'; readonly figure: F }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A table that is no figure, such as offices and their countries. */
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly TableColumn[]
      readonly rows: readonly (readonly (string | number | null)[])[]
    }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'entry'; readonly entry: Entry }

export interface Section<F = ReportFigure> {
  /** Unique in the report. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block<F>[]
  readonly sections: readonly Section<F>[]
}

export interface Report<F = ReportFigure> {
  readonly kind: string
  readonly title: string
  readonly subtitle: string | null
  readonly period: Period
  /** public: small cells are suppressed before a sentence or a chart is made of them. */
  readonly mode: 'internal' | 'public'
  /** Of a public report: the smallest number of persons that is shown. */
  readonly threshold?: number
  /** BCP 47, of the text. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** The moment up to which what was recorded is counted; ISO 8601 in UTC. Renderers know no other clock. */
  readonly cutOff: string
  /** Who reported and how, for the whole report. */
  readonly coverage: string
  /** What every reader must know, whatever page they open. */
  readonly caveats: readonly string[]
  readonly sections: readonly Section<F>[]
}

/** A report as a builder makes it: no figure has a number yet. */
export type DraftReport = Report<DraftFigure>

/** The figures of a report in reading order. */
export function figuresOf<F>(report: Pick<Report<F>, 'sections'>): F[] {
  const within = ({ blocks, sections }: Section<F>): F[] => [
    ...blocks.flatMap(block => (block.kind === 'figure' ? [block.figure] : [])),
    ...sections.flatMap(within),
  ]
  return report.sections.flatMap(within)
}

/** Key and label of a row, part by part. */
export const partsOf = ({ key, label }: FigureLine): { readonly key: string; readonly label: string }[] =>
  typeof key === 'string'
    ? [{ key, label: typeof label === 'string' ? label : label.join(', ') }]
    : key.map((part, at) => ({ key: part, label: (typeof label === 'string' ? label : label[at]) ?? part }))
