import type { Strength } from '../questionnaire.ts'

/**
 * Operational indicators of trafficking from the Delphi survey of the ILO and the European Commission (2009), with their
 * strength in each of the four lists: S strong, M medium, W weak, - not in that list, ? not known to us.
 * The labour columns come from a second-hand rendering whose counts (67 and 65) agree with the totals it states; the two
 * sexual columns are from memory and must be checked against the brochure before anyone relies on them.
 * The same name in two dimensions is deliberate: what happens after arrival weighs more.
 */
export type DelphiDimension = 1 | 2 | 3 | 4 | 5 | 6
export type IndicatorProfile = 'adult_labour' | 'child_labour' | 'adult_sexual' | 'child_sexual'

export interface Indicator {
  /** `d<dimension>_<what>`; a code of the list `indicator`. */
  readonly id: string
  readonly dimension: DelphiDimension
  readonly label: string
  readonly strength: Readonly<Record<IndicatorProfile, Strength>>
}

export const delphiDimensions: Readonly<Record<DelphiDimension, string>> = {
  1: 'Deceptive recruitment',
  2: 'Coercive recruitment',
  3: 'Recruitment by abuse of vulnerability',
  4: 'Exploitation',
  5: 'Coercion at destination',
  6: 'Abuse of vulnerability at destination',
}

type Row = readonly [DelphiDimension, string, string, Strength, Strength, Strength, Strength]

