import { type Cell, type Engine, readNumber } from '../engine/engine.ts'
import { listColumns } from '../predict/block.ts'
import { prepareRecords } from '../prepare/records.ts'
import { LinkageProblem } from '../problem.ts'
import type { Ids } from '../prepare/load.ts'
import { columnOf, type Settings, Settings as SettingsShape } from '../settings/settings.ts'
import type { Watch } from '../watch.ts'
import { roleOf } from './column-names.ts'
import { evidencesOf, withCrossedNames } from './evidences.ts'
import type { Evidence } from './levels.ts'
import { type Profile, profileColumns } from './profile.ts'
import { repeats } from './repeats.ts'
import { type Candidate, chooseBlocks, chooseSessions, chooseSure, termsOf } from './rules.ts'

export interface Proposing {
  readonly columns: readonly string[]
  readonly ids: Ids & { readonly id: string }
  readonly link: Settings['link']
}

/** Below this number of pairs every pair is compared, and no rule can miss one. */
const allPairs = 600_000
const leastBudget = 1_500_000
const pairsPerRecord = 16

/**
 * Settings for a file that nobody wrote settings for, from the names of its columns and what stands in them. What is left
 * out, and why, is told as warnings. `record` is there afterwards.
 * @throws LinkageProblem `nothing_to_compare` when fewer than two columns are evidence.
 */
export async function proposeSettings(
  engine: Engine,
  { columns, ids, link }: Proposing,
  watch: Watch,
): Promise<Settings> {
  watch.step('propose', 0)
  const records = await readNumber(engine, 'SELECT count(*) FROM raw')
  const missing = SettingsShape.shape.missing.parse(undefined)
  const others = columns.filter(column => column !== ids.id && column !== ids.source)
  const profiles = await profileColumns(
    engine,
    others.filter(column => !leftOut(column, watch)),
    missing,
  )
  const usable = await withoutRepeats(engine, profiles, missing, watch)
  const evidences = evidencesOf(usable, records)
  if (evidences.length < 2)
    throw new LinkageProblem(
      'nothing_to_compare',
      `Of the columns ${others.join(', ') || '(none)'} fewer than two can tell persons apart. Write settings by hand (docs/linkage.md), or add columns.`,
    )
  const settings: Settings = SettingsShape.parse({
    version: 1,
    id: ids.id,
    ...(ids.source === undefined ? {} : { source: ids.source }),
    alias: ids.alias,
    link,
    literal: usable.filter(profile => profile.literal).map(profile => profile.column),
    prepare: [...new Set(evidences.map(each => each.prepare))],
    compare: withCrossedNames(evidences),
    block: [[]],
  })
  const candidates = await candidatesOf(engine, settings, evidences, watch)
  const small = (records * records) / 2 <= allPairs
  const block = small ? [[]] : chooseBlocks(candidates, records, Math.max(leastBudget, pairsPerRecord * records))
  return {
    ...settings,
    block: block.length > 0 ? block : [[candidates[0]?.term ?? '']],
    train: {
      ...settings.train,
      sessions: chooseSessions(candidates, evidences.length, records, settings.train.sessionPairs),
      sure: chooseSure(candidates, records),
    },
  }
}

function leftOut(column: string, watch: Watch): boolean {
  const role = roleOf(column)
  if (role === 'answer')
    watch.warn(
      `The column ${column} is left out: by its name it holds what the linkage is to find out. If it is evidence, name it in the settings.`,
    )
  if (role === 'event')
    watch.warn(
      `The column ${column} is left out: by its name it tells of a registration, not of the person. If it is evidence, name it in the settings.`,
    )
  return role === 'answer' || role === 'record' || role === 'event'
}

async function withoutRepeats(
  engine: Engine,
  profiles: readonly Profile[],
  missing: readonly string[],
  watch: Watch,
): Promise<Profile[]> {
  for (const { column, kind } of profiles) {
    if (kind === 'empty') watch.warn(`The column ${column} is empty and is left out.`)
    if (kind === 'constant')
      watch.warn(`The column ${column} holds one value only, tells nobody apart and is left out.`)
    if (kind === 'unique')
      watch.warn(`The column ${column} is different in every record, so it can link none, and is left out.`)
  }
  const repeated = await repeats(engine, profiles, missing)
  for (const { column, says } of repeated)
    watch.warn(
      `The column ${column} says again what ${says} says, and is left out: the same evidence must not count twice.`,
    )
  return profiles.filter(({ column }) => !repeated.some(each => each.column === column))
}

/** Prepares the file once with every term in use, and counts how often two records agree on each by chance. */
async function candidatesOf(
  engine: Engine,
  settings: Settings,
  evidences: readonly Evidence[],
  watch: Watch,
): Promise<Candidate[]> {
  const terms = termsOf(evidences)
  const every: Settings = { ...settings, train: { ...settings.train, sessions: terms.map(({ term }) => [term.term]) } }
  await prepareRecords(engine, every, watch)
  const records = await readNumber(engine, 'SELECT count(*) FROM record')
  const d = engine.dialect
  const lists = listColumns(every)
  const found: Candidate[] = []
  for (const { evidence, term } of terms) {
    const name = d.quote(columnOf(term.term))
    const list = lists.has(columnOf(term.term))
    const value = typeof term.term === 'string' ? name : `substr(${name}, 1, ${term.term.first})`
    const from = list
      ? `(SELECT ${d.explodeItems(name)} AS ${name} FROM record) AS items`
      : `record WHERE ${name} IS NOT NULL`
    const [[filled], [squares]] = (await engine.read(
      `SELECT sum(n), sum(CAST(n AS DOUBLE PRECISION) * (n - 1)) FROM (SELECT count(*) AS n FROM ${from} GROUP BY ${value}) AS s`,
    )) as [Cell[], Cell[]]
    const n = Number(filled ?? 0)
    if (n === 0) continue
    found.push({
      term: term.term,
      evidence,
      exact: term.exact,
      survives: term.survives,
      collision: Math.min(
        1,
        Math.max(Number(squares) / Math.min(n, records) / Math.max(Math.min(n, records) - 1, 1), 1 / (n * n)),
      ),
      filled: Math.min(1, n / records),
    })
  }
  return found
}
