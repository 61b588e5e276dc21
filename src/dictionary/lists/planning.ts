import { type CodeList, plain } from '../code-list.ts'

const own = 'Own list; values mentioned in the published reviews and situation reports.'

/** Answers of plans and services. */
export const planningLists: readonly CodeList[] = [
  plain(
    'plan_stage',
    'Stage',
    [
      ['draft', 'Draft, before the journey'],
      ['final', 'Final, after arrival'],
    ],
    'The 2012 annual review: agreed before departure, finalised after arrival.',
  ),
  plain(
    'plan_line_state',
    'State',
    [
      ['planned', 'Planned'],
      ['ongoing', 'Going on'],
      ['done', 'Done'],
      ['dropped', 'Dropped'],
    ],
    own,
  ),
  plain(
    'item_kind',
    'Goods',
    [
      ['clothing', 'Clothes and shoes'],
      ['hygiene_kit', 'Hygiene kit'],
      ['food', 'Food'],
      ['school_supplies', 'School supplies'],
      ['telephone', 'Telephone or credit'],
      ['household', 'Things for the household'],
      ['tools', 'Tools or machines'],
      ['stock', 'Goods to sell'],
      ['animals', 'Animals and feed'],
      ['ticket', 'Ticket'],
      ['other', 'Other'],
    ],
    own,
  ),
  plain(
    'contact_with',
    'With',
    [
      ['person', 'The person'],
      ['family', 'Family'],
      ['guardian', 'Guardian'],
      ['partner', 'Partner or service'],
      ['authority', 'Authority'],
      ['other', 'Somebody else'],
    ],
    own,
  ),
  plain(
    'contact_outcome',
    'Outcome',
    [
      ['reached', 'Reached'],
      ['message_left', 'Safe message left'],
      ['not_reached', 'Not reached'],
      ['wrong_number', 'Wrong number or moved'],
      ['not_safe', 'Broken off: not safe to speak'],
      ['do_not_contact', 'Asked not to be contacted'],
    ],
    own,
  ),
  plain(
    'exploitation_sign',
    'Sign of exploitation',
    [
      ['accompanied', 'Somebody answers for the person or does not leave their side'],
      ['afraid', 'Afraid of an employer, partner or relative'],
      ['papers_kept', 'Somebody else keeps the papers'],
      ['wages_withheld', 'Works and is not paid'],
      ['debt', 'Works off a debt'],
      ['confined', 'Cannot come and go freely'],
      ['injuries', 'Injuries that are not explained'],
      ['contact_by_recruiter', 'A recruiter or exploiter is in touch again'],
    ],
    'Own short list after the operational indicators; a sign is a reason to ask, never a finding.',
  ),
  plain(
    'task_kind',
    'Task',
    [
      ['guardian', 'Involve a guardian'],
      ['contact_focal_point', 'Contact the child-protection focal point'],
      ['consent_missing', 'Ask for consent'],
      ['follow_up', 'Follow up'],
      ['contact', 'Get in touch'],
      ['referral_acknowledge', 'Ask for the answer to a referral'],
      ['referral_answer', 'Tell the person what was answered'],
      ['risk_review', 'Look at the risk again'],
      ['rescreen', 'Screen again: a later record hints at trafficking'],
      ['documents', 'Documents'],
      ['appointment', 'Appointment'],
      ['payment', 'Payment'],
      ['power_ends', 'A power of attorney runs out'],
      ['residence_ends', 'A permit to stay ends'],
      ['expert_evaluation', 'Fix a day for the expert'],
      ['other', 'Other'],
    ],
    own,
  ),
]
