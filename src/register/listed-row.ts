import type { Content, Value } from '#dictionary/answer.ts'
import { isAnswered } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { firstDay, parsePartialDate } from '#dictionary/partial-date.ts'
import type { ListPlace } from '#dictionary/record-type.ts'
import type { RecordRow } from './rows.ts'

/** Where a record stands in worklists, from its open answers; null for types that stand in none. Pure. */
export interface ListedRow {
  readonly state: string | null
  readonly kind: string | null
  readonly open: boolean
  /** yyyy-mm-dd; the first day that a partial date can mean. */
  readonly on: string
  readonly who: string | null
  readonly given: boolean
  readonly at: string | null
}

export const listedColumns = [
  'office_id', 'record', 'type', 'case_id', 'person', 'shared', 'common', 'guard', 'author', 'state', 'kind', 'open', 'on_date',
  'who', 'given', 'at',
] as const // biome-ignore format: one line a group

const noDate = '9999-12-31'

export function listedRow(d: Dictionary, type: string, content: Content, worker: string | null): ListedRow | null {
  const place = d.recordTypes.get(type)?.list
  if (!place) return null
  const own = idIn(content, place.who)
  return {
    state: wordIn(content, place.state),
    kind: wordIn(content, place.kind),
    open: isOpen(content, place),
    on: dayIn(content, place.on),
    who: own ?? worker,
    given: own !== null,
    at: idIn(content, place.at),
  }
}

export const listedValues = (row: RecordRow, listed: ListedRow): readonly unknown[] => [
  row.office_id, row.id, row.type, row.case_id, row.person, row.shared, row.common, row.guard, row.author, listed.state,
  listed.kind, listed.open, listed.on, listed.who, listed.given, listed.at,
] // biome-ignore format: one line a group

function isOpen(content: Content, place: ListPlace): boolean {
  const { state, ended, endedBy } = place
  if (state !== undefined) return !(ended ?? []).includes(wordIn(content, state) ?? '')
  return endedBy === undefined || !isAnswered(content[endedBy])
}

const at = (content: Content, field: string | undefined): Value | undefined =>
  field === undefined ? undefined : content[field]

function wordIn(content: Content, field: string | undefined): string | null {
  const value = at(content, field)
  return typeof value === 'string' ? value : null
}

function idIn(content: Content, field: string | undefined): string | null {
  const value = at(content, field)
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : null
}

function dayIn(content: Content, field: string | undefined): string {
  const value = at(content, field)
  const date = typeof value === 'string' ? parsePartialDate(value) : null
  return date ? firstDay(date) : noDate
}
