// node test/bench/dice.ts: how many encodings of 1,024 bits are compared a second, and how many records encoded.

import { availableParallelism } from 'node:os'
import { chance } from '#dictionary/chance.ts'
import { alikePairs } from '#linkage/dice/compare.ts'
import { setBit } from '#linkage/dice/bits.ts'
import { diceOf } from '#linkage/dice/dice.ts'
import { kernel } from '#linkage/dice/kernel.ts'
import { rowAt, rowsOf } from '#linkage/dice/rows.ts'

const count = 10_000
const threshold = 0.8

/** Half of the bits set, by chance: hardly any pair is alike, as between strangers. */
function row(seed: number): Uint8Array {
  const dice = chance(1, seed)
  const bits = new Uint8Array(128)
  for (let at = 0; at < 1024; at++) if (dice.yes(0.5)) setBit(bits, at)
  return bits
}

const rows = rowsOf(Array.from({ length: count }, (_, at) => row(at)))

function perCpuSecond(comparisons: number, work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return comparisons / (user + system)
}

const one = kernel(rows, rows, threshold)
const pass = () => {
  for (let a = 0; a < count; a++) one.scan(a, 0)
}
pass()
const wasm = Array.from({ length: 5 }, () => perCpuSecond(count * count, pass)).sort((a, b) => a - b)[2] ?? 0
const plain = perCpuSecond(200 * count, () => {
  for (let a = 0; a < 200; a++) for (let b = 0; b < count; b++) diceOf(rowAt(rows, a), rowAt(rows, b))
})
console.log(
  `one core, WebAssembly: ${wasm.toFixed(0)} million comparisons a second of CPU (1,024 bits, ${count} × ${count}, median of 5)`,
)
console.log(`one core, plain TypeScript (oracle): ${plain.toFixed(1)} million`)

const started = performance.now()
await alikePairs({ left: rows, right: rowsOf(Array.from({ length: count }, (_, at) => row(at + count))), threshold })
const seconds = (performance.now() - started) / 1000
console.log(
  `${availableParallelism()} threads, start and gathering included: ${((count * count) / seconds / 1e6).toFixed(0)} million a second of the clock`,
)
