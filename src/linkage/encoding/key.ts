import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { projectNamed, refuseUnnamed } from '../submission/submission.ts'
import { EncodingProblem } from './problem.ts'

/** The secret of one project and date. Owners share it among themselves; the linkage unit never has it. */
export interface ProjectKey {
  readonly project: string
  readonly date: string
  /** What encodings are made with; another for every project and date, even from the same secret. */
  readonly secret: Uint8Array
  /** By which parties see that they hold the same key; tells nothing of it. */
  readonly id: string
}

const KeyFile = z.strictObject({
  format: z.literal('waymark.linkage.key'),
  version: z.literal(1),
  ...projectNamed,
  /** 32 random bytes, or the text that partners with clkhash have agreed on, taken as it is. */
  secret: z.union([z.strictObject({ base64: z.base64().min(43) }), z.strictObject({ clkhash: z.string().min(1) })]),
})

/** The text of a new key file. @throws EncodingProblem when project or date cannot be. */
export function newKeyFile(o: { project: string; date: string }): string {
  refuseUnnamed(o)
  const secret = { base64: randomBytes(32).toString('base64') }
  return `${JSON.stringify({ format: 'waymark.linkage.key', version: 1, ...o, secret }, null, 2)}\n`
}

/** @throws EncodingProblem `key_invalid`; the message holds nothing of the file. */
export function parseKey(text: string): ProjectKey {
  let json: unknown = null
  try {
    json = JSON.parse(text)
  } catch {
    // Not JSON: refused below with the same words.
  }
  const found = KeyFile.safeParse(json)
  if (!found.success)
    throw new EncodingProblem(
      'key_invalid',
      'This is not a key file. Make one with waymark link key, and give it to the other owners, never to the linkage unit.',
    )
  const { project, date, secret: written } = found.data
  const secret =
    'clkhash' in written
      ? Buffer.from(written.clkhash, 'utf8')
      : Buffer.from(hkdfSync('sha256', Buffer.from(written.base64, 'base64'), project, `waymark linkage ${date}`, 32))
  const id = createHash('sha256')
    .update('waymark key id')
    .update(project)
    .update(date)
    .update(secret)
    .digest('hex')
    .slice(0, 16)
  return { project, date, secret, id }
}
