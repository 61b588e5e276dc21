import { within } from '#access/permission.ts'
import { appendByServer } from './append-by-server.ts'
import { destroyKeys } from './erase.ts'
import { filesOf, queueErasedFiles } from './erased-files-queue.ts'
import { readNeighbours } from './neighbours.ts'
import { RegisterProblem } from './problem.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import { asRegister, wholePerson } from './whole-person.ts'
import type { Work } from './work.ts'

/**
 * Carries out an erasure that was granted to somebody else than who asked for it: the request is answered, the ids go to the
 * erasure list, the keys are destroyed, search and worklists forget the person. Codes stay for the figures; so does who
 * asked, decided and erased, and when. Files that were linked as the same human being, and the calls and leads that
 * became one of the person's cases, go with it; so do the sealed files of their documents, once this is committed
 * (`removeErasedFiles`). Returns how many files that are.
 * @throws RegisterProblem not_found; not_allowed; invalid with reason erasure_not_decided, erasure_other_mission
 */
export async function eraseByRequest(work: Work, request: string): Promise<number> {
  const { person } = await requestRow(work, request)
  for (const each of (await wholePerson(work, person)).persons)
    await work.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [each])
  const row = await requestRow(work, request)
  const { kind, state, decision } = row.content
  // Granted in part is done by hand, answer by answer: a key cannot be destroyed in part.
  if (kind !== 'erasure' || state !== 'decided' || decision !== 'granted')
    throw refused('erasure_not_decided', 'First it is decided, by somebody else than who wrote the request down.')
  const { subjects, offices } = await wholePerson(work, person)
  const reach = work.permissions.reach('decide_rights')
  if (!offices.every(office => within(reach, { office, own: false })))
    throw refused('erasure_other_mission', 'Another mission keeps something of this person. Ask who answers for both.')
  const near = await readNeighbours(work, { record: row.id, person, case: null })
  const set = { state: 'done', answeredOn: work.today }
  await appendByServer(work, near, { home: row, before: row, type: row.type, record: row.id, set, origin: 'erasure' })
  return asRegister(work, async () => {
    const files = await filesOf(work.client, work.register.keys, subjects)
    // The list before the keys: after a power cut between the two, the next opening of the register erases.
    await work.register.erasures.add(subjects, files)
    await destroyKeys(work.client, subjects, work.now)
    await queueErasedFiles(work.client, files, work.now)
    return files.length
  })
}

const refused = (reason: string, message: string) => new RegisterProblem('invalid', message, { reason })

async function requestRow(work: Work, id: string): Promise<RecordRow & { readonly person: string }> {
  const { rows } = await work.client.query<RecordRow>(
    `select ${recordColumns} from record where id = $1 and type = 'rights_request'`,
    [id],
  )
  const row = rows[0]
  const at = row && { office: row.office_id, shared: row.shared, own: row.author === work.actor.id }
  if (!row || !at || row.person === null || work.permissions.readable(row.type, at).size === 0)
    throw new RegisterProblem('not_found', 'There is no such request, or it is not yours.')
  if (!work.permissions.may('decide_rights', at))
    throw new RegisterProblem('not_allowed', 'The data protection officer erases.')
  return { ...row, person: row.person }
}
