import { type Cell, type Engine, materialise, readNumber } from './engine/engine.ts'
import { openDuckdb } from './engine/duckdb.ts'
import { lookAt } from './prepare/csv.ts'
import { loadFiles } from './prepare/load.ts'
import { LinkageProblem } from './problem.ts'
import { duckdb as d } from './sql/dialect.ts'
import type { Watch } from './watch.ts'

export interface Accuracy {
  /** Pairs from this weight (log2 odds) on are taken as links. */
  readonly weight: number
  readonly probability: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface Evaluation {
  /** Pairs of one person there are, whether or not any rule found them. */
  readonly truePairs: number
  readonly writtenPairs: number
  readonly best: Accuracy
  readonly at: readonly Accuracy[]
}

export interface EvaluateRequest {
  /** pairs.csv of a linkage. */
  readonly pairs: string
  /** One file, or those that were matched. */
  readonly truth: readonly string[]
  readonly id: string
  readonly entity: string
  /** The first group of this expression, found in the entity column, is the person (rec-12-dup-0 → 12). */
  readonly entityFrom?: string | undefined
  /** Between files only, where several are given. */
  readonly between: boolean
}

const probabilities = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999]

/** Precision, recall and F1 of pairs against a truth: all true pairs are in the denominator, also those nobody compared. */
export async function evaluate(request: EvaluateRequest, watch: Watch): Promise<Evaluation> {
  const engine = await openDuckdb()
  try {
    await loadTruth(engine, request, watch)
    const several = await loadPairs(engine, request)
    const total = await truePairs(engine, request.between)
    const curve = await readCurve(engine, several)
    if (total === 0)
      throw new LinkageProblem(
        'truth_invalid',
        `In ${request.entity} no two records are one person, so there is nothing to find. Look at --entity.`,
      )
    return {
      truePairs: total,
      writtenPairs: curve.at(-1)?.pairs ?? 0,
      best: best(curve, total),
      at: probabilities.map(probability => {
        const weight = Math.log2(probability / (1 - probability))
        return accuracy(
          curve.findLast(point => point.weight >= weight),
          { weight, total },
        )
      }),
    }
  } finally {
    await engine.close()
  }
}

async function loadTruth(
  engine: Engine,
  { truth, id, entity, entityFrom }: EvaluateRequest,
  watch: Watch,
): Promise<void> {
  const files = []
  for (const path of truth) files.push(await lookAt(path))
  await loadFiles(engine, files, { id, source: undefined, alias: {} }, { ...watch, warn: () => {} })
  for (const { columns, label } of files)
    if (!columns.includes(entity))
      throw new LinkageProblem('truth_invalid', `${label} has no column ${entity}. It has: ${columns.join(', ')}.`)
  const text = d.quote(entity)
  const person = entityFrom === undefined ? text : `nullif(regexp_extract(${text}, ${d.text(entityFrom)}, 1), '')`
  await materialise(
    engine,
    'truth',
    `SELECT source_of_record AS source, id_of_record AS id, ${person} AS person FROM raw`,
  )
}

/** @returns whether pairs name their sources. */
async function loadPairs(engine: Engine, { pairs }: EvaluateRequest): Promise<boolean> {
  const { columns, path } = await lookAt(pairs)
  const needed = ['id_l', 'id_r', 'weight']
  const absent = needed.filter(column => !columns.includes(column))
  if (absent.length > 0)
    throw new LinkageProblem(
      'truth_invalid',
      `The file of pairs has no column ${absent.join(', ')}. It is pairs.csv of a linkage.`,
    )
  const types = columns.map((column, i) => `'c${i}': '${column === 'weight' ? 'DOUBLE' : 'VARCHAR'}'`).join(', ')
  const names = columns.map((column, i) => `c${i} AS ${d.quote(column)}`).join(', ')
  await materialise(
    engine,
    'found',
    `SELECT ${names} FROM read_csv(${d.text(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {${types}})`,
  )
  return columns.includes('source_l') && columns.includes('source_r')
}

async function truePairs(engine: Engine, between: boolean): Promise<number> {
  const all = await readNumber(
    engine,
    'SELECT sum(n * (n - 1) / 2) FROM (SELECT count(*) AS n FROM truth WHERE person IS NOT NULL GROUP BY person) AS s',
  )
  if (!between) return all
  const within = await readNumber(
    engine,
    'SELECT sum(n * (n - 1) / 2) FROM (SELECT count(*) AS n FROM truth WHERE person IS NOT NULL GROUP BY person, source) AS s',
  )
  return all - within
}

interface Point {
  readonly weight: number
  readonly pairs: number
  readonly right: number
}

/** How many pairs, and how many right ones, reach each weight; from the highest weight down. */
async function readCurve(engine: Engine, several: boolean): Promise<Point[]> {
  const sources = await readNumber(engine, 'SELECT count(DISTINCT source) FROM truth')
  const by = several && sources > 1 ? ' AND a.source = f.source_l' : ''
  const byRight = several && sources > 1 ? ' AND b.source = f.source_r' : ''
  const unknown = await readNumber(
    engine,
    `SELECT count(*) FROM found AS f LEFT JOIN truth AS a ON a.id = f.id_l${by} LEFT JOIN truth AS b ON b.id = f.id_r${byRight} WHERE a.id IS NULL OR b.id IS NULL`,
  )
  if (unknown > 0)
    throw new LinkageProblem(
      'truth_invalid',
      `${unknown} pairs name an id that the truth does not have. Look at --id and at whether both come from the same file.`,
    )
  const [weight = [], pairs = [], right = []] = (await engine.read(
    `SELECT w, CAST(sum(count(*)) OVER (ORDER BY w DESC) AS DOUBLE), CAST(sum(sum(CASE WHEN a.person = b.person THEN 1 ELSE 0 END)) OVER (ORDER BY w DESC) AS DOUBLE)
     FROM (SELECT *, round(weight, 2) AS w FROM found) AS f JOIN truth AS a ON a.id = f.id_l${by} JOIN truth AS b ON b.id = f.id_r${byRight} GROUP BY w ORDER BY w DESC`,
  )) as Cell[][]
  return weight.map((w, i) => ({ weight: Number(w), pairs: Number(pairs[i]), right: Number(right[i]) }))
}

function accuracy(point: Point | undefined, { weight, total }: { weight: number; total: number }): Accuracy {
  const [pairs, right] = [point?.pairs ?? 0, point?.right ?? 0]
  return {
    weight,
    probability: 1 / (1 + 2 ** -weight),
    precision: pairs === 0 ? 1 : right / pairs,
    recall: right / total,
    f1: right === 0 ? 0 : (2 * right) / (pairs + total),
  }
}

function best(curve: readonly Point[], total: number): Accuracy {
  const all = curve.map(point => accuracy(point, { weight: point.weight, total }))
  return all.reduce((a, b) => (b.f1 > a.f1 ? b : a), accuracy(undefined, { weight: 0, total }))
}
