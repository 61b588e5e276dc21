import type { Cell, Engine } from '../engine/engine.ts'
import type { Model } from '../model.ts'
import { recordWriter, type Row } from '../prepare/one-record.ts'
import { prepareRecords } from '../prepare/records.ts'
import { type BlockRule, keyName, keysSql } from '../sql/block.ts'
import { goOn, type Watch } from '../watch.ts'
import { blockRules, listColumns } from './block.ts'
import { type Candidate, weighAgainst } from './weigh.ts'

/** Known records, indexed by the model's blocking rules: one new registration is held against all of them at once. */
export interface Lookup {
  /** Candidates above the model's floor, the likeliest first. @param row the new registration by column of the file. */
  find(row: Row): Promise<Candidate[]>
}

/** Blocks larger than this find nobody in particular. */
const largestBlock = 5_000

/**
 * Indexes the records in `raw` (as `loadFiles` writes it) for a model. Names of this and `find` are the engine's only user while
 * they run; calls wait for one another.
 */
export async function openLookup(engine: Engine, model: Model, watch: Watch): Promise<Lookup> {
  const { settings } = model
  await prepareRecords(engine, settings, watch)
  const rules = blockRules(
    settings,
    settings.block.filter(rule => rule.length > 0),
  )
  const lists = listColumns(settings)
  const indexes: KeyIndex[] = []
  await engine.run(`DROP TABLE IF EXISTS keys`)
  await engine.run(`CREATE TABLE keys AS ${keysSql(engine.dialect, rules, column => lists.has(column))}`)
  for (const [i, rule] of rules.entries()) {
    goOn(watch)
    watch.step('index', i / rules.length)
    indexes.push(await indexOf(engine, rule, i))
  }
  await engine.run('DROP TABLE keys')
  const write = recordWriter(engine, settings, 'record_new')
  let waiting: Promise<unknown> = Promise.resolve()
  const find: Lookup['find'] = row => {
    const found = waiting.then(() => findIn(engine, { model, rules, indexes, write, row, lists }))
    waiting = found.catch(() => null)
    return found
  }
  return { find }
}

/** Keys of one rule in rising order, and the record of each. */
interface KeyIndex {
  readonly keys: Float64Array
  readonly rows: Int32Array
}

async function indexOf(engine: Engine, rule: BlockRule, i: number): Promise<KeyIndex> {
  const d = engine.dialect
  const key = rule.list ? d.explode(keyName(i)) : keyName(i)
  const [keys = [], rows = []] = await engine.read(
    `SELECT CAST(key AS ${d.types.real}), row_no FROM (SELECT ${key} AS key, ${d.quote('row')} AS row_no FROM keys) AS k WHERE key IS NOT NULL ORDER BY key, row_no`,
  )
  return { keys: Float64Array.from(keys, Number), rows: Int32Array.from(rows, Number) }
}

/** Records with a key; none when too many have it. A double holds 53 of its 64 bits: two keys in a million million meet, and are compared. */
function rowsWith({ keys, rows }: KeyIndex, key: number): Int32Array {
  const from = lowerBound(keys, key)
  let to = from
  while (to < keys.length && keys[to] === key && to - from <= largestBlock) to++
  return to - from > largestBlock ? new Int32Array() : rows.subarray(from, to)
}

function lowerBound(keys: Float64Array, key: number): number {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] as number) < key) low = middle + 1
    else high = middle
  }
  return low
}

interface Finding {
  readonly model: Model
  readonly rules: readonly BlockRule[]
  readonly indexes: readonly KeyIndex[]
  readonly write: (row: Row) => Promise<void>
  readonly lists: ReadonlySet<string>
  readonly row: Row
}

async function findIn(engine: Engine, { model, rules, indexes, write, row, lists }: Finding): Promise<Candidate[]> {
  const { settings } = model
  const d = engine.dialect
  await write(row)
  const keys = await engine.read(
    `SELECT ${rules.map((_, i) => keyName(i)).join(', ') || '1'} FROM (${keysSql(d, rules, column => lists.has(column), 'record_new')}) AS k`,
  )
  const rows = new Set(
    indexes.flatMap((index, i) => keysOf(keys[i]?.[0] ?? null).flatMap(key => [...rowsWith(index, key)])),
  )
  if (rows.size === 0) return []
  const found = await weighAgainst(engine, model, [...rows])
  return found.filter(candidate => candidate.weight >= settings.floor)
}

const keysOf = (cell: Cell): number[] =>
  cell === null ? [] : typeof cell === 'object' ? cell.map(Number) : [Number(cell)]
