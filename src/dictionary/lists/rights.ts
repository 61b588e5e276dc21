import { type CodeList, plain } from '../code-list.ts'

const own = 'Own list.'

/** Answers of consents, disclosures, requests of persons and rules of contact. */
export const rightsLists: readonly CodeList[] = [
  plain(
    'recipient_kind',
    'Kind of recipient',
    [
      ['police', 'Police or prosecution'],
      ['authority', 'Other authority'],
      ['consulate', 'Consulate or embassy'],
      ['ngo', 'NGO'],
      ['health', 'Health service'],
      ['own_mission', 'Another mission of ours'],
      ['international_organisation', 'International organisation'],
      ['legal_aid', 'Lawyer or legal aid'],
      ['family', 'Family'],
      ['media', 'Media'],
      ['other', 'Other'],
    ],
    'Those with whom the sources share; police and consulates are recipients, never roles.',
  ),
  plain(
    'disclosure_what',
    'What was given',
    [
      ['name', 'Name'],
      ['contact', 'How to reach the person'],
      ['place', 'Where the person is'],
      ['story', 'What happened'],
      ['health', 'Health'],
      ['documents', 'Documents'],
      ['codes', 'Facts without a name'],
    ],
    own,
  ),
  plain(
    'disclosure_ground',
    'On what ground',
    [
      ['consent', 'Consent of the person'],
      ['court_order', 'Order of a court'],
      ['legal_duty', 'Duty under the law'],
      ['vital_interest', 'Danger to life'],
      ['other', 'Other'],
    ],
    own,
  ),
  plain(
    'disclosure_state',
    'State',
    [
      ['prepared', 'Prepared, nothing given yet'],
      ['made', 'Given'],
      ['refused', 'Not given'],
    ],
    own,
  ),
  plain(
    'acknowledgement_state',
    'State',
    [
      ['awaiting_acknowledgement', 'Waiting for the partner’s acknowledgement'],
      ['acknowledged', 'Acknowledged'],
    ],
    own,
  ),
  plain(
    'rights_request_kind',
    'What the person asks',
    [
      ['access', 'A copy of what is kept'],
      ['rectification', 'To correct something'],
      ['objection', 'To stop a use'],
      ['erasure', 'To erase'],
    ],
    'Rights of the data subject; the clock of one month is the General Data Protection Regulation’s, Art. 12 (3).',
  ),
  plain(
    'rights_request_state',
    'State',
    [
      ['received', 'Received'],
      ['decided', 'Decided, not carried out yet'],
      ['done', 'Answered'],
    ],
    own,
  ),
  plain(
    'rights_decision',
    'Decision',
    [
      ['granted', 'Granted'],
      ['partly', 'Granted in part'],
      ['refused', 'Refused'],
    ],
    own,
  ),
  plain(
    'contact_channel',
    'Way of contact',
    [
      ['call', 'Telephone call'],
      ['text_message', 'Text message'],
      ['messenger', 'Messenger'],
      ['email', 'E-mail'],
      ['letter', 'Letter'],
      ['visit', 'Visit'],
      ['through_other', 'Through somebody else'],
    ],
    own,
  ),
  plain(
    'weekday',
    'Day of the week',
    [
      ['monday', 'Monday'],
      ['tuesday', 'Tuesday'],
      ['wednesday', 'Wednesday'],
      ['thursday', 'Thursday'],
      ['friday', 'Friday'],
      ['saturday', 'Saturday'],
      ['sunday', 'Sunday'],
    ],
    own,
  ),
  plain(
    'confidentiality_level',
    'Level of confidentiality',
    [
      ['ordinary', 'Ordinary: everybody whose role reaches the case'],
      ['restricted', 'Restricted: who works on it, and supervisors'],
      ['strict', 'Strict: only those named on the case'],
    ],
    'Own list, from least to most protective.',
  ),
  plain(
    'naming_reason',
    'What for',
    [
      ['works_on_it', 'Works on the case'],
      ['backup', 'Stands in for the caseworker'],
      ['supervises', 'Supervises, or settles what takes two people'],
      ['emergency', 'Emergency: the caseworker cannot be reached'],
    ],
    own,
  ),
]
