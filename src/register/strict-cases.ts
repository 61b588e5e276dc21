import type { Actor } from '#access/permission.ts'
import { names } from '#access/guard.ts'
import type { Change } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { newId } from './append.ts'
import { tell } from './notices.ts'
import { RegisterProblem } from './problem.ts'
import { pushChanges } from './push.ts'
import { logReading } from './read-log.ts'
import { mustStand } from './referral-answer.ts'
import type { Register } from './register.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import { asOwner, inWork, systemActor, type Work } from './work.ts'

/**
 * The desk for strict cases, for whoever holds `open_restricted`: that there is one and who carries it, and nothing of what
 * it says. From here a colleague is named on it, or takes it over when the worker falls ill. Naming oneself is the way in
 * for an emergency: asked for with a reason, in the read log, told to the worker and to data protection.
 */
export interface StrictCase {
  readonly id: string
  readonly office: string
  readonly number: string | null
  readonly worker: string | null
  /** The reader is let in. */
  readonly mine: boolean
}

/** Of the offices where the reader holds the verb, the latest first. */
export async function strictCases(work: Work): Promise<readonly StrictCase[]> {
  await logReading(work, { action: 'list', office: null, person: null, case: null, purpose: 'strict_cases' })
  const { rows } = await work.client.query<
    Pick<RecordRow, 'id' | 'office_id' | 'worker' | 'guard'> & { readonly number: string | null }
  >('select id, office_id, number, worker, guard from strict_cases($1, null)', [officesOf(work)])
  return rows.map(({ id, office_id, number, worker, guard }) => ({
    id,
    office: office_id,
    number,
    worker,
    mine: names(guard, work.actor.id),
  }))
}

export interface Naming {
  readonly case: string
  /** Who is let in. */
  readonly account: string
  /** `caseworker`: takes the case over. */
  readonly as: 'named' | 'caseworker'
  /** Code of `naming_reason`. */
  readonly why: string
  readonly reason: string
}

/**
 * Lets somebody into a strict case that the actor may not see.
 * @throws RegisterProblem not_found when there is no such strict case within the actor's reach, or no such colleague.
 */
export async function nameOnStrictCase(register: Register, actor: Actor, naming: Naming): Promise<void> {
  await inWork(register, actor, async work => {
    const { rows } = await work.client.query('select 1 from strict_cases($1, $2)', [officesOf(work), naming.case])
    if (rows.length === 0) throw missing()
  })
  await mustBeStaff(register, naming.account)
  // The case is closed to the actor: the register writes, in the name of who asked.
  await inWork(register, { ...systemActor, id: actor.id }, async work => {
    const { rows } = await work.client.query<RecordRow>(
      `select ${recordColumns} from record where id = $1 and type = 'case'`,
      [naming.case],
    )
    const row = rows[0]
    if (!row) throw missing()
    await logReading(work, {
      action: naming.account === actor.id ? 'emergency_access' : 'name_on_case',
      office: row.office_id,
      person: row.person,
      case: row.id,
      purpose: naming.why,
    })
    const changes = naming.as === 'named' ? [named(work, row, naming)] : takenOver(work, row, naming)
    mustStand(await pushChanges(work, changes, 'strict_desk'))
    if (naming.as === 'caseworker' && row.worker !== null)
      await tell(
        work,
        [{ kind: 'case_given_away', to: { account: row.worker }, key: `case.${row.id}.from.${row.version}` }],
        {
          type: 'case',
          record: row.id,
          office: row.office_id,
          case: null,
        },
      )
  })
}

function named(work: Work, row: RecordRow, { account, why, reason }: Naming): Change {
  return inCase(work, row, 'naming', { who: account, why, namedOn: dayOf(work), reason })
}

function takenOver(work: Work, row: RecordRow, { account, reason }: Naming): Change[] {
  const from = row.worker === null ? {} : { from: row.worker }
  return [
    inCase(work, row, 'handover', { handedOn: dayOf(work), ...from, to: account, note: reason }),
    { ...inCase(work, row, 'case', { caseworker: account }), record: row.id, base: row.version },
  ]
}

const inCase = (work: Work, row: RecordRow, type: string, set: Content): Change => ({
  id: newId(),
  type,
  record: newId(),
  base: 0,
  office: row.office_id,
  person: row.person,
  case: row.id,
  set,
  madeAt: work.now.toISOString(),
  dictionary: work.dictionary.version,
})

const dayOf = (work: Work) => work.now.toISOString().slice(0, 10)

function officesOf(work: Work): readonly string[] {
  const reach = work.permissions.reach('open_restricted')
  return reach.all ? work.offices.all().map(({ id }) => id) : reach.offices
}

async function mustBeStaff(register: Register, account: string): Promise<void> {
  const found = await asOwner(register, client =>
    client.query("select 1 from account where id = $1 and kind = 'user' and state = 'active'", [account]),
  )
  if (found.rows.length === 0) throw missing()
}

const missing = () => new RegisterProblem('not_found', 'There is no such thing, or you have no access to it.')
