import { z } from 'zod'
import { LinkageProblem } from './problem.ts'
import { Settings } from './settings/settings.ts'

/** The version of what a model means. A reader refuses any other. */
export const modelVersion = 1

const LevelChances = z.strictObject({
  label: z.string(),
  /** Share of pairs of one person that reach this level, of those that the comparison says anything about. */
  m: z.number().gt(0).lte(1),
  /** The same among pairs of two persons. */
  u: z.number().gt(0).lte(1),
})

const Chances = z.strictObject({
  name: z.string(),
  /** In the order of the settings' levels, then "different". */
  levels: z.array(LevelChances),
  /** Strangers' agreement may go with that of another comparison (its index): u for each level of that one. */
  leans: z.strictObject({ on: z.int().min(0), u: z.array(z.array(z.number().gt(0).lte(1))) }).nullable(),
  /** Sessions of EM that taught it. 0: the beginning values stand. */
  sessions: z.int().min(0),
})
export type Chances = z.infer<typeof Chances>

const Frequencies = z.strictObject({
  column: z.string(),
  /** Share of records of each value that at least `smallest` records have; nothing else of the records is kept. */
  values: z.record(z.string(), z.number()),
  smallest: z.int(),
  /** Share of records that a value has which is not listed. */
  other: z.number().gt(0),
  /** Chance that two records drawn blindly have the same value. */
  agreement: z.number().gt(0),
})
export type Frequencies = z.infer<typeof Frequencies>

export const Model = z.strictObject({
  format: z.literal('waymark.linkage.model'),
  version: z.literal(modelVersion),
  settings: Settings,
  /** Chance that two records drawn blindly are one person. */
  prior: z.number().gt(0).lt(1),
  /** The same for two sources, where they differ. */
  priors: z.array(z.strictObject({ left: z.string(), right: z.string(), prior: z.number().gt(0).lt(1) })),
  comparisons: z.array(Chances),
  frequencies: z.array(Frequencies),
  trained: z.strictObject({
    records: z.int(),
    randomPairs: z.number(),
    sessions: z.array(
      z.strictObject({ block: z.array(z.string()), pairs: z.number(), rounds: z.int(), matches: z.number() }),
    ),
    priorOfRules: z.number().nullable(),
    warnings: z.array(z.string()),
  }),
})
export type Model = z.infer<typeof Model>

/** @throws LinkageProblem `model_invalid` for anything that is not a model of this version. */
export function parseModel(value: unknown): Model {
  const parsed = Model.safeParse(value)
  if (parsed.success) return parsed.data
  const version = (value as { version?: unknown } | null)?.version
  const reason =
    version !== undefined && version !== modelVersion
      ? `it has version ${JSON.stringify(version)}, and this program reads version ${modelVersion}`
      : parsed.error.issues
          .slice(0, 3)
          .map(issue => `${issue.path.join('.')}: ${issue.message}`)
          .join('; ') || 'it is not a model'
  throw new LinkageProblem('model_invalid', `The model cannot be used: ${reason}. Train one with --train.`)
}
