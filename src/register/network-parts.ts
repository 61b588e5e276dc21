import type { Join } from '#casework/network/joins.ts'
import type { Journey, SuspectNode } from '#casework/network/network.ts'
import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import { targetOf } from './neighbours.ts'
import { openRecord, type RecordRow, recordColumns } from './rows.ts'
import { readSubjectKeys } from './subject-key.ts'
import type { Work } from './work.ts'

/** What the ties of a network lead to: suspects of these offices, who is whom among the persons, and their ways. */

/** Suspects that the ties name, as far as they belong to these offices and are in view. */
export async function suspectsOf(
  work: Work,
  offices: readonly string[],
  ties: readonly { readonly content: Content }[],
): Promise<ReadonlyMap<string, SuspectNode>> {
  const named = ties.flatMap(({ content }) => [content['from'], content['to']]).filter(isId)
  const { rows } = await work.client.query<RecordRow>({
    name: 'network-suspects',
    text: `select ${recordColumns} from record where id = any($1::uuid[]) and type = 'suspect' and office_id = any($2::uuid[])`,
    values: [[...new Set(named)], offices],
  })
  const seen = rows.filter(
    row =>
      row.content['state'] !== 'set_aside' &&
      work.permissions.readable('suspect', targetOf(work, row, [])).has('justice'),
  )
  const keys = await readSubjectKeys(
    work,
    seen.map(row => row.id),
  )
  return new Map(
    seen.map(row => {
      const content = openRecord(row, keys.get(row.id) ?? null)
      const country = isAnswered(content['country']) ? plainText(content['country']) : null
      const label = plainText(content['label'])
      return [row.id, { id: row.id, of: 'suspect', kind: plainText(content['kind']), label, country }]
    }),
  )
}

/** What the analysts of these offices take for one suspect, as far as the reader may know of it. */
export async function joinsOf(work: Work, offices: readonly string[]): Promise<readonly Join[]> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'network-joins',
    text: `select ${recordColumns} from record where id in
      (select record from listed where office_id = any($1::uuid[]) and type = 'suspect_join' and open)`,
    values: [offices],
  })
  const seen = rows.filter(row => work.permissions.readable('suspect_join', targetOf(work, row, [])).has('justice'))
  const keys = await readSubjectKeys(
    work,
    seen.map(row => row.id),
  )
  return seen.flatMap((row): Join[] => {
    const { one, other } = openRecord(row, keys.get(row.id) ?? null)
    return isId(one) && isId(other) ? [{ one, other }] : []
  })
}

/**
 * Whom each of these persons counts as: linked ones are one human being, named by the smallest id among these. The root
 * of the whole group may be a person of an office out of reach, and stays unsaid.
 */
export async function rootsOf(work: Work, persons: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await work.client.query<{ person: string; root: string }>({
    name: 'network-roots',
    text: 'select person, root from person_root where person = any($1::uuid[])',
    values: [persons],
  })
  const roots = new Map(rows.map(row => [row.person, row.root]))
  const chosen = new Map<string, string>()
  for (const person of persons.toSorted()) {
    const root = roots.get(person) ?? person
    if (!chosen.has(root)) chosen.set(root, person)
  }
  return new Map(persons.map(person => [person, chosen.get(roots.get(person) ?? person) ?? person]))
}

/** The legs of these persons that say both countries; open answers only. */
export async function journeysOf(
  work: Work,
  persons: readonly string[],
  roots: ReadonlyMap<string, string>,
): Promise<readonly Journey[]> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'network-legs',
    text: `select ${recordColumns} from record where person = any($1::uuid[]) and type = 'leg'`,
    values: [persons],
  })
  return rows.flatMap((row): Journey[] => {
    const { from, to } = row.content
    if (!isAnswered(from) || !isAnswered(to) || row.person === null) return []
    if (!work.permissions.readable('leg', targetOf(work, row, [])).has('open')) return []
    return [{ person: roots.get(row.person) ?? row.person, from: plainText(from), to: plainText(to) }]
  })
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
