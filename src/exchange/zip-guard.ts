import { inflateRawSync } from 'node:zlib'
import { ImportProblem } from './problem.ts'

export interface ZipEntry {
  readonly name: string
  readonly content: Buffer
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50

/**
 * Unpacks a zip in memory with a limit on the sum of what comes out, whatever sizes the file claims: a small file that
 * unpacks to gigabytes stops here, before the spreadsheet reader sees it. Reads stored and deflated entries only.
 */
export function unpackWithin(zip: Buffer, limit: number, file: string): ZipEntry[] {
  const damaged = new ImportProblem('spreadsheet_damaged', { file })
  const entries: ZipEntry[] = []
  let left = limit
  try {
    for (const { name, method, start, size } of directory(zip)) {
      const packed = zip.subarray(start, start + size)
      if (method !== 0 && method !== 8) throw damaged
      if (method === 0 && packed.length > left) throw tooLarge(file, limit)
      const content = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, left) })
      left -= content.length
      entries.push({ name, content })
    }
  } catch (error) {
    if (error instanceof ImportProblem) throw error
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(file, limit)
    throw damaged
  }
  if (entries.length === 0) throw damaged
  return entries
}

const tooLarge = (file: string, limit: number): ImportProblem =>
  new ImportProblem('spreadsheet_too_large', { file, limit: Math.round(limit / 1024 / 1024) })

function* directory(zip: Buffer): Generator<{ name: string; method: number; start: number; size: number }> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory) return
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(at) !== directoryEntry) throw new RangeError('no directory entry')
    const method = zip.readUInt16LE(at + 10)
    const size = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString('utf8')
    if (zip.readUInt32LE(local) !== localEntry) throw new RangeError('no local entry')
    yield { name, method, start: local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28), size }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}
