import { type CodeList, plain } from '../code-list.ts'

/** Kinds of incidents. */
export const incidentLists: readonly CodeList[] = [
  plain(
    'incident_kind',
    'Kind of incident',
    [
      ['vessel', 'Vessel at sea or in port'],
      ['workplace', 'Workplace or farm'],
      ['raid', 'Police raid'],
      ['border', 'Group stopped at a border'],
      ['transport', 'Vehicle or transport'],
      ['camp', 'Camp or compound'],
      ['household', 'Household or building'],
      ['event', 'Religious, sports or other event'],
      ['other', 'Other'],
    ],
    'Own list; vessels, raids and groups at borders are told of in the published reviews.',
  ),
]
