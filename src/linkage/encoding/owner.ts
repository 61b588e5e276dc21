import { randomBytes, randomInt } from 'node:crypto'
import type { Submission, Submitted } from '../submission/submission.ts'
import { encoder } from './encode.ts'
import type { ProjectKey } from './key.ts'
import type { Line } from './normalised.ts'
import { EncodingProblem } from './problem.ts'
import { type LinkageSchema, schemaFingerprint } from './schema.ts'

/** Chance of an owner: row numbers and the order of rows must not be guessed. */
export interface OwnersChance {
  row(): string
  /** A whole number below the limit. */
  below(limit: number): number
}

const secretChance: OwnersChance = { row: () => randomBytes(12).toString('hex'), below: limit => randomInt(limit) }

export interface OwnersRecord {
  readonly id: string
  readonly line: Line
}

export interface Encoded {
  readonly submission: Submission
  /** Stays with the owner: which row is which record. Rows that are not in it are dummies. */
  readonly rows: readonly { readonly row: string; readonly id: string }[]
  /** Records that say nothing to an encoding, by its name. */
  readonly silent: Readonly<Record<string, number>>
}

/**
 * What an owner does: encodes records, under new row numbers, in an order that tells nothing.
 * @param dummies share of made-up rows, e.g. 0.25: each takes its columns from different records, so that whoever matches the encodings
 * with a list of people meets rows that nobody has.
 */
export function encodeRecords(
  records: readonly OwnersRecord[],
  o: { schema: LinkageSchema; key: ProjectKey; owner: string; columns: readonly string[]; dummies?: number },
  dice: OwnersChance = secretChance,
): Encoded {
  if (records.length === 0)
    throw new EncodingProblem('nothing_to_link', 'The file has no records. Nothing was written.')
  const { shapes, encode } = encoder(o.schema, { secret: o.key.secret, columns: o.columns })
  const silent = Object.fromEntries(shapes.map(({ name }) => [name, 0]))
  const rows: { row: string; id: string }[] = []
  const submitted: Submitted[] = records.map(({ id, line }) => {
    const row = dice.row()
    rows.push({ row, id })
    const encodings = encode(line, id)
    encodings.forEach((bits, at) => {
      const name = shapes[at]?.name ?? ''
      if (bits === null) silent[name] = (silent[name] ?? 0) + 1
    })
    return { row, encodings }
  })
  for (let made = 0; made < Math.round(records.length * (o.dummies ?? 0)); made++) {
    const row = dice.row()
    submitted.push({ row, encodings: encode(mixedLine(records, o.columns, dice), row) })
  }
  shuffle(submitted, dice)
  return {
    rows,
    silent,
    submission: {
      header: {
        format: 'waymark.linkage.encodings',
        version: 1,
        owner: o.owner,
        project: o.key.project,
        date: o.key.date,
        key: o.key.id,
        schema: schemaFingerprint(o.schema),
        encodings: [...shapes],
        records: submitted.length,
      },
      rows: submitted,
    },
  }
}

const mixedLine = (records: readonly OwnersRecord[], columns: readonly string[], dice: OwnersChance): Line =>
  Object.fromEntries(columns.map(column => [column, records[dice.below(records.length)]?.line[column] ?? '']))

function shuffle(rows: Submitted[], dice: OwnersChance): void {
  for (let at = rows.length - 1; at > 0; at--) {
    const other = dice.below(at + 1)
    const [a, b] = [rows[at], rows[other]]
    if (a && b) [rows[at], rows[other]] = [b, a]
  }
}
