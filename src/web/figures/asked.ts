import type { FigureChoices, FigureQuery } from './calls.ts'

/** What the sentence of the page asks. It lives in the address, in codes only, so that a figure can be passed on. */
export interface Asked {
  readonly indicator: string
  readonly year: number | null
  readonly rows: string | null
  readonly columns: string | null
  readonly top: number | null
  readonly where: Readonly<Record<string, readonly string[]>>
}

/** `?indicator=instances&year=2011&rows=nationality&columns=sex&top=10&where=sex*female*male+office*KYV` */
export interface AskedSearch {
  readonly indicator?: string
  readonly year?: number
  readonly rows?: string
  readonly columns?: string
  readonly top?: number
  /** Conditions parted by a blank; each is a dimension and its values, parted by a star, which no code contains. */
  readonly where?: string
}

/** Reads an address that anybody may have typed: what is not understood is left out. */
export function askedFrom(search: Readonly<Record<string, unknown>>): Asked {
  const rows = word(search['rows'])
  const columns = word(search['columns'])
  return {
    indicator: word(search['indicator']) ?? 'instances',
    year: whole(search['year'], 1900, 2200),
    rows,
    columns: rows === null || columns === rows ? null : columns,
    top: rows === null ? null : whole(search['top'], 1, 500),
    where: whereFrom(typeof search['where'] === 'string' ? search['where'] : ''),
  }
}

export function searchOf(asked: Asked): AskedSearch {
  const where = Object.entries(asked.where)
    .filter(([, values]) => values.length > 0)
    .map(([dimension, values]) => [dimension, ...values].join('*'))
    .join(' ')
  return {
    indicator: asked.indicator,
    ...(asked.year === null ? {} : { year: asked.year }),
    ...(asked.rows === null ? {} : { rows: asked.rows }),
    ...(asked.rows === null || asked.columns === null ? {} : { columns: asked.columns }),
    ...(asked.rows === null || asked.top === null ? {} : { top: asked.top }),
    ...(where === '' ? {} : { where }),
  }
}

export function queryOf(asked: Asked): FigureQuery {
  return {
    indicator: asked.indicator,
    by: [asked.rows, asked.columns].filter(id => id !== null),
    where: Object.fromEntries(Object.entries(asked.where).map(([id, values]) => [id, [...values]])),
    ...(asked.year === null ? {} : { year: asked.year }),
    ...(asked.top === null ? {} : { top: asked.top }),
  }
}

/** Another indicator may not have every dimension: those it lacks are dropped rather than refused by the server. */
export function fitting(asked: Asked, choices: FigureChoices): Asked {
  const has = new Set(choices.indicators.find(each => each.id === asked.indicator)?.dimensions)
  const rows = asked.rows !== null && has.has(asked.rows) ? asked.rows : null
  const columns = rows !== null && asked.columns !== null && has.has(asked.columns) ? asked.columns : null
  const where = Object.fromEntries(Object.entries(asked.where).filter(([id]) => has.has(id)))
  return { ...asked, rows, columns, top: rows === null ? null : asked.top, where }
}

function whereFrom(text: string): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const part of text.split(/[ +]+/)) {
    const [dimension, ...values] = part.split('*')
    const named = values.filter(value => /^[\w-]{1,80}$/.test(value))
    if (dimension && /^[a-z0-9_]{1,60}$/.test(dimension) && named.length > 0) found[dimension] = named
  }
  return found
}

const word = (value: unknown): string | null =>
  typeof value === 'string' && /^[a-z0-9_]{1,60}$/.test(value) ? value : null

function whole(value: unknown, from: number, to: number): number | null {
  const n = typeof value === 'string' ? Number(value) : value
  return typeof n === 'number' && Number.isInteger(n) && n >= from && n <= to ? n : null
}
