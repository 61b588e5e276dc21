import { type Content, isAnswered, type Marks, type Value, byCode } from '#dictionary/answer.ts'
import type { PersonLine } from './line.ts'

/** What the register already holds of a case (open content only). */
export interface HeldCase {
  readonly person: Content
  readonly case: Content
  readonly episode: Content
  readonly services: readonly { readonly id: string; readonly year: number | null }[]
}

export interface MergedCase {
  readonly case: Content
  readonly episode: Content
  /** Service types by year; an empty list is a year of assistance whose services nobody named. */
  readonly services: ReadonlyMap<number, readonly string[]>
}

/** The age a case holds is the age at the first assistance: these fields follow the first year, all others the last. */
const ofFirstYear = new Set(['ageAtAssistance', 'ageGroup', 'ageBand'])

/**
 * One case from all its lines and from what the register holds of it. A case gives an instance of assistance for the year of its
 * registration and for each year with a service; a year after the first without named services therefore gets a
 * service of unknown type. Answers of the latest year are in force; unknown never replaces an answer.
 */
export function mergeCase(lines: readonly PersonLine[], held: HeldCase | null): MergedCase {
  const ordered = [...lines].sort((a, b) => a.year - b.year || a.line - b.line)
  const years = ordered.map(line => line.year)
  const heldYears = held === null ? [] : yearsOf(held)
  const first = Math.min(...years, ...heldYears)
  const restates = heldYears.every(year => years.includes(year))
  const inForce = Math.max(...years) >= Math.max(...heldYears, 0)

  const file = { ...fold(ordered, 'case') }
  const episode = fold(ordered, 'episode')
  const registered = dateOf(held?.case['registeredOn'])
  if (registered === null || yearIn(registered) !== first) file['registeredOn'] = String(first)
  file['route'] = 'core_variables'
  file['category'] = 'trafficked'
  if (held !== null) {
    const heldIsFirst = heldYears.includes(first)
    for (const field of Object.keys(file)) {
      if (field === 'registeredOn' || field === 'route') continue
      const before = held.case[field]
      const keep = field === 'category' || (ofFirstYear.has(field) && heldIsFirst && !years.includes(first))
      file[field] = settled(before, file[field] ?? null, { restates, inForce: keep ? false : inForce })
    }
    for (const field of Object.keys(episode)) {
      episode[field] = settled(held.episode[field], episode[field] ?? null, { restates, inForce })
    }
  }
  return { case: file, episode, services: servicesOf(ordered, held, first) }
}

/** The person of all lines: answers before unknown; contradictions were refused before. */
export function mergePerson(lines: readonly PersonLine[], held: Content | null): Content {
  const merged = fold(
    [...lines].sort((a, b) => a.year - b.year || a.line - b.line),
    'person',
  )
  for (const [field, value] of Object.entries(merged)) {
    if (!isAnswered(value) && isAnswered(held?.[field])) delete merged[field]
  }
  return merged
}

function fold(ordered: readonly PersonLine[], type: 'person' | 'case' | 'episode'): Record<string, Value> {
  const merged: Record<string, Value> = {}
  for (const line of ordered) {
    for (const [field, value] of Object.entries(line.contents[type])) {
      const before = merged[field]
      if (before === undefined || !isAnswered(before)) {
        if (before === undefined || isAnswered(value)) merged[field] = value
      } else if (isAnswered(value) && !ofFirstYear.has(field)) merged[field] = joined(before, value)
    }
  }
  return merged
}

/** Several answers add up; of single answers the later one is in force. */
function joined(before: Value, value: Value): Value {
  if (Array.isArray(before) && Array.isArray(value)) return [...new Set([...before, ...value])].sort(byCode)
  if (isMarks(before) && isMarks(value)) return { ...before, ...value }
  return value
}

const isMarks = (value: Value): value is Marks =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !('currency' in value)

function settled(before: Value | undefined, value: Value, o: { restates: boolean; inForce: boolean }): Value {
  if (before === undefined || before === null || !isAnswered(before)) return value
  if (!isAnswered(value)) return before
  if (o.restates && o.inForce) return value
  if (Array.isArray(value) || isMarks(value)) return joined(before, value)
  return o.inForce ? value : before
}

function servicesOf(
  lines: readonly PersonLine[],
  held: HeldCase | null,
  first: number,
): Map<number, readonly string[]> {
  const services = new Map<number, readonly string[]>()
  for (const { year, services: types } of lines) {
    services.set(year, [...new Set([...(services.get(year) ?? []), ...types])].sort())
  }
  // The first year known so far stops being the year of registration when an earlier one turns up.
  const registered = yearIn(dateOf(held?.case['registeredOn']))
  if (registered !== null && registered !== first && !services.has(registered)) services.set(registered, [])
  if (services.get(first)?.length === 0) services.delete(first)
  return services
}

function yearsOf(held: HeldCase): number[] {
  const years = held.services.flatMap(service => service.year ?? [])
  const registered = yearIn(dateOf(held.case['registeredOn']))
  return registered === null ? years : [registered, ...years]
}

const dateOf = (value: Value | undefined): string | null =>
  typeof value === 'string' && /^\d{4}/.test(value) ? value : null

const yearIn = (date: string | null): number | null => (date === null ? null : Number(date.slice(0, 4)))
