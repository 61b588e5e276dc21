import type { z } from 'zod'
import type { ComparisonQuery, FigureQuery, SeriesQuery } from './figures.ts'

/**
 * What the page Figures asks and how it shows the answer, as it stands in an address: codes and numbers only, so that it can
 * be passed on and kept. Whoever opens it counts anew, within their own reach. Anything else is refused whole: a question of
 * which a part was dropped would be answered with the wrong number.
 */
export interface Asked {
  readonly view: View
  readonly indicator: string
  /** One year; null: all. */
  readonly year: number | null
  readonly rows: string | null
  readonly columns: string | null
  readonly top: number | null
  /** Shares of what has a known value. */
  readonly known: boolean
  /** First and last year of a line; base year and year of a comparison. */
  readonly from: number | null
  readonly to: number | null
  readonly months: boolean
  /** Of a comparison: only offices that reported in both years in the same way. */
  readonly alike: boolean
  /** Dimension -> codes, any of which may hold; all of the dimensions. */
  readonly where: Readonly<Record<string, readonly string[]>>
}

export const views = ['table', 'map', 'time', 'compare'] as const
export type View = (typeof views)[number]

/** One parameter a part; absent parts are as in `nothingAsked`. */
export type Link = Readonly<Record<string, string>>

export type ReadLink =
  | { readonly ok: true; readonly asked: Asked }
  /** The first part that cannot be read. */
  | { readonly ok: false; readonly part: string }

export const nothingAsked: Asked = {
  view: 'table',
  indicator: 'instances',
  year: null,
  rows: null,
  columns: null,
  top: null,
  known: false,
  from: null,
  to: null,
  months: false,
  alike: false,
  where: {},
}

const everywhere = ['view', 'indicator', 'rows', 'where']
/** The parts that mean something in a view. */
const partsOf: Readonly<Record<View, readonly string[]>> = {
  table: [...everywhere, 'year', 'columns', 'top', 'of'],
  map: [...everywhere, 'year'],
  time: [...everywhere, 'from', 'to', 'step'],
  compare: [...everywhere, 'from', 'to', 'offices'],
}

const longestWhere = 1000
const mostValues = 300

/** The parts of what is asked that its view knows, without those that say nothing. */
export function linkOf(asked: Asked): Link {
  const where = Object.entries(asked.where)
    .filter(([, values]) => values.length > 0)
    .map(([dimension, values]) => [dimension, ...values].join('*'))
    .join(' ')
  const said: Readonly<Record<string, string | number | null>> = {
    view: asked.view === 'table' ? null : asked.view,
    indicator: asked.indicator,
    year: asked.year,
    from: asked.from,
    to: asked.to,
    step: asked.months ? 'month' : null,
    offices: asked.alike ? 'alike' : null,
    rows: asked.rows,
    columns: asked.columns,
    top: asked.top,
    of: asked.known ? 'known' : null,
    where: where === '' ? null : where,
  }
  return Object.fromEntries(
    Object.entries(said).flatMap(([part, value]) =>
      value === null || !partsOf[asked.view].includes(part) ? [] : [[part, String(value)]],
    ),
  )
}

/** Reads an address that anybody may have typed. Values are strings, or numbers where the address was read as JSON. */
export function readLink(link: Readonly<Record<string, unknown>>): ReadLink {
  const view = link['view'] === undefined ? 'table' : views.find(each => each === link['view'])
  if (!view) return refused('view')
  const strange = Object.keys(link).find(part => link[part] !== undefined && !partsOf[view].includes(part))
  if (strange !== undefined) return refused(/^[a-z]{1,20}$/.test(strange) ? strange : 'other')
  const faults: string[] = []
  const read = <T>(part: string, reader: (given: unknown) => T | null): T | null => {
    if (link[part] === undefined) return null
    const found = reader(link[part])
    if (found === null) faults.push(part)
    return found
  }
  const asked: Asked = {
    view,
    indicator: read('indicator', word) ?? nothingAsked.indicator,
    year: read('year', year),
    rows: read('rows', word),
    columns: read('columns', word),
    top: read('top', given => whole(given, 1, 500)),
    known: read('of', given => (given === 'known' ? given : null)) !== null,
    from: read('from', year),
    to: read('to', year),
    months: read('step', given => (given === 'month' ? given : null)) !== null,
    alike: read('offices', given => (given === 'alike' ? given : null)) !== null,
    where: read('where', conditions) ?? {},
  }
  const fault = faults[0] ?? unfit(asked)
  return fault === undefined ? { ok: true, asked } : refused(fault)
}

