import type { Counted } from '#register/count.ts'
import type { LinkageRun } from '#register/linkage-run.ts'
import type { Coverage } from './coverage.ts'
import { halvingRemark } from './estimate.ts'
import { factWords } from './fact-words.ts'
import type { Figure, NotAvailable, Remark } from './figure-shape.ts'
import type { Question } from './query.ts'
import { shareOf } from './rows.ts'
import type { Measure } from './indicators/indicator.ts'
import { isSentence, remark, say } from './words.ts'

/** What a reader must know beside the numbers: what is missing from a figure, and what it does not say. Pure. */
export interface Told {
  readonly question: Question
  readonly counted: Counted
  readonly coverage: Coverage
  /** Null when nobody reported or nothing that was reported can be counted in this unit. */
  readonly base: number | null
  /** Sum of the rows before `top`; null without rows. */
  readonly total: number | null
  /** Sum of the shares before `top`. */
  readonly shares: number
  readonly rest: Figure['rest']
  /** Offices that were counted, and all there are; null: whoever asked may count all. */
  readonly reach: { readonly n: number; readonly all: number } | null
  /** Contributions whose worth in US dollars nobody stored, when dollars are counted. */
  readonly unrated: number
  /** Units that fit but have no year, when a year was asked for. */
  readonly withoutYear: number
  /** What is counted in other ways over time, and so not in this figure. */
  readonly otherwise: readonly { readonly way: string; readonly n: number }[]
  readonly notReported: number
  readonly zerosUnlisted: number
  /** The latest linkage of the register; null before the first, and for whoever may not count all of it. */
  readonly linkage: LinkageRun | null
}

export function notAvailableOf(told: Told): NotAvailable[] {
  const { question, counted, coverage } = told
  const { indicator, period } = question
  const withN = (each: Remark, n: number | null): NotAvailable => ({ ...each, n })
  const found: NotAvailable[] = []
  if (coverage.reporting === 0) found.push(withN(remark('no_report', { period: period.label }), null))
  const left = counted.routes.reduce((sum, each) => sum + each.left, 0)
  if (left > 0) found.push(withN(remark(leftOut[indicator.measure] ?? 'not_deduplicable', { n: left }), left))
  if (told.unrated > 0) found.push(withN(remark('unrated', { n: told.unrated }), told.unrated))
  const n = told.withoutYear
  if (n > 0) found.push(withN(remark('year_unknown', { n, units: additiveUnits(question) }), n))
  for (const { way, n: other } of told.otherwise)
    found.push(withN(remark('counted_otherwise', { way, n: other }), other))
  if (question.ways === 'rows') found.push(withN(remark('ways_not_added'), null))
  if (told.notReported > 0) found.push(withN(remark('not_reported', { n: told.notReported }), null))
  if (told.zerosUnlisted > 0) found.push(withN(remark('zeros_not_listed', { n: told.zerosUnlisted }), 0))
  return found
}

const leftOut: Partial<Record<Measure, 'totals_without_cases' | 'callers_not_known'>> = {
  case: 'totals_without_cases',
  caller: 'callers_not_known',
}

export function caveatsOf(told: Told): Remark[] {
  const { question, counted, coverage, base } = told
  const { indicator } = question
  const all = counted.routes.reduce((sum, each) => sum + each.n, 0)
  const by = (...routes: string[]) =>
    counted.routes.filter(each => routes.includes(each.route)).reduce((sum, each) => sum + each.n, 0)
  const units = additiveUnits(question)
  const { caveats, ofCases } = factWords[indicator.facts]
  const found = caveats.map(code => remark(code))
  for (const code of indicator.caveats) if (isSentence(code)) found.push(remark(code))
  if (told.reach !== null) found.push(remark('reach_some', told.reach))
  const outside = by('outside_source')
  if (outside > 0) {
    const names = coverage.outside.map(office => office.name).join(', ')
    found.push(remark('outside_source', { n: outside, units, share: shareOf(outside, all) ?? 0, names }))
  }
  const totals = by('counted_total')
  if (totals > 0 && indicator.measure === 'count') found.push(remark('totals_included', { n: totals, units }))
  const core = by('core_variables', 'counted_total')
  if (core > 0 && ofCases) found.push(remark('core_share', { share: shareOf(core, all) ?? 0 }))
  if (countsLinked(indicator)) found.push(...halvingWhere(counted, all), ...intervalOf(told.linkage))
  if (coverage.stated > 0) found.push(remark('coverage_stated', { n: coverage.stated }))
  const none = coverage.summary.offices.none
  if (none > 0) found.push(remark('not_reporting', { n: none, period: question.period.label }))
  if (base !== null && base > 0 && told.total !== null) found.push(...aboutShares(told, base, told.total))
  return found
}

/** Persons who may be linked with each other. */
export const countsLinked = ({ facts, measure }: Question['indicator']): boolean =>
  facts === 'instance' && measure === 'person'

/** Of fewer records an interval says who is there. */
const fewestLinked = 100

/** How many persons the whole register holds, as far as a linkage can tell. */
function intervalOf(run: LinkageRun | null): Remark[] {
  if (run === null || run.count.records < fewestLinked) return []
  const { records, interval } = run.count
  return [remark('linkage_interval', { on: run.madeAt.slice(0, 10), records, from: interval.from, to: interval.to })]
}

/** The sources' own estimate, only where records cannot all be told apart. */
function halvingWhere(counted: Counted, instances: number): Remark[] {
  const incomplete = counted.routes.some(
    each => each.left > 0 || (each.n > 0 && each.route !== 'case_file' && each.route !== 'outside_source'),
  )
  if (!incomplete) return []
  return [halvingRemark(instances)]
}

function aboutShares(told: Told, base: number, total: number): Remark[] {
  const { question, shares, rest } = told
  const found: Remark[] = []
  if (!question.indicator.oneAnswer && question.by.some(dimension => dimension.multiple))
    found.push(remark('several_answers', { sum: shares }))
  else if (total > base) found.push(remark('several_rows', { unit: question.indicator.unit }))
  else if (shares !== 100) found.push(remark('rounding', { sum: shares }))
  if (rest) found.push(remark('top_only', { top: question.top ?? 0, rows: rest.rows, n: rest.n }))
  return found
}

/** What the column count adds up, whatever the unit of the indicator. */
const additiveUnits = (question: Question): string => factWords[question.indicator.facts].rows

/** The base in words; "not available" never looks like 0. */
export const baseInWords = (figure: Pick<Figure, 'base'>): string =>
  figure.base.n === null
    ? say('base_none')
    : say(figure.base.of === 'known' ? 'base_of_known' : 'base_of_all', { n: figure.base.n })
