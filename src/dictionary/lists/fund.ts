import { type CodeList, plain } from '../code-list.ts'

const own = 'Own list.'
const review = 'Named in the 2012 annual review of assistance.'

/** Answers of donors, projects and funds. */
export const fundLists: readonly CodeList[] = [
  plain(
    'donor_kind',
    'Kind of donor',
    [
      ['government', 'Government'],
      ['european_union', 'European Union'],
      ['international_organisation', 'International organisation'],
      ['foundation', 'Foundation'],
      ['company', 'Company'],
      ['own_organisation', 'Our own organisation'],
      ['private', 'Private person'],
      ['private_anonymous', 'Private person, without a name'],
    ],
    `${review} Private donations too.`,
  ),
  plain(
    'money_state',
    'State',
    [
      ['planned', 'Planned'],
      ['active', 'Active'],
      ['ended', 'Ended'],
    ],
    own,
  ),
  plain(
    'project_component',
    'Component',
    [
      ['avrr', 'Return and reintegration'],
      ['avrr_component', 'Return and reintegration as a part'],
      ['direct_assistance', 'Direct assistance'],
      ['shelter', 'Shelter'],
      ['prevention', 'Prevention'],
      ['capacity', 'Training of staff and partners'],
      ['research', 'Research'],
    ],
    `The first three: ${review}`,
  ),
  plain(
    'money_source',
    'Project or fund',
    [
      ['project', 'Project'],
      ['fund', 'Fund'],
    ],
    own,
  ),
  plain(
    'fund_condition',
    'Condition',
    [
      ['trafficked_across_border', 'Trafficked across a border'],
      ['no_other_project', 'No other project covers it'],
      ['stranded', 'Stranded'],
    ],
    'GAF and HASM, as the 2012 annual review describes them.',
  ),
  plain(
    'country_group',
    'Group of countries',
    [
      ['eu', 'European Union'],
      ['rcm', 'Regional Conference on Migration'],
    ],
    'Members and their dates: `data/country-groups.ts`.',
  ),
  plain(
    'fund_request_state',
    'State',
    [
      ['waiting', 'Waits for approval'],
      ['committed', 'Committed'],
      ['paid', 'Paid in full'],
      ['refused', 'Refused'],
      ['withdrawn', 'Taken back'],
    ],
    own,
  ),
  plain(
    'payment_method',
    'How it was paid',
    [
      ['cash', 'Cash'],
      ['bank', 'Bank transfer'],
      ['mobile', 'Mobile money'],
      ['voucher', 'Voucher'],
      ['supplier', 'To the supplier'],
      ['partner', 'Through a partner'],
    ],
    own,
  ),
]
