import type pg from 'pg'
import { type Actor, permissionsOf } from '#access/permission.ts'
import { type Counted, type CountQuery, countFacts, countWithoutYear } from '#register/count.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { factYears, reportedYears, type ReportTable, reportsOf, statementsOf } from '#register/reports.ts'
import type { Register } from '#register/register.ts'
import { latestLinkageRun } from '#register/linkage-run.ts'
import { inCount, systemActor } from '#register/work.ts'
import { assumedWay, byWay, wayNamed } from './accumulation.ts'
import { coverageOf, officesOf } from './coverage.ts'
import { addsAlong, dimensionsFor, labelOfValue, valuesOf, type Words } from './dimension.ts'
import type { Figure, FigureChoices, FigureQuery } from './figure-shape.ts'
import { countUnits } from './distinct.ts'
import { factWords } from './fact-words.ts'
import { indicators } from './indicators/all.ts'
import { caveatsOf, countsLinked, notAvailableOf } from './passport.ts'
import { FigureProblem } from './problem.ts'
import { type Question, readQuery } from './query.ts'
import { type Ask, others, totalsByFirst } from './others.ts'
import { type Cell, isMissing, rowsOf } from './rows.ts'
import { inSnapshot, type Snapshot } from './snapshot.ts'
import { remark } from './words.ts'
import { placeAndYear, type Zeros, zerosOf } from './zeros.ts'

/**
 * Counts one indicator, by at most two dimensions, over the offices where the actor may count (verb `count`).
 * @throws FigureProblem when a name is unknown (with what exists) or the actor may not see figures at all.
 */
export const countFigure = (register: Register, actor: Actor, query: FigureQuery): Promise<Figure> =>
  inSnapshot(register, actor, at => countAt(at, query))

/** The same within a snapshot, beside other figures. */
export async function countAt(at: Snapshot, query: FigureQuery): Promise<Figure> {
  const { register, actor, client, reach, asOf } = at
  const words: Words = { dictionary: register.dictionary(), offices: register.offices() }
  if (!permissionsOf(actor, words.offices.tree).may('count'))
    throw new FigureProblem('not_allowed', 'Your role does not include seeing figures.')
  const question = readQuery(words, query)
  const allowed = reach.all ? null : reach.offices
  const kind = factWords[question.indicator.facts]
  const { region, ...elsewhere } = question.conditions
  const placed = kind.ofOffices && region ? { ...elsewhere, region } : elsewhere
  const offices = officesOf(words.offices, allowed, placed)
  const { reports: table } = kind
  const asked = { offices: offices.map(office => office.id), years: kind.dated ? question.years : null }
  const reports = await reportsOf(client, { table, ...asked })
  // Missions state how they report cases; of the rest the records alone speak.
  const statements = table === 'fact_instance' ? await statementsOf(client, asked) : []
  const coverage = coverageOf(offices, { reports, statements, years: asked.years }, kind)
  if (coverage.reporting === 0) {
    const figure = passportOnly(question, coverage.summary, asOf)
    const told = {
      question,
      counted: nothing,
      coverage,
      base: null,
      total: null,
      shares: 0,
      rest: null,
      reach: null,
      linkage: null,
      ...noGaps,
    }
    const ownOnly = allowed !== null && allowed.length === 0
    const not_available = ownOnly ? [{ ...remark('no_reach'), n: null }] : notAvailableOf(told)
    return { ...figure, not_available, caveats: caveatsOf(told) }
  }
  const count = countQueryOf(question, words, allowed)
  const counted = await countUnits(client, words.dictionary, question.indicator, count)
  const left = counted.routes.reduce((sum, each) => sum + each.left, 0)
  const unrated = question.indicator.measure === 'usd' ? await missedRates(client, words, count) : 0
  // Reports that cannot be counted in this unit make it unknown, not zero.
  // Neither have numbers that are counted in different ways over time a sum.
  const base = question.ways === 'rows' || (counted.base === 0 && left + unrated > 0) ? null : counted.base
  const known = counted.cells.map(cell => ({ key: named(words, question, cell.key), n: cell.n }))
  const zeros = await zerosFor(client, question, { table, offices }, known)
  const cells = [...known, ...zeros.cells].map((cell): Cell => ({ ...cell, label: labels(words, question, cell.key) }))
  const shown = question.of === 'known' && base !== null ? await knownBase(client, words, count) : base
  const ask: Ask = async (by, beyond) => {
    const again = { ...question, by }
    const asked = { ...countQueryOf(again, words, allowed), ...(beyond ? beyondOf(question, words, beyond) : {}) }
    const { base: n, cells: found } = await countUnits(client, words.dictionary, question.indicator, asked)
    return { base: n, cells: found.map(cell => ({ key: named(words, again, cell.key), n: cell.n })) }
  }
  const totals = await totalsByFirst(question, cells, ask)
  const { rows, left: cut, shares } = rowsOf(cells, shown, { top: question.top, of: question.of, ...totals })
  const rest = await others(question, { cells, cut, base: shown, ask })
  const inBase = cells.filter(({ key }) => question.of === 'all' || !isMissing(key))
  const total = question.by.length === 0 ? null : inBase.reduce((sum, cell) => sum + cell.n, 0)
  const withoutYear = question.years === null ? 0 : await missedYear(client, question, words, allowed)
  const otherwise = question.ways === 'assumed' ? await countedOtherwise(client, words, count) : []
  const within =
    allowed === null ? null : { n: officesOf(words.offices, allowed, {}).length, all: words.offices.all().length }
  const gaps = { unrated, withoutYear, otherwise, notReported: zeros.notReported, zerosUnlisted: zeros.unlisted }
  const linkage = allowed === null && countsLinked(question.indicator) ? await latestLinkageRun(client) : null
  const told = { question, counted, coverage, base: shown, total, shares, rest, reach: within, linkage, ...gaps }
  return {
    ...passportOnly(question, coverage.summary, asOf),
    base: { n: shown, of: question.of },
    rows,
    rest,
    not_available: notAvailableOf(told),
    caveats: caveatsOf(told),
  }
}

