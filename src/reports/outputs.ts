import { createHash } from 'node:crypto'
import { reportCsv } from './csv.ts'
import { reportDocx } from './docx.ts'
import { figuresJson } from './figures-json.ts'
import { reportHtml } from './html/html.ts'
import { goingOn, type Making } from './make.ts'
import { reportPdf } from './pdf.ts'
import type { Report } from './report.ts'
import { reportXlsx } from './xlsx.ts'

/** A file of a report. The name says the format and nothing of what it holds. */
export interface Output {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string
}

/** Every format, in the order in which they are written. */
export const formats: readonly {
  readonly name: string
  readonly mediaType: string
  readonly write: (report: Report) => Promise<Buffer>
}[] = [
  {
    name: 'report.html',
    mediaType: 'text/html; charset=utf-8',
    write: async report => Buffer.from(reportHtml(report)),
  },
  { name: 'report.pdf', mediaType: 'application/pdf', write: reportPdf },
  {
    name: 'report.docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: reportDocx,
  },
  {
    name: 'report.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: reportXlsx,
  },
  { name: 'figures.csv', mediaType: 'text/csv; charset=utf-8', write: async report => Buffer.from(reportCsv(report)) },
  { name: 'figures.json', mediaType: 'application/json', write: async report => Buffer.from(figuresJson(report)) },
]

/**
 * All files of a report, one after another. The same report gives the same bytes.
 * @throws ReportProblem stopped, between two files.
 */
export async function outputsOf(report: Report, { signal, progress }: Omit<Making, 'mode'>): Promise<Output[]> {
  const outputs: Output[] = []
  for (const { name, mediaType, write } of formats) {
    goingOn(signal)
    progress({ doing: 'writing', done: outputs.length, of: formats.length })
    const bytes = await write(report)
    outputs.push({ name, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') })
  }
  progress({ doing: 'writing', done: outputs.length, of: formats.length })
  return outputs
}
