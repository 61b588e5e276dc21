import type { Dictionary } from '#dictionary/dictionary.ts'
import type { Field } from '#dictionary/field.ts'

/** A column of the official case sheet: id of the standard and the label printed above it. */
export interface TemplateColumn {
  readonly id: string
  readonly label: string
}

/**
 * The 38 columns of the HTCDS 2.0 case sheet in their order (column A holds the row number). The ids are those of the standard;
 * the published sheets misspell one, put five address ids under the wrong labels and leave one out.
 */
export const template: readonly TemplateColumn[] = [
  ['cas_CaseOwner', 'Case Owner'],
  ['prs_Salutation', 'Salutation'],
  ['prs_FirstName', 'First Name'],
  ['prs_SecondName', 'Second Name'],
  ['con_Consent', 'Consent'],
  ['prs_Birthdate', 'Birthdate'],
  ['prs_Gender', 'Gender'],
  ['prs_Citizenship', 'Citizenship'],
  ['prs_Title', 'Title'],
  ['prs_Email', 'Email'],
  ['prs_HomePhone', 'Home Phone'],
  ['prs_MobilePhone', 'Mobile Phone'],
  ['prs_MailingStreet', 'Mailing Street'],
  ['prs_MailingCity', 'Mailing City'],
  ['prs_MailingState', 'Mailing State/Province'],
  ['prs_MailingPostalCode', 'Mailing Zip/Postal Code'],
  ['prs_MailingCountry', 'Mailing Country'],
  ['vic_TraffickingStatus', 'Trafficking Status'],
  ['vic_TraffickingStatusDecisionMakingOrg', 'Trafficking Status Decision Making Organization'],
  ['vic_MethodOfRecruitment', 'Method of Recruitment'],
  ['vic_LocationOfRecruitment', 'Location of Recruitment'],
  ['vic_MethodsOfControl', 'Methods of Control'],
  ['vic_TypeOfExploitation', 'Type of Exploitation'],
  ['vic_ForcedLabourIndustry', 'Forced Labour Industry'],
  ['vic_TypeOfSexExploitation', 'Type of Sex Exploitation'],
  ['vic_LocationOfExploitation', 'Location of Exploitation'],
  ['cas_Status', 'Status'],
  ['cas_ReferringOrganisation', 'Referring Organisation'],
  ['cas_IncomingReferralDate', 'Incoming Referral Date'],
  ['cas_ReferringPrimaryCaseWorker', 'Referring Primary Case Worker'],
  ['cas_ReasonForIncomingReferral', 'Reason for Incoming Referral'],
  ['cas_IncomingReferralDetails', 'Incoming Referral Details'],
  ['cas_ReferredOrganisation', 'Referred Organisation'],
  ['cas_ReferredPrimaryCaseWorker', 'Referred Primary Case Worker'],
  ['cas_ReasonForOutgoingReferral', 'Reason for Outgoing Referral'],
  ['cas_OutgoingReferralDate', 'Outgoing Referral Date'],
  ['cas_OutgoingReferralDetails', 'Outgoing Referral Details'],
  ['cas_ReasonForCaseClosure', 'Reason for Case Closure'],
].map(([id = '', label = '']) => ({ id, label }))

/** Types that a row of the standard can say something about; one record of each a row, further ones in own columns. */
export const htcdsTypes = ['person', 'case', 'determination', 'episode', 'referral', 'leg', 'actor', 'plan'] as const
export type HtcdsType = (typeof htcdsTypes)[number]

export interface HtcdsTarget {
  readonly type: HtcdsType
  readonly field: string
  readonly declared: Field
}

/** Id of the standard (compared without case and underscores) -> field. References to staff cannot be read from a name. */
export function htcdsTargets(d: Dictionary): ReadonlyMap<string, HtcdsTarget> {
  const found = new Map<string, HtcdsTarget>()
  for (const type of htcdsTypes) {
    for (const [field, declared] of Object.entries(d.recordTypes.get(type)?.fields ?? {})) {
      if (declared.htcds === undefined || declared.kind === 'reference') continue
      const key = idKey(declared.htcds)
      if (!found.has(key)) found.set(key, { type, field, declared })
    }
  }
  return found
}

/** `prs_First_Name` and `prs_FirstName` are the same id. */
export const idKey = (id: string): string => id.toLowerCase().replace(/[\s_]/g, '')

/** A column of ours behind the official ones: `type.field`, `type~2.field` for the second-latest record of the type. */
export interface OwnColumn {
  readonly type: HtcdsType
  readonly nth: number
  readonly field: string
}

export function ownColumnName({ type, nth, field }: OwnColumn): string {
  return nth === 1 ? `${type}.${field}` : `${type}~${nth}.${field}`
}

export function parseOwnColumn(name: string): OwnColumn | null {
  const [, type, nth, field] = /^([a-z_]+)(?:~([1-9]\d?))?\.([A-Za-z_]\w*)$/.exec(name.trim()) ?? []
  const known = htcdsTypes.find(each => each === type)
  return known === undefined || field === undefined ? null : { type: known, nth: Number(nth ?? 1), field }
}

/** Numbers that tie rows about one person together within a file, and rows to a case from file to file. */
export const personColumn = 'person'
export const referenceColumn = 'case_reference'
