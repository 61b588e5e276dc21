import { namesAddress } from '#casework/shelter/address.ts'
import { inspected } from './protected-answers.ts'
import { tell } from './notices.ts'
import type { Register } from './register.ts'
import { openRecord, type RecordRow, recordColumns } from './rows.ts'
import { readSubjectKeys, subjectOf } from './subject-key.ts'
import { asOwner, inWork, systemActor, type Work } from './work.ts'

/**
 * Texts that were written before an address was recorded: the guard of texts (`givenAway`) never saw them. They are compared in the
 * background, in memory, and whoever supervises is told in which case one gives the address away. What stood in a text before
 * it was changed, and what waits as a conflict, is not compared: nobody can take it out of the log.
 */

const page = 200

interface Secret {
  readonly record: string
  readonly office: string
  readonly print: string
  readonly answers: readonly string[]
}

/** Goes on until every protected answer was compared once; may be stopped and begun again anywhere. Returns how many texts hold one. */
export async function searchAddresses(register: Register, stopped: () => boolean = () => false): Promise<number> {
  let found = 0
  for (const secret of await inWork(register, systemActor, secretsOf)) {
    let from = await begun(register, secret)
    while (from !== 'done' && !stopped()) {
      const at = from
      const step = await inWork(register, systemActor, work => searchPage(work, secret, at))
      found += step.found
      from = step.next
      await remember(register, secret, from)
    }
  }
  return found
}

/** Every protected answer of the register, with a fingerprint that tells whether it changed. */
async function secretsOf(work: Work): Promise<readonly Secret[]> {
  const { rows } = await work.client.query<RecordRow>(
    `select ${recordColumns} from record where sealed is not null and id in
      (select record from listed where type = any ($1) and open in (true, false))`,
    [[...work.dictionary.recordTypes.keys()].filter(id => inspected(work.dictionary, id).guards)],
  )
  const keys = await readSubjectKeys(work, rows.map(subjectOf))
  return rows.flatMap((row): Secret[] => {
    const content = openRecord(row, keys.get(subjectOf(row)) ?? null)
    const { isSecret } = inspected(work.dictionary, row.type)
    const answers = Object.entries(content).flatMap(([name, value]) =>
      typeof value === 'string' && isSecret(name) ? [value] : [],
    )
    if (answers.length === 0) return []
    const print = work.register.keys.reference('address', answers.join('\n'))
    return [{ record: row.id, office: row.office_id, print, answers }]
  })
}

interface Place {
  readonly office: string
  readonly after: string
}
const first = '00000000-0000-0000-0000-000000000000'

/** Where the comparison goes on; from the beginning where it never began, or the answers are others. */
async function begun(register: Register, { record, print }: Secret): Promise<Place | null | 'done'> {
  return asOwner(register, async client => {
    const { rows } = await client.query<{ print: string; office: string | null; after: string | null; done: boolean }>(
      'select print, office_id as office, after, done_at is not null as done from address_search where record = $1',
      [record],
    )
    const [row] = rows
    if (row?.print === print) return row.done ? 'done' : placeOf(row)
    await client.query(
      `insert into address_search (record, print) values ($1, $2)
        on conflict (record) do update set print = $2, office_id = null, after = null, done_at = null`,
      [record, print],
    )
    return null
  })
}

const placeOf = ({ office, after }: { office: string | null; after: string | null }): Place | null =>
  office === null || after === null ? null : { office, after }

async function remember(register: Register, { record, print }: Secret, next: Place | 'done'): Promise<void> {
  const [office, after, done] = next === 'done' ? [null, null, register.now()] : [next.office, next.after, null]
  await asOwner(register, client =>
    client.query(
      'update address_search set office_id = $3, after = $4, done_at = $5 where record = $1 and print = $2',
      [record, print, office, after, done],
    ),
  )
}

/** One page of the texts of the offices above and below, in the order of offices and ids. */
async function searchPage(
  work: Work,
  secret: Secret,
  from: Place | null,
): Promise<{ found: number; next: Place | 'done' }> {
  const offices = officesNear(work, secret.office)
  const office = from?.office ?? offices[0]
  if (office === undefined) return { found: 0, next: 'done' }
  const { rows } = await work.client.query<RecordRow>({
    name: 'address-search',
    text: `select ${recordColumns} from record where office_id = $1 and id > $2 order by id limit $3`,
    values: [office, from?.after ?? first, page],
  })
  const keys = await readSubjectKeys(work, rows.filter(({ sealed }) => sealed).map(subjectOf))
  let found = 0
  for (const row of rows) {
    const content = openRecord(row, keys.get(subjectOf(row)) ?? null)
    const { isText } = inspected(work.dictionary, row.type)
    const leaks = Object.entries(content).some(
      ([name, value]) =>
        typeof value === 'string' && isText(name) && secret.answers.some(answer => namesAddress(value, answer)),
    )
    if (!leaks) continue
    found += 1
    await tellOf(work, row, secret)
  }
  const last = rows.at(-1)
  if (rows.length === page && last) return { found, next: { office, after: last.id } }
  const later = offices.find(id => id > office)
  return { found, next: later === undefined ? 'done' : { office: later, after: first } }
}

/** Ids of the office, those above and those below, sorted. */
function officesNear({ offices }: Work, office: string): readonly string[] {
  const above: string[] = []
  for (let id = offices.tree.parentOf(office); id !== null; id = offices.tree.parentOf(id)) above.push(id)
  return [...new Set([...above, ...offices.tree.below(office)])].sort()
}

/** Who may open addresses at the office of the text hears of it, once for each address. */
async function tellOf(work: Work, row: RecordRow, { print }: Secret): Promise<void> {
  const key = `address.${row.id}.${print}`
  await tell(
    work,
    ['supervisor', 'shelter_manager'].map(role => ({
      kind: 'address_in_text',
      to: { role, office: row.office_id },
      key,
    })),
    { type: row.type, record: row.id, office: row.office_id, case: row.case_id, guard: row.guard },
  )
}
