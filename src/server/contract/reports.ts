import { z } from 'zod'
import { ById, Id, Instant, Line } from './shared.ts'

/** A count: a number; null: not available; c: suppressed. */
const Count = z.union([z.int(), z.literal('c')]).nullable()
const Mode = z.enum(['internal', 'public'])
const Values = z.record(Line(40), z.string().max(80))

export const ReportKinds = z
  .array(
    z.object({
      id: z.string(),
      about: z.string(),
      modes: z.array(Mode),
      parameters: z.array(
        z.object({
          id: z.string(),
          type: z.enum(['year', 'years', 'day', 'country', 'name', 'code']),
          about: z.string(),
          optional: z.boolean(),
        }),
      ),
    }),
  )
  .meta({ id: 'ReportKinds' })

export const AskedReport = z
  .object({ kind: Line(40), mode: Mode, parameters: Values })
  .meta({ id: 'AskedReport', description: 'A kind of report and what it has to be told.' })

/** Work that takes a while: asked for its state until it is no longer running. */
export const ReportJob = z
  .object({
    id: Id,
    state: z.enum(['running', 'done', 'stopped', 'failed']),
    doing: z.enum(['counting', 'writing']),
    done: z.int(),
    of: z.int(),
    /** Of a report that is done. */
    files: z.array(z.object({ name: z.string(), sha256: z.string(), size: z.int() })),
    /** Why it failed, in the words of a refusal. */
    problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .meta({ id: 'ReportJob' })
export type ReportJob = z.infer<typeof ReportJob>

export const Publication = z
  .object({
    id: Id,
    kind: z.string(),
    parameters: z.record(z.string(), z.string()),
    mode: Mode,
    title: z.string(),
    cutOff: Instant,
    dictionary: z.int(),
    /** Numbers of persons below it are hidden; null: internal, or from before it could be chosen. */
    threshold: z.int().nullable(),
    publishedBy: z.string(),
    publishedAt: Instant,
    /** The second person of a public report. */
    approvedBy: z.string().nullable(),
    approvedAt: Instant.nullable(),
    /** The reader may be that person. */
    mayApprove: z.boolean(),
    files: z.array(z.object({ name: z.string(), sha256: z.string(), size: z.int() })),
  })
  .meta({ id: 'Publication', description: 'A report as it was published, for good.' })
export type Publication = z.infer<typeof Publication>

const ThenNow = z.object({ label: z.string(), published: Count, now: Count })
export const Comparison = z
  .object({
    publishedCutOff: Instant,
    nowCutOff: Instant,
    figures: z.array(
      z.object({
        id: z.string(),
        number: z.int().nullable(),
        /** The report has this figure only now. */
        isNew: z.boolean(),
        caption: z.string(),
        unit: z.string(),
        /** Null: nothing that the rows are parts of. */
        base: ThenNow.nullable(),
        rows: z.array(ThenNow),
        changed: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Comparison', description: 'What was published beside what is counted now, figure by figure.' })
export type Comparison = z.infer<typeof Comparison>

/** A file of a report: one of few names, never a path. */
export const ByFile = ById.extend({ name: z.string().regex(/^[a-z]{1,20}\.[a-z]{3,4}$/) })

const HeldFigures = z.object({
  compared: z.int(),
  differing: z.array(
    z.object({
      id: z.string(),
      number: z.int(),
      caption: z.string(),
      /** Label null: the base. */
      differs: z.array(z.object({ label: z.string().nullable(), printed: Count, found: Count })),
    }),
  ),
  notCompared: z.array(
    z.object({
      number: z.int(),
      caption: z.string(),
      why: z.enum(['not_counted', 'not_there', 'cannot_be_asked']),
    }),
  ),
})
export const Held = z
  .object({
    /** Of the file. */
    cutOff: z.string(),
    /** Null: nothing was published with it that the reader may see. */
    published: z
      .object({ id: Id, title: z.string(), publishedAt: Instant, same: z.boolean(), held: HeldFigures })
      .nullable(),
    now: HeldFigures,
  })
  .meta({ id: 'Held', description: 'A figures.json beside what was published and what is counted now.' })

export const SmallNumbers = z
  .object({
    /** The smallest number of persons that a text for the public shows. */
    threshold: z.int(),
    least: z.int(),
    most: z.int(),
    usual: z.int(),
    /** Null: nobody chose yet. */
    setBy: z.string().nullable(),
    setAt: Instant.nullable(),
  })
  .meta({ id: 'SmallNumbers' })
export const ChosenThreshold = z.object({ threshold: z.int() }).meta({ id: 'ChosenThreshold' })
