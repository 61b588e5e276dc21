import { z } from 'zod'
import { encodingShapes, type LinkageSchema, parseSchema, schemaFingerprint } from '../encoding/schema.ts'
import { EncodingProblem } from '../encoding/problem.ts'
import { type Header, projectNamed, refuseUnnamed } from '../submission/submission.ts'

/** What a linkage unit knows of a project: its name, its schema, and by what sign to know the key it never has. */
export interface Project {
  readonly project: string
  readonly date: string
  readonly schema: LinkageSchema
  /** Sign of the key, from the first submission; null before it. */
  readonly key: string | null
  readonly state: 'open' | 'linked'
}

const ProjectFile = z.strictObject({
  format: z.literal('waymark.linkage.project'),
  version: z.literal(1),
  ...projectNamed,
  schema: z.unknown(),
  key: z.string().nullable(),
  state: z.enum(['open', 'linked']),
})

/** @throws EncodingProblem when the name, the date or the schema cannot be. */
export function newProject(o: { project: string; date: string; schema: string }): Project {
  refuseUnnamed(o)
  return { project: o.project, date: o.date, schema: parseSchema(o.schema), key: null, state: 'open' }
}

export function projectText(project: Project): string {
  return `${JSON.stringify({ format: 'waymark.linkage.project', version: 1, ...project }, null, 2)}\n`
}

export function parseProject(text: string): Project {
  let json: unknown = null
  try {
    json = JSON.parse(text)
  } catch {
    // Not JSON: refused below with the same words.
  }
  const found = ProjectFile.safeParse(json)
  if (!found.success)
    throw new EncodingProblem(
      'file_invalid',
      'The folder holds no linkage project. Make one with waymark link project.',
    )
  const { project, date, schema, key, state } = found.data
  return { project, date, schema: parseSchema(JSON.stringify(schema)), key, state }
}

/**
 * Refuses what was not made for this project, with what differs and what to do.
 * @throws EncodingProblem `schema_differs`, `key_differs`, `length_differs`, `file_invalid`.
 */
export function refuseOther(project: Project, header: Header): void {
  if (project.state === 'linked')
    throw new EncodingProblem(
      'file_invalid',
      'This project is linked, and its encodings are deleted. Open a new one, with a new key.',
    )
  if (header.project !== project.project)
    throw new EncodingProblem(
      'key_differs',
      `These encodings were made for the project ${header.project}, this is ${project.project}. Nothing was taken.`,
    )
  if (header.date !== project.date)
    throw new EncodingProblem(
      'key_differs',
      `These encodings were made with the key of ${header.date}; this project has the key of ${project.date}. Nothing was taken. Encode again with that key.`,
    )
  if (header.schema !== schemaFingerprint(project.schema))
    throw new EncodingProblem(
      'schema_differs',
      'These encodings were made with another schema than the one agreed. Nothing was taken. Ask the linkage unit for its schema and encode again.',
    )
  const shapes = encodingShapes(project.schema)
  if (JSON.stringify(shapes) !== JSON.stringify(header.encodings))
    throw new EncodingProblem(
      'length_differs',
      `These encodings are ${header.encodings.map(each => `${each.name} of ${each.bits} bits`).join(', ')}; agreed are ${shapes.map(each => `${each.name} of ${each.bits} bits`).join(', ')}. Nothing was taken.`,
    )
  if (project.key !== null && header.key !== project.key)
    throw new EncodingProblem(
      'key_differs',
      'These encodings were made with another key than those that are here, though project and date are the same. Nothing was taken. Owners must share one key file.',
    )
}
