import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx'
import { chartOf, undrawn } from './charts/chart.ts'
import { rasterOf } from './charts/raster.ts'
import { onPaper } from './charts/sheet.ts'
import { docxTable } from './docx-table.ts'
import { measured, signsOf } from './measured.ts'
import { passportOf } from './passport.ts'
import { plainly } from './plain.ts'
import { repacked } from './repack.ts'
import { type Block, figuresOf, type Report, type ReportFigure, type Section } from './report.ts'
import { shownCell, tableOf } from './table.ts'
import { reportWords, type ReportWords } from './words.ts'

type Part = Paragraph | Table

/** A report to edit: headings, sentences and tables are Word's own, charts are pictures that stay sharp, with a plain one beside each. */
export async function reportDocx(given: Report): Promise<Buffer> {
  const report = plainly(given)
  const words = reportWords(report.language, report.direction)
  const writer = writing(words)
  const charts = await drawn(report, words)
  const document = new Document({
    title: report.title,
    creator: 'Waymark',
    lastModifiedBy: 'Waymark',
    styles: { default: { document: { run: { font: 'Noto Sans', size: 20, rightToLeft: words.rtl } } } },
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        footers: { default: new Footer({ children: [footer(report, words)] }) },
        children: [
          ...beginning(report, words),
          ...report.sections.flatMap(section =>
            sectionParts(section, 0, { ...writer, words, numbers: numbersOf(report), charts }),
          ),
        ],
      },
    ],
  })
  return repacked(await Packer.toBuffer(document), report.cutOff)
}

const numbersOf = (report: Report) => new Map(figuresOf(report).map(({ id, number }) => [id, number]))

/** Paragraphs and runs that know the direction of the report. */
function writing({ rtl }: ReportWords) {
  const run = (text: string, look: object = {}) => new TextRun({ text, rightToLeft: rtl, ...look })
  const paragraph = (children: readonly ParagraphChild[], look: object = {}) =>
    new Paragraph({ children, bidirectional: rtl, spacing: { after: 120 }, ...look })
  return { run, paragraph }
}

interface Around extends ReturnType<typeof writing> {
  readonly words: ReportWords
  readonly numbers: ReadonlyMap<string, number>
  /** By number of the figure. */
  readonly charts: ReadonlyMap<number, Drawn>
}

const quiet = { color: '566164', size: 17 } as const

function beginning(report: Report, words: ReportWords): Part[] {
  const { run, paragraph } = writing(words)
  const { text } = words
  const about = [
    [text.period, words.isolate(report.period.label)],
    [text.cutOff, words.moment(report.cutOff)],
    [text.coverage, report.coverage],
  ]
  return [
    paragraph([run(report.title)], { heading: HeadingLevel.TITLE }),
    ...(report.subtitle === null ? [] : [paragraph([run(report.subtitle, { size: 26, color: '566164' })])]),
    paragraph([run(words.mode(report), { bold: true })]),
    ...about.map(([name = '', said = '']) => paragraph([run(`${name}: `, quiet), run(said)])),
    ...(report.caveats.length === 0 ? [] : [paragraph([run(text.caveats, { bold: true })], { keepNext: true })]),
    ...report.caveats.map(caveat => paragraph([run(caveat)], { bullet: { level: 0 } })),
  ]
}

