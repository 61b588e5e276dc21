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
