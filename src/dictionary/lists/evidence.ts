import { type Code, type CodeList, codeList, plain } from '../code-list.ts'
import { delphiDimensions, indicators } from '../data/indicators.ts'

const means = (code: string, label: string, htcds: string | null, outside: Partial<Code>): Code => ({
  code,
  label,
  ...(htcds === null ? {} : { htcds }),
  ...outside,
})
/** Column of the files of 2020 and 2021, and the composite of 2024 that it falls into. */
const both = (name: string, composite: string): Partial<Code> => ({
  ctdcA: `meansOfControl${name}`,
  ctdcB: `meansOfControl${name}`,
  ctdcC: composite,
  exportOnly: ['ctdcC'],
})
const single = (name: string, column: string): Partial<Code> => ({
  ctdcA: `meansOfControl${name}`,
  ctdcB: `meansOfControl${name}`,
  ctdcC: column,
})

const meansCodes: readonly Code[] = [
  means('debt_bondage', 'Debt bondage', 'DebtBondage', {
    help: 'Made to work off a debt, real or invented; fines and fees included.',
    ...both('DebtBondage', 'meansDebtBondageEarnings'),
  }),
  means('takes_earnings', 'Takes the earnings', 'TakesEarnings', {
    htcdsLabel: 'Takes earnings',
    ...both('TakesEarnings', 'meansDebtBondageEarnings'),
  }),
  means('restricts_financial_access', 'Restricts access to money', 'RestrictsFinancialAccess', {
    htcdsLabel: 'Restricts financial access',
    ctdcA: 'meansOfControlRestrictsFinancialAccess',
    ctdcC: 'meansDenyBasicNeeds',
    exportOnly: ['ctdcC'],
  }),
  means('threats', 'Threats', 'PhysicalThreats', {
    help: 'Threats to harm the person or somebody else.',
    htcdsLabel: 'Physical threats',
    ...both('Threats', 'meansThreats'),
  }),
  means('threat_law_enforcement', 'Threat of police or immigration authorities', 'ThreatsLawEnforcement', {
    htcdsLabel: 'Threats of law enforcement',
    ...both('ThreatOfLawEnforcement', 'meansThreats'),
  }),
  means('uses_children', 'Uses or threatens the person’s children or family', 'ThreatensChildrenFamily', {
    help: 'Separation from one’s own children, custody, removal. HTCDS has only the wider "threatens children/family".',
    htcdsLabel: 'Threatens children/family',
    ctdcA: 'meansOfControlUsesChildren',
    ctdcC: 'meansThreats',
    exportOnly: ['ctdcC'],
  }),
  means(
    'psychological_abuse',
    'Psychological abuse',
    'PsychologicalAbuse',
    both('PsychologicalAbuse', 'meansAbusePsyPhySex'),
  ),
  means('physical_abuse', 'Physical abuse', 'PhysicalAbuse', both('PhysicalAbuse', 'meansAbusePsyPhySex')),
  means('sexual_abuse', 'Sexual abuse', 'SexualAbuse', {
    help: 'As a means of control, not as the purpose.',
    ...both('SexualAbuse', 'meansAbusePsyPhySex'),
  }),
  means('false_promises', 'False promises', 'FalsePromises', single('FalsePromises', 'meansFalsePromises')),
  means('psychoactive_substances', 'Drugs or alcohol', 'PsychoactiveSubstance', {
    htcdsLabel: 'Psychoactive substance',
    ...single('PsychoactiveSubstances', 'meansDrugsAlcohol'),
  }),
  means('restricts_movement', 'Restricts movement', null, {
    help: 'Confinement, guards, surveillance, isolation. Missing in the picklist of HTCDS 2.0.',
    ...both('RestrictsMovement', 'meansDenyBasicNeeds'),
  }),
  means(
    'restricts_medical_care',
    'Restricts medical care',
    'RestrictsMedicalCare',
    both('RestrictsMedicalCare', 'meansDenyBasicNeeds'),
  ),
  means('withholds_necessities', 'Withholds necessities', 'WithholdsNecessities', {
    help: 'Food, water, shelter, hygiene, clothes.',
    ...both('WithholdsNecessities', 'meansDenyBasicNeeds'),
  }),
  means(
    'excessive_hours',
    'Excessive working hours',
    'ExcessiveWorkingHours',
    single('ExcessiveWorkingHours', 'meansExcessiveWorkHours'),
  ),
  means(
    'withholds_documents',
    'Withholds documents',
    'WithholdsDocuments',
    single('WithholdsDocuments', 'meansWithholdDocs'),
  ),
  means('abduction', 'Abduction', null, { help: 'Kidnapping at entry.', ctdcA: 'isAbduction' }),
  means('other', 'Other', 'Other', { ctdcA: 'meansOfControlOther', ctdcB: 'meansOfControlOther' }),
]

