import { isReserved } from '#dictionary/answer.ts'
import { type Asked, type Link, linkable, linkOf, nothingAsked, type View } from '#server/contract/figure-link.ts'
import type { FigureChoices } from './calls.ts'

/** What can be asked here, and which dimensions are places of the map. */
export interface Ground {
  readonly choices: FigureChoices
  isPlace(dimension: string): boolean
}

/** Another indicator may not have every dimension: what its reader did not choose anew and it lacks is dropped. */
export function fitting(asked: Asked, ground: Ground): Asked {
  const has = dimensionsOf(asked.indicator, ground.choices)
  const inTime = asked.view === 'time' || asked.view === 'compare'
  const may = (id: string) => has.includes(id) && !(inTime && times.includes(id))
  const rows = asked.rows !== null && may(asked.rows) ? asked.rows : null
  const table = asked.view === 'table'
  const columns = table && rows !== null && asked.columns !== rows && may(asked.columns ?? '') ? asked.columns : null
  const where = Object.fromEntries(
    Object.entries(asked.where).filter(([id]) => may(id) && !(id === 'year' && asked.year !== null)),
  )
  const fit: Asked = {
    ...asked,
    rows,
    columns,
    where,
    top: table && rows !== null ? asked.top : null,
    known: table && rows !== null && columns === null && asked.known && listed(rows, ground.choices),
    months: asked.view === 'time' && asked.months && has.includes('month'),
    alike: asked.view === 'compare' && asked.alike,
    year: inTime ? null : asked.year,
  }
  if (asked.view !== 'map' || (rows !== null && ground.isPlace(rows))) return fit
  const place = firstPlace(has, ground)
  return place === null ? { ...fit, view: 'table' } : { ...fit, rows: place }
}

/** The same question in another view, with what that view needs. */
export function viewed(asked: Asked, view: View, ground: Ground): Asked {
  const years = ground.choices.years.toSorted((a, b) => a - b)
  const last = asked.year ?? asked.to ?? years.at(-1) ?? new Date().getFullYear()
  const first = years[0] ?? last
  const next = { ...asked, view }
  switch (view) {
    case 'time': {
      const to = years.at(-1) ?? last
      return fitting({ ...next, from: Math.max(Math.min(first, to), to - 19), to }, ground)
    }
    case 'compare': {
      const before = years.findLast(year => year < last)
      return fitting({ ...next, from: before ?? last - 1, to: last }, ground)
    }
    case 'map':
    case 'table':
      return fitting({ ...next, year: asked.view === 'compare' ? asked.to : asked.year, from: null, to: null }, ground)
    default:
      return view satisfies never
  }
}

/** Whether the indicator can be shown on the map at all. */
export const hasPlaces = (indicator: string, ground: Ground): boolean =>
  firstPlace(dimensionsOf(indicator, ground.choices), ground) !== null

/** What a link names and this register does not know: codes, to be told to the reader instead of dropped. */
export function unknownIn(asked: Asked, { choices, isPlace }: Ground): string[] {
  const indicator = choices.indicators.find(each => each.id === asked.indicator)
  if (!indicator) return [asked.indicator]
  const has = new Set(indicator.dimensions)
  const named = [asked.rows, asked.columns, ...Object.keys(asked.where)].filter(id => id !== null)
  const strange = named.filter(id => !has.has(id))
  if (strange.length > 0) return strange
  if (asked.months && !has.has('month')) return ['month']
  if (asked.view === 'map' && !isPlace(asked.rows ?? '')) return [asked.rows ?? '']
  return Object.entries(asked.where).flatMap(([id, codes]) => {
    const values = choices.dimensions.find(each => each.id === id)?.values
    const known = new Set(values?.map(({ code }) => code))
    return values ? codes.filter(code => !known.has(code) && !isReserved(code) && code !== 'none_recorded') : []
  })
}

/** Conditions that can be offered: dimensions with a list of values, of those that a link can hold. */
export const conditionsOf = (asked: Asked, choices: FigureChoices): FigureChoices['dimensions'] => {
  const has = dimensionsOf(asked.indicator, choices)
  return choices.dimensions
    .filter(each => has.includes(each.id) && each.values !== null)
    .map(each => ({ ...each, values: each.values?.filter(({ code }) => linkable(code)) ?? null }))
}

export const begun: Asked = nothingAsked

/** The link as the router takes it: numbers as numbers, which it writes without quotes. */
export const addressOf = (link: Link): Readonly<Record<string, string | number>> =>
  Object.fromEntries(Object.entries(link).map(([part, value]) => [part, /^\d+$/.test(value) ? Number(value) : value]))

export const searchOf = (asked: Asked) => addressOf(linkOf(asked))

export const dimensionsOf = (indicator: string, choices: FigureChoices): readonly string[] =>
  choices.indicators.find(each => each.id === indicator)?.dimensions ?? []

/** Of which shares of what is known can be asked. */
export const listed = (dimension: string, choices: FigureChoices): boolean =>
  choices.dimensions.find(each => each.id === dimension)?.values?.length !== undefined

/** Dimensions that are the time itself. */
const times: readonly string[] = ['year', 'month']

const preferred = ['nationality', 'country_of_destination', 'region']
const firstPlace = (has: readonly string[], { isPlace }: Ground): string | null =>
  preferred.find(id => has.includes(id) && isPlace(id)) ?? has.find(isPlace) ?? null
