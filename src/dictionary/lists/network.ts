import { type CodeList, plain } from '../code-list.ts'

const own = 'Own list.'

/** Answers about suspects and ties. */
export const networkLists: readonly CodeList[] = [
  plain(
    'suspect_kind',
    'Kind of suspect',
    [
      ['person', 'Person'],
      ['company', 'Company or legal entity'],
      ['place', 'Place'],
      ['telephone', 'Telephone number'],
      ['account', 'Online account'],
      ['vehicle', 'Vehicle'],
      ['vessel', 'Vessel'],
    ],
    own,
  ),
  plain(
    'suspect_state',
    'State',
    [
      ['in_view', 'In view'],
      ['set_aside', 'Set aside: had no part in it, or was entered twice'],
    ],
    own,
  ),
  plain(
    'tie_certainty',
    'Certainty',
    [
      ['confirmed', 'Confirmed: proven, or seen by several'],
      ['probable', 'Probable: told clearly by somebody who was there'],
      ['possible', 'Possible: heard, or guessed'],
    ],
    own,
  ),
  plain(
    'suspect_join_state',
    'State',
    [
      ['joined', 'Taken for one and the same'],
      ['undone', 'Taken apart again'],
    ],
    'Own list.',
  ),
]
