import { type CodeList, codeList, plain } from '../code-list.ts'

const own = 'Own list; wording from the variables that the published reviews mention.'

export const personLists: readonly CodeList[] = [
  plain('yes_no', 'Yes or no', [
    ['yes', 'Yes'],
    ['no', 'No'],
  ]),
  codeList({
    id: 'sex',
    label: 'Sex',
    codes: [
      { code: 'female', label: 'Female', core: 'female', ctdcA: 'Female', ctdcB: 'Female', ctdcC: 'Woman' },
      { code: 'male', label: 'Male', core: 'male', ctdcA: 'Male', ctdcB: 'Male', ctdcC: 'Man' },
      { code: 'other', label: 'Other', core: 'other', ctdcC: 'Trans/Transgender/NonConforming' },
    ],
    source: 'CTDC 2020, 2021 and 2024 files (values seen). "Not registered" is the reserved answer unknown.',
  }),
  codeList({
    id: 'gender',
    label: 'Gender',
    codes: [
      { code: 'feminine', label: 'Feminine', htcds: 'Feminine' },
      { code: 'masculine', label: 'Masculine', htcds: 'Masculine' },
      { code: 'transgender_feminine', label: 'Transgender feminine', htcds: 'TransgenderFeminine' },
      { code: 'transgender_masculine', label: 'Transgender masculine', htcds: 'TransgenderMasculine' },
      { code: 'non_conforming', label: 'Non-conforming', htcds: 'NonConforming', htcdsLabel: 'Non-Conforming' },
    ],
    source: 'HTCDS 2.0 prs_Gender. Its NonSpecifiedUnknown is the reserved answer unknown.',
  }),
  plain(
    'age_group',
    'Child or adult',
    [
      ['child', 'Child (under 18)'],
      ['adult', 'Adult (18 or older)'],
    ],
    'Palermo Protocol, article 3 (d); the article was quoted from memory.',
  ),
  codeList({
    id: 'age_band',
    label: 'Age band',
    codes: ['0--8', '9--17', '18--20', '21--23', '24--26', '27--29', '30--38', '39--47', '48+'].map(band => ({
      code: band,
      label: band.replace('--', '–'),
      ctdcA: band,
      ctdcB: band,
      ctdcC: band,
    })),
    source: 'CTDC ageBroad, values seen in the 2020 file. Some files write 09--17 for 9--17.',
  }),
  plain(
    'age_basis',
    'Basis of the age',
    [
      ['stated', 'Stated by the person'],
      ['document', 'Taken from a document'],
      ['assessment', 'Result of an age assessment'],
      ['family', 'Stated by family or guardian'],
      ['partner', 'Stated by the referring organisation'],
      ['estimated', 'Estimated by appearance'],
    ],
    own,
  ),
  codeList({
    id: 'marital_status',
    label: 'Marital status',
    codes: [
      { code: 'single', label: 'Single', htcds: 'Single' },
      { code: 'married', label: 'Married', htcds: 'Married' },
      { code: 'widowed', label: 'Widowed', htcds: 'Widowed' },
      { code: 'divorced', label: 'Divorced', htcds: 'Divorced' },
      { code: 'separated', label: 'Separated', htcds: 'Separated' },
      {
        code: 'registered_partnership',
        label: 'Registered partnership',
        htcds: 'RegisteredPartnership',
        htcdsLabel: 'Registered Partnership',
      },
    ],
    source: 'HTCDS 2.0 prs_MaritalStatus.',
  }),
  codeList({
    id: 'education',
    label: 'Education',
    codes: [
      { code: 'none', label: 'No schooling' },
      { code: 'early_childhood', label: 'Early childhood education', htcds: 'EarlyChildhoodEducation' },
      { code: 'primary', label: 'Primary education', htcds: 'PrimaryEducation' },
      { code: 'lower_secondary', label: 'Lower secondary education', htcds: 'LowerSecondaryEducation' },
      { code: 'upper_secondary', label: 'Upper secondary education', htcds: 'UpperSecondaryEducation' },
      {
        code: 'post_secondary',
        label: 'Post-secondary non-tertiary education',
        htcds: 'PostSecondaryNonTertiaryEducation',
      },
      { code: 'short_tertiary', label: 'Short-cycle tertiary education', htcds: 'ShortCycleTertiaryEducation' },
      { code: 'bachelor', label: 'Bachelor’s or equivalent level', htcds: 'BachelorsOrEquivalentLevel' },
      { code: 'master', label: 'Master’s or equivalent level', htcds: 'MastersOrEquivalentLevel' },
      { code: 'doctoral', label: 'Doctoral or equivalent level', htcds: 'DoctoralOrEquivalentLevel' },
    ],
    source: 'HTCDS 2.0 prs_HighestLevelOfEducation (ISCED 2011); "no schooling" is our addition.',
  }),
  plain(
    'employment',
    'Employment',
    [
      ['unemployed', 'Unemployed'],
      ['employed', 'Employed'],
      ['casual', 'Casual or day labour'],
      ['self_employed', 'Self-employed'],
      ['unpaid_family', 'Unpaid work in the family'],
      ['student', 'At school or studying'],
      ['unable', 'Unable to work'],
      ['other', 'Other'],
    ],
    own,
  ),
  plain(
    'economic_status',
    'Economic situation',
    [
      ['very_poor', 'Very poor'],
      ['poor', 'Poor'],
      ['standard', 'Average'],
      ['well_off', 'Well-off'],
      ['wealthy', 'Wealthy'],
    ],
    'Five-step self-assessment; from memory of the assistance interview form, unverified.',
  ),
  plain(
    'disability',
    'Disability',
    [
      ['seeing', 'Seeing'],
      ['hearing', 'Hearing'],
      ['walking', 'Walking or moving'],
      ['cognitive', 'Remembering, learning or understanding'],
      ['self_care', 'Washing or dressing'],
      ['communicating', 'Speaking and being understood'],
      ['psychosocial', 'Mental or psychosocial'],
      ['other', 'Other'],
    ],
    'Functional domains as in common disability question sets; from memory, unverified.',
  ),
]
