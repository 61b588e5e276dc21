import { type CodeList, plain } from '../code-list.ts'

/** Answers of approvals and flags. */
export const teamworkLists: readonly CodeList[] = [
  plain(
    'approval_kind',
    'What for',
    [
      ['plan', 'Plan'],
      ['closure', 'Closing the case'],
      ['over_ceiling', 'Money over a ceiling'],
      ['consent_override', 'Sharing without consent'],
      ['fund_request', 'Money from a fund'],
      ['lower_confidentiality', 'Opening a case to more people'],
    ],
    'What the sources and the personas ask a second person for.',
  ),
  plain(
    'approval_state',
    'State',
    [
      ['waiting', 'Waiting'],
      ['approved', 'Approved'],
      ['refused', 'Refused'],
      ['withdrawn', 'No longer needed'],
    ],
    'Own list.',
  ),
  plain(
    'flag_kind',
    'Kind',
    [
      ['urgent', 'Urgent'],
      ['look_again', 'Look at this again'],
      ['safety', 'Safety of staff or others'],
      ['data', 'Something in the record is wrong'],
      ['question', 'Question to the supervisor'],
    ],
    'Own list.',
  ),
]
