import { permissionsOf } from '#access/permission.ts'
import { elsewhere, reachesElsewhere } from '#casework/follow.ts'
import type { Notice } from '#casework/rule-set.ts'
import type { CaseFile } from '#changes/change.ts'
import { otherFiles } from './around.ts'
import { carryOut } from './carry-out.ts'
import { asDeriver } from './derive.ts'
import { caseFiles, type Neighbours } from './neighbours.ts'
import { tell } from './notices.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import { systemActor, type Work } from './work.ts'

/**
 * What a change of one case brings about in the person's other cases, at whichever mission: written by the register
 * itself, in the transaction of the change. The one who made the change learns nothing of those cases.
 */
export async function followElsewhere(work: Work, file: CaseFile, row: RecordRow): Promise<void> {
  if (!reachesElsewhere(row.type) || row.case_id !== file.case.id) return
  const others = await otherFiles(work, { person: row.person, case: row.case_id })
  for (const other of others) {
    if (elsewhere(row.type, file, other).follows.length === 0) continue
    await asDeriver(work, async () => {
      const machine = { ...work, actor: systemActor, permissions: permissionsOf(systemActor, work.offices.tree) }
      const { near, home, now } = await reread(machine, other)
      if (!home || !now) return
      const { follows, tells } = elsewhere(row.type, file, now)
      for (const wanted of follows) await carryOut(machine, { near, home, wanted })
      await tellBoth(work, { tells, row, home })
    })
  }
}

/** The other case as it stands, locked: it may be another record of the person, which the push has not locked. */
async function reread(machine: Work, other: CaseFile) {
  await machine.client.query({
    name: 'lock',
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [other.case.person],
  })
  const { rows } = await machine.client.query<RecordRow>({
    name: 'rows-of-person',
    text: `select ${recordColumns} from record where person = $1`,
    values: [other.case.person],
  })
  const person = rows.find(({ type, id }) => type === 'person' && id === other.case.person) ?? null
  const near: Neighbours = { record: null, person, rows }
  return {
    near,
    home: rows.find(({ id }) => id === other.case.id) ?? null,
    now: caseFiles(rows, null).find(each => each.case.id === other.case.id) ?? null,
  }
}

/** Each mission is pointed to its own case, never to the other's. */
async function tellBoth(work: Work, o: { tells: readonly Notice[]; row: RecordRow; home: RecordRow }): Promise<void> {
  const { tells, row, home } = o
  const isHere = ({ to }: Notice) => 'office' in to && to.office === row.office_id && to.office !== home.office_id
  const [here, there] = [tells.filter(isHere), tells.filter(notice => !isHere(notice))]
  await tell(work, here, { type: row.type, record: row.id, office: row.office_id, case: row.case_id, guard: row.guard })
  await tell(work, there, { type: 'case', record: home.id, office: home.office_id, case: home.id, guard: home.guard })
}
