import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { type ConfidentialityLevel, confidentialityLevels } from '#dictionary/data/confidentiality-levels.ts'
import type { Notice, RuleActor, Situation, Told } from '../rule-set.ts'
import { approvalFor, isApproved } from '../teamwork/approval.ts'

/**
 * How confidential a case is, and whom it names. Raising takes one person, lowering two. Who is let in because of it is
 * said in one place, `access/guard.ts`.
 */

export interface Confidentiality {
  readonly level: ConfidentialityLevel
  /** The record that set it; null while nobody set any. */
  readonly by: RecordView | null
  /** A lower level that waits for a second person. */
  readonly asked: RecordView | null
  readonly worker: string | null
  /** Namings in force, oldest first. */
  readonly named: readonly RecordView[]
}

const rank = (level: unknown): number => confidentialityLevels.indexOf(level as ConfidentialityLevel)

/** From the coded answers of a file. A lower level counts once it is approved, and only until somebody raises it again. */
export function confidentialityOf(file: CaseFile): Confidentiality {
  let by: RecordView | null = null
  let asked: RecordView | null = null
  for (const record of file.records.filter(({ type }) => type === 'confidentiality')) {
    const stands = rank(record.content.level) >= Math.max(0, rank(by?.content.level))
    if (stands || isApproved(file, 'lower_confidentiality', record.id)) [by, asked] = [record, null]
    else if (approvalFor(file, 'lower_confidentiality', record.id)?.content.state === 'waiting') asked = record
  }
  const { caseworker } = file.case.content
  const named = file.records.filter(
    ({ type, content }) => type === 'naming' && isAnswered(content.who) && !isAnswered(content.endedOn),
  )
  const level = confidentialityLevels[Math.max(0, rank(by?.content.level))] ?? 'ordinary'
  return { level, by, asked, worker: isAnswered(caseworker) ? plainText(caseworker) : null, named }
}

/** Is this colleague among those whom the level lets in? `holder`: has `open_restricted` where the case is. */
export const letsIn = (
  { level, worker, named }: Confidentiality,
  who: { readonly id: string; readonly holder: boolean },
): boolean =>
  level === 'ordinary' ||
  worker === who.id ||
  named.some(({ content }) => content.who === who.id) ||
  (level === 'restricted' && who.holder)

export const confidentialityCodes = [
  'confidentiality_incomplete',
  'confidentiality_settled',
  'confidentiality_reason_missing',
  'confidentiality_locks_you_out',
  'strict_needs_caseworker',
  'naming_incomplete',
  'naming_settled',
  'naming_not_yours',
] as const

/** Nobody raises a level over their own head, and a strict case is never without somebody who carries it. */
export function levelProblems({ before, record, change, content, actor }: Situation): readonly Problem[] {
  const missing = ['level', 'setOn'].filter(field => !isAnswered(content[field]))
  if (missing.length > 0) return missing.map(field => ({ code: 'confidentiality_incomplete', field }))
  // A level that was in force is history; the next one follows it.
  if (record && 'level' in change.set && change.set.level !== record.content.level)
    return [{ code: 'confidentiality_settled', field: 'level' }]
  if (record || !before || actor.machine === true) return []
  if (plainText(change.set.reason).trim() === '') return [{ code: 'confidentiality_reason_missing', field: 'reason' }]
  const now = confidentialityOf(before)
  if (rank(content.level) <= rank(now.level)) return []
  const then = { ...now, level: content.level as ConfidentialityLevel }
  if (then.level === 'strict' && then.worker === null) return [{ code: 'strict_needs_caseworker', field: 'level' }]
  return letsIn(then, holding(actor)) ? [] : [{ code: 'confidentiality_locks_you_out', field: 'level' }]
}

const holding = (actor: RuleActor) => ({ id: actor.id, holder: actor.may('open_restricted') })

/** More people on a strict case is a matter for whoever may open restricted ones; fewer is anybody's who is let in. */
export function namingProblems({ before, record, change, content, actor }: Situation): readonly Problem[] {
  const missing = ['who', 'why', 'namedOn'].filter(field => !isAnswered(content[field]))
  if (missing.length > 0) return missing.map(field => ({ code: 'naming_incomplete', field }))
  const moved = ['who', 'why', 'namedOn'].filter(
    field => record && field in change.set && change.set[field] !== record.content[field],
  )
  if (moved.length > 0) return moved.map(field => ({ code: 'naming_settled', field }))
  const ended = isAnswered(record?.content.endedOn)
  if (ended && 'endedOn' in change.set && !isAnswered(change.set.endedOn))
    return [{ code: 'naming_settled', field: 'endedOn' }]
  if (record || !before || actor.machine === true) return []
  const strict = confidentialityOf(before).level === 'strict'
  return strict && !actor.may('open_restricted') ? [{ code: 'naming_not_yours', field: 'who' }] : []
}

/** A strict case that nobody carries would be a case that nobody finds. */
export function strictHandsProblems({ before, record, change, actor }: Situation): readonly Problem[] {
  if (!before || !record || actor.machine === true) return []
  const left = 'caseworker' in change.set && !isAnswered(change.set.caseworker)
  return left && confidentialityOf(before).level === 'strict'
    ? [{ code: 'strict_needs_caseworker', field: 'caseworker' }]
    : []
}

/** Who is named hears of it, and so does the caseworker; of somebody who named themselves, data protection too. */
export function tellsOfNaming({ record, file, before }: Told): readonly Notice[] {
  const { who, why } = record.content
  const { level, worker } = confidentialityOf(file)
  if (record.type !== 'naming' || before !== null || level === 'ordinary' || typeof who !== 'string') return []
  const key = `naming.${record.id}`
  return [
    { kind: 'named_on_case', to: { account: who }, key: `${key}.named` },
    ...(worker === null ? [] : [{ kind: 'case_names_more', to: { account: worker }, key: `${key}.worker` }]),
    ...(why === 'emergency' || who === record.author
      ? [
          {
            kind: 'case_opened_in_emergency',
            to: { role: 'data_protection_officer', office: file.case.office },
            key: `${key}.officer`,
          },
        ]
      : []),
  ]
}
