import { type CodeList, plain } from '../code-list.ts'
import { instruments } from '../data/instruments.ts'
import { factorList, vulnerabilityLevels } from '../data/vulnerability.ts'

const own = 'Own list.'

/** Answers of assessments. */
export const assessmentLists: readonly CodeList[] = [
  plain(
    'need',
    'Need',
    [
      ['safety', 'Safety from somebody'],
      ['shelter', 'A place to stay'],
      ['food_hygiene', 'Food and hygiene'],
      ['medical', 'Medical care'],
      ['psychological', 'Psychological support'],
      ['papers_kept', 'Own papers back from somebody who keeps them'],
      ['documents', 'Identity papers'],
      ['permits', 'Permission to stay or work'],
      ['legal', 'Legal advice'],
      ['wages_owed', 'Unpaid wages'],
      ['debt_claimed', 'Help with a debt that somebody claims'],
      ['interpretation', 'An interpreter'],
      ['information', 'Information'],
      ['family_tracing', 'Finding the family'],
      ['guardianship', 'A guardian'],
      ['child_care', 'Care for children'],
      ['education', 'School'],
      ['vocational_training', 'Training'],
      ['job_placement', 'Work'],
      ['financial', 'Money to live on'],
      ['housing', 'A home'],
      ['return_travel', 'Travel home'],
      ['other', 'Other'],
    ],
    'Own list. A need that bears the code of a service is met by that service.',
  ),
  ...vulnerabilityLevels.flatMap(level =>
    (['risk', 'protective'] as const).map(side =>
      plain(
        factorList(side, level.id),
        `${level.label}: ${side === 'risk' ? 'risk' : 'protection'}`,
        level[side].map(({ code, label }) => [code, label] as const),
        instruments.vulnerability_assessment.provenance,
      ),
    ),
  ),
  plain(
    'work_barrier',
    'What stands in the way',
    [
      ['health', 'Health'],
      ['child_care', 'Care for children'],
      ['no_permit', 'No permission to work'],
      ['no_papers', 'No papers or certificates'],
      ['language', 'Language'],
      ['transport', 'No way to get there'],
      ['safety', 'Safety'],
      ['discrimination', 'Discrimination'],
      ['no_capital', 'No money to begin with'],
      ['other', 'Other'],
    ],
    own,
  ),
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
  plain(
    'age_doubter',
    'Who doubts the age',
    [
      ['person', 'The person'],
      ['own_office', 'Our own office'],
      ['police', 'Police or border guard'],
      ['authority', 'Other authority'],
      ['court', 'Court or defence'],
      ['partner', 'Partner'],
      ['other', 'Somebody else'],
    ],
    own,
  ),
  plain(
    'age_method',
    'On what it was looked at',
    [
      ['papers', 'Papers'],
      ['register', 'Civil or school register'],
      ['relatives', 'Relatives or community'],
      ['conversation', 'Conversation with the person'],
      ['social_assessment', 'Assessment by a social worker'],
      ['medical', 'Medical examination'],
    ],
    'Own list. That an examination alone settles no age is held by the Committee on the Rights of the Child; quoted from memory.',
  ),
  plain(
    'age_dispute_state',
    'State',
    [
      ['open', 'Open: treated as a child'],
      ['decided', 'Decided'],
    ],
    own,
  ),
]
