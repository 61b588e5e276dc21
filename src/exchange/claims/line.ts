import { accumulations, blankClaim, type Claim, type Measure, measures, type Threshold } from '#figures/proof/claim.ts'
import { readDay, readPeriod } from '#figures/proof/period.ts'
import { readUnit } from '#figures/proof/unit.ts'
import { type Printed, readPrinted } from '#figures/proof/value.ts'
import { unescapeFormula } from '../formula.ts'
import { type LineError, lineError, type LineReason, type Row } from '../line.ts'
import type { Details } from '../messages.ts'
import type { ClaimColumn, ClaimColumns } from './columns.ts'

/** One line as a claim, or every fault it has. References to other lines are looked at when all are read. */
export function readClaimLine(columns: ClaimColumns, row: Row): { claim: Claim; errors: LineError[] } {
  const errors: LineError[] = []
  const wrong = (column: ClaimColumn, reason: LineReason, details?: Details) =>
    errors.push(lineError(row.line, column, cell(column), reason, details))
  const cell = (column: ClaimColumn) => unescapeFormula((row.cells[columns.at.get(column) ?? -1] ?? '').trim())
  const text = (column: ClaimColumn) => cell(column) || null
  for (const [column, at] of columns.at) if (/^=./.test(row.cells[at]?.trim() ?? '')) wrong(column, 'formula')
  const oneOf = <T extends string>(column: ClaimColumn, known: readonly T[], otherwise: T): T => {
    const word = cell(column).toLowerCase().replace(/[ -]+/g, '_')
    const found = known.find(each => each === word)
    if (word !== '' && found === undefined) wrong(column, 'unknown_code', { known: known.join(', ') })
    return found ?? otherwise
  }
  const read = <T>(column: ClaimColumn, parse: (text: string) => T | null, reason: LineReason): T | null => {
    const found = cell(column) === '' ? null : parse(cell(column))
    if (found === null && cell(column) !== '') wrong(column, reason)
    return found
  }

  if (cell('indicator') === '') wrong('indicator', 'required')
  const members = cell('members')
    .split(';')
    .map(name => name.trim())
    .filter(name => name !== '')
  const printed = cell('value')
  const number = printed === '' ? null : readPrinted(printed)
  const changes = cell('change_base_year') !== '' || cell('change_from') !== ''
  const measure = oneOf('measure', measures, measureOf(number, { changes, listed: members.length > 0 }))
  const value = valueOf(measure, number, reason => wrong('value', reason))
  const period = read('period', readPeriod, 'not_period')
  const accumulation = read(
    'accumulation',
    word => accumulations.find(each => each === word.toLowerCase().replace(/[ -]+/g, '_')) ?? null,
    'unknown_accumulation',
  )

  const claim: Claim = {
    id: text('id') ?? `line ${row.line}`,
    line: row.line,
    indicator: cell('indicator'),
    unit: readUnit(cell('unit')),
    measure,
    printed,
    value,
    dimension: text('dimension'),
    category: text('category'),
    response: oneOf('response', ['single', 'multiple'], 'single'),
    parts: oneOf('parts', ['complete', 'partial'], 'complete'),
    partOf: text('part_of'),
    base: text('base'),
    period,
    accumulation:
      accumulation ??
      (period?.from && period.to === null ? 'since' : period?.to && period.from === null ? 'as_of' : null),
    scope: text('scope'),
    changeFrom: text('change_from'),
    changeTo: text('change_to'),
    changeBaseYear: read('change_base_year', yearIn, 'not_day'),
    against: text('against'),
    threshold: read('threshold', thresholdIn, 'not_threshold'),
    members,
    source: text('source'),
    coverage: text('coverage'),
    cutOff: read('cut_off', readDay, 'not_day'),
    published: read('published', readDay, 'not_day'),
    section: text('section'),
    figure: read('figure', numberIn, 'not_figure_number'),
    note: text('note'),
    text: text('text'),
    public: oneOf('public', ['yes', 'no'], 'no') === 'yes',
    smallest: blankClaim.smallest,
  }
  return { claim, errors }
}

type Read = ReturnType<typeof readPrinted> | null

function measureOf(number: Read, o: { changes: boolean; listed: boolean }): Measure {
  if (o.listed) return 'list'
  if (o.changes) return 'change'
  const percent = number !== null && typeof number === 'object' && 'percent' in number && number.percent
  return percent ? 'share' : 'count'
}

/** Names, captions and lists may be words; every other claim has a number, or says that there is none. */
function valueOf(measure: Measure, number: Read, wrong: (reason: LineReason) => void): Printed | null {
  if (measure === 'name' || measure === 'figure') return null
  if (number === null) {
    if (measure !== 'list') wrong('required')
    return null
  }
  if (typeof number === 'string') {
    wrong(number)
    return null
  }
  if (number.kind === 'number' && !number.percent) {
    if (number.negative && measure !== 'change') wrong('negative_count')
    // A spreadsheet keeps 53% as 0.53 and hands that out.
    if ((measure === 'share' || measure === 'change') && number.at > 0 && number.at < 10_000) wrong('share_as_fraction')
  }
  if (number.kind === 'number' && (measure === 'share' || measure === 'change')) return { ...number, percent: true }
  return number
}

function yearIn(text: string): number | null {
  return /^(?:19|20|21)\d\d$/.test(text) ? Number(text) : null
}

/** "Figure 3" or "3". */
function numberIn(text: string): number | null {
  const found = /^(?:figure|fig\.?)? ?(\d{1,4})$/i.exec(text)?.[1]
  return found === undefined ? null : Number(found)
}

function thresholdIn(text: string): Threshold | null {
  const sign = (['≥', '≤', '>=', '<=', '>', '<'] as const).find(each => text.startsWith(each))
  if (sign === undefined) return null
  const number = readPrinted(text.slice(sign.length))
  if (typeof number === 'string' || number.kind !== 'number') return null
  return { sign: sign === '>=' ? '≥' : sign === '<=' ? '≤' : sign, at: number.at }
}
