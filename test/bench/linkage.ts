// node test/bench/linkage.ts [rows]: what linkage costs. Invented migrants of that many registrations (default 1,000,000) in a temporary
// folder; settings proposed, trained, compared, scored, clustered and counted in a process of its own, whose largest memory is read;
// the same for a tenth of the rows; then one new registration held against all of them, a hundred times.

import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { openDuckdb } from '#linkage/engine/duckdb.ts'
import { evaluate } from '#linkage/evaluate.ts'
import { parseModel } from '#linkage/model.ts'
import { openLookup } from '#linkage/predict/lookup.ts'
import { lookAt } from '#linkage/prepare/csv.ts'
import { loadFiles } from '#linkage/prepare/load.ts'
import { migrants } from '#linkage/synthetic/migrants.ts'
import type { Watch } from '#linkage/watch.ts'

const rows = Number(process.argv[2] ?? 1_000_000)
const quiet: Watch = { step: () => {}, warn: () => {} }
const say = (line: string) => process.stdout.write(`${line}\n`)
const folder = await mkdtemp(join(tmpdir(), 'waymark-linkage-bench-'))
try {
  for (const size of [rows / 10, rows]) await whole(size)
  await oneAgainstAll(join(folder, `${rows}.csv`), join(folder, String(rows), 'model.json'))
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function whole(size: number): Promise<void> {
  const file = join(folder, `${size}.csv`)
  const truth = join(folder, `${size}.truth.csv`)
  await write(file, size, each => each.registration)
  await write(truth, size, each => ({ id: each.registration.id, person: each.person }))
  const out = join(folder, String(size))
  const began = performance.now()
  const { megabytes, output } = await runMeasured(['link', 'dedupe', file, '--train', '--out', out, '--json'])
  const seconds = (performance.now() - began) / 1000
  const count = JSON.parse(output) as {
    records: number
    persons: number
    interval: { from: number; to: number }
    pairs: { compared: number }
  }
  const { best, at } = await evaluate(
    { pairs: join(out, 'pairs.csv'), truth: [truth], id: 'id', entity: 'person', between: false },
    quiet,
  )
  say(
    `${size} registrations: ${seconds.toFixed(1)} s; ${count.pairs.compared} pairs scored; persons ${count.persons} (${count.interval.from} to ${count.interval.to}); best F1 ${best.f1.toFixed(3)}, at 0.5 ${at[0]?.f1.toFixed(3)}; ${megabytes} MB at most`,
  )
}

/** Runs the program in a process of its own and looks at the most memory it held, ten times a second. */
async function runMeasured(words: readonly string[]): Promise<{ output: string; megabytes: number }> {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...words], { stdio: ['ignore', 'pipe', 'ignore'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  let megabytes = 0
  const looking = setInterval(() => {
    megabytes = Math.max(megabytes, mostMegabytes(child.pid))
  }, 100)
  const code = await new Promise(resolve => child.on('close', resolve))
  clearInterval(looking)
  if (code !== 0) throw new Error(`waymark ${words.join(' ')} ended with ${String(code)}.`)
  return { output, megabytes }
}

/** The most memory that a process has held, as Linux tells; 0 when it is gone, or nobody tells. */
function mostMegabytes(pid: number | undefined): number {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return 0
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) / 1024)
}

async function write(
  file: string,
  size: number,
  row: (each: ReturnType<typeof migrants> extends Iterable<infer T> ? T : never) => object,
): Promise<void> {
  const made = function* () {
    let written = 0
    for (const each of migrants({ persons: size, seed: 1 })) {
      if (written++ === size) return
      yield row(each)
    }
  }
  await pipeline(Readable.from(made()), stringify({ header: true }), createWriteStream(file))
}

async function oneAgainstAll(file: string, model: string): Promise<void> {
  const engine = await openDuckdb()
  try {
    const trained = parseModel(JSON.parse(await readFile(model, 'utf8')))
    await loadFiles(engine, [await lookAt(file)], { id: 'id', source: undefined, alias: {} }, quiet)
    const lookup = await openLookup(engine, trained, quiet)
    const took: number[] = []
    for (const { registration } of migrants({ persons: 100, seed: 1 })) {
      const began = performance.now()
      await lookup.find({ ...registration } as unknown as Record<string, string>)
      took.push(performance.now() - began)
    }
    const sorted = took.toSorted((a, b) => a - b)
    say(
      `one new registration against ${rows}: median ${sorted[Math.floor(sorted.length / 2)]?.toFixed(0)} ms, p95 ${sorted[Math.floor(0.95 * sorted.length)]?.toFixed(0)} ms`,
    )
  } finally {
    await engine.close()
  }
}
