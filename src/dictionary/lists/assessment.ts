import { type CodeList, plain } from '../code-list.ts'

const own = 'Own list.'

/** Answers of assessments. */
export const assessmentLists: readonly CodeList[] = [
  plain(
    'mitigation_state',
    'State',
    [
      ['planned', 'Planned'],
      ['done', 'Done'],
      ['signed_off', 'Done and signed off'],
      ['dropped', 'Dropped'],
    ],
    own,
  ),
  plain(
    'involvement',
    'Involved?',
    [
      ['none', 'No sign of it'],
      ['suspected', 'Suspected'],
      ['confirmed', 'Confirmed'],
    ],
    'The published review asks that “family members were not involved in child trafficking”.',
  ),
  plain(
    'best_interest_kind',
    'Kind',
    [
      ['assessment', 'Assessment'],
      ['determination', 'Determination'],
    ],
    own,
  ),
  plain(
    'child_authority',
    'Decided by',
    [
      ['child_protection', 'Competent child-protection authority'],
      ['court', 'Court'],
      ['panel', 'Panel where no national procedure exists'],
      ['own_office', 'Our own office'],
    ],
    'A determination is by a competent authority, or where no national procedure exists by a panel.',
  ),
  plain(
    'solution',
    'Option',
    [
      ['return', 'Return'],
      ['asylum', 'Asylum'],
      ['residence', 'Residence here'],
      ['third_country', 'Third country'],
      ['relocation', 'Another place in the same country'],
    ],
    'Return is one option among others.',
  ),
]
