import { freemem } from 'node:os'
import { cut, type Merge, merges } from './cluster/average.ts'
import { clusters, leastWeight } from './cluster/cluster.ts'
import { type Decisions, type Links, noDecisions } from './cluster/links.ts'
import { countPersons, type PersonCount } from './count/count.ts'
import { type OverlapRow, overlap } from './count/overlap.ts'
import { type Engine } from './engine/engine.ts'
import { openDuckdb } from './engine/duckdb.ts'
import type { Model } from './model.ts'
import { LinkageProblem } from './problem.ts'
import { block } from './predict/block.ts'
import { compare, type CountedPatterns, countPatterns } from './predict/compare.ts'
import { score, weightsOf } from './predict/score.ts'
import { lookAt } from './prepare/csv.ts'
import { readFiles, unifiedColumns } from './prepare/load.ts'
import { prepareRecords } from './prepare/records.ts'
import { proposeSettings } from './propose/propose.ts'
import { refuseOtherColumns, warnOfSilentColumns } from './settings/check.ts'
import type { Settings } from './settings/settings.ts'
import { settlePriors } from './train/settle.ts'
import { train } from './train/train.ts'
import { goOn, type Watch } from './watch.ts'

/**
 * Joins below this weight are not looked for. Hardly any of them is one, but in a small dirty file the interval needs them; a large file
 * has so many that they would be most of the work (56 of 100 seconds for 300,000 records), and stops at a chance of 1 in 17.
 */
const leastJoin = (records: number): number => (records <= 50_000 ? -10 : -4)

/** Records that must stay in memory: no file of them is read, and nothing is spilled. Ids are those of one register, each once. */
export interface RecordsInMemory {
  readonly columns: readonly string[]
  readonly source: readonly string[]
  readonly id: readonly string[]
  /** By column; null where nothing was written. */
  readonly values: readonly (readonly (string | null)[])[]
}

export interface LinkRequest {
  readonly files: readonly string[]
  /** Instead of files. */
  readonly records?: RecordsInMemory
  /** Where it runs; without it in an engine inside this process. Closed at the end. */
  readonly openEngine?: () => Promise<Engine>
  /** What people decided about pairs of ids; binds all that follows. */
  readonly decided?: {
    readonly same: readonly (readonly [string, string])[]
    readonly different: readonly (readonly [string, string])[]
  }
  /** The model comes from elsewhere: how many pairs are one person is read from these records, not from it. */
  readonly fitsPrior?: boolean
  /** A trained model; else one is trained, by these settings or by proposed ones. */
  readonly model?: Model | undefined
  readonly settings?: Settings | undefined
  readonly id?: string | undefined
  /** What the command says about the kind of pairs. */
  readonly link: Settings['link']
}

export interface Linked {
  readonly model: Model
  /** Of each record in the order of source and id. */
  readonly source: readonly string[]
  readonly id: readonly string[]
  readonly links: ScoredLinks
  readonly patterns: CountedPatterns
  /** Groups becoming one, from the strongest evidence to the weakest. */
  readonly order: readonly Merge[]
  /** Smallest record of the cluster of each record. */
  readonly person: Int32Array
  readonly count: PersonCount
  readonly overlap: readonly OverlapRow[]
  readonly pairs: number
  readonly warnings: readonly string[]
}

/** From files to persons: reads, prepares, trains or takes a model, blocks, compares, scores, clusters and counts. */
export async function link(request: LinkRequest, watch: Watch): Promise<Linked> {
  // What must not be spilled needs room: most of what is free, and the rest for this program.
  const here = () =>
    openDuckdb(
      request.records ? { spills: false, megabytes: Math.max(1_000, Math.floor((0.6 * freemem()) / 2 ** 20)) } : {},
    )
  const engine = await (request.openEngine ?? here)()
  const stop = () => engine.interrupt()
  watch.signal?.addEventListener('abort', stop)
  const warnings: string[] = []
  const listening: Watch = {
    ...watch,
    warn(text) {
      if (warnings.includes(text)) return
      warnings.push(text)
      watch.warn(text)
    },
  }
  try {
    return { ...(await linkIn(engine, request, listening)), warnings }
  } catch (error) {
    // Stopped in the middle of a statement, an engine says so in words of its own.
    goOn(watch)
    if (request.records && error instanceof Error && error.message.includes('Out of Memory'))
      throw new LinkageProblem(
        'no_memory',
        `The memory of this machine is too small for ${request.records.id.length} records, which are kept in it and written to no disk. A million take some 5 GB: close other programs, or use a larger machine.`,
      )
    throw error
  } finally {
    watch.signal?.removeEventListener('abort', stop)
    await engine.close()
  }
}

