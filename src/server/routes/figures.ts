import { countFigure, figureChoices } from '#figures/figure.ts'
import { Figure, FigureChoices, FigureQuery } from '../contract/figures.ts'
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
    method: 'GET',
    path: '/figures/choices',
    tag: 'figures',
    about: 'What can be counted: indicators, dimensions, years.',
    may: 'count',
    reply: FigureChoices,
    run: (_, { register }) => figureChoices(register),
  }),
]