export const evidenceLists: readonly CodeList[] = [
  plain(
    'act',
    'Act',
    [
      ['recruitment', 'Recruitment'],
      ['transportation', 'Transportation'],
      ['transfer', 'Transfer'],
      ['harbouring', 'Harbouring'],
      ['receipt', 'Receipt'],
    ],
    'Palermo Protocol, article 3 (a).',
  ),
  codeList({
    id: 'means',
    label: 'Means of control',
    codes: meansCodes,
    source:
      'HTCDS 2.0 vic_MethodsOfControl and CTDC columns of 2020, 2021, 2024. Members of the 2024 composites: from a third party’s notes.',
  }),
  codeList({
    id: 'indicator',
    label: 'Indicator',
    long: true,
    codes: indicators.map(i => ({ code: i.id, label: i.label, help: delphiDimensions[i.dimension] })),
    source:
      'Operational indicators, Delphi survey, ILO and European Commission 2009. Labour lists second-hand, sexual lists from memory, unverified.',
  }),
  plain(
    'reading',
    'Computed reading',
    [
      ['not_yet', 'Not yet enough told'],
      ['partial', 'Some elements are there'],
      ['indicated', 'The elements of trafficking are indicated'],
    ],
    'Own words: the reading never decides.',
  ),
  codeList({
    id: 'determination',
    label: 'Determination',
    codes: [
      {
        code: 'possible',
        label: 'Possibly trafficked',
        htcds: 'PossibleVictimOfTrafficking',
        htcdsLabel: 'Possible victim of trafficking',
      },
      {
        code: 'confirmed',
        label: 'Trafficked',
        htcds: 'ActualVictimOfTrafficking',
        htcdsLabel: 'Actual victim of trafficking',
      },
      {
        code: 'not_trafficked',
        label: 'Not trafficked',
        htcds: 'NotAVictimOfTrafficking',
        htcdsLabel: 'Not a victim of trafficking',
      },
      { code: 'undetermined', label: 'Cannot be determined' },
    ],
    source: 'HTCDS 2.0 vic_TraffickingStatus; undetermined is ours.',
  }),
  codeList({
    id: 'decider',
    label: 'Decided by',
    codes: [
      { code: 'police', label: 'Police', htcds: 'Police' },
      { code: 'ngo', label: 'NGO', htcds: 'NGO' },
      { code: 'court', label: 'Court or prosecution', htcds: 'CourtOrProsecution' },
      {
        code: 'government',
        label: 'Other government organisation',
        htcds: 'NonPoliceGovernmentalOrganization',
        htcdsLabel: 'Non-police governmental organization',
      },
      { code: 'own', label: 'Our own organisation', htcds: 'Other', exportOnly: ['htcds'] },
      { code: 'other', label: 'Other', htcds: 'Other' },
    ],
    source: 'HTCDS 2.0 vic_TraffickingStatusDecisionMakingOrg; own organisation is ours.',
  }),
  plain('screening_state', 'State of the screening', [
    ['open', 'Open'],
    ['paused', 'Paused'],
    ['concluded', 'Concluded'],
  ]),
]