function footer(report: Report, words: ReportWords): Paragraph {
  const { run, paragraph } = writing(words)
  const pages = new TextRun({ ...quiet, children: [' · ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })
  return paragraph([run(`${report.title} · ${words.text.cutOff} ${words.moment(report.cutOff)}`, quiet), pages])
}

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const

function sectionParts(section: Section, level: number, around: Around): Part[] {
  const heading = levels[Math.min(level, levels.length - 1)] ?? HeadingLevel.HEADING_6
  return [
    around.paragraph([around.run(section.title)], { heading, keepNext: true }),
    ...section.blocks.flatMap(block => blockParts(block, around)),
    ...section.sections.flatMap(inner => sectionParts(inner, level + 1, around)),
  ]
}

function blockParts(block: Block, around: Around): Part[] {
  const { run, paragraph, words, numbers } = around
  switch (block.kind) {
    case 'paragraph': {
      const figures = block.values.map(id => words.text.figure(words.number(numbers.get(id) ?? 0)))
      const said = figures.length === 0 ? '' : ` ${words.text.says(figures.join(', '))}`
      return [paragraph([run(block.text), run(said, { color: '0F5C5C' })])]
    }
    case 'figure':
      return figureParts(block.figure, around)
    case 'list':
      return block.items.map(item => paragraph([run(item)], { bullet: { level: 0 } }))
    case 'note':
      return [paragraph([run(block.text, { italics: true })], { indent: { start: 284 } })]
    case 'table':
      return [
        paragraph([run(block.caption, { bold: true })], { keepNext: true }),
        docxTable(
          {
            heads: block.columns.map(({ label, numeric }) => ({ text: label, numeric })),
            rows: block.rows.map(row => block.columns.map((column, at) => shownCell(row[at] ?? null, column, words))),
          },
          words,
        ),
        paragraph([]),
      ]
    case 'entry':
      return entryParts(block.entry, around)
    default:
      return block satisfies never
  }
}

function entryParts(entry: Extract<Block, { kind: 'entry' }>['entry'], { run, paragraph, words }: Around): Part[] {
  const where = [entry.place, entry.on].filter(each => each !== null).join(' · ')
  return [
    ...(where === '' ? [] : [paragraph([run(where, { bold: true })], { keepNext: true })]),
    paragraph([run(entry.text)]),
    ...entry.counts.map(count => {
      const { cell, after } = words.counted(count)
      return paragraph([run(`${count.label}: `), run(cell.text, { bold: true }), run(` ${after}`)], {
        bullet: { level: 0 },
      })
    }),
    ...(entry.partners.length === 0
      ? []
      : [paragraph([run(`${words.text.partners}: ${entry.partners.map(words.isolate).join('; ')}`, quiet)])]),
  ]
}

function figureParts(figure: ReportFigure, { run, paragraph, words, charts }: Around): Part[] {
  const { heads, rows, base } = tableOf(figure, words)
  const left = undrawn(figure)
  const small = (said: string) => paragraph([run(said, quiet)], { spacing: { after: 40 } })
  const label = `${words.text.figure(words.number(figure.number))}. `
  return [
    paragraph([run(label, { bold: true, color: '0F5C5C' }), run(figure.caption, { bold: true })], {
      keepNext: true,
      spacing: { before: 240, after: 40 },
    }),
    paragraph([run(measured(figure, words), quiet)], { keepNext: true }),
    ...picture(figure, charts.get(figure.number)),
    ...(left === 0 ? [] : [small(words.text.onlyInTable(words.number(left)))]),
    docxTable(
      {
        heads: heads.map((text, at) => ({ text, numeric: at > 0 })),
        rows: rows.map(({ head, cells }) => [{ text: head, face: 'text' as const }, ...cells]),
        base: [{ text: base.head, face: 'text' as const }, ...base.cells],
      },
      words,
    ),
    ...signsOf(figure, words).map(small),
    ...passportOf(figure, words).flatMap(({ name, said }) => said.map(each => small(`${name}: ${each}`))),
  ]
}

interface Drawn {
  readonly svg: string
  /** The same, for word processors that draw no SVG. */
  readonly png: Buffer
}

const width = 640

async function drawn(report: Report, words: ReportWords): Promise<ReadonlyMap<number, Drawn>> {
  const charts = new Map<number, Drawn>()
  for (const figure of figuresOf(report)) {
    const svg = chartOf(figure, words, { width, rtl: words.rtl, paint: onPaper, prefix: `f${figure.number}` })
    if (svg !== null) charts.set(figure.number, { svg, png: await rasterOf(svg) })
  }
  return charts
}

function picture({ number, alt }: ReportFigure, chart: Drawn | undefined): Paragraph[] {
  if (chart === undefined) return []
  const height = Number(/ height="(\d+)"/.exec(chart.svg)?.[1] ?? 0)
  const name = `figure-${number}`
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      children: [
        new ImageRun({
          type: 'svg',
          data: Buffer.from(chart.svg),
          fallback: { type: 'png', data: chart.png },
          transformation: { width, height },
          altText: { id: String(number), name, title: name, description: alt },
        }),
      ],
    }),
  ]
}
