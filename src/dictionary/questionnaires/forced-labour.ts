import type { Questionnaire } from '../questionnaire.ts'

const names: readonly (readonly [string, string])[] = [
  ['abuse_of_vulnerability', 'Abuse of vulnerability'],
  ['deception', 'Deception'],
  ['restriction_of_movement', 'Restriction of movement'],
  ['isolation', 'Isolation'],
  ['violence', 'Physical and sexual violence'],
  ['intimidation', 'Intimidation and threats'],
  ['documents_retained', 'Retention of identity documents'],
  ['wages_withheld', 'Withholding of wages'],
  ['debt_bondage', 'Debt bondage'],
  ['abusive_conditions', 'Abusive working and living conditions'],
  ['excessive_overtime', 'Excessive overtime'],
]

/** Unweighted: the list helps to listen, it has no threshold. */
export const forcedLabour: Questionnaire = {
  id: 'forced_labour_11',
  version: '2012',
  title: 'Eleven indicators of forced labour (ILO)',
  provenance: 'Indicators of forced labour, ILO 2012; the eleven names second-hand.',
  verified: false,
  sections: [
    {
      id: 'indicators',
      label: 'Indicators',
      questions: names.map(([id, label]) => ({ id, kind: 'mark' as const, label })),
    },
  ],
}
