import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { ImportProblem } from './problem.ts'

/** Bytes to be read, from a disk or from memory. `name` is what messages call it. Everything throws ImportProblem. */
export interface Source {
  readonly name: string
  /** How many bytes a packed file may unpack to. */
  readonly largestUnpacked: number
  size(): Promise<number>
  /** The first bytes, at most so many. */
  head(most: number): Promise<Buffer>
  stream(): Readable
  whole(): Promise<Buffer>
}

const megabyte = 1024 * 1024

export function sourceOf(file: string | Source): Source {
  return typeof file === 'string' ? fromDisk(file) : file
}

function fromDisk(file: string): Source {
  const explained = (error: unknown) => Promise.reject(fileProblem(file, error))
  return {
    name: file,
    largestUnpacked: 200 * megabyte,
    size: () => sizeOf(file).catch(explained),
    head: most => beginning(file, most).catch(explained),
    stream: () => createReadStream(file, { highWaterMark: 256 * 1024 }),
    whole: () => readFile(file).catch(explained),
  }
}

/** What was sent or pasted; it never touches a disk. */
export function fromMemory(name: string, bytes: Buffer): Source {
  return {
    name,
    // Others wait while it is unpacked.
    largestUnpacked: 20 * megabyte,
    size: async () => bytes.length,
    head: async most => bytes.subarray(0, most),
    stream: () => Readable.from([bytes], { objectMode: false }),
    whole: async () => bytes,
  }
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file)
  if (!found.isFile()) throw new ImportProblem('not_a_file', { file })
  return found.size
}

async function beginning(file: string, most: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(most), 0, most, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** The operating system's refusal in plain words; anything else as it is. */
export function fileProblem(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG')
    return new ImportProblem('missing_file', { file })
  if (code === 'EISDIR') return new ImportProblem('not_a_file', { file })
  if (code === 'EACCES' || code === 'EPERM') return new ImportProblem('not_readable', { file })
  return error
}

/** @throws ImportProblem when there are more bytes than `limit`. */
export async function refuseLarger(source: Source, limit: number): Promise<void> {
  const size = await source.size()
  const inMegabytes = (bytes: number) => Math.ceil(bytes / megabyte)
  if (size > limit)
    throw new ImportProblem('too_large', { file: source.name, megabytes: inMegabytes(size), limit: inMegabytes(limit) })
}
