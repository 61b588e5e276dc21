import { type Content, isReserved, type Value, plainText } from '#dictionary/answer.ts'
import { checkContent } from '#dictionary/check.ts'
import { type Dictionary, fieldOf } from '#dictionary/dictionary.ts'
import type { Field } from '#dictionary/field.ts'
import { unescapeFormula } from '../formula.ts'
import { type LineError, lineError, type Row } from '../line.ts'
import { type HtcdsCell, readHtcdsCell, readOwnCell } from './cell.ts'
import type { HtcdsType } from './columns.ts'
import { keptText } from './kept.ts'
import type { Layout, SheetColumn } from './layout.ts'

/** What one row of the sheet says: contents by record type, the latest record of a type first. */
export interface SheetCase {
  readonly line: number
  readonly contents: Readonly<Record<HtcdsType, readonly Content[]>>
  readonly consent: Content | null
  /** Answers under columns of the standard that have no field here. */
  readonly note: string | null
  /** Ties rows about one person together; null when the row stands alone. */
  readonly person: string | null
  readonly reference: string | null
}

/** Reads one row. All faults are returned. `case` is null when the row is wrong or holds nothing. */
export function readSheetRow(
  d: Dictionary,
  layout: Layout,
  row: Row,
): { sheetCase: SheetCase | null; errors: readonly LineError[] } {
  const errors: LineError[] = []
  const records = new Map<string, Record<string, Value>>()
  const columnOfField = new Map<string, string>()
  const kept: [string, string][] = []
  let decision: string | null = null
  let person: string | null = null
  let reference: string | null = null

  const set = (
    column: SheetColumn,
    to: { type: string; nth: number; field: string },
    declared: Field,
    own: boolean,
    cell: string,
  ) => {
    const result: HtcdsCell = own ? readOwnCell(d, declared, cell) : readHtcdsCell(d, declared, cell)
    if (!result.ok) {
      const known = (d.lists.get(declared.list ?? '')?.codes ?? [])
        .slice(0, 30)
        .map(code => code.htcdsLabel ?? code.label)
      const details =
        result.reason === 'unknown_code'
          ? { known: known.join(', ') }
          : result.reason === 'not_whole_number'
            ? { min: declared.min ?? 0, max: declared.max ?? 0 }
            : undefined
      errors.push(lineError(row.line, column.name, cell, result.reason, details))
      return
    }
    if (result.value === null) return
    const key = `${to.type}~${to.nth}`
    const record = records.get(key) ?? {}
    record[to.field] = result.value
    records.set(key, record)
    columnOfField.set(`${key}.${to.field}`, column.name)
  }

  // Own columns come after the official ones and hold the whole value: they have the last word.
  for (const pass of ['official', 'own'] as const) {
    layout.columns.forEach((column, i) => {
      const cell = row.cells[i] ?? ''
      if (cell.trim() === '' || (column.kind === 'own') !== (pass === 'own')) return
      switch (column.kind) {
        case 'target':
          return set(column, { ...column.target, nth: 1 }, column.target.declared, false, cell)
        case 'own': {
          const declared = fieldOf(d, column.own.type, column.own.field)
          return declared === undefined ? undefined : set(column, column.own, declared, true, cell)
        }
        case 'consent':
          decision = consentOf(cell)
          if (decision === null)
            errors.push(lineError(row.line, column.name, cell, 'unknown_code', { known: 'Yes, No' }))
          return
        case 'kept':
          kept.push([column.id, unescapeFormula(cell)])
          return
        case 'person':
          person = cell.trim()
          return
        case 'reference':
          reference = cell.trim().normalize('NFC')
          return
        case 'ignored':
          return
        default:
          return column satisfies never
      }
    })
  }
  const blank = records.size === 0 && decision === null && kept.length === 0
  const contents = contentsOf(records)
  errors.push(...faults(d, row.line, contents, columnOfField))
  if (errors.length > 0 || blank) return { sheetCase: null, errors }
  const consent = decision === null ? null : { purpose: 'data', decision }
  return { sheetCase: { line: row.line, contents, consent, note: keptText(kept), person, reference }, errors }
}

function consentOf(cell: string): string | null {
  const word = cell.trim().toLowerCase()
  if (['yes', 'true', '1', 'x', 'y', 'ok', 'on', '1.0'].includes(word)) return 'yes'
  if (['no', 'false', '0', 'n', 'off', '0.0'].includes(word)) return 'no'
  return isReserved(word) ? word : null
}

function contentsOf(records: ReadonlyMap<string, Content>): Record<HtcdsType, readonly Content[]> {
  const contents: Record<HtcdsType, Content[]> = {
    person: [],
    case: [],
    determination: [],
    episode: [],
    referral: [],
    leg: [],
    actor: [],
    plan: [],
  }
  const ordered = [...records].sort(([a], [b]) => Number(a.split('~')[1]) - Number(b.split('~')[1]))
  for (const [key, content] of ordered) contents[key.split('~')[0] as HtcdsType].push(content)
  return contents
}

/** What the dictionary itself refuses: dates that no calendar has, texts too long, numbers out of range. */
function faults(
  d: Dictionary,
  line: number,
  contents: Readonly<Record<string, readonly Content[]>>,
  columns: ReadonlyMap<string, string>,
): LineError[] {
  return Object.entries(contents).flatMap(([type, records]) =>
    records.flatMap((content, i) =>
      checkContent(d, type, content, { imported: true }).map(problem => {
        const field = problem.field ?? ''
        const column = columns.get(`${type}~${i + 1}.${field}`) ?? `${type}.${field}`
        return lineError(line, column, plainText(content[field]), 'not_accepted', { reason: problem.code })
      }),
    ),
  )
}
