import type { CaseFile, RecordView } from '#changes/change.ts'
import { type Content, isAnswered, plainText, type Value } from '#dictionary/answer.ts'
import { membersOn } from '#dictionary/data/country-groups.ts'
import { dayOf, surelyAfter } from '../when.ts'
import {
  acrossBorder,
  ageOf,
  destinationOf,
  type Ground,
  nationalityOf,
  sexOf,
  strandedOf,
  traffickingTypeOf,
} from './case-facts.ts'

/**
 * Whether a project or fund may help the person of a case, with the reason. The rules are data: each answered field of the
 * record is one condition, and all must hold. A missing answer is "unknown", never "no". One function for every fund.
 */

export const conditions = [
  'dates',
  'place',
  'nationality',
  'not_citizen',
  'destination',
  'across_border',
  'stranded',
  'trafficking_type',
  'sex',
  'age',
  'no_other_project',
] as const
export type ConditionId = (typeof conditions)[number]
export type Answer = 'yes' | 'no' | 'unknown'

export interface Reason {
  readonly condition: ConditionId
  readonly answer: Answer
  readonly restsOn: readonly Ground[]
}

export interface Verdict {
  readonly answer: Answer
  /** What decides: the first condition that fails, else the first that nobody can answer; null when all hold. */
  readonly because: Reason | null
  /** Every condition of this project or fund, in the order of `conditions`. */
  readonly reasons: readonly Reason[]
}

export interface Asked {
  readonly file: CaseFile
  /** yyyy-mm-dd */
  readonly day: string
  /** Country (alpha-2) of the office that helps; null when it has none. */
  readonly place: string | null
  /** Projects and funds in use, for "no other project covers it". */
  readonly others: readonly RecordView[]
}

export function eligibility(source: RecordView, asked: Asked): Verdict {
  const reasons = conditions.flatMap(condition => {
    const reason = readers[condition](source, asked)
    return reason ? [{ condition, ...reason }] : []
  })
  const because =
    reasons.find(({ answer }) => answer === 'no') ?? reasons.find(({ answer }) => answer === 'unknown') ?? null
  return { answer: because?.answer ?? 'yes', because, reasons }
}

type Read = Omit<Reason, 'condition'> | null

/** Each condition reads its own fields of the rule; null when the rule does not ask. */
const readers: Readonly<Record<ConditionId, (source: RecordView, asked: Asked) => Read>> = {
  dates: inItsTime,
  place: ({ type, content }, { place }) => {
    const wanted = codes(content.placeIn) ?? (type === 'project' ? codes(content.countries) : null)
    return (
      wanted &&
      told(place === null ? null : wanted.includes(place), [{ type: 'office', field: 'country', value: place }])
    )
  },
  nationality: ({ content }, { file, day }) => {
    const wanted = wantedCountries(content, 'nationality', day)
    const { value, restsOn } = nationalityOf(file)
    return wanted && told(value && value.some(code => wanted.has(code)), restsOn)
  },
  not_citizen: ({ content }, { file, day }) => {
    if (!isAnswered(content.nationalityNotGroup)) return null
    const members = membersOn(plainText(content.nationalityNotGroup), day)
    const { value, restsOn } = nationalityOf(file)
    return told(value && !value.some(code => members.has(code)), restsOn)
  },
  destination: ({ content }, { file, day }) => {
    const wanted = wantedCountries(content, 'destination', day)
    const { value, restsOn } = destinationOf(file)
    return wanted && told(value === null ? null : wanted.has(value), restsOn)
  },
  across_border: (source, { file }) => required(source, 'trafficked_across_border', acrossBorder(file)),
  stranded: (source, { file }) => required(source, 'stranded', strandedOf(file)),
  trafficking_type: ({ content }, { file }) => {
    const wanted = codes(content.traffickingTypes)
    const { value, restsOn } = traffickingTypeOf(file)
    return wanted && told(value === null ? null : wanted.includes(value), restsOn)
  },
  sex: ({ content }, { file }) => {
    const wanted = codes(content.sexes)
    const { value, restsOn } = sexOf(file)
    return wanted && told(value === null ? null : wanted.includes(value), restsOn)
  },
  age: ({ content: { ageFrom, ageTo } }, { file }) => {
    if (typeof ageFrom !== 'number' && typeof ageTo !== 'number') return null
    const [from, to] = [typeof ageFrom === 'number' ? ageFrom : 0, typeof ageTo === 'number' ? ageTo : 200]
    const { value, restsOn } = ageOf(file)
    if (value === null) return told(null, restsOn)
    if (value.to < from || value.from > to) return told(false, restsOn)
    return told(value.from >= from && value.to <= to ? true : null, restsOn)
  },
  no_other_project: nobodyElse,
}

const told = (holds: boolean | null, restsOn: readonly Ground[]): Read => ({
  answer: holds === null ? 'unknown' : holds ? 'yes' : 'no',
  restsOn,
})

const required = (
  { content }: RecordView,
  condition: string,
  fact: { readonly value: boolean | null; readonly restsOn: readonly Ground[] },
): Read => (codes(content.requires)?.includes(condition) ? told(fact.value, fact.restsOn) : null)

/** Only what has begun and not ended, on the day. */
function inItsTime({ type, content }: RecordView, { day }: Asked): Read {
  const state = content.state
  if (state === 'ended' || state === 'planned') return told(false, [{ type, field: 'state', value: state }])
  const from = dayOf(content.from)
  if (from !== null && surelyAfter(from, day)) return told(false, [{ type, field: 'from', value: content.from }])
  const to = dayOf(content.to)
  if (to !== null && surelyAfter(day, to)) return told(false, [{ type, field: 'to', value: content.to }])
  return from === null && to === null ? null : told(true, [{ type, field: 'from', value: content.from }])
}

/** A project that itself waits for others to step aside covers nobody here: else two such would exclude each other. */
function nobodyElse(source: RecordView, asked: Asked): Read {
  if (!codes(source.content.requires)?.includes('no_other_project')) return null
  const verdicts = asked.others
    .filter(
      ({ id, type, content }) =>
        type === 'project' && id !== source.id && !codes(content.requires)?.includes('no_other_project'),
    )
    .map(other => ({ other, verdict: eligibility(other, { ...asked, others: [] }) }))
  const covers = verdicts.find(({ verdict }) => verdict.answer === 'yes')
  if (covers) return told(false, [{ type: 'project', field: 'code', value: covers.other.content.code }])
  const perhaps = verdicts.find(({ verdict }) => verdict.answer === 'unknown')
  return perhaps
    ? told(null, [
        { type: 'project', field: 'code', value: perhaps.other.content.code },
        ...(perhaps.verdict.because?.restsOn ?? []),
      ])
    : told(true, [])
}

const codes = (value: Value | undefined): readonly string[] | null =>
  isAnswered(value) && Array.isArray(value) ? (value as readonly string[]) : null

/** Countries named one by one, and members of a group on the day; null when the rule names none. */
function wantedCountries(
  content: Content,
  about: 'nationality' | 'destination',
  day: string,
): ReadonlySet<string> | null {
  const named = codes(content[`${about}In`])
  const group = content[`${about}Group`]
  if (!named && !isAnswered(group)) return null
  return new Set([...(named ?? []), ...(isAnswered(group) ? membersOn(plainText(group), day) : [])])
}
