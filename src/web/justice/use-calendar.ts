import { plainText } from '#dictionary/answer.ts'
import type { ListFilter, ListLine } from '../api/calls.ts'
import { useList } from '../lists/use-list.ts'

export interface Calendar {
  /** Days with what stands on them, the earliest first. */
  readonly days: readonly { readonly day: string; readonly lines: readonly ListLine[] }[]
  readonly error: unknown
  readonly waiting: boolean
  /** Fetches later days; null when this is all. */
  readonly more: (() => void) | null
}

/** Hearings that are planned, and the deadlines that rules opened. The server sends no names and nothing sealed. */
export function useCalendar({ office, who }: ListFilter): Calendar {
  const open = { ...(office ? { office } : {}), ...(who ? { who } : {}), open: 'yes', names: 'no' } as const
  const lists = [
    useList('hearing', open),
    useList('task', { ...open, kind: 'power_ends' }),
    useList('task', { ...open, kind: 'residence_ends' }),
    useList('task', { ...open, kind: 'expert_evaluation' }),
  ]
  const longer = lists.filter(list => list.more !== null)
  // Beyond the last line of a list that goes on, another of its lines may still come in between.
  const until = longer.map(list => list.items.at(-1)?.on ?? '').sort()[0]
  const lines = lists
    .flatMap(list => list.items)
    .filter(({ on }) => on !== null && (until === undefined || on <= until))
    .toSorted((a, b) => compare(placeOf(a), placeOf(b)))
  return {
    days: [...Map.groupBy(lines, ({ on }) => on ?? '')].map(([day, its]) => ({ day, lines: its })),
    error: lists.find(list => list.error)?.error ?? null,
    waiting: lists.some(list => list.waiting),
    more: longer.length === 0 ? null : () => longer.forEach(list => list.more?.()),
  }
}

/** By day and hour; what has no hour stands before the hours of its day. */
const placeOf = ({ on, record }: ListLine) => `${on} ${plainText(record.content['at'] as string)} ${record.id}`
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
