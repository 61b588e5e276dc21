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
  plain(
    'journey_step',
    'Step',
    [
      ['interest', 'Interest in returning'],
      ['transit', 'Came through in transit'],
      ['arrival', 'Arrived'],
      ['handed_over', 'Handed over'],
    ],
    'Steps of the return file (issue of casework, section 6); departure is the stage of the journey itself.',
  ),
  plain(
    'received_by',
    'Received by',
    [
      ['own_mission', 'A mission of ours'],
      ['partner', 'A partner'],
      ['family', 'Family'],
      ['guardian', 'The guardian'],
      ['authority', 'An authority'],
      ['nobody', 'Nobody: travelled on alone'],
    ],
    own,
  ),
]
