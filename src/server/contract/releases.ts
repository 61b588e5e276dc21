import { z } from 'zod'
import { Id, Instant, Line } from './shared.ts'

export const releaseMethods = ['dp', 'table', 'kanon'] as const
export const releaseSchemas = ['ctdc-c', 'ctdc-b', 'ctdc-a'] as const
const Column = z.string().regex(/^[A-Za-z]\w{0,60}$/)

/** What is to be published of the register. All of it is public; what does not belong to the method is left out. */
export const ReleaseAsked = z
  .object({
    method: z.enum(releaseMethods),
    schema: z.enum(releaseSchemas),
    columns: z.array(Column).min(1).max(30),
    /** dp: how much may be learned of one person. */
    epsilon: z.number().gt(0).max(100).optional(),
    /** How many values are counted together; dp and kanon. */
    reportingLength: z.int().min(1).max(4).optional(),
    /** kanon and table. */
    k: z.int().min(3).max(100).optional(),
    /** table: rounded to multiples of this instead of hidden. */
    round: z.int().min(3).max(100).optional(),
  })
  .meta({ id: 'ReleaseAsked' })
export type ReleaseAsked = z.infer<typeof ReleaseAsked>

export const AskRelease = z.object({ id: Id, reason: Line(500), asked: ReleaseAsked })

const Said = z.object({ code: z.string(), message: z.string() })
/** What this server does about it now. */
const Doing = z.object({ what: z.enum(['preview', 'publish']), step: z.string(), share: z.number() })

export const Release = z
  .object({
    id: Id,
    asked: ReleaseAsked,
    reason: z.string(),
    askedBy: z.string(),
    askedAt: Instant,
    state: z.enum(['asked', 'published', 'failed', 'withdrawn']),
    endedAt: Instant.nullable(),
    problem: Said.nullable(),
    approvals: z.array(z.object({ by: z.string(), at: Instant })),
    /** How many more have to look at it and say yes. */
    needed: z.int(),
    /** The reader said yes. */
    mine: z.boolean(),
    files: z.array(z.object({ name: z.string(), size: z.int(), sha256: z.string() })),
    doing: Doing.nullable(),
  })
  .meta({ id: 'Release' })
export const Releases = z.object({ items: z.array(Release) }).meta({ id: 'Releases' })

const Share = z.object({ of: z.int(), share: z.number() })

/** How one such release stands against the persons. Computed from them: for inside, never published. */
export const ReleasePreview = z
  .object({
    state: z.enum(['none', 'running', 'ready', 'failed']),
    problem: Said.nullable(),
    card: z
      .object({
        persons: z.int(),
        records: z.int().nullable(),
        lengths: z.array(
          z.object({
            length: z.int(),
            sensitive: z.int(),
            meanCount: z.number(),
            error: z.number(),
            suppressedShare: z.number(),
            fabricatedOfSensitive: z.number(),
            fabricatedOfReleased: z.number(),
            fabricatedByCount: z.number(),
            rareShown: z.int(),
            zeros: z.number(),
            zerosRight: z.number(),
          }),
        ),
        /** Values that few persons have, such as small countries, and of these those shown. */
        small: z.object({ below: z.int(), of: z.int(), told: z.int() }).nullable(),
        risk: z
          .object({
            copies: Share,
            copiesOfRare: z.int(),
            copiesOfUnique: z.int(),
            linked: Share,
            inferred: Share,
            inferredByCommonest: Share,
          })
          .nullable(),
        /** table: cells, of these hidden, and the narrowest interval of a hidden one. */
        cells: z.object({ all: z.int(), hidden: z.int(), narrowest: z.number().nullable() }).nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'ReleasePreview' })

/** What can be asked: columns of each schema, and what was spent this year. */
export const ReleaseChoices = z
  .object({
    schemas: z.array(z.object({ name: z.enum(releaseSchemas), columns: z.array(z.string()) })),
    spent: z.number(),
    cap: z.number(),
  })
  .meta({ id: 'ReleaseChoices' })

export const ByReleaseFile = z.object({ id: Id, name: z.string().regex(/^[a-z0-9-]{1,40}\.[a-z]{2,5}$/) })
