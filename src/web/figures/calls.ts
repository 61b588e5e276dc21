import type { z } from 'zod'
import type { Link, Question } from '#server/contract/figure-link.ts'
import type * as figures from '#server/contract/figures.ts'
import { call, fetchFile } from '../api/client.ts'

export type Figure = figures.Figure
export type FigureRow = z.infer<typeof figures.FigureRow>
export type Remark = z.infer<typeof figures.Remark>
export type Series = z.infer<typeof figures.Series>
export type Comparison = z.infer<typeof figures.Comparison>
export type FigureChoices = z.infer<typeof figures.FigureChoices>
export type FileFormat = z.infer<typeof figures.FigureFile>['format']

/** The answer to a question of the page, in the shape of its view. */
export type Answer =
  | { readonly view: 'table' | 'map'; readonly figure: Figure }
  | { readonly view: 'time'; readonly series: Series }
  | { readonly view: 'compare'; readonly comparison: Comparison }

export async function answer({ view, query }: Question, signal: AbortSignal): Promise<Answer> {
  switch (view) {
    case 'table':
    case 'map':
      return { view, figure: await call<Figure>('POST', 'figures', query, { signal }) }
    case 'time':
      return { view, series: await call<Series>('POST', 'figures/series', query, { signal }) }
    case 'compare':
      return { view, comparison: await call<Comparison>('POST', 'figures/compare', query, { signal }) }
    default:
      return view satisfies never
  }
}

export const figureChoices = () => call<FigureChoices>('GET', 'figures/choices')

/** What a link shows as a file with its passport, counted anew. */
export const figureFile = (link: Link, format: FileFormat) => fetchFile('figures/file', { link, format })
