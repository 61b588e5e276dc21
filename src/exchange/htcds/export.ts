import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import writeExcel from 'write-excel-file/node'
import type { Register } from '#register/register.ts'
import { confidentialCases } from '#register/guards.ts'
import { inWork, systemActor, type Work } from '#register/work.ts'
import { allRecords } from '../all-records.ts'
import { phrase } from '../messages.ts'
import { ImportProblem } from '../problem.ts'
import { officeByCode } from '../store.ts'
import { htcdsTypes } from './columns.ts'
import { type ExportCase, htcdsSheet } from './sheet-rows.ts'

export interface HtcdsExport {
  readonly file: string
  /** Code of an office; null for all. */
  readonly office: string | null
  readonly withIdentity: boolean
  readonly replace: boolean
}

export interface ExportReport {
  readonly cases: number
  readonly file: string
  readonly notes: readonly string[]
}

/** Writes the cases as an HTCDS sheet, .xlsx or .csv by the name. The same cases give the same cells. */
export async function exportHtcds(register: Register, o: HtcdsExport): Promise<ExportReport> {
  const kind = outputKind(o.file, o.replace)
  const { cases, leftOut } = await casesOf(register, o.office)
  const sheet = htcdsSheet(register.dictionary(), cases, { withIdentity: o.withIdentity })
  await writeTable(o.file, kind, sheet)
  const notes = [
    phrase('note.cases_written', { count: cases.length, file: o.file }),
    ...(o.withIdentity ? [] : [phrase('note.identity_left_out')]),
    ...leftOut,
  ]
  return { cases: cases.length, file: o.file, notes }
}

export function outputKind(file: string, replace: boolean): 'csv' | 'xlsx' {
  const kind = /\.(csv|xlsx)$/i.exec(file)?.[1]?.toLowerCase()
  if (kind !== 'csv' && kind !== 'xlsx') throw new ImportProblem('output_kind')
  if (!replace && existsSync(file)) throw new ImportProblem('output_exists', { file })
  return kind
}

/**
 * Cases of an office (or all) with their persons and records, in no particular order, and a note of how many stay home:
 * restricted and strict ones never leave in a file of many. Reading is logged.
 */
export async function casesOf(
  register: Register,
  office: string | null,
): Promise<{ readonly cases: readonly ExportCase[]; readonly leftOut: readonly string[] }> {
  const id = await inWork(register, systemActor, async work => (office === null ? null : officeByCode(work, office).id))
  const kept = await confidentialCases(register, id)
  const leftOut = kept === 0 ? [] : [phrase('note.confidential_left_out', { count: kept })]
  return { cases: await ordinaryCases(register, id), leftOut }
}

async function ordinaryCases(register: Register, id: string | null): Promise<ExportCase[]> {
  const read = async (work: Work) => {
    const types = [...new Set([...htcdsTypes, 'consent', 'note'])]
    const records = await allRecords(work, types, id)
    const persons = new Map(records.filter(record => record.type === 'person').map(record => [record.id, record]))
    const byCase = Map.groupBy(
      records.filter(record => record.case !== null),
      record => record.case,
    )
    return records
      .filter(record => record.type === 'case')
      .map(file => ({
        person: persons.get(file.person ?? '') ?? null,
        case: file,
        records: (byCase.get(file.id) ?? []).filter(record => record.id !== file.id),
      }))
  }
  return inWork(register, systemActor, read, { ordinary: true })
}

/** Written beside the target and moved there when complete: a half-written file is never taken for a whole one. */
export async function writeTable(
  file: string,
  kind: 'csv' | 'xlsx',
  rows: readonly (readonly string[])[],
): Promise<void> {
  const draft = `${file}.part`
  try {
    if (kind === 'xlsx') {
      const cells = rows.map(row => row.map(cell => (cell === '' ? null : { value: cell, type: String })))
      const bytes = await writeExcel(cells, { sheet: 'Case Sheet', stickyRowsCount: 2 }).toBuffer()
      await pipeline([bytes], createWriteStream(draft, { mode: 0o600 }))
    } else {
      await pipeline(rows, stringify({ record_delimiter: '\r\n' }), createWriteStream(draft, { mode: 0o600 }))
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
