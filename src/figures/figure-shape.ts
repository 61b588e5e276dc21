/**
 * A figure and its passport, as it leaves the room: no number without its unit, base, period, coverage and caveats.
 * Plain data. The HTTP contract declares the same shape for the wire; a test holds the two together.
 */
export interface FigureQuery {
  readonly indicator: string
  /** One year; absent for all years. */
  readonly year?: number | undefined
  /** Ids of at most two dimensions. */
  readonly by: readonly string[]
  /** Keeps the rows whose rank is at most this; ties may give more rows. */
  readonly top?: number | undefined
  /** What shares are of: everything that fits (the default), or what has a known value of the one dimension asked by. */
  readonly of?: 'all' | 'known' | undefined
  /** Dimension id -> values, any of which may hold. Several dimensions must all hold. */
  readonly where: Readonly<Record<string, readonly string[]>>
}

/** A code for programs and translators, the sentence in English, and what stands in it. */
export interface Remark {
  code: string
  text: string
  values: Record<string, string | number>
}

export interface NotAvailable extends Remark {
  /** How many units; null where there is no number. */
  n: number | null
}

export interface FigureRow {
  key: string | [string, string]
  label: string | [string, string]
  n: number | null
  /** Whole percent of the base, half up; null where there is no base. */
  share: number | null
  /** Rank among known values, ties share a rank; null for unknown and the like. */
  rank: number | null
}

/** What `top` left out, as one line: “others”. */
export interface Rest {
  /** Values of the (first) dimension. */
  rows: number
  /** Units with at least one of them: counted where they may not be added. */
  n: number
  share: number | null
  /** By two dimensions the same for each value of the second. */
  cells: { key: string; n: number; share: number | null }[]
}

export interface Figure {
  indicator: string
  label: string
  definition: string
  unit: string
  /** Over which time the number is counted: see `Accumulation`. */
  accumulation: 'in_period' | 'as_of' | 'to_date' | 'since'
  period: { label: string; from: string | null; to: string | null }
  /** `adds`: its values exclude each other and its units may be added, so that rows along it have a sum. */
  by: { id: string; label: string; multiple: boolean; adds: boolean }[]
  where: Record<string, string[]>
  /** `n` is null when nobody reported; 0 when there were reports and nothing to count. */
  base: { n: number | null; of: 'all' | 'known' }
  rows: FigureRow[]
  rest: Rest | null
  not_available: NotAvailable[]
  coverage: {
    /** Of the sentence, for translators. */
    code: string
    offices: { case_files: number; core_variables: number; outside_sources: number; none: number }
    text: string
  }
  caveats: Remark[]
  asOf: string
}

export interface FigureChoices {
  indicators: {
    id: string
    label: string
    unit: string
    definition: string
    /** How units are told apart: see `Measure`. */
    measure: string
    /** Conditions that always hold: dimension -> values. */
    only: Record<string, string[]>
    accumulation: Figure['accumulation']
    dimensions: string[]
  }[]
  dimensions: { id: string; label: string; multiple: boolean; values: { code: string; label: string }[] | null }[]
  years: number[]
}
