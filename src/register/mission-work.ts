import { isAnswered } from '#dictionary/answer.ts'
import type { Actor } from '#access/permission.ts'
import type { Change } from '#changes/change.ts'
import { newId } from './append.ts'
import { isOwn } from './neighbours.ts'
import { RegisterProblem } from './problem.ts'
import { pushChanges } from './push.ts'
import { mustStand } from './referral-answer.ts'
import type { Register } from './register.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import { inWork, systemActor, type Work } from './work.ts'

/**
 * What one mission does for the journey of another's case. It says so of its task by a door of its own: the record belongs to
 * the case, and the register writes in the name of who said it.
 * @throws not_found when there is no such task or it is not asked of a mission of the actor.
 */
export async function doneByMission(
  register: Register,
  actor: Actor,
  o: { readonly task: string; readonly on?: string | undefined },
): Promise<void> {
  const mission = await inWork(register, actor, work => askedMission(work, o.task))
  await inWork(register, { ...systemActor, id: actor.id }, async work => {
    const row = await taskRow(work, o.task)
    if (!row || row.content['mission'] !== mission) throw missing()
    if (isAnswered(row.content['doneOn'])) return
    mustStand(await pushChanges(work, [doneChange(work, row, o.on)], 'mission'))
  })
}

function doneChange(work: Work, row: RecordRow, on: string | undefined): Change {
  return {
    id: newId(),
    type: 'task',
    record: row.id,
    base: row.version,
    office: row.office_id,
    person: row.person,
    case: row.case_id,
    set: { doneOn: on ?? work.now.toISOString().slice(0, 10) },
    madeAt: work.now.toISOString(),
    dictionary: work.dictionary.version,
  }
}

/** The mission that the task names, when the actor reads it there and may write tasks of that mission. */
async function askedMission(work: Work, id: string): Promise<string> {
  const row = await taskRow(work, id)
  const mission = row?.content['mission']
  if (!row || typeof mission !== 'string' || !(row.shared.includes(mission) || row.office_id === mission))
    throw missing()
  const target = { office: row.office_id, shared: row.shared, guard: row.guard, own: isOwn(work, row, [row]) }
  if (work.permissions.readable('task', target).size === 0) throw missing()
  if (!work.permissions.writable('task', { office: mission, own: true }).has('open')) throw missing()
  return mission
}

async function taskRow(work: Work, id: string): Promise<RecordRow | null> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'mission-task',
    text: `select ${recordColumns} from record where id = $1 and type = 'task'`,
    values: [id],
  })
  return rows[0] ?? null
}

/** Words of the refusal for what does not exist and for what is not the reader's. */
const missing = () => new RegisterProblem('not_found', 'There is no such thing, or you have no access to it.')
