import { neededBits } from './dice.ts'
import { kernelBytes } from './kernel-bytes.ts'
import type { Rows } from './rows.ts'

/** Two rows that are alike; `a` is a row of the left, `b` of the right. */
export interface AlikeRows {
  readonly a: number
  readonly b: number
  readonly common: number
}

export interface Kernel {
  /** Rows of the right from `from` on that reach the threshold with row `a` of the left. */
  scan(a: number, from: number): AlikeRows[]
}

type Scan = (a: number, needed: number, b: number, sets: number, count: number, blocks: number, out: number) => number

const compiled = new WebAssembly.Module(Buffer.from(kernelBytes, 'base64'))

/** A kernel with both sides in its own memory. `right` may be `left`: then the side is held once. */
export function kernel(left: Rows, right: Rows, threshold: number): Kernel {
  if (left.width !== right.width) throw new RangeError('Both sides must be equally long.')
  if (left.width > 8190) throw new RangeError('A row of at most 65,520 bits.')
  const { exports } = new WebAssembly.Instance(compiled)
  const memory = exports['memory'] as WebAssembly.Memory
  const scan = exports['scan'] as Scan
  const { width } = left
  const needs = neededBits(threshold, width * 16)
  const rights = right === left ? 0 : left.count * width
  const setsAt = rights + right.count * width
  const needsAt = setsAt + right.count * 4
  const outAt = needsAt + needs.length * 4
  memory.grow(Math.ceil((outAt + right.count * 8) / 65_536))
  const bytes = new Uint8Array(memory.buffer)
  const words = new Int32Array(memory.buffer)
  bytes.set(left.bytes.subarray(0, left.count * width))
  if (right !== left) bytes.set(right.bytes.subarray(0, right.count * width), rights)
  for (let at = 0; at < right.count; at++) words[setsAt / 4 + at] = (right.sets[at] ?? 0) * 4
  words.set(needs, needsAt / 4)
  return {
    scan(a, from) {
      const sets = left.sets[a] ?? 0
      if (sets === 0 || from >= right.count) return []
      const found = scan(
        a * width,
        needsAt + sets * 4,
        rights + from * width,
        setsAt + from * 4,
        right.count - from,
        width / 16,
        outAt,
      )
      return Array.from({ length: found }, (_, i) => ({
        a,
        b: from + (words[outAt / 4 + i * 2] ?? 0),
        common: words[outAt / 4 + i * 2 + 1] ?? 0,
      }))
    },
  }
}
