import { type Engine, readNumber } from '../engine/engine.ts'
import { type Chances, type Model, modelVersion } from '../model.ts'
import { compare, type CountedPatterns, countPatterns } from '../predict/compare.ts'
import { columnOf, type Rule, type Settings } from '../settings/settings.ts'
import { pairsSql } from '../sql/block.ts'
import { goOn, type Watch } from '../watch.ts'
import { averaged, type ByChance, beginning, bitsOf, chance, expectMaximise, patternWeights, shares } from './em.ts'
import type { Levels } from './patterns.ts'
import { dependenceOf, independent, type Leaning } from './dependence.ts'
import { countFrequencies } from './frequencies.ts'
import { pairTotal } from './prior.ts'
import { randomPairs } from './random-pairs.ts'
import { learnable, sessionPairs } from './sessions.ts'
import { writeKeys, blockRules } from '../predict/block.ts'

/** Chance agreement is read from blind pairs; a few of those are matches after all, and are taken out again. */
const corrections = 3

interface Session {
  readonly rule: Rule
  readonly learn: readonly number[]
  readonly patterns: CountedPatterns
  readonly pairs: number
}

/** Learns a model from `record`: u from blind pairs, the prior from sure rules, m by EM in each session's block, averaged. */
export async function train(engine: Engine, settings: Settings, watch: Watch): Promise<Model> {
  const warnings: string[] = []
  const warn = (text: string) => {
    warnings.push(text)
    watch.warn(text)
  }
  const records = await readNumber(engine, 'SELECT count(*) FROM record')
  const total = pairTotal(
    (await engine.read('SELECT count(*) FROM record GROUP BY source_no'))[0]?.map(Number) ?? [],
    settings.link,
  )
  watch.step('train', 0)
  const blind = await blindPatterns(engine, settings, watch)
  const sessions = await sessionsOf(engine, settings, watch)
  const sure = await priorOfRules(engine, settings, { total, records }, { ...watch, warn })
  const learned = learn(settings, { blind: blind.patterns, sessions, prior: sure.prior })
  const comparisons = chancesOf(settings, learned, sessions)
  for (const { name } of comparisons.filter(each => each.sessions === 0))
    warn(
      `No session could teach how ${name} agrees among pairs of one person: every block fixes it. Its beginning values stand; add a session that blocks on something else.`,
    )
  return {
    format: 'waymark.linkage.model',
    version: modelVersion,
    settings,
    prior: sure.prior,
    priors: [],
    comparisons,
    frequencies: await countFrequencies(engine, settings),
    trained: {
      records,
      randomPairs: blind.pairs,
      sessions: sessions.map(({ rule, pairs }, i) => ({
        block: rule.map(columnOf),
        pairs,
        rounds: learned.results[i]?.rounds ?? 0,
        matches: learned.results[i]?.matches ?? 0,
      })),
      priorOfRules: sure.found ? sure.prior : null,
      warnings,
    },
  }
}

async function blindPatterns(engine: Engine, settings: Settings, watch: Watch) {
  const pairs = await randomPairs(engine, settings, 'blind')
  await compare(engine, settings, { pairs: 'blind', into: 'blind_compared' }, watch)
  const patterns = await countPatterns(engine, settings, 'blind_compared')
  for (const table of ['blind', 'blind_compared']) await engine.run(`DROP TABLE ${table}`)
  return { pairs, patterns }
}

async function sessionsOf(engine: Engine, settings: Settings, watch: Watch): Promise<Session[]> {
  const sessions: Session[] = []
  for (const [i, rule] of settings.train.sessions.entries()) {
    goOn(watch)
    watch.step('train', (i + 1) / (settings.train.sessions.length + 1))
    const learn = learnable(settings, rule)
    if (learn.length < 2) continue
    const pairs = await sessionPairs(engine, settings, rule, 'session')
    await compare(engine, settings, { pairs: 'session', into: 'session_compared' }, watch)
    sessions.push({ rule, learn, pairs, patterns: await countPatterns(engine, settings, 'session_compared') })
    for (const table of ['session', 'session_compared']) await engine.run(`DROP TABLE ${table}`)
  }
  return sessions
}

/** Pairs that agree on everything of a sure rule, over the share that such rules are thought to find. */
async function priorOfRules(
  engine: Engine,
  { train: { sure, recall }, ...settings }: Settings,
  { total, records }: { total: number; records: number },
  watch: Watch,
) {
  const guess = Math.min(Math.max(0.2 / records, 1 / (2 * total + 2)), 0.5)
  if (sure.length === 0) return { prior: guess, found: false }
  const rules = blockRules({ ...settings, train: { sure, recall } as Settings['train'] }, sure)
  await writeKeys(
    engine,
    { ...settings, train: { sure, recall } as Settings['train'] },
    { rules, budget: 50_000_000 },
    watch,
  )
  const pairs = await readNumber(
    engine,
    `SELECT count(*) FROM (${pairsSql(engine.dialect, { rules, kind: settings.link })}) AS s`,
  )
  if (pairs === 0) {
    watch.warn(
      `No two records agree on any of the sure rules (${sure.map(rule => rule.map(columnOf).join(' and ')).join('; ')}), so they say nothing about how many pairs there are. The prior begins at a guess and follows the scored pairs.`,
    )
    return { prior: guess, found: false }
  }
  return { prior: Math.min(pairs / recall / total, 0.5), found: true }
}

function learn(
  settings: Settings,
  { blind, sessions, prior }: { blind: CountedPatterns; sessions: readonly Session[]; prior: number },
) {
  const sizes = settings.compare.map(comparison => comparison.levels.length + 1)
  const first = beginning(sizes)
  const everyone = sizes.map((_, c) => c)
  const even = sizes.map(size => Array.from({ length: size }, () => 1 / size))
  let u: Levels = shares(blind, sizes, () => 1, even)
  let m: Levels = first
  let byChance: ByChance = { u, dependence: independent(sizes.length) }
  let results: ReturnType<typeof expectMaximise>[] = []
  for (let round = 0; round < corrections; round++) {
    results = sessions.map(({ patterns, learn: those }) =>
      expectMaximise({ patterns, learn: those, m: first, byChance, prior: 0.1 }),
    )
    m = averaged(
      sessions.map(({ learn: those }, i) => ({
        learn: those,
        m: results[i]?.m ?? first,
        matches: Math.sqrt(results[i]?.matches ?? 0),
      })),
      first,
    )
    const base = bitsOf(prior)
    const stranger = patternWeights(blind, m, byChance, everyone).map(weight => 1 - chance(base + weight))
    u = shares(blind, sizes, i => stranger[i] as number, even)
    byChance = { u, dependence: dependenceOf(blind, u, i => stranger[i] as number) }
  }
  return { m, byChance, results }
}

function chancesOf(
  settings: Settings,
  { m, byChance: { u, dependence } }: { m: Levels; byChance: ByChance },
  sessions: readonly Session[],
): Chances[] {
  return settings.compare.map(({ name, levels }, c) => ({
    name,
    levels: [...levels.map(level => level.label), 'different'].map((label, k) => ({
      label,
      m: m[c]?.[k] ?? 0.5,
      u: u[c]?.[k] ?? 0.5,
    })),
    leans: leaningOf(dependence[c] ?? null),
    sessions: sessions.filter(session => session.learn.includes(c)).length,
  }))
}

const leaningOf = (leaning: Leaning | null): Chances['leans'] =>
  leaning && { on: leaning.on, u: leaning.u.map(row => [...row]) }
