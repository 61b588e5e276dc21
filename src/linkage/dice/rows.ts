import { popCount } from './bits.ts'

/** Encodings one after the other in shared memory, so that threads read them without a copy of their own in JavaScript. */
export interface Rows {
  readonly count: number
  /** Bytes of a row; a multiple of 16, filled up with zeros. */
  readonly width: number
  readonly bytes: Uint8Array<SharedArrayBuffer>
  /** Bits set in each row; 0 for a row that is missing, which is like nothing. */
  readonly sets: Int32Array<SharedArrayBuffer>
}

/** @throws RangeError when rows are not equally long; null stands for a missing one. */
export function rowsOf(encodings: readonly (Uint8Array | null)[]): Rows {
  const length = encodings.find(row => row !== null)?.length ?? 16
  const width = Math.ceil(length / 16) * 16
  const bytes = new Uint8Array(new SharedArrayBuffer(Math.max(1, encodings.length) * width))
  const sets = new Int32Array(new SharedArrayBuffer(Math.max(1, encodings.length) * 4))
  encodings.forEach((row, at) => {
    if (row === null) return
    if (row.length !== length) throw new RangeError('Encodings are not equally long.')
    bytes.set(row, at * width)
    sets[at] = popCount(row)
  })
  return { count: encodings.length, width, bytes, sets }
}

export const rowAt = ({ bytes, width }: Rows, at: number): Uint8Array => bytes.subarray(at * width, (at + 1) * width)
