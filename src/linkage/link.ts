import { cut, merges } from './cluster/average.ts'
import { clusters, leastWeight } from './cluster/cluster.ts'
import { type Links, noDecisions } from './cluster/links.ts'
import { countPersons, type PersonCount } from './count/count.ts'
import { type OverlapRow, overlap } from './count/overlap.ts'
import { type Engine } from './engine/engine.ts'
import { openDuckdb } from './engine/duckdb.ts'
import type { Model } from './model.ts'
import { block } from './predict/block.ts'
import { compare, type CountedPatterns, countPatterns } from './predict/compare.ts'
import { score, weightsOf } from './predict/score.ts'
import { lookAt } from './prepare/csv.ts'
import { loadFiles, unifiedColumns } from './prepare/load.ts'
import { prepareRecords } from './prepare/records.ts'
import { proposeSettings } from './propose/propose.ts'
import { refuseOtherColumns, warnOfSilentColumns } from './settings/check.ts'
import type { Settings } from './settings/settings.ts'
import { settlePriors } from './train/settle.ts'
import { train } from './train/train.ts'
import type { Watch } from './watch.ts'

export interface LinkRequest {
  readonly files: readonly string[]
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
  readonly links: Links
  readonly patterns: CountedPatterns
  /** Smallest record of the cluster of each record. */
  readonly person: Int32Array
  readonly count: PersonCount
  readonly overlap: readonly OverlapRow[]
  readonly pairs: number
  readonly warnings: readonly string[]
}

/** From files to persons: reads, prepares, trains or takes a model, blocks, compares, scores, clusters and counts. */
export async function link(request: LinkRequest, watch: Watch): Promise<Linked> {
  const engine = await openDuckdb()
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
  const model = request.model
    ? learned
    : await settlePriors(engine, learned, { ...patterns, weights: weightsOf(learned, patterns) }, watch)
  watch.step('score', 0)
  await score(engine, model, patterns)
  await engine.run('DROP TABLE compared')
  const { source, id, sourceNo } = await records(engine)
  const found = await readLinks(engine, id.length)
  watch.step('cluster', 0)
  const order = merges(found, noDecisions)
  const person =
    settings.cluster === 'average'
      ? cut(id.length, order, leastWeight(settings.threshold))
      : clusters(found, settings, noDecisions, sourceNo)
  watch.step('count', 0)
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
    person,
    count,
    overlap: overlap({ sources: names, sourceOf: sourceNo.map(number => number - 1), at }),
    pairs: blocked.pairs,
  }
}

/** `record` from the files, and the settings in force. */
async function readAndPrepare(engine: Engine, request: LinkRequest, watch: Watch): Promise<Settings> {
  const files = []
  for (const path of request.files) files.push(await lookAt(path))
  const given = request.model?.settings ?? request.settings
  const id = request.id ?? given?.id
  const ids = { id, source: given?.source, alias: given?.alias ?? {} }
  const idColumn = await loadFiles(engine, files, ids, watch)
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

async function records(engine: Engine): Promise<{ source: string[]; id: string[]; sourceNo: Int32Array }> {
  const [source = [], id = [], number = []] = await engine.read(
    `SELECT source, id, source_no FROM record ORDER BY ${engine.dialect.quote('row')}`,
  )
  return { source: source.map(String), id: id.map(String), sourceNo: Int32Array.from(number, Number) }
}

async function readLinks(engine: Engine, count: number): Promise<Links & { readonly rules: Int32Array }> {
  const [l = [], r = [], weight = [], rules = []] = await engine.read(
    'SELECT l, r, weight, rules FROM links ORDER BY l, r',
  )
  return {
    records: count,
    left: Int32Array.from(l, row => Number(row) - 1),
    right: Int32Array.from(r, row => Number(row) - 1),
    weight: Float64Array.from(weight, Number),
    rules: Int32Array.from(rules, Number),
  }
}
