import { type Entry, figuresOf, partsOf, type Report, type ReportFigure, type Section } from './report.ts'
import type { ReportWords } from './words.ts'

/** A column of the long table: its head in words and its tag (HXL 1.1, hxlstandard.org). */
export interface LongColumn {
  readonly head: string
  readonly tag: string
}

export type LongCell = string | number | null

/**
 * Everything a report counts as one table, a line a number: easier to filter, join and load than a file a figure, and no
 * number can lose its passport. A value is a number, “c” or “n/a”; the column beside it says which.
 */
export function longTable(report: Report, words: ReportWords): { columns: LongColumn[]; rows: LongCell[][] } {
  const { columns: heads } = words.text
  const columns: LongColumn[] = [
    { head: heads.number, tag: '#meta+figure+num' },
    { head: heads.id, tag: '#meta+figure+id' },
    { head: heads.caption, tag: '#description' },
    { head: heads.indicator, tag: '#indicator+name' },
    { head: heads.unit, tag: '#indicator+unit' },
    { head: heads.from, tag: '#date+start' },
    { head: heads.to, tag: '#date+end' },
    { head: heads.accumulation, tag: '#indicator+accumulation' },
    { head: heads.dimension, tag: '#indicator+dimension+first' },
    { head: heads.code, tag: '#indicator+code+first' },
    { head: heads.label, tag: '#indicator+label+first' },
    { head: heads.secondDimension, tag: '#indicator+dimension+second' },
    { head: heads.secondCode, tag: '#indicator+code+second' },
    { head: heads.secondLabel, tag: '#indicator+label+second' },
    { head: heads.value, tag: '#indicator+value+num' },
    { head: heads.status, tag: '#status+value' },
    { head: heads.share, tag: '#indicator+value+pct' },
    { head: heads.base, tag: '#indicator+base+num' },
    { head: heads.baseOf, tag: '#indicator+base+label' },
    { head: heads.coverage, tag: '#meta+coverage' },
    { head: heads.caveats, tag: '#meta+caveats' },
    { head: heads.cutOff, tag: '#date+cutoff' },
    { head: heads.mode, tag: '#meta+mode' },
  ]
  const rows = [
    ...figuresOf(report).flatMap(figure => figureRows(figure, report, words)),
    ...entriesOf(report.sections).flatMap(entry => entryRows(entry, report, words)),
  ]
  return { columns, rows }
}

function figureRows(figure: ReportFigure, report: Report, words: ReportWords): LongCell[][] {
  const { number, id, caption, indicator, unit, period, accumulation, base, by, coverage } = figure
  const begin = [number, id, caption, indicator, unit, period.from, period.to, accumulation]
  const caveats = [...figure.notAvailable, ...figure.caveats, ...(figure.sumNote === null ? [] : [figure.sumNote])]
  const end = [valueOf(base.n), words.of(base.of), coverage, caveats.join(' '), report.cutOff, report.mode]
  const status = (n: ReportFigure['base']['n']) => words.text.status[statusOf(n)]
  const whole = [...begin, ...six, valueOf(base.n), status(base.n), null, ...end]
  const rows = figure.rows.map(row => {
    const parts = partsOf(row)
    const places = [0, 1].flatMap(at => {
      const part = parts[at]
      return part === undefined ? [null, null, null] : [by[at]?.label ?? null, part.key, part.label]
    })
    return [...begin, ...places, valueOf(row.n), status(row.n), valueOf(row.share), ...end]
  })
  return [...rows, whole]
}

function entryRows({ place, on, text, counts }: Entry, report: Report, words: ReportWords): LongCell[][] {
  return counts.map(({ label, unit, n, accumulation, day }) => [
    null,
    null,
    [on, text].filter(each => each !== null).join(': '),
    label,
    unit,
    accumulation === 'since' ? day : report.period.from,
    accumulation === 'in_period' || accumulation === 'since' ? report.period.to : (day ?? report.period.to),
    accumulation,
    ...(place === null ? [null, null, null] : [words.text.place, null, place]),
    null,
    null,
    null,
    valueOf(n),
    words.text.status[statusOf(n)],
    null,
    null,
    null,
    report.coverage,
    report.caveats.join(' '),
    report.cutOff,
    report.mode,
  ])
}

const six = [null, null, null, null, null, null]

/** n/a and c, so that neither is taken for an empty cell, and an empty cell for neither. */
const valueOf = (n: ReportFigure['base']['n']): LongCell => (n === null ? 'n/a' : n)

const statusOf = (n: ReportFigure['base']['n']) => (n === null ? 'notAvailable' : n === 'c' ? 'suppressed' : 'counted')

const entriesOf = (sections: readonly Section[]): Entry[] =>
  sections.flatMap(({ blocks, sections: inner }) => [
    ...blocks.flatMap(block => (block.kind === 'entry' ? [block.entry] : [])),
    ...entriesOf(inner),
  ])
