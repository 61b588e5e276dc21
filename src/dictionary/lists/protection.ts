import { type CodeList, codeList, plain } from '../code-list.ts'

export const protectionLists: readonly CodeList[] = [
  plain(
    'consent_purpose',
    'Purpose',
    [
      ['interview', 'Interview'],
      ['service', 'Assistance'],
      ['data', 'Keeping personal data'],
      ['sharing', 'Sharing with a named recipient'],
      ['return', 'Return'],
      ['research', 'Research without names'],
      ['media', 'Story or media'],
    ],
    'The separate consents that the sources ask for.',
  ),
  codeList({
    id: 'consent_decision',
    label: 'Decision',
    codes: [
      { code: 'yes', label: 'Yes', htcds: 'true', htcdsLabel: 'Yes' },
      { code: 'no', label: 'No', htcds: 'false', htcdsLabel: 'No' },
    ],
    source: 'HTCDS 2.0 con_Consent is a checkbox; the two words for it are ours.',
  }),
  plain(
    'consent_form',
    'How it was given',
    [
      ['written', 'In writing'],
      ['recorded', 'Sound or picture recording'],
      ['oral', 'Orally, noted by the caseworker'],
    ],
    'Order of preference after a published registration guide (second-hand).',
  ),
  plain(
    'risk_level',
    'Level of risk',
    [
      ['low', 'Low'],
      ['medium', 'Medium'],
      ['high', 'High'],
    ],
    'Ordered: later is more protective. Three steps from memory of the handbook.',
  ),
  plain(
    'risk_concern',
    'Who is threatened',
    [
      ['person', 'The person'],
      ['children', 'The person’s children'],
      ['family', 'The family'],
      ['other_persons', 'Other persons we assist'],
      ['staff', 'Our staff'],
      ['partner_staff', 'Staff of a partner'],
    ],
    'Threats to person, family and staff are named in the published review.',
  ),
  plain(
    'health_need',
    'Health need',
    [
      ['injury', 'Injury'],
      ['malnutrition', 'Malnutrition'],
      ['skin', 'Skin complaint'],
      ['infectious', 'Infectious disease'],
      ['sexual_health', 'Sexual health'],
      ['pregnancy', 'Pregnancy'],
      ['chronic', 'Chronic illness'],
      ['dental', 'Teeth'],
      ['mental_health', 'Mental health'],
      ['substance_use', 'Substance use'],
      ['medication', 'Needs medication'],
      ['other', 'Other'],
    ],
    'Own list, kept coarse on purpose; a diagnosis belongs in the health service’s own file.',
  ),
]
