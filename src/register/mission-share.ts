import { type Content, isAnswered } from '#dictionary/answer.ts'
import type { RecordDraft } from './import-unit.ts'
import type { RecordRow } from './rows.ts'
import type { Work } from './work.ts'

/**
 * A leg of a journey and its task are read by the mission that sees to it, a hand-over by the mission that receives: this record and
 * nothing around it. Coded answers alone, unless that mission has a case on the person and so the person’s key.
 */
const types: ReadonlySet<string> = new Set(['movement_leg', 'task', 'journey_step'])

/** The other mission that this record is opened to; null: none. */
export function missionOf(type: string, content: Content, office: string): string | null {
  const { mission } = content
  if (!types.has(type) || typeof mission !== 'string' || !isAnswered(mission) || mission === office) return null
  return type !== 'journey_step' || content['step'] === 'handed_over' ? mission : null
}

/** True when a change moves a record from one mission to another. Asked before anybody leaves the actor’s own reach. */
export const changesMission = (row: RecordRow, before: RecordRow | null): boolean =>
  missionOf(row.type, row.content, row.office_id) !== (before && missionOf(row.type, before.content, row.office_id))

/** Opens the record to the mission that it names now, and closes it to the one it named before. */
export async function keepMission(work: Work, row: RecordRow, before: RecordRow | null): Promise<void> {
  const was = before && missionOf(row.type, before.content, row.office_id)
  const now = missionOf(row.type, row.content, row.office_id)
  for (const [table, column] of tables)
    await work.client.query({
      name: `mission-share-${table}`,
      text: `update ${table} set shared = case when $3::uuid is null or array_remove(shared, $2::uuid) @> array[$3::uuid]
          then array_remove(shared, $2::uuid) else array_append(array_remove(shared, $2::uuid), $3::uuid) end
        where office_id = $4 and ${column} = $1`,
      values: [row.id, was, now, row.office_id],
    })
}

const tables = [
  ['record', 'id'],
  ['listed', 'record'],
] as const

/** The same for records that are loaded together: id of a record -> the mission to which it is opened. */
export const sharedWithMissions = (drafts: readonly RecordDraft[]): ReadonlyMap<string, string> =>
  new Map(
    drafts.flatMap(({ id, type, set, office }) => {
      const mission = missionOf(type, set, office)
      return mission === null ? [] : [[id, mission] as const]
    }),
  )