/** What can be asked: indicators with their dimensions, dimensions with their values, and the years that have facts. */
export async function figureChoices(register: Register): Promise<FigureChoices> {
  const words: Words = { dictionary: register.dictionary(), offices: register.offices() }
  const years = await inCount(register, systemActor, client => factYears(client))
  const used = new Set([...indicators.values()].flatMap(each => dimensionsFor(words.dictionary, each)))
  return {
    indicators: [...indicators.values()].map(each => ({
      id: each.id,
      label: each.label,
      unit: each.unit,
      definition: each.definition,
      measure: each.measure,
      only: Object.fromEntries(Object.entries(each.only ?? {}).map(([id, values]) => [id, [...values]])),
      accumulation: each.accumulation,
      dimensions: dimensionsFor(words.dictionary, each).map(dimension => dimension.id),
    })),
    dimensions: [...used].map(dimension => ({
      id: dimension.id,
      label: dimension.label,
      multiple: dimension.multiple,
      values: valuesOf(words, dimension)?.map(({ code, label }) => ({ code, label })) ?? null,
    })),
    years,
  }
}

const nothing: Counted = { base: 0, routes: [], cells: [] }
const noGaps = { unrated: 0, withoutYear: 0, otherwise: [], notReported: 0, zerosUnlisted: 0 }

function passportOnly(question: Question, coverage: Figure['coverage'], asOf: string): Figure {
  const { indicator, period, by, where } = question
  return {
    indicator: indicator.id,
    label: indicator.label,
    definition: indicator.definition,
    unit: indicator.unit,
    accumulation: (question.ways === 'asked' && wayNamed(where[byWay]?.[0])) || indicator.accumulation,
    period,
    by: by.map(each => ({ id: each.id, label: each.label, multiple: each.multiple, adds: addsAlong(indicator, each) })),
    where: Object.fromEntries(Object.entries(where).map(([id, values]) => [id, [...values]])),
    base: { n: null, of: question.of },
    rows: [],
    rest: null,
    not_available: [],
    coverage,
    caveats: [],
    asOf,
  }
}

