import type { z } from 'zod'
import type * as figures from '#server/contract/figures.ts'
import { call } from '../api/client.ts'

export type Figure = figures.Figure
export type FigureRow = z.infer<typeof figures.FigureRow>
export type Remark = z.infer<typeof figures.Remark>
export type FigureQuery = z.input<typeof figures.FigureQuery>
export type FigureChoices = z.infer<typeof figures.FigureChoices>

export const countFigure = (query: FigureQuery, signal: AbortSignal) =>
  call<Figure>('POST', 'figures', query, { signal })
export const figureChoices = () => call<FigureChoices>('GET', 'figures/choices')
