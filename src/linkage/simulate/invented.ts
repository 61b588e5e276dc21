import { columnsOf, type Line } from '../encoding/normalised.ts'
import { EncodingProblem } from '../encoding/problem.ts'
import { recognised } from '../encoding/propose.ts'
import { isHashed, type LinkageSchema } from '../encoding/schema.ts'
import { migrants, type Registration } from '../synthetic/migrants.ts'

/** A registration of an invented person under the column names of a schema. */
export interface InventedRecord {
  readonly id: string
  readonly person: string
  readonly atHome: boolean
  readonly line: Line
}

/** Invented migrants as the schema wants them. @throws EncodingProblem `schema_other_columns` when it asks for what they do not have. */
export function inventedFor(schema: LinkageSchema, o: { persons: number; seed: number }): InventedRecord[] {
  const wanted = [...new Set(schema.features.filter(isHashed).flatMap(columnsOf))]
  const kinds = Object.entries(recognised(wanted))
  const records = [...migrants(o)]
  const first: Registration | undefined = records[0]?.registration
  const own: Readonly<Record<string, string>> = recognised(Object.keys(first ?? {})) as Readonly<Record<string, string>>
  const sourceOf = (column: string): string | undefined => {
    const kind = kinds.find(([, name]) => name === column)?.[0]
    return kind === undefined ? (first !== undefined && column in first ? column : undefined) : own[kind]
  }
  const sources = wanted.map(column => [column, sourceOf(column)] as const)
  const lacking = sources.filter(([, source]) => source === undefined).map(([column]) => column)
  if (lacking.length > 0)
    throw new EncodingProblem(
      'schema_other_columns',
      `Invented migrants have nothing for ${lacking.join(', ')}, so this schema cannot be tried on them. They have names, sex, date and place of birth, nationality and documents.`,
    )
  return records.map(({ registration, person }) => {
    const values = registration as unknown as Readonly<Record<string, string>>
    return {
      id: registration.id,
      person,
      atHome: registration.mission === registration.nationality,
      line: Object.fromEntries(sources.map(([column, source]) => [column, values[source ?? ''] ?? ''])),
    }
  })
}
