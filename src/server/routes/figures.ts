import { compareFigures } from '#figures/compare.ts'
import { countFigure, figureChoices } from '#figures/figure.ts'
import { countSeries } from '#figures/series.ts'
import type { Actor } from '#access/permission.ts'
import type { Register } from '#register/register.ts'
import { reportCsv } from '#reports/csv.ts'
import { comparisonReport, figureReport, seriesReport } from '#reports/explorer.ts'
import type { Report } from '#reports/report.ts'
import { reportXlsx } from '#reports/xlsx.ts'
import { type Question, questionOf, readLink } from '../contract/figure-link.ts'
import {
  Comparison,
  ComparisonQuery,
  Figure,
  FigureChoices,
  FigureFile,
  FigureQuery,
  Series,
  SeriesQuery,
} from '../contract/figures.ts'
import { Bytes } from '../contract/shared.ts'
import { Refused } from '../problems.ts'
import { registerRoute, signedIn } from '../route.ts'

/** Counts, each with its passport; read as a database role that sees coded facts only. */
export const figureRoutes = [
  registerRoute({
    method: 'POST',
    path: '/figures',
    tag: 'figures',
    about: 'Counts an indicator by up to two dimensions, within the offices you may count.',
    may: 'count',
    body: FigureQuery,
    reply: Figure,
    run: ({ body }, { register, actor }) => countFigure(register, signedIn(actor), body),
  }),

  registerRoute({
    method: 'POST',
    path: '/figures/compare',
    tag: 'figures',
    about: 'Counts two years under the same conditions; the change, or the reason why they are not comparable.',
    may: 'count',
    body: ComparisonQuery,
    reply: Comparison,
    run: ({ body }, { register, actor }) => compareFigures(register, signedIn(actor), body),
  }),

  registerRoute({
    method: 'POST',
    path: '/figures/series',
    tag: 'figures',
    about: 'Counts an indicator by year or by month, by at most one dimension.',
    may: 'count',
    body: SeriesQuery,
    reply: Series,
    run: ({ body }, { register, actor }) => countSeries(register, signedIn(actor), body),
  }),

  registerRoute({
    method: 'GET',
    path: '/figures/choices',
    tag: 'figures',
    about: 'What can be counted: indicators, dimensions, years.',
    may: 'count',
    reply: FigureChoices,
    run: (_, { register }) => figureChoices(register),
  }),

  registerRoute({
    method: 'POST',
    path: '/figures/file',
    tag: 'figures',
    about:
      'What a link of the page Figures shows, counted within the offices you may count, as a file with its passport.',
    may: 'count',
    body: FigureFile,
    reply: Bytes,
    file: 'application/octet-stream',
    run: async ({ body }, { register, actor }, door) => {
      const read = readLink(body.link)
      if (!read.ok) throw new Refused('invalid', { problems: [{ code: 'bad_link', field: read.part }] })
      const report = await reportOf(register, signedIn(actor), questionOf(read.asked))
      const { name, contentType, write } = formats[body.format]
      const bytes = await write(report)
      door.attach({ name, contentType })
      return bytes
    },
  }),
]

const formats = {
  csv: {
    name: 'figure.csv',
    contentType: 'text/csv; charset=utf-8',
    write: async (report: Report) => Buffer.from(reportCsv(report)),
  },
  xlsx: {
    name: 'figure.xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: reportXlsx,
  },
} as const

async function reportOf(register: Register, actor: Actor, { view, query }: Question): Promise<Report> {
  const words = { dictionary: register.dictionary(), offices: register.offices() }
  switch (view) {
    case 'table':
    case 'map':
      return figureReport(await countFigure(register, actor, query), query, words)
    case 'compare':
      return comparisonReport(await compareFigures(register, actor, query), words)
    case 'time': {
      const { indicator, where, from, to } = query
      const year = Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
      const series = await countSeries(register, actor, query)
      // Over all its years each unit counts once: a sum of years would count some persons twice.
      const whole = await countFigure(register, actor, { indicator, by: [], where: { ...where, year } })
      return seriesReport(series, whole, words)
    }
    default:
      return view satisfies never
  }
}
