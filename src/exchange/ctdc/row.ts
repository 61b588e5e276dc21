import type { Content, Mark, Value } from '#dictionary/answer.ts'
import { codeFor, type Dictionary, fieldOf } from '#dictionary/dictionary.ts'
import { type Alphabet, isMissing, markOf, valueOf } from './cell.ts'
import { type CtdcColumn, ctdcTypes } from './columns.ts'

type CtdcType = (typeof ctdcTypes)[number]
/** One published row as the contents of a person, a case and an episode. */
export type CtdcRecords = Readonly<Record<CtdcType, Content>>

/** What could not be kept as it stood; told to the user at the end. */
export interface Tally {
  composites: number
  readonly unread: Map<string, number>
}

export const newTally = (): Tally => ({ composites: 0, unread: new Map() })

export interface RowReader {
  readonly dictionary: Dictionary
  readonly names: readonly string[]
  /** Per column of the file; undefined for columns that are not read. */
  readonly columns: readonly (CtdcColumn | undefined)[]
  readonly alphabet: Alphabet
  /** Values read before, by column: a column holds few different cells, over and over. */
  readonly seen: readonly Map<string, Value>[]
}

const mostSeen = 10_000

/**
 * Reads one row. Nothing is refused: a value that is not understood becomes `unknown` and is counted in the tally. Flags
 * that the file has no column for are left out (not asked of this file); flags that are blank are `unknown`.
 */
export function readCtdcRow(reader: RowReader, cells: readonly string[], tally: Tally): CtdcRecords {
  const contents: Record<CtdcType, Record<string, Value>> = { person: {}, case: {}, episode: {} }
  const marks = new Map<string, Record<string, Mark>>()
  let both = false
  let unknownRecruiter = false
  reader.columns.forEach((column, i) => {
    const cell = cells[i] ?? ''
    switch (column?.kind) {
      case undefined:
      case 'repeats':
        return
      case 'field':
        return put(contents, column, readField(reader, column, i, cell, tally))
      case 'flag':
        for (const set of column.sets) setMark(marks, set, markOf(cell))
        return
      case 'composite':
        // A yes says that one of several is true, not which: none of them may be said to be.
        if (markOf(cell) === 'yes') tally.composites++
        for (const set of column.sets) setMark(marks, set, 'unknown')
        return
      case 'both':
        both = markOf(cell) === 'yes'
        return
      case 'unknown_recruiter':
        unknownRecruiter = markOf(cell) === 'yes'
    }
  })
  if (both)
    for (const code of ['forced_labour', 'sexual'])
      setMark(marks, { type: 'episode', field: 'exploitation', code }, 'yes')
  for (const [key, value] of marks) {
    const [type = '', field = ''] = key.split('.')
    put(contents, { type, field }, sorted(value))
  }
  if (unknownRecruiter && !hasYes(marks.get('episode.recruiterRelation')))
    contents.episode['recruiterRelation'] = 'unknown'
  genderOf(reader, cells, contents.person)
  return { person: sorted(contents.person), case: sorted(contents.case), episode: sorted(contents.episode) }
}

function readField(
  reader: RowReader,
  column: { readonly type: string; readonly field: string },
  index: number,
  cell: string,
  tally: Tally,
): Value {
  const field = fieldOf(reader.dictionary, column.type, column.field)
  if (field === undefined) return null
  const seen = reader.seen[index]
  const before = seen?.get(cell)
  const value = before === undefined ? valueOf(reader.dictionary, field, cell, reader.alphabet) : before
  if (before === undefined && seen !== undefined && seen.size < mostSeen) seen.set(cell, value)
  if (value !== null) return value
  const name = reader.names[index] ?? ''
  tally.unread.set(name, (tally.unread.get(name) ?? 0) + 1)
  return 'unknown'
}

/** The third value of `gender` is about gender; the sex stands as `other`, the gender as HTCDS maps it. */
function genderOf(reader: RowReader, cells: readonly string[], person: Record<string, Value>): void {
  if (person['sex'] !== 'other') return
  const index = reader.columns.findIndex(column => column?.kind === 'field' && column.field === 'sex')
  if (isMissing(cells[index] ?? '')) return
  const gender = codeFor(reader.dictionary, 'gender', 'htcds', 'NonConforming')
  if (gender !== undefined) person['gender'] = gender
}

function put(
  contents: Record<CtdcType, Record<string, Value>>,
  to: { readonly type: string; readonly field: string },
  value: Value,
): void {
  const content = contents[to.type as CtdcType]
  if (content !== undefined && value !== null) content[to.field] = value
}

/** A yes from one column is not taken back by another column's no or blank; a no gives way to nothing but a yes. */
const weight: Readonly<Record<string, number>> = { yes: 2, no: 1 }

function setMark(
  marks: Map<string, Record<string, Mark>>,
  to: { readonly type: string; readonly field: string; readonly code: string },
  mark: Mark,
): void {
  const key = `${to.type}.${to.field}`
  const held = marks.get(key) ?? {}
  const before = held[to.code]
  if (before === undefined || (weight[mark] ?? 0) > (weight[before] ?? 0)) held[to.code] = mark
  marks.set(key, held)
}

const hasYes = (marks: Readonly<Record<string, Mark>> | undefined): boolean =>
  marks !== undefined && Object.values(marks).includes('yes')

/** Keys in one order: the same row has the same id whatever the order of its columns. */
const sorted = <V>(content: Readonly<Record<string, V>>): Record<string, V> =>
  Object.fromEntries(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)))
