import { type CodeList, plain } from '../code-list.ts'

const own = 'Own list; kinds of organisations that the sources name as partners of a referral.'

/** Answers of the service directory. */
export const directoryLists: readonly CodeList[] = [
  plain(
    'provider_kind',
    'Kind',
    [
      ['ngo', 'Non-governmental organisation'],
      ['shelter', 'Organisation that runs a shelter'],
      ['health', 'Health service'],
      ['legal_aid', 'Legal aid'],
      ['social_service', 'Social or child-protection service'],
      ['police', 'Police or prosecution'],
      ['border', 'Border or migration authority'],
      ['consulate', 'Consulate or embassy'],
      ['labour_inspection', 'Labour inspection'],
      ['international_organisation', 'International organisation'],
      ['hotline', 'Hotline'],
      ['community', 'Community or faith group'],
      ['private', 'Private provider'],
    ],
    own,
  ),
  plain(
    'provider_state',
    'State',
    [
      ['active', 'Takes referrals'],
      ['full', 'Full at present'],
      ['paused', 'Paused'],
      ['ended', 'Ended'],
    ],
    own,
  ),
  plain(
    'employer_state',
    'State',
    [
      ['active', 'Takes people on'],
      ['paused', 'Not at present'],
      ['unsafe', 'Nobody again: bad conditions'],
      ['ended', 'Ended'],
    ],
    own,
  ),
]
