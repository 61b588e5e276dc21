/** Questionnaires are data with a version; a new wording is a new version, old answers keep the old one. */

/** When a question is asked. Conditions are data, so that they travel, are shown and are checked. */
export type Condition =
  | { readonly is: readonly [question: string, value: string] }
  /** A code of a many-marks question is marked yes. */
  | { readonly marked: readonly [question: string, code: string] }
  | { readonly answered: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

export type Strength = 'S' | 'M' | 'W' | '-' | '?'
export type QuestionKind = 'text' | 'long_text' | 'code' | 'codes' | 'marks' | 'mark' | 'date' | 'integer' | 'money'

export interface Question {
  readonly id: string
  /** `mark` is one yes / no / unknown answer about one indicator; the other kinds are those of fields. */
  readonly kind: QuestionKind
  readonly list?: string
  readonly label: string
  readonly help?: string
  /** The record field that the answer fills. */
  readonly field?: { readonly type: string; readonly field: string; readonly code?: string }
  /** Dimension 1-6 of the Delphi indicators. */
  readonly dimension?: 1 | 2 | 3 | 4 | 5 | 6
  readonly strength?: Strength
  readonly relevant?: Condition
  /** Can hurt to answer: asked late, never first, and never twice. */
  readonly sensitive?: true
  /** Labels in other languages, for an organisation's own questions. */
  readonly labels?: Readonly<Record<string, string>>
}

export interface Section {
  readonly id: string
  readonly label: string
  readonly help?: string
  readonly questions: readonly Question[]
}

export interface Questionnaire {
  readonly id: string
  readonly version: string
  readonly title: string
  /** Where the wording comes from. */
  readonly provenance: string
  /** False: not compared with the published original; must be said wherever results are shown. */
  readonly verified: boolean
  readonly sections: readonly Section[]
}

/** Key of a questionnaire in the dictionary: `id@version`. */
export const questionnaireKey = (q: Pick<Questionnaire, 'id' | 'version'>): string => `${q.id}@${q.version}`
