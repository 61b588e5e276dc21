import type { CaseFile, Change, Problem, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { type Dictionary, fieldOf } from '#dictionary/dictionary.ts'
import { ofType } from './latest.ts'
import { type Around, nothingAround, type RuleActor, type Situation } from './rule-set.ts'
import { ruleSets } from './rule-sets.ts'
import { dayOf, surelyAfter } from './when.ts'

/**
 * Business rules on one change: what would be untrue, unsafe, or against the person's word. Whether values are valid is
 * the dictionary's matter, whether the writer may write them is access's.
 */

/** Codes of the problems; the catalogue phrases each as `problem.<code>`. */
export const caseProblems: readonly string[] = [
  'date_in_future',
  'date_before',
  ...ruleSets.flatMap(({ problems }) => problems),
]

export interface Judged {
  /** Latest calendar day that has begun anywhere (see `latestDayOnEarth`). */
  readonly today: string
  readonly actor?: RuleActor
  readonly around?: Around
  /** The record as it stands, where it hangs on no case: a file holds its own. */
  readonly record?: RecordView | null
}

/** Who asks no rule for a favour: for readings before anybody has signed in. */
const nobody: RuleActor = { id: '', may: () => false }

/**
 * @param before the case file as it stands, null when the change concerns no case yet. For a change on a person give
 *   each case of the person in turn: a refusal in one of them holds.
 */
export function checkCase(d: Dictionary, before: CaseFile | null, change: Change, judged: Judged): Problem[] {
  const record = recordIn(before, change) ?? judged.record ?? null
  const content: Content = { ...record?.content, ...change.set }
  const { today, actor = nobody, around = nothingAround } = judged
  const situation: Situation = { d, before, change, record, content, today, actor, around }
  return [
    ...futureDates(situation),
    ...disorder(situation),
    ...ruleSets.flatMap(({ check }) => check?.[change.type]?.(situation) ?? []),
  ]
}

/** True when a rule on this change looks at more than the case: the server then reads it, else it is spared the question. */
export const looksAround = ({ type, set }: Pick<Change, 'type' | 'set'>): boolean =>
  around.has(type) || Object.keys(set).some(field => around.has(`${type}.${field}`))
const around: ReadonlySet<string> = new Set(ruleSets.flatMap(set => set.looksAround ?? []))

/** True when the rules on this type are about its own sealed answers too. */
export const seesWhole = (type: string): boolean => whole.has(type)
const whole: ReadonlySet<string> = new Set(ruleSets.flatMap(set => set.seesWhole ?? []))

/** Projects and funds whose money the rules on this change count. */
export const spends = (file: CaseFile | null, change: Change): readonly string[] => [
  ...new Set(ruleSets.flatMap(set => set.spends?.(file, change) ?? [])),
]

/** Common record types of which the rules on this type see every record in use. */
export const looksAt = (type: string): readonly string[] => ruleSets.flatMap(set => set.looksAt?.[type] ?? [])

const planned: ReadonlySet<string> = new Set(ruleSets.flatMap(set => set.planned ?? []))

function futureDates({ d, change, today }: Situation): Problem[] {
  return Object.entries(change.set).flatMap(([name, value]): Problem[] => {
    if (fieldOf(d, change.type, name)?.kind !== 'date') return []
    if (name.startsWith('own_') || planned.has(`${change.type}.${name}`)) return []
    const day = dayOf(value)
    return day !== null && surelyAfter(day, today) ? [{ code: 'date_in_future', field: name }] : []
  })
}

/** Pairs of one record: the second never comes before the first. */
function disorder({ change, content }: Situation): Problem[] {
  const pairs = ruleSets.flatMap(set => set.pairs?.[change.type] ?? [])
  return pairs.flatMap(([first, second]): Problem[] => {
    if (!(first in change.set || second in change.set)) return []
    const from = dayOf(content[first])
    const to = dayOf(content[second])
    if (from === null || to === null || !surelyAfter(from, to)) return []
    return [{ code: 'date_before', field: second, details: { other: first } }]
  })
}

function recordIn(before: CaseFile | null, change: Change): RecordView | undefined {
  if (!before) return undefined
  const all = [...(before.person ? [before.person] : []), before.case, ...ofType(before, change.type)]
  return all.find(record => record.id === change.record)
}
