import { isAnswered, plainText } from '#dictionary/answer.ts'
import type { Content } from '#dictionary/answer.ts'
import { type Dimension, scales, type SurveyItem, sustainability } from '#dictionary/data/sustainability.ts'

/** Scores 0 (worst) to 1 (best); null when too little was answered. */
export interface Scores {
  readonly economic: number | null
  readonly social: number | null
  readonly psychosocial: number | null
  /** The mean of the three; null unless all three are known. */
  readonly composite: number | null
}

/** Scores of one asking by the table of `data/sustainability.ts`. Declined and unknown answers leave the mean, they are not 0. */
export function scoresOf(content: Content): Scores {
  const of = (dimension: Dimension) =>
    mean(
      sustainability.items.filter(item => item.dimension === dimension),
      content,
    )
  const [economic, social, psychosocial] = [of('economic'), of('social'), of('psychosocial')]
  const all = economic !== null && social !== null && psychosocial !== null
  return { economic, social, psychosocial, composite: all ? (economic + social + psychosocial) / 3 : null }
}

function mean(items: readonly SurveyItem[], content: Content): number | null {
  const scores = items.flatMap(({ id, list }) => {
    const answer = content[id]
    const score = isAnswered(answer) ? (scales[list] as Readonly<Record<string, number>>)[plainText(answer)] : undefined
    return score === undefined ? [] : [score]
  })
  if (scores.length === 0 || scores.length < items.length * sustainability.answeredAtLeast) return null
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}