/** dimension, id, label, adult labour, child labour, adult sexual, child sexual. */
const rows: readonly Row[] = [
  [1, 'nature_of_job', 'Deceived about the nature of the job, location or employer', 'S', 'S', 'S', 'S'],
  [1, 'conditions_of_work', 'Deceived about the conditions of work', 'M', 'M', 'M', 'M'],
  [1, 'contract', 'Deceived about the content or legality of the contract', 'M', 'M', 'M', 'M'],
  [1, 'family_reunification', 'Deceived about family reunification', 'M', 'M', 'M', 'M'],
  [1, 'housing', 'Deceived about housing and living conditions', 'M', 'M', 'M', 'M'],
  [1, 'legal_documents', 'Deceived about papers or about obtaining a legal status', 'M', 'M', 'M', 'M'],
  [1, 'travel_conditions', 'Deceived about travel and recruitment conditions', 'M', 'M', 'M', 'M'],
  [1, 'wages', 'Deceived about the pay', 'M', 'M', 'M', 'M'],
  [1, 'marriage_or_adoption', 'Deceived through promises of marriage or adoption', 'M', 'M', 'M', 'M'],
  [1, 'education', 'Deceived about access to education opportunities', 'W', 'S', 'W', 'S'],
  [2, 'violence', 'Violence against the person', 'S', 'S', 'S', 'S'],
  [2, 'abduction_or_sale', 'Abduction, forced marriage, forced adoption or sale of the person', 'M', 'S', '?', 'S'],
  [2, 'documents_confiscated', 'Confiscation of documents', 'M', 'M', '?', '?'],
  [2, 'debt_bondage', 'Debt bondage', 'M', 'S', '?', 'S'],
  [2, 'isolation_confinement', 'Isolation, confinement or surveillance', 'M', 'M', '?', '?'],
  [2, 'threat_of_denunciation', 'Threat of denunciation to authorities', 'M', 'M', 'M', 'M'],
  [2, 'threats_of_violence', 'Threats of violence against the person', 'M', 'S', '?', 'S'],
  [2, 'threats_to_inform', 'Threats to inform family, community or public', 'M', 'M', 'M', 'M'],
  [2, 'violence_on_family', 'Violence against the family, threatened or done', 'M', 'M', 'M', 'M'],
  [2, 'money_withheld', 'Withholding of money', 'M', 'M', 'M', 'M'],
  [3, 'abuse_family_situation', 'Abuse of difficult family situation', 'M', 'M', 'M', 'M'],
  [3, 'abuse_illegal_status', 'Abuse of illegal status', 'M', 'M', 'M', 'M'],
  [3, 'abuse_lack_of_education', 'Abuse of a lack of education or language', 'M', 'M', 'M', 'M'],
  [3, 'abuse_lack_of_information', 'Abuse of lack of information', 'M', 'M', 'M', 'M'],
  [3, 'control_of_exploiters', 'Control of exploiters', 'M', 'M', 'M', 'M'],
  [3, 'economic_reasons', 'Economic reasons', 'M', 'M', 'M', 'M'],
  [
    3,
    'false_information_law',
    'False information about the law or the attitude of the authorities',
    'M',
    '-',
    'M',
    '-',
  ],
  [3, 'false_information_migration', 'False information about successful migration', 'M', 'M', 'M', 'M'],
  [3, 'family_situation', 'Family situation', 'M', 'M', 'M', 'M'],
  [3, 'personal_situation', 'Personal situation', 'M', 'M', 'M', 'M'],
  [3, 'emotional_dependency', 'Psychological and emotional dependency', 'M', 'M', 'M', 'M'],
  [3, 'legal_status', 'Relation to the authorities, legal status', 'M', 'M', 'M', 'M'],
  [3, 'difficulties_in_past', 'Difficulties in the past', 'M', 'M', '?', 'M'],
  [3, 'difficulty_organising_travel', 'Difficulty in organising the journey', 'M', 'M', '?', 'M'],
  [3, 'abuse_of_beliefs', 'Abuse of cultural or religious beliefs', 'W', 'M', '?', 'M'],
  [3, 'general_context', 'General context', 'W', 'M', '?', 'M'],
  [4, 'excessive_hours', 'Excessive working days or hours', 'S', 'S', 'M', '?'],
  [4, 'bad_living_conditions', 'Bad living conditions', 'M', 'M', 'M', 'M'],
  [4, 'hazardous_work', 'Hazardous work', 'M', 'M', 'M', 'S'],
  [4, 'low_or_no_salary', 'Low pay or none', 'M', 'M', 'M', 'M'],
  [4, 'labour_law_not_respected', 'Labour law or signed contract not respected', 'M', 'M', 'M', 'M'],
  [4, 'no_social_protection', 'No social protection (contract, insurance)', 'M', '-', 'M', '-'],
  [4, 'very_bad_working_conditions', 'Very bad working conditions', 'M', 'M', 'M', 'M'],
  [4, 'wage_manipulation', 'Wage manipulation', 'M', 'M', 'M', 'M'],
  [4, 'no_education', 'No access to education', 'W', 'M', 'W', '?'],
  [5, 'documents_confiscated', 'Confiscation of documents', 'S', 'S', 'S', 'S'],
  [5, 'debt_bondage', 'Debt bondage', 'S', 'S', 'S', 'S'],
  [5, 'isolation_confinement', 'Isolation, confinement or surveillance', 'S', 'S', 'S', 'S'],
  [5, 'violence', 'Violence against the person', 'S', 'S', 'S', 'S'],
  [5, 'forced_criminal_activities', 'Forced into criminal activities', 'M', 'S', 'M', 'S'],
  [5, 'forced_tasks', 'Forced tasks or clients', 'M', 'S', 'S', 'S'],
  [5, 'forced_against_peers', 'Forced to act against peers', 'M', 'M', 'M', 'M'],
  [5, 'forced_to_lie', 'Forced to lie to authorities, family or others', 'M', 'M', 'M', 'M'],
  [5, 'threat_of_denunciation', 'Threat of denunciation to authorities', 'M', 'M', 'M', 'M'],
  [5, 'threat_of_worse_conditions', 'Threat of even worse working conditions', 'M', 'M', 'M', 'M'],
  [5, 'threats_of_violence', 'Threats of violence against the person', 'M', 'S', 'S', 'S'],
  [5, 'strong_influence', 'Under strong influence', 'M', 'S', 'S', 'S'],
  [5, 'violence_on_family', 'Violence against the family, threatened or done', 'M', 'M', 'M', 'M'],
  [5, 'wages_withheld', 'Withholding of wages', 'M', 'M', 'M', 'M'],
  [5, 'threats_to_inform', 'Threats to inform family, community or public', 'W', 'M', 'M', 'M'],
  [6, 'dependency_on_exploiters', 'Dependency on exploiters', 'M', 'M', 'M', 'M'],
  [6, 'unknown_area', 'Difficulty of living in an unknown area', 'M', 'M', 'M', 'M'],
  [6, 'economic_reasons', 'Economic reasons', 'M', 'M', 'M', 'M'],
  [6, 'family_situation', 'Family situation', 'M', 'M', 'M', 'M'],
  [6, 'legal_status', 'Relation to the authorities, legal status', 'M', 'M', 'M', 'M'],
  [6, 'difficulties_in_past', 'Difficulties in the past', 'W', 'M', '?', 'M'],
  [6, 'personal_characteristics', 'Personal characteristics', 'W', 'M', '?', 'M'],
]

export const indicators: readonly Indicator[] = rows.map(
  ([dimension, id, label, adult_labour, child_labour, adult_sexual, child_sexual]) => ({
    id: `d${dimension}_${id}`,
    dimension,
    label,
    strength: { adult_labour, child_labour, adult_sexual, child_sexual },
  }),
)