async function linkIn(engine: Engine, request: LinkRequest, watch: Watch): Promise<Omit<Linked, 'warnings'>> {
  const settings = await readAndPrepare(engine, request, watch)
  const learned = request.model ? { ...request.model, settings } : await train(engine, settings, watch)
  const blocked = await block(engine, settings, watch)
  await compare(engine, settings, { pairs: 'pairs', into: 'compared' }, watch)
  await engine.run('DROP TABLE pairs')
  const patterns = await countPatterns(engine, settings, 'compared')
  const model =
    request.model && !request.fitsPrior
      ? learned
      : await settlePriors(engine, learned, { ...patterns, weights: weightsOf(learned, patterns) }, watch)
  watch.step('score', 0)
  goOn(watch)
  await score(engine, model, patterns)
  await engine.run('DROP TABLE compared')
  const { source, id, sourceNo } = await records(engine)
  const found = await readLinks(engine, id.length)
  watch.step('cluster', 0)
  goOn(watch)
  const decisions = decisionsOf(request.decided, { source, id }, watch)
  const order = merges(found, decisions, Math.min(leastJoin(id.length), leastWeight(settings.threshold)))
  const person =
    settings.cluster === 'average'
      ? cut(id.length, order, leastWeight(settings.threshold))
      : clusters(found, settings, decisions, sourceNo)
  watch.step('count', 0)
  goOn(watch)
  const complete = settings.block.some(rule => rule.length === 0)
  const count = countPersons({ links: found, rules: found.rules, complete, order, seed: settings.train.seed })
  const names = [...new Set(source)]
  const at = count.at.map(({ probability }) => ({
    probability,
    person: cut(id.length, order, leastWeight(probability)),
  }))
  return {
    model,
    source,
    id,
    links: found,
    patterns,
    order,
    person,
    count,
    overlap: overlap({ sources: names, sourceOf: sourceNo.map(number => number - 1), at }),
    pairs: blocked.pairs,
  }
}

/** `record` from the files, and the settings in force. */
async function readAndPrepare(engine: Engine, request: LinkRequest, watch: Watch): Promise<Settings> {
  const given = request.model?.settings ?? request.settings
  if (request.records) return prepareInMemory(engine, request.records, given, watch)
  const files = []
  for (const path of request.files) files.push(await lookAt(path))
  const id = request.id ?? given?.id
  const ids = { id, source: given?.source, alias: given?.alias ?? {} }
  const idColumn = await readFiles(engine, files, ids, watch)
  const columns = unifiedColumns(files, ids.alias)
  if (given) refuseOtherColumns(given, columns)
  // Proposing prepares every column that it may use, and leaves the records prepared.
  const settings = given
    ? { ...given, id: idColumn, link: request.link === 'both' ? given.link : request.link }
    : await proposeSettings(engine, { columns, ids: { ...ids, id: idColumn }, link: request.link }, watch)
  if (given) await prepareRecords(engine, settings, watch)
  await engine.run('DROP TABLE raw')
  await warnOfSilentColumns(engine, settings, watch)
  return settings
}

async function prepareInMemory(
  engine: Engine,
  { columns, source, id, values }: RecordsInMemory,
  settings: Settings | undefined,
  watch: Watch,
): Promise<Settings> {
  if (!settings) throw new Error('Records in memory are linked by a model or by settings.')
  await engine.load('raw', {
    names: ['source_of_record', 'id_of_record', ...columns],
    types: ['text', 'text', ...columns.map(() => 'text' as const)],
    values: [source, id, ...values],
  })
  await prepareRecords(engine, settings, watch)
  await engine.run('DROP TABLE raw')
  await warnOfSilentColumns(engine, settings, watch)
  return settings
}

/**
 * Decisions by the numbers of records. An id that several sources have means the record of each, but never two of one source; an id that none
 * has decides nothing, and is told.
 */
function decisionsOf(
  decided: LinkRequest['decided'],
  { source, id }: { readonly source: readonly string[]; readonly id: readonly string[] },
  watch: Watch,
): Decisions {
  if (!decided) return noDecisions
  const at = Map.groupBy(id.keys(), row => id[row] as string)
  let unknown = 0
  const rows = (pairs: readonly (readonly [string, string])[]) =>
    pairs.flatMap(([a, b]) => {
      const [left, right] = [at.get(a), at.get(b)]
      if (!left || !right) unknown += 1
      const several = (left?.length ?? 0) > 1 || (right?.length ?? 0) > 1
      return (left ?? []).flatMap(l =>
        (right ?? []).flatMap(r => (l === r || (several && source[l] === source[r]) ? [] : [[l, r] as const])),
      )
    })
  const found = { same: rows(decided.same), different: rows(decided.different) }
  if (unknown > 0)
    watch.warn(
      `${unknown} of the decided pairs name${unknown === 1 ? 's' : ''} a record that no file has; nothing follows from ${unknown === 1 ? 'it' : 'them'}.`,
    )
  return found
}

async function records(engine: Engine): Promise<{ source: string[]; id: string[]; sourceNo: Int32Array }> {
  const [source = [], id = [], number = []] = await engine.read(
    `SELECT source, id, source_no FROM record ORDER BY ${engine.dialect.quote('row')}`,
  )
  return { source: source.map(String), id: id.map(String), sourceNo: Int32Array.from(number, Number) }
}

/** Links with the bits of the rules that found each, and the pattern of its comparisons. */
export interface ScoredLinks extends Links {
  readonly rules: Int32Array
  readonly pattern: Float64Array
}

async function readLinks(engine: Engine, count: number): Promise<ScoredLinks> {
  const [l = [], r = [], weight = [], rules = [], pattern = []] = await engine.read(
    'SELECT l, r, weight, rules, pattern FROM links ORDER BY l, r',
  )
  return {
    records: count,
    left: Int32Array.from(l, row => Number(row) - 1),
    right: Int32Array.from(r, row => Number(row) - 1),
    weight: Float64Array.from(weight, Number),
    rules: Int32Array.from(rules, Number),
    pattern: Float64Array.from(pattern, Number),
  }
}