/** Offices are codes outside and ids in the facts. */
function countQueryOf(question: Question, { offices }: Words, allowed: readonly string[] | null): CountQuery {
  const where = Object.entries(question.conditions).map(([id, values]): [string, readonly string[]] => [
    id,
    id === 'office' ? values.flatMap(code => offices.byCode(code)?.id ?? []) : values,
  ])
  const { facts, measure: units } = question.indicator
  const measure = units === 'value' ? 'count' : units
  const by = question.by.map(dimension => dimension.id)
  return { facts, measure, by, where: Object.fromEntries(where), offices: allowed }
}

/** What has a value of the first dimension beyond those that are shown. */
function beyondOf({ by: [first] }: Question, { offices }: Words, shown: readonly string[]): Pick<CountQuery, 'beyond'> {
  if (!first) return {}
  const values = first.id === 'office' ? shown.flatMap(code => offices.byCode(code)?.id ?? []) : shown
  return { beyond: { dimension: first.id, values } }
}

const named = (words: Words, question: Question, key: readonly string[]): string[] =>
  key.map((part, at) => (question.by[at]?.id === 'office' ? (words.offices.byId(part)?.code ?? part) : part))

const labels = (words: Words, question: Question, key: readonly string[]): string[] =>
  question.by.map((dimension, at) => labelOfValue(words, dimension, key[at] ?? ''))

async function missedYear(client: pg.PoolClient, question: Question, words: Words, allowed: readonly string[] | null) {
  if (question.years?.includes('unknown')) return 0
  return countWithoutYear(client, words.dictionary, countQueryOf(question, words, allowed))
}

/** What was counted up to a day, of the same things: told beside what was counted within periods, by its way. */
async function countedOtherwise(client: pg.PoolClient, words: Words, count: CountQuery) {
  const way = words.dictionary.dimensions.get(byWay)
  const { [byWay]: _, ...where } = count.where
  const { cells } = await countFacts(client, words.dictionary, { ...count, by: [byWay], where })
  return cells
    .filter(({ key }) => key[0] !== assumedWay)
    .map(({ key: [code = ''], n }) => ({ way: (way ? labelOfValue(words, way, code) : code).toLowerCase(), n }))
}

/** Units with a known value of the dimension: not the sum of rows, since one unit may stand in several. */
async function knownBase(client: pg.PoolClient, words: Words, count: CountQuery): Promise<number> {
  const [id = ''] = count.by
  const dimension = words.dictionary.dimensions.get(id)
  const known = dimension ? (valuesOf(words, dimension) ?? []).map(({ code }) => code) : []
  const asked = count.where[id]
  const values = known.filter(code => asked?.includes(code) ?? true)
  return (await countFacts(client, words.dictionary, { ...count, by: [], where: { ...count.where, [id]: values } }))
    .base
}

/** Contributions of those asked about that are in no sum of dollars. */
async function missedRates(client: pg.PoolClient, words: Words, count: CountQuery): Promise<number> {
  const where = { ...count.where, rated: ['no'] }
  return (await countFacts(client, words.dictionary, { ...count, measure: 'count', by: [], where })).base
}

async function zerosFor(
  client: pg.PoolClient,
  question: Question,
  { table, offices }: { readonly table: ReportTable; readonly offices: readonly OfficeRow[] },
  cells: readonly { key: string[] }[],
): Promise<Zeros> {
  const [first, second] = question.by
  if (!first || !second) return { cells: [], notReported: 0, unlisted: 0 }
  const reported = new Set<string>()
  const { dated } = factWords[question.indicator.facts]
  if (!dated) return zerosOf([first, second], cells, () => true)
  if (placeAndYear([first, second])) {
    const ids = offices.map(office => office.id)
    const stated = table === 'fact_instance' ? await statementsOf(client, { offices: ids, years: null }) : []
    const found = [...(await reportedYears(client, table, ids)), ...stated.filter(each => each.coverage !== 'none')]
    const byId = new Map(offices.map(office => [office.id, office]))
    for (const { office, year } of found) {
      const { code, region } = byId.get(office) ?? {}
      reported.add(`${code} ${year}`).add(`${region ?? 'unknown'} ${year}`)
    }
  }
  return zerosOf([first, second], cells, (place, year) => reported.has(`${place} ${year}`))
}
