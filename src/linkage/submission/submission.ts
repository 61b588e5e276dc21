import { z } from 'zod'
import { EncodingProblem } from '../encoding/problem.ts'

const projectName = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,60}$/u, 'letters, digits, blanks, dots and dashes')
const keyDate = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, 'a date such as 2026-11 or 2026-11-26')

/** A project and the date of its key: what an owner's key, a submission and a unit's project must have in common. */
export const projectNamed = { project: projectName, date: keyDate }

/** @throws EncodingProblem when there can be no project of that name and date. */
export function refuseUnnamed(o: { project: string; date: string }): void {
  const found = z.object(projectNamed).safeParse(o)
  if (found.success) return
  const [issue] = found.error.issues
  throw new EncodingProblem(
    'key_invalid',
    `The ${String(issue?.path[0])} of a linkage is ${issue?.message}. Nothing was written.`,
  )
}

/**
 * What an owner hands to the linkage unit: encodings under row numbers made for this one time. No secret, no id of the owner, no
 * name; the order of the rows says nothing. One JSON document a line, the first says what follows.
 */
const Header = z.strictObject({
  format: z.literal('waymark.linkage.encodings'),
  version: z.literal(1),
  owner: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,40}$/, 'small letters, digits and dashes'),
  ...projectNamed,
  /** Of the key and of the schema. */
  key: z.string().regex(/^[0-9a-f]{16}$/),
  schema: z.string().regex(/^[0-9a-f]{64}$/),
  encodings: z
    .array(z.strictObject({ name: z.string(), bits: z.int().min(8).max(65_520) }))
    .min(1)
    .max(16),
  records: z.int().min(1),
})

export type Header = z.infer<typeof Header>

export interface Submitted {
  readonly row: string
  /** In the order of the header; null where the record says nothing. */
  readonly encodings: readonly (Uint8Array | null)[]
}

export interface Submission {
  readonly header: Header
  readonly rows: readonly Submitted[]
}

export function submissionText({ header, rows }: Submission): string {
  const line = ({ row, encodings }: Submitted) =>
    JSON.stringify([row, ...encodings.map(each => (each === null ? null : Buffer.from(each).toString('base64')))])
  return `${[JSON.stringify(header), ...rows.map(line)].join('\n')}\n`
}

/**
 * @param name what the file is called, for the message.
 * @throws EncodingProblem `file_invalid`, `length_differs`: the line is named.
 */
export function parseSubmission(text: string, name: string): Submission {
  const [first = '', ...lines] = text.split('\n').filter(line => line.trim() !== '')
  const header = Header.safeParse(json(first))
  if (!header.success) {
    const [issue] = header.error.issues
    throw invalid(
      name,
      `its first line is not the beginning of encodings (${(issue?.path ?? []).join('.') || 'not as written by waymark link encode'})`,
    )
  }
  const { encodings, records } = header.data
  if (lines.length !== records)
    throw invalid(name, `it says ${records} records and has ${lines.length}: it was cut off or changed`)
  const seen = new Set<string>()
  const rows = lines.map((line, at) => {
    const cells = json(line)
    if (!Array.isArray(cells) || typeof cells[0] !== 'string' || cells.length !== encodings.length + 1)
      throw invalid(
        name,
        `line ${at + 2} has not one encoding for each of ${encodings.map(each => each.name).join(', ')}`,
      )
    if (seen.has(cells[0])) throw invalid(name, `line ${at + 2} has a row number that was there before`)
    seen.add(cells[0])
    return {
      row: cells[0],
      encodings: encodings.map((shape, i) => bitsOf(cells[i + 1], shape, { name, line: at + 2 })),
    }
  })
  return { header: header.data, rows }
}

function bitsOf(
  cell: unknown,
  shape: { name: string; bits: number },
  at: { name: string; line: number },
): Uint8Array | null {
  if (cell === null) return null
  if (typeof cell !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(cell))
    throw invalid(at.name, `line ${at.line} is not base64`)
  const bits = new Uint8Array(Buffer.from(cell, 'base64'))
  if (bits.length * 8 === shape.bits) return bits
  throw new EncodingProblem(
    'length_differs',
    `${at.name}: line ${at.line} has an encoding ${shape.name} of ${bits.length * 8} bits where ${shape.bits} are agreed. Nothing was taken. Encode again with the schema of the project.`,
  )
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const invalid = (name: string, why: string) =>
  new EncodingProblem('file_invalid', `${name} cannot be taken: ${why}. Nothing was taken.`)
