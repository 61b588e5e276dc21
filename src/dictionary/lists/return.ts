import { type CodeList, plain } from '../code-list.ts'

const own = 'Own list.'

/** Answers of returns. */
export const returnLists: readonly CodeList[] = [
  plain(
    'travel_mode',
    'How',
    [
      ['air', 'By air'],
      ['rail', 'By rail'],
      ['road', 'By road'],
      ['water', 'By water'],
      ['foot', 'On foot'],
    ],
    own,
  ),
  plain(
    'leg_state',
    'State',
    [
      ['planned', 'Planned'],
      ['booked', 'Booked'],
      ['travelled', 'Travelled'],
      ['cancelled', 'Cancelled'],
    ],
    own,
  ),
]
