import { z } from 'zod'

/** A published statement, as far as a reader needs it beside a finding. */
export const ProofClaim = z.object({
  id: z.string(),
  /** Line of the file; null when it comes from a report. */
  line: z.int().nullable(),
  printed: z.string(),
  indicator: z.string(),
  unit: z.string().nullable(),
  category: z.string().nullable(),
  scope: z.string().nullable(),
  period: z.string().nullable(),
  source: z.string().nullable(),
})

export const ProofFinding = z.object({
  lint: z.string(),
  /** Rule of the specification of figures. */
  rule: z.string(),
  weight: z.enum(['contradiction', 'gap', 'doubt']),
  claims: z.array(z.string()),
  /** For translators; `text` and `advice` are the English of it. */
  code: z.string(),
  values: z.record(z.string(), z.string()),
  text: z.string(),
  advice: z.string(),
})

export const Proof = z
  .object({
    /** How many claims were read. */
    read: z.int(),
    findings: z.array(ProofFinding),
    /** Those that a finding names. */
    claims: z.array(ProofClaim),
    /** Columns that were not read. */
    ignored: z.array(z.string()),
  })
  .meta({ id: 'Proof', description: 'What cannot all be true, or cannot be checked, among published figures.' })
export type Proof = z.infer<typeof Proof>
