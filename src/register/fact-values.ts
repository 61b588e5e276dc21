import type { DimensionValue } from '#casework/fact-dimensions.ts'
import type { FactKind } from '#dictionary/dimensions.ts'
import { factDimensions } from './fact-columns.ts'
import type { Work } from './work.ts'

/** The dimensions of a fact as the values of its columns, in their order: a text, or texts where several may hold. */
export function dimensionValues(
  work: Pick<Work, 'dictionary'>,
  kind: FactKind,
  dims: Readonly<Record<string, DimensionValue>>,
): unknown[] {
  return factDimensions(work.dictionary, kind).map(dimension => {
    const value = dims[dimension.id] ?? null
    if (value === null) return null
    if (dimension.multiple) return typeof value === 'string' ? [value] : value
    return typeof value === 'string' ? value : (value[0] ?? null)
  })
}
