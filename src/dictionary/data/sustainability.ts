/**
 * The survey of how sustainable a reintegration is, and its scores, as one versioned table: 0 worst, 1 best. A new wording
 * or weight is a new version; a stored survey keeps the version it was asked with.
 */
export type Dimension = 'economic' | 'social' | 'psychosocial'

export interface SurveyItem {
  /** Field of the record type `sustainability_survey`. */
  readonly id: string
  readonly label: string
  readonly dimension: Dimension
  /** Code list of its answers. */
  readonly list: keyof typeof scales
  /** Says something about the person's mind or home: sealed, and left out where only codes are read. */
  readonly guarded?: true
}

/** Code -> score, per list of answers. */
export const scales = {
  survey_satisfied: { very: 1, rather: 0.75, neither: 0.5, little: 0.25, not: 0 },
  survey_access: { very_good: 1, good: 0.75, fair: 0.5, poor: 0.25, very_poor: 0 },
  survey_often_bad: { never: 1, rarely: 0.75, sometimes: 0.5, often: 0.25, very_often: 0 },
  survey_often_good: { very_often: 1, often: 0.75, sometimes: 0.5, rarely: 0.25, never: 0 },
  survey_able: { yes: 1, partly: 0.5, no: 0 },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number>>>>

const item = (
  dimension: Dimension,
  id: string,
  list: SurveyItem['list'],
  label: string,
  more: Pick<SurveyItem, 'guarded'> = {},
): SurveyItem => ({ id, label, dimension, list, ...more })

export const sustainability = {
  version: '1',
  provenance:
    'After IOM’s reintegration sustainability survey (Samuel Hall and IOM, 2017), written from memory: wording, selection and weights were not compared with the original. Within a dimension every answered question counts the same, and so does every dimension in the composite.',
  verified: false,
  /** A dimension has a score when at least this share of its questions is answered. */
  answeredAtLeast: 0.5,
  items: [
    item('economic', 'economicSituation', 'survey_satisfied', 'How satisfied are you with your economic situation?'),
    item('economic', 'foodReduced', 'survey_often_bad', 'How often did you have to eat less for lack of money?'),
    item('economic', 'canBorrow', 'survey_able', 'Could you borrow money if you needed it?'),
    item('economic', 'debtBurden', 'survey_often_bad', 'How often do debts keep you from paying for what you need?'),
    item('economic', 'workAccess', 'survey_access', 'How do you rate your access to work and training?'),
    item('economic', 'earnsLiving', 'survey_able', 'Do you have work or a business that supports you?'),
    item('economic', 'ownsMeans', 'survey_able', 'Do you own land, animals, tools or stock that you earn with?'),
    item('social', 'housing', 'survey_access', 'How do you rate the place where you live?'),
    item('social', 'school', 'survey_access', 'How do you rate access to schooling, for you or your children?'),
    item('social', 'justice', 'survey_access', 'How do you rate access to justice and the police?'),
    item('social', 'papers', 'survey_able', 'Do you have the identity papers that you need?'),
    item('social', 'water', 'survey_access', 'How do you rate access to safe drinking water?'),
    item('social', 'healthCare', 'survey_access', 'How do you rate access to health care?'),
    item('social', 'services', 'survey_access', 'How do you rate the quality of these services?'),
    item('psychosocial', 'invited', 'survey_often_good', 'How often are you invited to, or join, social activities?'),
    item('psychosocial', 'support', 'survey_access', 'How do you rate the people who would stand by you?'),
    item('psychosocial', 'belongs', 'survey_able', 'Do you feel that you belong to this community?'),
    item('psychosocial', 'safe', 'survey_access', 'How safe do you feel here?'),
    item('psychosocial', 'tension', 'survey_often_bad', 'How often is there tension with your family?', {
      guarded: true,
    }),
    item('psychosocial', 'discrimination', 'survey_often_bad', 'How often are you treated badly since you came back?'),
    item('psychosocial', 'distress', 'survey_often_bad', 'How often are you sad, afraid or angry?', { guarded: true }),
    item('psychosocial', 'canStay', 'survey_able', 'Do you feel able to stay and live here?'),
  ] satisfies readonly SurveyItem[] as readonly SurveyItem[],
}
