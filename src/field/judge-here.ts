import { refuseFields } from '#access/mask.ts'
import type { Permissions } from '#access/permission.ts'
import { checkCase, looksAround } from '#casework/check.ts'
import { latestDayOnEarth } from '#casework/when.ts'
import type { Change, Problem } from '#changes/change.ts'
import { checkContent } from '#dictionary/check.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type { CarriedFile } from './carried.ts'

export interface Bench {
  readonly dictionary: Dictionary
  readonly permissions: Permissions
  /** Instant, ISO. */
  readonly now: string
}

/**
 * What the rules say without a network: the same functions as on the server, over the file that is carried. A rule that
 * must look beyond the file (what is left in a fund, who stays in a house) is left to the server. Only its verdict counts;
 * this one spares people the surprise.
 */
export function judgeHere(
  { dictionary, permissions, now }: Bench,
  file: CarriedFile | null,
  change: Change,
): Problem[] {
  const faults = checkContent(dictionary, change.type, change.set)
  if (faults.length > 0) return faults
  const own = file === null || file.case.author === permissions.actor.id || caseworkerOf(file) === permissions.actor.id
  const writable = permissions.writable(change.type, { office: change.office, own })
  if (writable.size === 0) return [{ code: 'not_allowed' }]
  const foreign = refuseFields(dictionary, change.type, change.set, writable)
  if (foreign.length > 0) return foreign.map(field => ({ code: 'field_not_yours', field }))
  if (looksAround(change)) return []
  const actor = {
    id: permissions.actor.id,
    may: (verb: string) =>
      permissions.may(verb as Parameters<typeof permissions.may>[0], { office: change.office, own }),
  }
  return checkCase(dictionary, file, change, { today: latestDayOnEarth(now), actor })
}

const caseworkerOf = ({ case: { content } }: CarriedFile) => content['caseworker'] ?? null
