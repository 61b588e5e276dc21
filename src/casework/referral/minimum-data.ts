import type { CaseFile } from '#changes/change.ts'
import type { Content, Value } from '#dictionary/answer.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { type Dictionary, fieldOf } from '#dictionary/dictionary.ts'
import type { Sensitivity } from '#dictionary/field.ts'

/**
 * What each service needs to know of a person, and no more. Own table: the sources ask for a "minimum data set" and do not
 * give one. Where a record says more, it says why.
 */

type Place = readonly ['person' | 'case' | 'referral', string]

const fields = {
  preferred_name: [['person', 'preferredName']],
  names: [
    ['person', 'givenNames'],
    ['person', 'familyNames'],
  ],
  birth_date: [['person', 'birthDate']],
  sex: [['person', 'sex']],
  age_group: [['case', 'ageGroup']],
  nationality: [['person', 'nationality']],
  languages: [['person', 'languages']],
  phone: [['person', 'phone']],
  safe_contact: [['person', 'safeContact']],
  dependent_children: [['person', 'dependentChildren']],
  education: [['person', 'education']],
  employment_before: [['person', 'employmentBefore']],
  legal_status: [['case', 'legalStatus']],
  country_of_origin: [['case', 'countryOfOrigin']],
  message: [['referral', 'details']],
} satisfies Readonly<Record<string, readonly Place[]>>

export type SharedItem = keyof typeof fields
export const sharedItems = Object.keys(fields) as readonly SharedItem[]
/** Code of `shared_item` -> the fields it stands for. */
export const shareable: Readonly<Record<SharedItem, readonly Place[]>> = fields

const meeting: readonly SharedItem[] = ['preferred_name', 'age_group', 'languages', 'message']
const house: readonly SharedItem[] = [...meeting, 'sex', 'dependent_children']
const papers: readonly SharedItem[] = [...meeting, 'names', 'birth_date', 'nationality', 'legal_status']
const work: readonly SharedItem[] = [...meeting, 'sex', 'education', 'employment_before', 'legal_status']

const needed: Readonly<Record<string, readonly SharedItem[]>> = {
  shelter: house,
  housing: house,
  reception: [...house, 'names', 'phone'],
  medical: [...meeting, 'sex', 'birth_date'],
  psychological: [...meeting, 'sex', 'safe_contact'],
  legal: [...papers, 'safe_contact'],
  documents: papers,
  permits: papers,
  return_travel: papers,
  guardianship: [...papers, 'sex'],
  family_tracing: [...papers, 'country_of_origin'],
  education: [...meeting, 'education'],
  child_care: house,
  vocational_training: work,
  job_placement: work,
  micro_enterprise: work,
  reintegration_grant: [...work, 'names', 'country_of_origin'],
  interpretation: ['preferred_name', 'languages', 'message'],
  food_hygiene: ['preferred_name', 'sex', 'age_group', 'dependent_children', 'message'],
  non_food_items: ['preferred_name', 'sex', 'age_group', 'dependent_children', 'message'],
  information: ['languages', 'message'],
}

/** Codes of `shared_item` that this service may carry without a reason. */
export const minimumFor = (service: Value | undefined): readonly SharedItem[] => needed[plainText(service)] ?? meeting

/** What is shared beyond it, in the order of the referral. */
export function beyondMinimum({ need, shared }: Content): readonly string[] {
  const allowed = new Set<string>(minimumFor(need))
  return itemsOf(shared).filter(item => !allowed.has(item))
}

export interface SharedField {
  readonly type: 'person' | 'case' | 'referral'
  readonly field: string
  readonly value: Exclude<Value, null>
}

/** The answers behind the shared items, those alone; what nobody answered is left out. */
export function sharedFields(file: CaseFile, referral: Content): readonly SharedField[] {
  const contents = { person: file.person?.content ?? {}, case: file.case.content, referral }
  return itemsOf(referral.shared)
    .filter((item): item is SharedItem => Object.hasOwn(shareable, item))
    .flatMap(item =>
      shareable[item].flatMap(([type, field]): SharedField[] => {
        const value = contents[type][field]
        return isAnswered(value) ? [{ type, field, value }] : []
      }),
    )
}

/** Record type and class of every field that a referral shares: what its sender must be able to read. */
export const sharedClasses = (d: Dictionary, { shared }: Content): readonly (readonly [string, Sensitivity])[] =>
  itemsOf(shared)
    .filter((item): item is SharedItem => Object.hasOwn(shareable, item))
    .flatMap(item => shareable[item])
    .flatMap(([type, name]) => {
      const field = fieldOf(d, type, name)
      return field ? [[type, field.class] as const] : []
    })

export const itemsOf = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : []
