import { z } from 'zod'

/** Name of a prepared column: what `prepare` of the settings makes. */
export const ColumnName = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'Names of prepared columns are small letters, digits and underscores.')

/**
 * When a pair of records reaches a level. A condition on a column that either record lacks does not hold.
 * Text is compared as it was prepared; the functions of the engines count bytes, so prepared text is ASCII.
 */
export type Condition =
  | { readonly equal: string | readonly string[] }
  | { readonly crossed: readonly [string, string] }
  | { readonly similar: string; readonly atLeast: number }
  | { readonly distance: string; readonly by: 'levenshtein' | 'damerau' | 'digits'; readonly atMost: number }
  | { readonly near: string; readonly within: number }
  | { readonly share: string; readonly atLeast: number }
  | { readonly either: string; readonly is: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ equal: z.union([ColumnName, z.array(ColumnName).min(1)]) }),
    z.strictObject({ crossed: z.tuple([ColumnName, ColumnName]) }),
    z.strictObject({ similar: ColumnName, atLeast: z.number().min(0).max(1) }),
    z.strictObject({
      distance: ColumnName,
      by: z.enum(['levenshtein', 'damerau', 'digits']),
      atMost: z.int().min(0).max(20),
    }),
    z.strictObject({ near: ColumnName, within: z.number().min(0) }),
    z.strictObject({ share: ColumnName, atLeast: z.int().min(1).default(1) }),
    z.strictObject({ either: ColumnName, is: z.string() }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
  ]),
)

/** Columns of lists whose items a condition compares. */
export function listsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(listsOf)
  if ('any' in condition) return condition.any.flatMap(listsOf)
  return 'share' in condition ? [condition.share] : []
}

/** Columns that a condition reads, each once. */
export function columnsOf(condition: Condition): string[] {
  if ('all' in condition) return [...new Set(condition.all.flatMap(columnsOf))]
  if ('any' in condition) return [...new Set(condition.any.flatMap(columnsOf))]
  if ('equal' in condition) return typeof condition.equal === 'string' ? [condition.equal] : [...condition.equal]
  if ('crossed' in condition) return [...condition.crossed]
  if ('similar' in condition) return [condition.similar]
  if ('distance' in condition) return [condition.distance]
  if ('near' in condition) return [condition.near]
  if ('share' in condition) return [condition.share]
  return [condition.either]
}
