import { type CodeList, plain } from '../code-list.ts'

const own = 'Own list.'

/** Answers of referrals. */
export const referralLists: readonly CodeList[] = [
  {
    id: 'referral_state',
    label: 'State',
    codes: [
      { code: 'drafted', label: 'Drafted' },
      { code: 'sent', label: 'Sent' },
      { code: 'received', label: 'Received' },
      { code: 'accepted', label: 'Accepted' },
      { code: 'declined', label: 'Declined' },
      { code: 'done', label: 'Done' },
      { code: 'withdrawn', label: 'Withdrawn' },
      // The words of version 0.1; `statesOnce` in casework reads them as the new ones.
      { code: 'acknowledged', label: 'Received', until: '2026-11' },
      { code: 'served', label: 'Done', until: '2026-11' },
      { code: 'closed', label: 'Withdrawn', until: '2026-11' },
    ],
    source: 'Issue 3: sent, received, accepted, declined, done, withdrawn.',
  },
  plain(
    'shared_item',
    'What the recipient gets to know',
    [
      ['preferred_name', 'Name the person wishes to be called'],
      ['names', 'Names'],
      ['birth_date', 'Date of birth'],
      ['sex', 'Sex'],
      ['age_group', 'Child or adult'],
      ['nationality', 'Nationality'],
      ['languages', 'Languages'],
      ['phone', 'Telephone'],
      ['safe_contact', 'Safe contact'],
      ['dependent_children', 'Dependent children'],
      ['education', 'Education'],
      ['employment_before', 'Employment before'],
      ['legal_status', 'Legal status'],
      ['country_of_origin', 'Country of origin'],
      ['message', 'What we write to the recipient'],
    ],
    own,
  ),
  plain(
    'more_reason',
    'Why more than the service needs',
    [
      ['person_asks', 'The person asks for it'],
      ['safety', 'Safety of the person'],
      ['medical', 'A medical need'],
      ['child', 'Best interests of a child'],
      ['legal', 'A procedure needs it'],
    ],
    own,
  ),
  plain(
    'handed_over',
    'Records handed over',
    [
      ['screening', 'Screening interviews'],
      ['determination', 'Determination'],
      ['episode', 'What happened'],
      ['leg', 'Journey'],
      ['risk', 'Risks'],
      ['health', 'Health'],
      ['plan', 'Support plans'],
      ['service', 'Services given'],
      ['movement', 'Movements'],
      ['visit', 'Visits'],
      ['note', 'Notes'],
    ],
    'Record types of a case that a receiving mission can need. Consents, tasks and money stay where they are.',
  ),
  plain(
    'answered_through',
    'How the answer came',
    [
      ['noted', 'Told to us'],
      ['link', 'Through the one-time link'],
      ['mission', 'By the receiving mission'],
    ],
    own,
  ),
  plain(
    'decline_reason',
    'Why it was declined',
    [
      ['full', 'No place at present'],
      ['not_offered', 'The service is not offered'],
      ['not_eligible', 'The person is not among those served'],
      ['too_far', 'Too far away'],
      ['not_safe', 'It would not be safe'],
      ['not_reached', 'The person could not be reached'],
      ['person_declined', 'The person did not want it'],
      ['other', 'Other'],
    ],
    own,
  ),
]