/** Parts that can be read and do not go together. */
function unfit({ view, rows, columns, top, known, from, to, where, year: one }: Asked): string | undefined {
  if (columns !== null && (rows === null || rows === columns)) return 'columns'
  if (top !== null && rows === null) return 'top'
  if (known && (rows === null || columns !== null)) return 'of'
  if (view === 'map' && rows === null) return 'rows'
  if (view === 'time' && (from === null || to === null || from > to)) return 'from'
  if (view === 'compare' && (from === null || to === null || from >= to)) return 'from'
  if (where['year'] !== undefined && (one !== null || view === 'time' || view === 'compare')) return 'where'
  return undefined
}

const refused = (part: string): ReadLink => ({ ok: false, part })

const word = (given: unknown): string | null =>
  typeof given === 'string' && /^[a-z][a-z0-9_]{0,59}$/.test(given) ? given : null

const year = (given: unknown): number | null => whole(given, 1900, 2200)

function whole(given: unknown, from: number, to: number): number | null {
  const n = typeof given === 'string' && /^[1-9]\d{0,3}$/.test(given) ? Number(given) : given
  return typeof n === 'number' && Number.isInteger(n) && n >= from && n <= to ? n : null
}

/** Codes that can stand in a link; an office may be called otherwise and is then not offered as a condition. */
export const linkable = (code: string): boolean => /^[\w.-]{1,80}$/.test(code)

/** `sex*female*male office*KYV`: conditions parted by a blank, each a dimension and its codes. */
function conditions(given: unknown): Asked['where'] | null {
  if (typeof given !== 'string' || given.length > longestWhere) return null
  const found = new Map<string, readonly string[]>()
  for (const part of given.split(' ')) {
    const [dimension, ...values] = part.split('*')
    const ok =
      word(dimension) !== null && values.length > 0 && values.length <= mostValues && !found.has(dimension ?? '')
    if (!ok || !values.every(linkable) || new Set(values).size < values.length) return null
    found.set(dimension ?? '', values)
  }
  return Object.fromEntries(found)
}

/** What is asked, as the API takes it. */
export type Question =
  | { readonly view: 'table' | 'map'; readonly query: z.output<typeof FigureQuery> }
  | { readonly view: 'time'; readonly query: z.output<typeof SeriesQuery> }
  | { readonly view: 'compare'; readonly query: z.output<typeof ComparisonQuery> }

export function questionOf(asked: Asked): Question {
  const { indicator, rows, columns, view } = asked
  const where = Object.fromEntries(Object.entries(asked.where).map(([id, codes]) => [id, [...codes]]))
  const by = [rows, columns].filter(id => id !== null)
  const of = asked.known ? ({ of: 'known' } as const) : {}
  const span = { from: asked.from ?? 0, to: asked.to ?? 0 }
  switch (view) {
    case 'time':
      return { view, query: { indicator, by, where, ...span, step: asked.months ? 'month' : 'year' } }
    case 'compare':
      return { view, query: { indicator, by, where, ...span, ...(asked.alike ? { sameOffices: true } : {}) } }
    case 'table':
    case 'map':
      return {
        view,
        query: {
          indicator,
          by,
          where,
          ...of,
          ...(asked.year === null ? {} : { year: asked.year }),
          ...(asked.top === null ? {} : { top: asked.top }),
        },
      }
    default:
      return view satisfies never
  }
}
