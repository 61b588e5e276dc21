import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'

/** Where is room? Places by kind, sex and age, and who already stays there; the same on the board and on the server. */

/** Who looks for a place: the person of the case, and who comes along. */
export interface Party {
  /** Code of the person's sex; null when nobody said. */
  readonly sex: string | null
  /** The person is, or must be taken for, a child. */
  readonly child: boolean
  /** With the person. */
  readonly size: number
  /** Children among the others. */
  readonly children: number
}

/** Why a place is not for these people; a problem of the catalogue. */
export type Misfit = 'place_closed' | 'place_for_family' | 'place_for_one' | 'place_sex' | 'place_age' | 'place_full'

/** Why the place does not take the party; null when it fits. `taken`: the contents of open stays in this place. */
export function misfit(place: Content, taken: readonly Content[], party: Party): Misfit | null {
  if (place.state === 'closed') return 'place_closed'
  // Families and strangers do not share a room.
  if (place.kind === 'single' && party.size > 1) return 'place_for_one'
  if (place.kind === 'dormitory' && party.size > 1) return 'place_for_family'
  if (Array.isArray(place.sexes) && place.sexes.length > 0 && !(place.sexes as unknown[]).includes(party.sex))
    return 'place_sex'
  if (place.ages === 'adults' && (party.child || party.children > 0)) return 'place_age'
  if (place.ages === 'children' && !party.child) return 'place_age'
  return bedsFree(place, taken) < party.size ? 'place_full' : null
}

/** Places that take the party. `stays`: contents of open stays of these places, and perhaps of others. */
export const fits = (places: readonly RecordView[], stays: readonly Content[], party: Party): readonly RecordView[] =>
  places.filter(
    ({ id, content }) =>
      misfit(
        content,
        stays.filter(({ place }) => place === id),
        party,
      ) === null,
  )

/** Beds that can still be given. A room is one party's; a dormitory is shared bed by bed. Never below nothing. */
export function bedsFree(place: Content, taken: readonly Content[]): number {
  const beds = typeof place.beds === 'number' ? place.beds : 0
  if (place.kind !== 'dormitory') return taken.length > 0 ? 0 : beds
  return Math.max(0, beds - bedsTaken(taken))
}

export const bedsTaken = (taken: readonly Content[]): number => taken.reduce((sum, stay) => sum + sizeOf(stay), 0)

/** Persons of a stay; one when nobody said. */
export const sizeOf = ({ partySize }: Content): number => (typeof partySize === 'number' ? partySize : 1)
