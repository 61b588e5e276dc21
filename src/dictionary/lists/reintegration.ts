import { type CodeList, plain } from '../code-list.ts'

const own = 'Own list.'
const survey = 'Written from memory of the reintegration sustainability survey; scores: `data/sustainability.ts`.'

/** Answers of package, work, business and the survey. */
export const reintegrationLists: readonly CodeList[] = [
  plain(
    'package_kind',
    'What',
    [
      ['allowance', 'Monthly allowance'],
      ['housing', 'Housing, by need'],
      ['in_kind', 'Goods in kind'],
      ['medical', 'Medical care, by need'],
      ['grant', 'Grant for a business'],
      ['education', 'School or training fees'],
      ['travel', 'Travel'],
      ['other', 'Other'],
    ],
    'The first four: the package of the 2012 annual review.',
  ),
  plain(
    'reintegration_area',
    'Area of reintegration',
    [
      ['legal', 'Legal assistance'],
      ['medical', 'Medical care'],
      ['financial', 'Financial support'],
      ['housing', 'Housing'],
      ['community', 'Community-based support'],
      ['education', 'Education'],
      ['psychosocial', 'Psychosocial support'],
      ['work', 'Training and work'],
      ['in_kind', 'Goods in kind'],
      ['other', 'Other'],
    ],
    'The first six: the shares of the 2012 annual review. The others: what the package holds beside them.',
  ),
  plain(
    'delivery_state',
    'State',
    [
      ['released', 'Released'],
      ['pending_over_ceiling', 'Waits: over the ceiling'],
      ['refused', 'Not released'],
    ],
    own,
  ),
  plain(
    'training_subject',
    'Subject',
    [
      ['sewing', 'Sewing and tailoring'],
      ['hairdressing', 'Hairdressing and beauty'],
      ['cooking', 'Cooking and hospitality'],
      ['farming', 'Farming and animals'],
      ['construction', 'Construction'],
      ['mechanics', 'Mechanics and driving'],
      ['computing', 'Computers and office work'],
      ['trade', 'Trade and small business'],
      ['care', 'Care work'],
      ['language', 'Language'],
      ['literacy', 'Reading and writing'],
      ['school', 'School'],
      ['other', 'Other'],
    ],
    own,
  ),
  plain(
    'training_result',
    'Result',
    [
      ['ongoing', 'Still going on'],
      ['finished', 'Finished'],
      ['stopped', 'Stopped earlier'],
    ],
    own,
  ),
  plain(
    'survey_satisfied',
    'Satisfaction',
    [
      ['very', 'Very satisfied'],
      ['rather', 'Rather satisfied'],
      ['neither', 'Neither'],
      ['little', 'Little satisfied'],
      ['not', 'Not satisfied'],
    ],
    survey,
  ),
  plain(
    'survey_access',
    'Access or quality',
    [
      ['very_good', 'Very good'],
      ['good', 'Good'],
      ['fair', 'Fair'],
      ['poor', 'Poor'],
      ['very_poor', 'Very poor'],
    ],
    survey,
  ),
  ...(['survey_often_bad', 'survey_often_good'] as const).map(id =>
    plain(
      id,
      'How often',
      [
        ['never', 'Never'],
        ['rarely', 'Rarely'],
        ['sometimes', 'Sometimes'],
        ['often', 'Often'],
        ['very_often', 'Very often'],
      ],
      survey,
    ),
  ),
  plain(
    'survey_able',
    'Yes, partly or no',
    [
      ['yes', 'Yes'],
      ['partly', 'Partly'],
      ['no', 'No'],
    ],
    survey,
  ),
]
