import { isAnswered, type Value, byCode } from '#dictionary/answer.ts'
import { type LineError, lineError, shorten } from '../line.ts'
import { type CoreColumns, personTypes } from './columns.ts'
import type { CoreLine, PersonLine, TotalLine } from './line.ts'

/** All lines about one person, by office: a case is one person at one office, in one year or several. */
export interface PersonLines {
  /** What makes the person the same in another file; null when the lines carry no reference at all. */
  readonly key: string | null
  readonly cases: readonly {
    readonly office: string
    readonly key: string | null
    readonly lines: readonly PersonLine[]
  }[]
}

export interface Gathered {
  readonly persons: readonly PersonLines[]
  readonly totals: readonly TotalLine[]
  /** Lines that contradict an earlier line about the same case or person. They are left out of `persons`. */
  readonly errors: readonly LineError[]
}

/** Brings the lines of the same person and the same case together. The order of the lines does not matter. */
export function gather(lines: readonly CoreLine[], columns: CoreColumns): Gathered {
  const ordered = [...lines].sort((a, b) => a.line - b.line)
  const holders = holdersOf(ordered)
  const errors: LineError[] = [...holders.errors]
  const refused = new Set(errors.map(error => error.line))
  const persons = new Map<string, PersonLine[]>()
  const alone: PersonLine[] = []
  for (const line of ordered) {
    if (line.kind !== 'person' || refused.has(line.line)) continue
    const key = personKey(line, holders.person)
    if (key === null) alone.push(line)
    else push(persons, key, line)
  }
  const gathered: PersonLines[] = alone.map(line => ({
    key: null,
    cases: [{ office: line.office, key: null, lines: [line] }],
  }))
  for (const [key, own] of persons) {
    const faults = contradictions(own, columns)
    errors.push(...faults)
    const bad = new Set(faults.map(fault => fault.line))
    const good = own.filter(line => !bad.has(line.line))
    const offices = new Map<string, PersonLine[]>()
    for (const line of good) push(offices, line.office, line)
    const cases = [...offices].sort(byKey).map(([office, held]) => ({ office, key: `${office}/${key}`, lines: held }))
    if (cases.length > 0) gathered.push({ key, cases })
  }
  const totals = ordered.filter(line => line.kind === 'total' && !refused.has(line.line)) as TotalLine[]
  return { persons: gathered, totals, errors: errors.sort((a, b) => a.line - b.line) }
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const held = map.get(key)
  if (held === undefined) map.set(key, [value])
  else held.push(value)
}

const caseKey = (line: { office: string; caseReference: string | null }): string | null =>
  line.caseReference === null ? null : `${line.office}/${line.caseReference}`

/** A case reference belongs to one person; a line that has only the case reference is about that person. */
function holdersOf(lines: readonly CoreLine[]): { person: Map<string, string>; errors: LineError[] } {
  const first = new Map<string, { line: number; person: string }>()
  const totals = new Map<string, number>()
  const errors: LineError[] = []
  for (const line of lines) {
    const key = caseKey(line)
    if (key === null) continue
    if (line.kind === 'total') {
      const before = totals.get(key)
      if (before === undefined) totals.set(key, line.line)
      else errors.push(lineError(line.line, 'case_reference', line.caseReference ?? '', 'twice', { line: before }))
      continue
    }
    if (line.personReference === null) continue
    const held = first.get(key)
    if (held === undefined) first.set(key, { line: line.line, person: line.personReference })
    else if (held.person !== line.personReference) {
      const details = { line: held.line, other: shorten(held.person), what: 'case_reference' }
      errors.push(lineError(line.line, 'person_reference', line.personReference, 'contradicts', details))
    }
  }
  for (const line of lines) {
    const total = line.kind === 'person' ? totals.get(caseKey(line) ?? '') : undefined
    if (total === undefined || line.kind !== 'person') continue
    errors.push(lineError(line.line, 'case_reference', line.caseReference ?? '', 'twice', { line: total }))
  }
  return { person: new Map([...first].map(([key, held]) => [key, held.person])), errors }
}

function personKey(line: PersonLine, holders: ReadonlyMap<string, string>): string | null {
  const reference = line.personReference ?? holders.get(caseKey(line) ?? '')
  if (reference !== undefined && reference !== null) return `p/${reference}`
  return line.caseReference === null ? null : `c/${line.office}/${line.caseReference}`
}

/**
 * Two lines may not say different things about the person, nor about one case in one year. `unknown` and blank
 * contradict nothing. The later line is the one reported.
 */
function contradictions(lines: readonly PersonLine[], columns: CoreColumns): LineError[] {
  const errors: LineError[] = []
  const said = new Map<string, { line: number; value: Value }>()
  for (const line of lines) {
    for (const type of personTypes) {
      for (const [field, value] of Object.entries(line.contents[type])) {
        if (!isAnswered(value)) continue
        const key = type === 'person' ? field : `${line.office}/${line.year}/${type}.${field}`
        const before = said.get(key)
        if (before === undefined) said.set(key, { line: line.line, value })
        else if (words(before.value) !== words(value)) {
          const column = columns.fields.find(each => each.targets.some(to => to.type === type && to.field === field))
          const details = {
            line: before.line,
            other: shorten(words(before.value)),
            what: type === 'person' ? 'person' : 'case',
          }
          errors.push(lineError(line.line, column?.name ?? field, words(value), 'contradicts', details))
        }
      }
    }
  }
  return errors
}

/** A value on one line, for comparing and for showing. */
function words(value: Value): string {
  if (value === null || typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return [...value].sort(byCode).join(';')
  return Object.keys(value).sort().join(';')
}
