import { compareFigures } from '#figures/compare.ts'
import { countFigure, figureChoices } from '#figures/figure.ts'
import { countSeries } from '#figures/series.ts'
import {
  Comparison,
  ComparisonQuery,
  Figure,
  FigureChoices,
  FigureQuery,
  Series,
  SeriesQuery,
} from '../contract/figures.ts'
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
    about: 'Counts an indicator year by year, by at most one dimension.',
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
]
