import { type Engine, materialise, readNumber } from '../engine/engine.ts'
import { preparedColumns } from '../prepare/preparations.ts'
import { columnOf, type Rule, type Settings } from '../settings/settings.ts'
import { type BlockRule, blockSizesSql, keysSql, keysWithoutSql, largeKeysSql, pairsSql } from '../sql/block.ts'
import { goOn, type Watch } from '../watch.ts'

export interface Blocked {
  readonly rules: readonly BlockRule[]
  readonly pairs: number
}

/** Two rules more than a file needs are cheap; a block of everybody is not. */
const leastBudget = 2_000_000

export const listColumns = (settings: Settings): ReadonlySet<string> =>
  new Set(preparedColumns(settings.prepare).flatMap(column => (column.type === 'list' ? [column.name] : [])))

export const blockRules = (settings: Settings, rules: readonly Rule[]): BlockRule[] => {
  const lists = listColumns(settings)
  return rules.map(terms => ({ terms, list: terms.some(term => lists.has(columnOf(term))) }))
}

/**
 * Writes `keys` and `pairs` (l, r, rules) of the table of records. Blocks that would make more pairs than
 * `pairsPerRecord` allows are left out, largest first, and the rule is named in a warning.
 */
export async function block(engine: Engine, settings: Settings, watch: Watch): Promise<Blocked> {
  const rules = blockRules(settings, settings.block)
  const records = await readNumber(engine, 'SELECT count(*) FROM record')
  await writeKeys(engine, settings, { rules, budget: Math.max(leastBudget, settings.pairsPerRecord * records) }, watch)
  goOn(watch)
  watch.step('block', 0)
  await materialise(engine, 'pairs', pairsSql(engine.dialect, { rules, kind: settings.link }))
  return { rules, pairs: await readNumber(engine, 'SELECT count(*) FROM pairs') }
}

/** `keys` of `record`, without the keys of blocks that are too large. */
export async function writeKeys(
  engine: Engine,
  settings: Settings,
  { rules, budget }: { rules: readonly BlockRule[]; budget: number },
  watch: Watch,
): Promise<void> {
  const d = engine.dialect
  const lists = listColumns(settings)
  await materialise(
    engine,
    'keys_all',
    keysSql(d, rules, column => lists.has(column)),
  )
  const large: string[][] = []
  for (const [i, rule] of rules.entries()) {
    const [sizes = [], blocks = []] =
      rule.terms.length === 0 ? [] : await engine.read(blockSizesSql(d, rule, i, 'keys_all'))
    const histogram = sizes.map((size, k) => ({ size: Number(size), blocks: Number(blocks[k]) }))
    const largest = largestBlock(histogram, budget)
    const keys = largest === null ? [] : ((await engine.read(largeKeysSql(d, rule, i, largest, 'keys_all')))[0] ?? [])
    large.push(keys.map(String))
    if (largest === null) continue
    const records = histogram
      .filter(({ size }) => size > largest)
      .reduce((sum, { size, blocks: n }) => sum + size * n, 0)
    watch.warn(
      `Blocking on ${rule.terms.map(columnOf).join(' and ')}: ${keys.length} value${keys.length === 1 ? ' is' : 's are'} shared by more than ${largest} records each (${records} records together). Their pairs are left out of this rule; other rules may still find them.`,
    )
  }
  await materialise(engine, 'keys', keysWithoutSql(d, rules, large, 'keys_all'))
  await engine.run('DROP TABLE keys_all')
}

/** The largest size of block with which a rule stays within its budget of pairs; null when all of them do. */
export function largestBlock(
  histogram: readonly { readonly size: number; readonly blocks: number }[],
  budget: number,
): number | null {
  let pairs = 0
  let before = 1
  for (const { size, blocks } of histogram.toSorted((a, b) => a.size - b.size)) {
    pairs += (blocks * size * (size - 1)) / 2
    if (pairs > budget) return before
    before = size
  }
  return null
}
