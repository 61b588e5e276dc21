import type pg from 'pg'
import { type Actor, permissionsOf } from '#access/permission.ts'
import { type Counted, countFacts, countWithoutYear } from '#register/count.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { factYears, reportedYears, type ReportTable, reportsOf } from '#register/reports.ts'
import type { Register } from '#register/register.ts'
import { inCount, systemActor } from '#register/work.ts'
import { coverageOf, officesOf } from './coverage.ts'
import { dimensionsFor, labelOfValue, valuesOf, type Words } from './dimension.ts'
import type { Figure, FigureChoices, FigureQuery } from './figure-shape.ts'
import { indicators, ofHotline } from './indicators.ts'
import { caveatsOf, notAvailableOf } from './passport.ts'
import { FigureProblem } from './problem.ts'
import { type Question, readQuery } from './query.ts'
import { type Cell, rowsOf } from './rows.ts'
import { remark } from './words.ts'
import { placeAndYear, type Zeros, zerosOf } from './zeros.ts'

/**
 * Counts one indicator, by at most two dimensions, over the offices where the actor may count (verb `count`).
 * @throws FigureProblem when a name is unknown (with what exists) or the actor may not see figures at all.
 */
export async function countFigure(register: Register, actor: Actor, query: FigureQuery): Promise<Figure> {
  const words: Words = { dictionary: register.dictionary(), offices: register.offices() }
  if (!permissionsOf(actor, words.offices.tree).may('count'))
    throw new FigureProblem('not_allowed', 'Your role does not include seeing figures.')
  const question = readQuery(words, query)
  return inCount(register, actor, async (client, reach) => {
    const allowed = reach.all ? null : reach.offices
    const offices = officesOf(words.offices, allowed, question.where)
    const hotline = ofHotline(question.indicator)
    const table = hotline ? 'fact_call' : 'fact_instance'
    const reports = await reportsOf(client, {
      table,
      offices: offices.map(office => office.id),
      years: question.years,
    })
    const coverage = coverageOf(offices, reports, hotline ? 'covered_calls' : 'covered')
    const asOf = register.now().toISOString()
    if (coverage.reporting === 0) {
      const figure = passportOnly(question, coverage.summary, asOf)
      const told = { question, counted: nothing, coverage, base: null, total: null, shares: 0, rest: null, ...noGaps }
      const ownOnly = allowed !== null && allowed.length === 0
      const not_available = ownOnly ? [{ ...remark('no_reach'), n: null }] : notAvailableOf(told)
      return { ...figure, not_available, caveats: caveatsOf(told) }
    }
    const count = countQueryOf(question, words, allowed)
    const counted = await countFacts(client, words.dictionary, count)
    const left = counted.routes.reduce((sum, each) => sum + each.left, 0)
    // Reports that cannot be counted in this unit make it unknown, not zero.
    const base = counted.base === 0 && left > 0 ? null : counted.base
    const known = counted.cells.map(cell => ({ key: named(words, question, cell.key), n: cell.n }))
    const zeros = await zerosFor(client, question, { table, offices }, known)
    const cells = [...known, ...zeros.cells].map(
      (cell): Cell => ({ ...cell, label: labels(words, question, cell.key) }),
    )
    const { rows, rest, shares } = rowsOf(cells, base, question.top)
    const total = question.by.length === 0 ? null : cells.reduce((sum, cell) => sum + cell.n, 0)
    const withoutYear = question.years === null ? 0 : await missedYear(client, question, words, allowed)
    const gaps = { withoutYear, notReported: zeros.notReported, zerosUnlisted: zeros.unlisted }
    const told = { question, counted, coverage, base, total, shares, rest, ...gaps }
    return {
      ...passportOnly(question, coverage.summary, asOf),
      base: { n: base, of: 'all' },
      rows,
      rest,
      not_available: notAvailableOf(told),
      caveats: caveatsOf(told),
    }
  })
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
const noGaps = { withoutYear: 0, notReported: 0, zerosUnlisted: 0 }

function passportOnly(question: Question, coverage: Figure['coverage'], asOf: string): Figure {
  const { indicator, period, by, where } = question
  return {
    indicator: indicator.id,
    label: indicator.label,
    definition: indicator.definition,
    unit: indicator.unit,
    period,
    by: by.map(({ id, label, multiple }) => ({ id, label, multiple })),
    where: Object.fromEntries(Object.entries(where).map(([id, values]) => [id, [...values]])),
    base: { n: null, of: 'all' },
    rows: [],
    rest: null,
    not_available: [],
    coverage,
    caveats: [],
    asOf,
  }
}

/** Offices are codes outside and ids in the facts. */
function countQueryOf(question: Question, { offices }: Words, allowed: readonly string[] | null) {
  const where = Object.entries(question.where).map(([id, values]): [string, readonly string[]] => [
    id,
    id === 'office' ? values.flatMap(code => offices.byCode(code)?.id ?? []) : values,
  ])
  const { facts, measure } = question.indicator
  const by = question.by.map(dimension => dimension.id)
  return { facts, measure, by, where: Object.fromEntries(where), offices: allowed }
}

const named = (words: Words, question: Question, key: readonly string[]): string[] =>
  key.map((part, at) => (question.by[at]?.id === 'office' ? (words.offices.byId(part)?.code ?? part) : part))

const labels = (words: Words, question: Question, key: readonly string[]): string[] =>
  question.by.map((dimension, at) => labelOfValue(words, dimension, key[at] ?? ''))

async function missedYear(client: pg.PoolClient, question: Question, words: Words, allowed: readonly string[] | null) {
  if (question.years?.includes('unknown')) return 0
  return countWithoutYear(client, words.dictionary, countQueryOf(question, words, allowed))
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
  if (placeAndYear([first, second])) {
    const found = await reportedYears(
      client,
      table,
      offices.map(office => office.id),
    )
    const byId = new Map(offices.map(office => [office.id, office]))
    for (const { office, year } of found) {
      const { code, region } = byId.get(office) ?? {}
      reported.add(`${code} ${year}`).add(`${region ?? 'unknown'} ${year}`)
    }
  }
  return zerosOf([first, second], cells, (place, year) => reported.has(`${place} ${year}`))
}
