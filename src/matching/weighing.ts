import type { Content } from '#dictionary/answer.ts'
import type { Candidate } from '#linkage/predict/weigh.ts'
import { weighHere } from '#linkage/predict/weigh-here.ts'
import { knownModel } from './known-model.ts'
import { personRow } from './person-columns.ts'

/** A person held against others by the model, the likeliest first. Nothing of them stays. */
export const weigh = (person: Content, others: readonly { id: string; content: Content }[]): readonly Candidate[] =>
  others.length === 0
    ? []
    : weighHere(
        knownModel,
        personRow(person),
        others.map(({ id, content }) => ({ id, row: personRow(content) })),
      )
