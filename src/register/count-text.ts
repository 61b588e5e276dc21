import type pg from 'pg'

/** Pieces of the statements that count: how columns are read, and how several answers are taken apart. */
export type Client = Pick<pg.ClientBase, 'query'>

/** How a column is read: one text, several texts, the year, or the office's id. */
export interface Axis {
  readonly column: string
  readonly kind: 'text' | 'texts' | 'year' | 'office'
}

export interface Filter {
  readonly sql: string
  readonly values: readonly unknown[]
}

export interface Counted {
  /** Distinct units, or their sum, of everything that fits. */
  readonly base: number
  /** The column count summed by route, of all facts that fit; what the measure leaves out is `left`. */
  readonly routes: readonly { route: string; n: number; left: number }[]
  /** Values by dimension in the order of `by`; an empty column is `unknown`; offices are ids. */
  readonly cells: readonly { key: string[]; n: number }[]
}

/** A question as SQL needs it. */
export interface Asked {
  readonly table: string
  readonly by: readonly Axis[]
  readonly filter: Filter
}

/** A person with an empty column in one year and the word unknown in another is one person of the row unknown. */
export const answer = (axis: Axis, at: number): string =>
  `coalesce(${axis.kind === 'texts' ? `u${at}.v` : `${axis.column}::text`}, 'unknown')`

export const answers = (array: string): string =>
  `unnest(case when cardinality(${array}) > 0 then ${array} else array['unknown'] end)`

/** An empty column and the word unknown are one row. */
export function merged(cells: readonly { key: string[]; n: number }[]): { key: string[]; n: number }[] {
  const found = new Map<string, { key: string[]; n: number }>()
  for (const { key, n } of cells) {
    const id = JSON.stringify(key)
    found.set(id, { key, n: n + (found.get(id)?.n ?? 0) })
  }
  return [...found.values()]
}

/** The columns of groups as text, several answers already taken apart; always two keys. */
export function keys(by: readonly Axis[]): string {
  const at = (axis: Axis | undefined, index: number) => {
    if (axis === undefined) return 'null'
    return axis.kind === 'texts' ? `u${index}.v` : `c${index}::text`
  }
  return `${at(by[0], 0)}, ${at(by[1], 1)}`
}

/** Several answers of a group become rows; an answer that stands twice counts once. */
export const apart = (by: readonly Axis[]): string =>
  by
    .map((axis, at) =>
      axis.kind === 'texts'
        ? `cross join lateral (select distinct coalesce(v, 'unknown') as v from ${answers(`c${at}`)} v) u${at}`
        : '',
    )
    .join(' ')

export const keyOf = (by: readonly Axis[], row: { k0: string | null; k1: string | null }): string[] =>
  [row.k0, row.k1].slice(0, by.length).map(key => key ?? 'unknown')

export async function run<T extends pg.QueryResultRow>(
  client: Client,
  sql: string,
  values: readonly unknown[],
): Promise<T[]> {
  return (await client.query<T>(sql, [...values])).rows
}
