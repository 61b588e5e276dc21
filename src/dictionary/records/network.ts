import { code, date, longText, reference, text } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/**
 * Somebody or something that cases of an office have in common. An `actor` says who somebody seemed to be in one case;
 * a suspect is the same one in every case that is tied to it. Only kind, state and day of entry are open: with a
 * country they could already point at somebody.
 */
const suspect = recordType({
  id: 'suspect',
  label: 'Suspect',
  plural: 'Suspects',
  empty:
    'Persons, companies, places, numbers, accounts, vehicles and vessels that come up in more than one case. A suspicion is no proof.',
  under: 'office',
  on: 'notedOn',
  headline: 'label',
  list: { state: 'state', ended: ['set_aside'], on: 'notedOn', kind: 'kind' },
  fields: {
    kind: code('suspect_kind', { label: 'Kind', class: 'open', covers: ['V38'] }),
    label: text({
      label: 'Known as',
      help: 'A name, nickname, number or address, as it was told. Look first whether it is in the list already.',
      class: 'justice',
      covers: ['V38'],
    }),
    country: code('country', { label: 'Country', class: 'justice', covers: ['V38'] }),
    details: longText({ label: 'Details', class: 'justice', covers: ['V38'] }),
    notedOn: date({ label: 'Entered on', class: 'open' }),
    state: code('suspect_state', { label: 'State', class: 'open' }),
  },
})

/** What ties a suspect to the person of a case, or to another suspect, as told in that case. Nothing of it is open. */
const tie = recordType({
  id: 'tie',
  label: 'Tie to a suspect',
  plural: 'Ties to suspects',
  empty: 'Who of the suspects took part, in which role, and how certain that is.',
  under: 'case',
  on: 'since',
  headline: 'role',
  place: 6,
  fields: {
    from: reference('suspect', { label: 'Suspect', class: 'justice', covers: ['V38', 'V12'] }),
    to: reference('suspect', {
      label: 'Tied to another suspect',
      help: 'Leave empty when the tie is to the person of this case.',
      class: 'justice',
      covers: ['V38'],
    }),
    role: code('actor_role', { label: 'Role', class: 'justice', covers: ['V38'] }),
    certainty: code('tie_certainty', { label: 'Certainty', class: 'justice', covers: ['V38'] }),
    since: date({ label: 'Since', class: 'justice' }),
    until: date({ label: 'Until', class: 'justice' }),
    country: code('country', { label: 'Country', class: 'justice' }),
  },
})

/**
 * Two entries that are one suspect, also of two offices: the analyst's reading of the network, beside the entries and never in
 * them. Taken apart again, everything stands as it was.
 */
const suspectJoin = recordType({
  id: 'suspect_join',
  label: 'Same suspect',
  plural: 'Same suspects',
  empty: 'Two entries that are one and the same. Their ties are then read together; nothing of the entries changes.',
  under: 'office',
  on: 'joinedOn',
  headline: 'state',
  list: { state: 'state', ended: ['undone'], on: 'joinedOn' },
  fields: {
    one: reference('suspect', { label: 'This suspect', class: 'justice' }),
    other: reference('suspect', { label: 'is the same as', class: 'justice' }),
    joinedOn: date({ label: 'Since', class: 'open' }),
    state: code('suspect_join_state', { label: 'State', class: 'open' }),
    reason: longText({ label: 'Why', class: 'justice' }),
  },
})

/** Suspects that cases share, and what ties them together. */
export const networkRecords: readonly RecordType[] = [suspect, tie, suspectJoin]
