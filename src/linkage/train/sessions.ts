import { type Engine, materialise, readNumber } from '../engine/engine.ts'
import { blockRules, largestBlock, listColumns } from '../predict/block.ts'
import { preparedColumns } from '../prepare/preparations.ts'
import { columnOf, type Rule, type Settings } from '../settings/settings.ts'
import { blockSizesSql, keysSql, keysWithoutSql, largeKeysSql, pairsSql } from '../sql/block.ts'

/** Comparisons that a session on this block can learn: those of columns that the block does not fix. */
export function learnable(settings: Settings, rule: Rule): number[] {
  const origins = new Map(preparedColumns(settings.prepare).map(column => [column.name, column.origins]))
  const fixed = new Set(rule.flatMap(term => origins.get(columnOf(term)) ?? []))
  return settings.compare.flatMap((comparison, c) =>
    comparison.of.some(column => origins.get(column)?.some(origin => fixed.has(origin))) ? [] : [c],
  )
}

/**
 * Writes `into` (l, r, rules) with the pairs of one block. Too many: whole blocks are left out, the largest first, then
 * every n-th pair stays.
 */
export async function sessionPairs(engine: Engine, settings: Settings, rule: Rule, into: string): Promise<number> {
  const d = engine.dialect
  const rules = blockRules(settings, [rule])
  const [first] = rules
  if (first === undefined) return 0
  const lists = listColumns(settings)
  await materialise(
    engine,
    'session_all',
    keysSql(d, rules, column => lists.has(column)),
  )
  const [sizes = [], blocks = []] = await engine.read(blockSizesSql(d, first, 0, 'session_all'))
  const histogram = sizes.map((size, i) => ({ size: Number(size), blocks: Number(blocks[i]) }))
  const largest = largestBlock(histogram, 20 * settings.train.sessionPairs)
  const large =
    largest === null ? [] : ((await engine.read(largeKeysSql(d, first, 0, largest, 'session_all')))[0] ?? [])
  await materialise(engine, 'session_keys', keysWithoutSql(d, rules, [large.map(String)], 'session_all'))
  const pairs = histogram
    .filter(({ size }) => size <= (largest ?? size))
    .reduce((sum, { size, blocks: n }) => sum + (n * size * (size - 1)) / 2, 0)
  const every = Math.ceil(pairs / settings.train.sessionPairs)
  const sql = pairsSql(d, { rules, kind: settings.link, keys: 'session_keys' })
  // A multiplication mixes the numbers of rows, which follow the ids, so that no kind of record is left out.
  const thin =
    every <= 1
      ? sql
      : `SELECT * FROM (${sql}) AS s WHERE (l * CAST(2654435761 AS ${d.types.big}) + r * CAST(40503 AS ${d.types.big})) % 1000003 % ${every} = 0`
  await materialise(engine, into, thin)
  await engine.run('DROP TABLE session_all')
  await engine.run('DROP TABLE session_keys')
  return readNumber(engine, `SELECT count(*) FROM ${into}`)
}
