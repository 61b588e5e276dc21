import { namesOf } from './accounts.ts'
import type { Work } from './work.ts'

/**
 * Names of the staff who appear in what was just read, in the same transaction. The request's own role cannot read
 * accounts; the owner looks up names by id, and nothing else, and hands the role back.
 */
export async function staffNames(work: Work, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter(id => uuid.test(id))
  if (wanted.length === 0) return new Map()
  await work.client.query('set local role none')
  const names = await namesOf({ client: work.client, register: work.register }, wanted)
  await work.client.query('set local role waymark_app')
  return names
}

// A reference to a colleague may hold a reserved answer such as "unknown" instead of an id.
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
