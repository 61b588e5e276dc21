import { ImportProblem } from './problem.ts'
import { refuseLarger, type Source, sourceOf } from './source.ts'

export type FileKind = 'csv' | 'xlsx'

/** Larger files are refused before a byte is stored. A table somebody filled in is never that large. */
const largestCsv = 512 * 1024 * 1024
const largestSheet = 50 * 1024 * 1024
const sample = 1024 * 1024

/** Which of the two formats the file is; refuses what is neither, saying how to save it. Reads at most 1 MB. */
export async function fileKind(from: string | Source): Promise<FileKind> {
  const source = sourceOf(from)
  const file = source.name
  if ((await source.size()) === 0) throw new ImportProblem('empty_file', { file })
  const head = await source.head(sample)
  const kind = kindOf(file, head)
  await refuseLarger(source, kind === 'csv' ? largestCsv : largestSheet)
  return kind
}

function kindOf(file: string, head: Buffer): FileKind {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return 'xlsx'
  // An .xlsx with a password is wrapped in the container of the old Office formats.
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) {
    const locked = head.includes(Buffer.from('EncryptedPackage', 'utf16le')) || /\.xls[xm]$/i.test(file)
    throw new ImportProblem(locked ? 'spreadsheet_locked' : 'spreadsheet_old', { file })
  }
  const other = signatures.find(([bytes]) => startsWith(head, bytes))
  if (other !== undefined) throw new ImportProblem('not_a_table', { file, kind: other[1] })
  if (isUtf16(head)) throw new ImportProblem('utf16')
  return 'csv'
}

const startsWith = (head: Buffer, bytes: readonly number[]): boolean => bytes.every((byte, i) => head[i] === byte)

const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0x1f, 0x8b], 'gzip'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
  [[0xff, 0xd8, 0xff], 'JPEG'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7-Zip'],
  [[0x52, 0x61, 0x72, 0x21], 'RAR'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'RTF'],
]

/** With a byte order mark, or without one when every second byte of plain text is zero. */
function isUtf16(head: Buffer): boolean {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return true
  const pairs = Math.min(head.length, 2048) >> 1
  if (pairs < 4) return false
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) even++
    if (head[2 * i + 1] === 0) odd++
  }
  return (odd > pairs * 0.6 && even < pairs * 0.1) || (even > pairs * 0.6 && odd < pairs * 0.1)
}
