import { z } from 'zod'

/** What a table release shows, as cells.json holds it for the next release of the same persons. */
const Published = z.object({
  /** Fingerprint of the persons, salted. */
  input: z.string(),
  /** Numbers are rounded to multiples of this; null: they are exact. */
  base: z.int().nullable(),
  cells: z.array(z.object({ id: z.string(), n: z.number().nullable() })),
})
export type PublishedTable = z.infer<typeof Published>

export const readPublished = (text: string): PublishedTable => Published.parse(JSON.parse(text))
