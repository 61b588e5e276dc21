import type { DimensionValue } from '#casework/fact-dimensions.ts'
import type { FactKind } from '#dictionary/dimensions.ts'
import type { Answer } from './fact-codes.ts'
import { factDimensions } from './fact-columns.ts'
import type { Work } from './work.ts'

/** The dimensions of a fact in the order of their columns: one word, or words where several may hold. */
export function dimensionValues(
  work: Pick<Work, 'dictionary'>,
  kind: FactKind,
  dims: Readonly<Record<string, DimensionValue>>,
): Answer[] {
  return factDimensions(work.dictionary, kind).map(dimension => {
    const value = dims[dimension.id] ?? null
    if (value === null) return null
    if (dimension.multiple) return typeof value === 'string' ? [value] : value
    return typeof value === 'string' ? value : (value[0] ?? null)
  })
}
