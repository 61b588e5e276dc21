import type { Change, Problem } from '#changes/change.ts'
import { namesAddress } from '#casework/shelter/address.ts'
import type { Content } from '#dictionary/answer.ts'
import { type Dictionary, fieldOf } from '#dictionary/dictionary.ts'
import { logReading } from './read-log.ts'
import { openRecord, type RecordRow, recordColumns } from './rows.ts'
import { readSubjectKeys, subjectOf } from './subject-key.ts'
import { targetOf } from './neighbours.ts'
import type { Work } from './work.ts'

/** Answers of the class `protected` (the address of a shelter): the one way to read them, and who watches over the rest. */

/**
 * The protected answers of one record, after the opening was written down. Null when there is no such record, or it is
 * not the reader's to open: a role with the class, and with the verb at the office of the record.
 */
export async function openProtected(
  work: Work,
  o: { readonly type: string; readonly id: string; readonly purpose: string },
): Promise<Content | null> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'open-protected',
    text: `select ${recordColumns} from record where id = $1 and type = $2`,
    values: [o.id, o.type],
  })
  const row = rows[0]
  if (!row) return null
  const target = targetOf(work, row, rows)
  const may = work.permissions.may('open_address', { office: row.office_id, own: target.own })
  if (!may || !work.permissions.readable(row.type, target).has('protected')) return null
  await logReading(work, {
    action: 'open_address',
    office: row.office_id,
    person: null,
    case: null,
    record: row.id,
    purpose: o.purpose,
  })
  const keys = await readSubjectKeys(work, [subjectOf(row)])
  const content = openRecord(row, keys.get(subjectOf(row)) ?? null)
  return Object.fromEntries(Object.entries(content).filter(([name]) => isProtected(work.dictionary, row.type, name)))
}

/**
 * Fields of a change whose text gives away one of the protected answers `near` its office. Compared in memory; neither the text nor the
 * address is kept or logged. Protected fields themselves may of course hold it.
 */
export function givenAway(work: Work, change: Change, near: readonly string[]): Problem[] {
  const own = Object.entries(change.set).flatMap(([name, value]) =>
    typeof value === 'string' && isProtected(work.dictionary, change.type, name) ? [value] : [],
  )
  const secrets = [...own, ...near]
  return textsOf(work.dictionary, change)
    .filter(([, text]) => secrets.some(secret => namesAddress(text, secret)))
    .map(([field]) => ({ code: 'protected_address_in_text', field }))
}

/** Texts of a change that could hold an address. */
const textsOf = (d: Dictionary, { type, set }: Change): [string, string][] =>
  Object.entries(set).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && isText(d, type, entry[0]) && entry[1].length > 3,
  )

const isProtected = (d: Dictionary, type: string, name: string) => fieldOf(d, type, name)?.class === 'protected'

function isText(d: Dictionary, type: string, name: string): boolean {
  const field = fieldOf(d, type, name)
  return field !== undefined && field.class !== 'protected' && (field.kind === 'text' || field.kind === 'long_text')
}

/** Which fields of a type are protected, and which hold text that could give a protected answer away. */
export const inspected = (d: Dictionary, type: string) => ({
  /** The type has protected fields. */
  guards: Object.values(d.recordTypes.get(type)?.fields ?? {}).some(field => field.class === 'protected'),
  isSecret: (name: string) => isProtected(d, type, name),
  isText: (name: string) => isText(d, type, name),
})

/**
 * Protected answers of the office of a change, of those above and of those below; none when the change holds no text. Beyond row-level
 * security: a caseworker may not see the address, and must all the same not write it down.
 */
export async function protectedNear(work: Work, change: Change): Promise<string[]> {
  if (textsOf(work.dictionary, change).length === 0) return []
  const { office } = change
  const types = [...work.dictionary.recordTypes.keys()].filter(id => inspected(work.dictionary, id).guards)
  const above: string[] = []
  for (let id = work.offices.tree.parentOf(office); id !== null; id = work.offices.tree.parentOf(id)) above.push(id)
  const { rows } = await work.client.query<Pick<RecordRow, 'id' | 'type' | 'sealed'> & { wrapped: Buffer }>({
    name: 'protected-near',
    text: 'select * from protected_rows($1, $2)',
    values: [types, [...above, ...work.offices.tree.below(office)]],
  })
  return rows.flatMap(({ id, type, sealed, wrapped }) => {
    const key = work.register.keys.openSubjectKey(id, wrapped)
    const content = openRecord({ id, content: {}, sealed }, key)
    return Object.entries(content).flatMap(([name, value]) =>
      typeof value === 'string' && isProtected(work.dictionary, type, name) ? [value] : [],
    )
  })
}
