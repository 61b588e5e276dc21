import { chartOf, undrawn } from './charts/chart.ts'
import { onPaper } from './charts/sheet.ts'
import { measured, signsOf } from './measured.ts'
import { passportOf } from './passport.ts'
import { plainly } from './plain.ts'
import { type Block, type Entry, figuresOf, type Report, type ReportFigure, type Section } from './report.ts'
import { shownCell, tableOf } from './table.ts'
import { typeset } from './typeset.ts'
import { reportWords, type ReportWords } from './words.ts'

/** A report as PDF: text that can be searched and read aloud, fonts embedded, the same bytes for the same report. */
export function reportPdf(given: Report): Promise<Buffer> {
  const report = plainly(given)
  const words = reportWords(report.language, report.direction)
  const numbers = new Map(figuresOf(report).map(({ id, number }) => [id, number]))
  const { text } = words
  const at = new Date(report.cutOff)
  const data = {
    language: /^[a-z]{2,3}(?=-|$)/.exec(report.language)?.[0] ?? 'en',
    direction: report.direction,
    date: { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() },
    words: { caveats: text.caveats, contents: text.contents },
    title: report.title,
    subtitle: report.subtitle,
    mode: words.mode(report),
    footer: `${words.isolate(report.title)} · ${text.cutOff} ${words.moment(report.cutOff)}`,
    about: [
      { name: text.period, said: [words.isolate(report.period.label)] },
      { name: text.cutOff, said: [words.moment(report.cutOff)] },
      { name: text.coverage, said: [report.coverage] },
    ],
    caveats: report.caveats,
    contents: report.sections.length > 1,
    blocks: report.sections.flatMap(section => blocksOf(section, 1, { words, numbers })),
  }
  return typeset('report.typ', data, at)
}

interface Around {
  readonly words: ReportWords
  readonly numbers: ReadonlyMap<string, number>
}

function blocksOf(section: Section, level: number, around: Around): unknown[] {
  return [
    { kind: 'heading', level: Math.min(6, level), text: section.title },
    ...section.blocks.map(block => blockOf(block, around)),
    ...section.sections.flatMap(inner => blocksOf(inner, level + 1, around)),
  ]
}

function blockOf(block: Block, around: Around): unknown {
  const { words, numbers } = around
  switch (block.kind) {
    case 'paragraph':
      return {
        ...block,
        refs: block.values.map(id => {
          const number = numbers.get(id) ?? 0
          return { anchor: anchor(number), text: words.text.figure(words.number(number)) }
        }),
      }
    case 'figure':
      return { kind: 'figure', figure: figureData(block.figure, words) }
    case 'table':
      return {
        kind: 'table',
        caption: block.caption,
        heads: block.columns.map(({ label }) => label),
        numeric: block.columns.map(({ numeric }) => numeric),
        rows: block.rows.map(row => block.columns.map((column, at) => shownCell(row[at] ?? null, column, words))),
      }
    case 'entry':
      return { kind: 'entry', ...entryData(block.entry, words) }
    case 'list':
    case 'note':
      return block
    default:
      return block satisfies never
  }
}

const anchor = (number: number) => `figure-${number}`

function figureData(figure: ReportFigure, words: ReportWords): unknown {
  const left = undrawn(figure)
  const drawing = { width: 700, rtl: words.rtl, paint: onPaper, prefix: `f${figure.number}` }
  return {
    anchor: anchor(figure.number),
    label: words.text.figure(words.number(figure.number)),
    caption: figure.caption,
    measured: measured(figure, words),
    chart: chartOf(figure, words, drawing),
    alt: figure.alt,
    undrawn: left === 0 ? null : words.text.onlyInTable(words.number(left)),
    ...tableOf(figure, words),
    signs: signsOf(figure, words),
    passport: passportOf(figure, words),
  }
}

const entryData = (entry: Entry, words: ReportWords) => ({
  place: entry.place,
  on: entry.on,
  text: entry.text,
  partners:
    entry.partners.length === 0 ? null : `${words.text.partners}: ${entry.partners.map(words.isolate).join('; ')}`,
  counts: entry.counts.map(count => ({ label: count.label, ...words.counted(count) })),
})
