import { accumulationOf, spanOf, unitOf } from '#casework/activity/output.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { type Dictionary, labelOf } from '#dictionary/dictionary.ts'
import { countsPeople } from '#figures/people.ts'
import type { ToldRecord } from '#register/activities.ts'
import type { Accumulation, Count } from '../report.ts'
import type { Reader } from '../suppress/printable.ts'

/**
 * Numbers of one activity as a reader meets them: one count for each measure, category, group and way of counting, with men
 * and women as its parts. What is small enough to point to somebody is suppressed here, before any sentence is made.
 */
export interface ToldCount {
  readonly measure: string
  readonly unit: string
  readonly label: string
  /** What tells it from others of the same measure: a category, who took part, a material; '' for none. */
  readonly group: string
  readonly groupLabel: string | null
  readonly n: Count
  readonly accumulation: Accumulation
  readonly from: string | null
  readonly to: string
  /** The dates as recorded, for reading. */
  readonly dates: {
    readonly from: ToldRecord['content'][string] | undefined
    readonly to: ToldRecord['content'][string] | undefined
  }
  readonly exact: 'exact' | 'over' | 'approximately'
  readonly parts: readonly { readonly label: string; readonly n: number }[]
  readonly suppressed: boolean
}

/** The number, unless it is too small for the public. */
export const published = (n: number | null, { mode, policy }: Reader): Count =>
  mode === 'public' && n !== null && n > 0 && n < policy.threshold ? 'c' : n

export function countsOf(d: Dictionary, numbers: readonly ToldRecord[], reader: Reader): ToldCount[] {
  const groups = Map.groupBy(numbers, ({ content }) =>
    ['measure', 'category', 'participants', 'material', 'accumulation', 'from', 'to']
      .map(field => plainText(content[field]))
      .join('|'),
  )
  return [...groups.values()].flatMap(members => countOf(d, members, reader) ?? [])
}

function countOf(d: Dictionary, members: readonly ToldRecord[], reader: Reader): ToldCount | null {
  const content = members[0]?.content
  if (content === undefined) return null
  const span = spanOf(content)
  const accumulation = accumulationOf(content)
  const unit = unitOf(d, content.measure)
  if (span === null || accumulation === null || unit === null) return null
  const total = members.reduce((sum, member) => sum + numberIn(member), 0)
  const parts = members
    .filter(member => isAnswered(member.content.sex))
    .map(member => ({ label: labelOf(d, 'sex', plainText(member.content.sex)).toLowerCase(), n: numberIn(member) }))
  const small = (n: number) => countsPeople(unit) && published(n, reader) === 'c'
  // With the total in print, one hidden part would be worked out from the others: all parts go.
  const hidden = small(total) || parts.some(({ n }) => small(n))
  const [groupList, groupField] = groupings.find(([, field]) => isAnswered(content[field])) ?? []
  const group = groupField === undefined ? '' : plainText(content[groupField])
  return {
    measure: plainText(content.measure),
    unit,
    label: labelOf(d, 'output_measure', plainText(content.measure)),
    group,
    groupLabel: groupList === undefined ? null : labelOf(d, groupList, group),
    n: small(total) ? 'c' : total,
    accumulation,
    ...span,
    dates: { from: content.from, to: content.to },
    exact: exactnessOf(members),
    parts: hidden ? [] : parts,
    suppressed: hidden,
  }
}

const groupings = [
  ['category', 'category'],
  ['participant_type', 'participants'],
  ['material_kind', 'material'],
] as const

const numberIn = ({ content }: ToldRecord): number => (typeof content.number === 'number' ? content.number : 0)

/** A sum with a lower bound in it is a lower bound; with a rounded number in it, rounded. */
function exactnessOf(members: readonly ToldRecord[]): ToldCount['exact'] {
  const all = members.map(({ content }) => content.qualifier)
  if (all.includes('over')) return 'over'
  return all.includes('approximately') ? 'approximately' : 'exact'
}
