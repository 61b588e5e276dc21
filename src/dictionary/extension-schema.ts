import { z } from 'zod'
import { fieldKinds, sensitivities } from './field.ts'
import type { Condition } from './questionnaire.ts'

/** The written form of an extension: what an organisation adds to the built-in dictionary, as data in a table. */

/** Language tag -> text. English is the one that every screen can fall back to. */
const Labels = z.object({ en: z.string().min(1).max(300) }).catchall(z.string().min(1).max(300))
/** Short, because figures make columns of them. */
const OwnId = z
  .string()
  .regex(/^own_[a-z0-9]+(_[a-z0-9]+)*$/)
  .max(40)
const CodeId = z
  .string()
  .regex(/^[a-z0-9]+(_[a-z0-9]+)*$/)
  .max(60)
const Outside = z.string().min(1).max(120)

const ExtensionCode = z.strictObject({
  code: CodeId,
  label: Labels,
  group: z.string().exactOptional(),
  htcds: Outside.exactOptional(),
  ctdcA: Outside.exactOptional(),
  ctdcB: Outside.exactOptional(),
  ctdcC: Outside.exactOptional(),
  core: Outside.exactOptional(),
  until: z.string().exactOptional(),
})

const ExtensionField = z.strictObject({
  type: z.string(),
  id: OwnId,
  kind: z.enum(fieldKinds),
  list: z.string().exactOptional(),
  to: z.string().exactOptional(),
  label: Labels,
  help: Labels.exactOptional(),
  class: z.enum(sensitivities).exclude(['protected']),
  section: z.string().exactOptional(),
  /** The field becomes a dimension of the figures under its own id. */
  dimension: z.literal(true).exactOptional(),
  protective: z.literal(true).exactOptional(),
  htcds: Outside.exactOptional(),
  ctdc: Outside.exactOptional(),
  core: Outside.exactOptional(),
  min: z.int().exactOptional(),
  max: z.int().exactOptional(),
  length: z.int().min(1).max(50_000).exactOptional(),
})

const ExtensionList = z.strictObject({ id: OwnId, label: Labels, codes: z.array(ExtensionCode).min(1).max(500) })

const pair = z.tuple([z.string(), z.string()])
const ConditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ is: pair }),
    z.strictObject({ marked: pair }),
    z.strictObject({ answered: z.string() }),
    z.strictObject({ all: z.array(ConditionSchema) }),
    z.strictObject({ any: z.array(ConditionSchema) }),
    z.strictObject({ not: ConditionSchema }),
  ]),
)

const ExtensionQuestion = z.strictObject({
  id: CodeId,
  kind: z.enum(['text', 'long_text', 'code', 'codes', 'marks', 'mark', 'date', 'integer', 'money']),
  list: z.string().exactOptional(),
  label: Labels,
  help: z.string().max(1000).exactOptional(),
  field: z.strictObject({ type: z.string(), field: z.string(), code: z.string().exactOptional() }).exactOptional(),
  dimension: z.literal([1, 2, 3, 4, 5, 6]).exactOptional(),
  strength: z.enum(['S', 'M', 'W', '-', '?']).exactOptional(),
  relevant: ConditionSchema.exactOptional(),
  sensitive: z.literal(true).exactOptional(),
})

const ExtensionQuestionnaire = z.strictObject({
  id: OwnId,
  version: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,19}$/),
  title: z.string().min(1).max(200),
  provenance: z.string().min(1).max(1000),
  verified: z.boolean(),
  sections: z
    .array(
      z.strictObject({
        id: CodeId,
        label: z.string().min(1).max(200),
        help: z.string().max(1000).exactOptional(),
        questions: z.array(ExtensionQuestion).max(300),
      }),
    )
    .min(1)
    .max(60),
})

export const Extension = z.strictObject({
  note: z.string().max(1000).exactOptional(),
  fields: z.array(ExtensionField).max(300).default([]),
  lists: z.array(ExtensionList).max(100).default([]),
  /** Codes added to a list that exists: with own_ for a built-in list. */
  codes: z
    .array(z.strictObject({ list: z.string(), ...ExtensionCode.shape }))
    .max(500)
    .default([]),
  questionnaires: z.array(ExtensionQuestionnaire).max(50).default([]),
  /** Built-ins no longer offered: `type.field`, `list.code` or `questionnaire@version`. */
  hidden: z.array(z.string()).max(1000).default([]),
  /** What was hidden by an earlier version and is offered again. */
  shown: z.array(z.string()).max(1000).default([]),
})
export type Extension = z.infer<typeof Extension>
export type OwnField = Extension['fields'][number]
export type OwnList = Extension['lists'][number]
export type OwnCode = OwnList['codes'][number]
export type OwnQuestionnaire = Extension['questionnaires'][number]
