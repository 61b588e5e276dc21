import { checkCase } from '#casework/check.ts'
import { nothingAround } from '#casework/rule-set.ts'
import type { RecordView } from '#changes/change.ts'
import { type Content, isAnswered, plainText, type Value } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { readCoreCell } from '../core/cell.ts'
import { type LineError, lineError, type Row } from '../line.ts'
import { ImportProblem } from '../problem.ts'
import { fits, withHeader } from '../table.ts'
import { placesOf } from './columns.ts'

/** An activity of the file with its numbers; lines of the same office, pillar, title and first day are one activity. */
export interface ReadActivity {
  readonly line: number
  readonly office: string
  /** What makes it the same activity in every file. */
  readonly key: string
  readonly set: Content
  readonly numbers: { readonly key: string; readonly set: Content }[]
}

export interface ActivityFile {
  readonly lines: number
  readonly activities: readonly ReadActivity[]
  readonly errors: readonly LineError[]
}

const mostLines = 50_000

/** Reads and checks a whole file, by the same rules as what is typed. @throws ImportProblem for the file as a whole. */
export async function readActivities(
  d: Dictionary,
  file: string,
  o: { readonly offices: ReadonlySet<string>; readonly today: string },
): Promise<ActivityFile> {
  const { header, rows } = await withHeader(file)
  const places = placesOf(d, header)
  const found = new Map<string, ReadActivity>()
  const errors: LineError[] = []
  let lines = 0
  for await (const row of rows) {
    lines += 1
    if (lines > mostLines) throw new ImportProblem('too_many_lines', { limit: mostLines })
    const read = readRow(d, row, { ...o, places, width: header.names.length })
    errors.push(...read.errors)
    if (read.errors.length > 0) continue
    const before = found.get(read.key)
    const differs = before === undefined ? null : differing(before.set, read.activity)
    if (before !== undefined && differs !== null) {
      const other = plainText(before.set[differs])
      errors.push(
        lineError(row.line, differs, plainText(read.activity[differs]), 'contradicts', {
          line: before.line,
          other,
          what: 'activity',
        }),
      )
      continue
    }
    const activity = before ?? { line: row.line, office: read.office, key: read.key, set: read.activity, numbers: [] }
    found.set(read.key, { ...activity, set: { ...read.activity, ...activity.set } })
    if (read.number === null) continue
    const key = numberKey(read.key, read.number)
    if (activity.numbers.some(each => each.key === key))
      errors.push(lineError(row.line, 'number', plainText(read.number.number), 'twice', { line: activity.line }))
    else activity.numbers.push({ key, set: read.number })
  }
  if (lines === 0) throw new ImportProblem('no_rows', { file })
  return { lines, activities: [...found.values()], errors }
}

/** A number is known again by what it counts and when; only how many may change. */
const numberKey = (activity: string, number: Content): string =>
  JSON.stringify([
    activity,
    ...['measure', 'sex', 'category', 'participants', 'material', 'accumulation', 'from', 'to'].map(
      field => number[field] ?? null,
    ),
  ])

/** The first field of which two lines say something else; null when they agree. */
const differing = (a: Content, b: Content): string | null =>
  Object.keys(b).find(field => field in a && JSON.stringify(a[field]) !== JSON.stringify(b[field])) ?? null

interface Reading {
  readonly offices: ReadonlySet<string>
  readonly today: string
  readonly places: ReturnType<typeof placesOf>
  readonly width: number
}

interface ReadRow {
  readonly errors: readonly LineError[]
  readonly office: string
  readonly key: string
  readonly activity: Content
  readonly number: Content | null
}

function readRow(d: Dictionary, row: Row, { offices, today, places, width }: Reading): ReadRow {
  const errors: LineError[] = []
  const nothing = { errors, office: '', key: '', activity: {}, number: null }
  if (!fits(row, width)) {
    errors.push(lineError(row.line, '-', row.cells.join(','), 'ragged', { found: row.cells.length, expected: width }))
    return nothing
  }
  const code = row.cells[places.office]?.trim() ?? ''
  if (code === '') errors.push(lineError(row.line, 'office', '', 'required'))
  else if (!offices.has(code.toUpperCase())) errors.push(lineError(row.line, 'office', code, 'unknown_office'))
  const contents: Record<'activity' | 'activity_number', Record<string, Value>> = { activity: {}, activity_number: {} }
  for (const column of places.columns) {
    const cell = readCoreCell(d, column.declared, row.cells[column.at] ?? '')
    if (!cell.ok) errors.push(lineError(row.line, column.name, cell.fault.value, cell.fault.reason, cell.fault.details))
    else if (cell.value !== null) contents[column.type][column.field] = cell.value
  }
  const activity = contents.activity
  const key = JSON.stringify([code.toUpperCase(), activity['pillar'], activity['title'], activity['from']])
  const counts = isAnswered(contents.activity_number['number'])
  const number: Content | null = counts ? { qualifier: 'exact', ...contents.activity_number, activity: asked } : null
  if (errors.length === 0) {
    const judged = [
      ...problemsOf(d, 'activity', activity, today),
      ...(number === null ? [] : problemsOf(d, 'activity_number', number, today)),
    ]
    for (const { code: reason, field } of judged) {
      const column = places.columns.find(each => each.field === field)?.name ?? field ?? '-'
      errors.push(lineError(row.line, column, '', 'not_accepted', { reason }))
    }
  }
  return { errors, office: code.toUpperCase(), key, activity, number }
}

/** Stands for the activity of the line until it has its id. */
const asked = '00000000-0000-0000-0000-000000000000'

function problemsOf(d: Dictionary, type: string, set: Content, today: string) {
  const around = { ...nothingAround, record: () => theActivity }
  const change = {
    id: asked,
    type,
    record: asked,
    base: 0,
    office: asked,
    person: null,
    case: null,
    set,
    madeAt: '',
    dictionary: d.version,
  }
  return checkCase(d, null, change, { today, around })
}

const theActivity: RecordView = {
  type: 'activity', id: asked, office: asked, person: null, case: null, version: 1, content: {}, dictionary: 0, author: '',
  createdAt: '', updatedAt: '',
} // biome-ignore format: one line a group
