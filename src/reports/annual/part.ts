import type { Figure, FigureQuery } from '#figures/figure-shape.ts'
import { figureOf, type Placed } from '../figure-of.ts'
import type { Ground } from '../kind.ts'
import type { Block, DraftFigure, Section } from '../report.ts'

/** A figure and what is said of it. Sentences are made last, from the values as they will be printed. */
export interface Part {
  readonly figure: DraftFigure
  /** As counted: what a sentence may ask about it besides values, such as which remarks it carries. */
  readonly counted: Figure
  /** `printed`: this figure and, by id, all others of the report. Empty: nothing is said. */
  readonly say: (figure: DraftFigure, printed: ReadonlyMap<string, DraftFigure>) => string
}

/** A chapter before it is written. */
export interface Chapter {
  readonly id: string
  readonly title: string
  /** Blocks that hold no counts. */
  readonly before: readonly Block<DraftFigure>[]
  readonly parts: readonly Part[]
  readonly after: readonly Block<DraftFigure>[]
  readonly chapters: readonly Chapter[]
}

export const chapter = (id: string, title: string, o: Partial<Omit<Chapter, 'id' | 'title'>>): Chapter => ({
  id,
  title,
  before: [],
  parts: [],
  after: [],
  chapters: [],
  ...o,
})

/** Asks and places in one go. */
export async function askPart(
  { ask }: Pick<Ground, 'ask'>,
  query: FigureQuery,
  placed: Placed,
  say: Part['say'] = () => '',
): Promise<Part> {
  const counted = await ask(query)
  return { figure: figureOf(counted, query, placed), counted, say }
}

export const partsIn = ({ parts, chapters }: Chapter): Part[] => [...parts, ...chapters.flatMap(partsIn)]

/** The chapter with its sentences, each before the figure whose values it says. */
export function written(from: Chapter, printed: ReadonlyMap<string, DraftFigure>): Section<DraftFigure> {
  const { id, title, before, parts, after, chapters } = from
  const blocks = parts.flatMap(({ figure: { id: of }, say }): Block<DraftFigure>[] => {
    const figure = printed.get(of)
    if (figure === undefined) return []
    const text = say(figure, printed)
    const said: Block<DraftFigure>[] = text === '' ? [] : [{ kind: 'paragraph', text, values: [of] }]
    return [...said, { kind: 'figure', figure }]
  })
  return {
    id,
    title,
    blocks: [...before, ...blocks, ...after],
    sections: chapters.map(each => written(each, printed)),
  }
}
