import type pg from 'pg'
import { unknownAnswer } from './fact-codes.ts'
import { wordsOf } from './learn-codes.ts'

/** Pieces of the statements that count: how columns are read, and how several answers are taken apart. */
export type Client = Pick<pg.ClientBase, 'query'>

/** How a column is read: the code of one answer, or of several, the year, several years as texts, or the office's id. */
export interface Axis {
  readonly column: string
  readonly kind: 'code' | 'codes' | 'year' | 'years' | 'office'
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
  /** Values by dimension in the order of `by`; no answer is `unknown`; offices are ids. */
  readonly cells: readonly { key: string[]; n: number }[]
}

/** A question as SQL needs it. */
export interface Asked {
  readonly table: string
  readonly by: readonly Axis[]
  readonly filter: Filter
}

/** `, a as c0, b as c1`: what is counted by, as columns of a subquery. */
export const named = (by: readonly Axis[]): string => by.map(({ column }, at) => `, ${column} as c${at}`).join('')
/** `, c0, c1` */
export const listed = (by: readonly Axis[]): string => by.map((_, at) => `, c${at}`).join('')

/**
 * Groups taken apart, answer by answer: several answers of a group become rows, an answer that stands twice is one, and no
 * answer is the answer unknown. `from` has the columns of `named` and what `sums` reads; gives k0 and k1 as text (null where
 * the question has no such dimension) and `n`. One dimension after the other, since fewer groups are left after each.
 */
export function apart(by: readonly Axis[], from: string, { kept = '', sum = 'sum(n)' } = {}): string {
  const steps = by.map((axis, at) => {
    const later = by.slice(at + 1).map((_, next) => `, c${at + 1 + next}`)
    const earlier = Array.from({ length: at }, (_, done) => `, k${done}`)
    return { ...answersOf(axis, at), others: [...earlier, ...later].join('') }
  })
  const apart = steps.reduce(
    (groups, { key, join, others }, at) =>
      `(select ${kept}${key} as k${at}${others}, ${sum} as n from ${groups} as s${at} ${join} group by ${kept}${key}${others})`,
    from,
  )
  // Texts come last: numbers are grouped faster. A year that is not known is nothing until here.
  const text = [0, 1].map(at => (by[at] ? `coalesce(k${at}::text, 'unknown') as k${at}` : `null::text as k${at}`))
  return `select ${kept}${text.join(', ')}, n from ${apart} as apart`
}

/** No answer is the answer unknown. */
const oneAnswer = (code: string): string => `greatest(${code}, ${unknownAnswer})`

/** The column of a group, where no answer and the answer unknown are the same. */
export const answerIn = ({ kind }: Axis, at: number): string => (kind === 'code' ? oneAnswer(`c${at}`) : `c${at}`)

/** True where a group has one answer to each dimension, and nothing is to be taken apart. */
export const singleAnswers = (by: readonly Axis[]): boolean =>
  by.every(({ kind }) => kind !== 'codes' && kind !== 'years')

/** One answer of each group, as text, number or code, and the join that gives it. */
export function answersOf({ kind }: Axis, at: number): { readonly key: string; readonly join: string } {
  const c = `c${at}`
  switch (kind) {
    case 'code':
      return { key: oneAnswer(c), join: '' }
    case 'codes':
      return { key: 'answer', join: `join fact_word w on w.id = ${c} cross join lateral unnest(w.members) as answer` }
    case 'years': {
      const years = `case when cardinality(${c}) > 0 then ${c} else array['unknown'] end`
      return { key: 'answer', join: `cross join lateral unnest(${years}) as answer` }
    }
    case 'year':
    case 'office':
      return { key: c, join: '' }
    default:
      return kind satisfies never
  }
}

/** A cell or a route as the statements give it. */
export interface Line {
  readonly what: 'route' | 'base' | 'cell'
  readonly k0: string | null
  readonly k1: string | null
  readonly n: string | number
  readonly left: string | number | null
}

const isCoded = (axis: Axis | undefined): boolean => axis?.kind === 'code' || axis?.kind === 'codes'

/** What was counted, with codes as words. */
export async function countedOf(client: Client, by: readonly Axis[], lines: readonly Line[]): Promise<Counted> {
  const of = (what: Line['what']) => lines.filter(line => line.what === what)
  const cells = of('cell').map(({ k0, k1, n }) => ({ key: [k0, k1].slice(0, by.length), n: Number(n) }))
  const coded = cells.flatMap(({ key }) => key.filter((_, at) => isCoded(by[at])).map(Number))
  const routes = of('route').map(({ k0, n, left }) => ({ route: Number(k0), n: Number(n), left: Number(left ?? 0) }))
  const words = await wordsOf(client, [...new Set([...coded, ...routes.map(({ route }) => route)])])
  const word = (part: string | null, at: number) => (isCoded(by[at]) ? words.get(Number(part)) : part)
  return {
    base: of('base').reduce((sum, { n }) => sum + Number(n ?? 0), 0),
    routes: routes.map(each => ({ ...each, route: words.get(each.route) ?? '' })),
    cells: cells.map(({ key, n }) => ({ key: key.map((part, at) => word(part, at) ?? 'unknown'), n })),
  }
}

export const run = async (client: Client, { values }: Filter, sql: string): Promise<readonly Line[]> =>
  (await client.query<Line>(sql, [...values])).rows

/** Parts of one count whose units are others: sums of bases, of routes, and of cells of the same answers. */
export function together(parts: readonly Counted[]): Counted {
  const cells = new Map<string, { key: string[]; n: number }>()
  const routes = new Map<string, { route: string; n: number; left: number }>()
  for (const part of parts) {
    for (const { key, n } of part.cells) {
      const id = JSON.stringify(key)
      cells.set(id, { key, n: n + (cells.get(id)?.n ?? 0) })
    }
    for (const { route, n, left } of part.routes) {
      const { n: before = 0, left: lost = 0 } = routes.get(route) ?? {}
      routes.set(route, { route, n: before + n, left: lost + left })
    }
  }
  return {
    base: parts.reduce((sum, { base }) => sum + base, 0),
    routes: [...routes.values()],
    cells: [...cells.values()],
  }
}
