import { type Engine, materialise, readNumber } from '../engine/engine.ts'
import type { Settings } from '../settings/settings.ts'
import { compareSql, patternsOf } from '../sql/compare.ts'
import type { PatternCounts } from '../train/patterns.ts'
import { goOn, type Watch } from '../watch.ts'

/** So many pairs between two words about how far it is. Of a million records each statement takes a second before its first pair. */
const chunkPairs = 9_000_000

/** Compares each row of a table of pairs into a table `into`: l, r, rules, pattern. */
export async function compare(
  engine: Engine,
  settings: Settings,
  { pairs, into }: { pairs: string; into: string },
  watch: Watch,
): Promise<void> {
  const total = await readNumber(engine, `SELECT count(*) FROM ${pairs}`)
  const chunks = Math.max(1, Math.ceil(total / chunkPairs))
  for (let chunk = 0; chunk < chunks; chunk++) {
    goOn(watch)
    watch.step('compare', chunk / chunks)
    const part = chunks === 1 ? pairs : `(SELECT * FROM ${pairs} WHERE l % ${chunks} = ${chunk})`
    const sql = compareSql(engine.dialect, settings.compare, part)
    if (chunk === 0) await materialise(engine, into, sql)
    else await engine.run(`INSERT INTO ${into} ${sql}`)
  }
}

/** A table of compared pairs, counted by pattern; in the order of the patterns, so that sums come out the same each time. */
export interface CountedPatterns extends PatternCounts {
  readonly patterns: readonly number[]
}

export async function countPatterns(engine: Engine, settings: Settings, compared: string): Promise<CountedPatterns> {
  const [patterns = [], counts = []] = await engine.read(
    `SELECT pattern, count(*) FROM ${compared} GROUP BY pattern ORDER BY pattern`,
  )
  const { digit } = patternsOf(settings.compare)
  const numbers = patterns.map(Number)
  return {
    patterns: numbers,
    counts: Float64Array.from(counts, Number),
    digits: settings.compare.map((_, c) => Uint8Array.from(numbers, pattern => digit(pattern, c))),
  }
}
