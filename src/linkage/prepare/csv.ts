import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { parse } from 'csv-parse/sync'
import { LinkageProblem } from '../problem.ts'

/** A CSV file as its beginning shows it. */
export interface CsvFile {
  readonly path: string
  /** What its records are labelled with: the name of the file without folder and ending. */
  readonly label: string
  /** Names of the first line, trimmed; empty ones become column_3, repeated ones name_2. */
  readonly columns: readonly string[]
  readonly delimiter: string
}

const blockBytes = 8 * 1024 * 1024

/**
 * Reads the first line and looks at every byte.
 * @throws LinkageProblem when the file is not there, has no header, or holds bytes that are not UTF-8 (line and column are named).
 */
export async function lookAt(path: string): Promise<CsvFile> {
  const file = await open(path, 'r').catch(() => {
    throw new LinkageProblem(
      'file_unreadable',
      `${basename(path)} cannot be opened. Look at the path and the permissions.`,
    )
  })
  try {
    const head = Buffer.alloc(64 * 1024)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    const start = head.subarray(0, bytesRead)
    refuseUtf16(start, path)
    const line =
      start
        .toString('utf8')
        .replace(/^\ufeff/, '')
        .split(/\r\n|\n|\r/, 1)[0] ?? ''
    if (line.trim() === '')
      throw new LinkageProblem(
        'no_records',
        `${basename(path)} is empty: a first line with the names of the columns is needed.`,
      )
    const delimiter = delimiterOf(line)
    const columns = named(cells(line, delimiter))
    await refuseOtherEncodings(file, { path, columns, delimiter })
    return { path, label: basename(path, extname(path)), columns, delimiter }
  } finally {
    await file.close()
  }
}

function refuseUtf16(start: Buffer, path: string): void {
  if (start.includes(0))
    throw new LinkageProblem(
      'encoding_mixed',
      `${basename(path)} is not UTF-8 text (it may be UTF-16 or a spreadsheet). Save it as CSV UTF-8.`,
    )
}

function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '')
  const counted = [',', ';', '\t', '|'].map(sign => ({ sign, count: bare.split(sign).length }))
  return counted.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ','
}

function cells(line: string, delimiter: string): string[] {
  const [row = []] = parse(line, { delimiter, relax_quotes: true, relax_column_count: true }) as string[][]
  return row
}

function named(row: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return row.map((cell, i) => {
    const name = cell.trim() || `column_${i + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name}_${times}`
  })
}

type Opened = Awaited<ReturnType<typeof open>>

async function refuseOtherEncodings(file: Opened, about: Omit<CsvFile, 'label'>): Promise<void> {
  let rest = Buffer.alloc(0)
  let line = 1
  for (let position = 0; ; ) {
    const block = Buffer.alloc(blockBytes)
    const { bytesRead } = await file.read(block, 0, blockBytes, position)
    position += bytesRead
    const bytes = Buffer.concat([rest, block.subarray(0, bytesRead)])
    const end = bytesRead === 0 ? bytes.length : bytes.lastIndexOf(10) + 1
    const whole = bytes.subarray(0, end)
    if (!isUtf8(whole)) refuseLine(whole, line, about)
    line += count(whole, 10)
    rest = bytes.subarray(end)
    if (bytesRead === 0) return
  }
}

function refuseLine(bytes: Buffer, firstLine: number, { path, columns, delimiter }: Omit<CsvFile, 'label'>): never {
  let from = 0
  for (let line = firstLine; ; line++) {
    const end = bytes.indexOf(10, from)
    const one = bytes.subarray(from, end === -1 ? bytes.length : end)
    if (!isUtf8(one)) {
      const at = cells(one.toString('utf8'), delimiter).findIndex(cell => cell.includes('\ufffd'))
      throw new LinkageProblem(
        'encoding_mixed',
        `${basename(path)}, line ${line}, column ${columns[at] ?? at + 1}: not UTF-8. The file mixes encodings or was saved in another one; save all of it as CSV UTF-8.`,
      )
    }
    from = end + 1
  }
}

function count(bytes: Buffer, byte: number): number {
  let found = 0
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) found++
  return found
}
