import { byCode } from '#dictionary/answer.ts'
import { shareOf } from '#figures/rows.ts'
import { remark } from '#figures/words.ts'
import type { Block, Count, DraftFigure, FigureLine } from '../report.ts'
import type { ToldCount } from './counts.ts'
import type { PillarEntry, Speaking } from './entries.ts'

/**
 * What may be added under a pillar: numbers of one measure, and so of one unit, that are counted in the same way over the same
 * time. Everything else is left apart and said so.
 */
export function totalsOf(pillar: string, entries: readonly PillarEntry[], on: Speaking): Block<DraftFigure>[] {
  const told = entries.flatMap(entry => entry.counts.map(count => ({ entry, count })))
  const measures = Map.groupBy(told, ({ count }) => count.measure)
  return [...measures].flatMap(([measure, all]): Block<DraftFigure>[] => {
    const alike = [...Map.groupBy(all, ({ count }) => timeOf(count)).values()]
    const figures = alike.filter(group => group.length > 1)
    return [
      ...figures.flatMap((group, at) => figureOf({ pillar, measure, at }, group, on)),
      ...(alike.length > 1
        ? [
            {
              kind: 'note' as const,
              text: apart(
                all.map(({ count }) => count),
                on,
              ),
            },
          ]
        : []),
    ]
  })
}

type Told = { readonly entry: PillarEntry; readonly count: ToldCount }

/** Numbers of periods add up; of stocks only those of the same day. */
const timeOf = ({ accumulation, from, to }: ToldCount): string =>
  accumulation === 'in_period' ? accumulation : `${accumulation} ${from} ${to}`

function figureOf(
  place: { readonly pillar: string; readonly measure: string; readonly at: number },
  group: readonly Told[],
  on: Speaking,
): Block<DraftFigure>[] {
  const { words, say, period } = on
  const first = group[0]?.count
  if (first === undefined) return []
  const cells = [...Map.groupBy(group, ({ entry, count }) => `${entry.country} ${count.group}`).values()]
  const hidden = group.some(({ count }) => count.n === 'c')
  const sum = hidden ? 'c' : group.reduce((total, { count }) => total + (typeof count.n === 'number' ? count.n : 0), 0)
  const rows = cells.map(cell => lineOf(cell, sum)).toSorted((a, b) => byCode(String(a.label), String(b.label)))
  const shares = sharesOf(rows)
  const groups = [...new Set(group.map(({ count }) => count.groupLabel ?? count.label))]
  const inexact = group.filter(({ count }) => count.exact !== 'exact').length
  const unlike =
    groups.length > 1 ? words.unlikeGroups(groups.map(each => each.toLowerCase()).join('; '), first.unit) : null
  const stock = first.accumulation === 'since' ? first.from : first.to
  const over = first.accumulation === 'in_period' ? period : { from: first.from, to: first.to }
  return [
    {
      kind: 'figure',
      figure: {
        id: `situation-${place.pillar}-${place.measure}${place.at === 0 ? '' : `-${place.at + 1}`}`,
        caption: words.totals(first.label),
        chart: null,
        indicator: first.label,
        unit: first.unit,
        definition: words.definition(say.unit(first.unit)),
        period: {
          label:
            first.accumulation === 'in_period' ? (on.times.span(period.from, period.to) ?? '') : say.day(stock ?? ''),
          ...over,
          ...(first.accumulation === 'to_date' ? { beginning: 'unknown' as const } : {}),
        },
        accumulation: first.accumulation,
        base: { n: sum, of: 'all' },
        by: [
          { id: 'activity_country', label: labelOf(on, 'activity_country'), multiple: false },
          { id: 'group', label: groupLabel(first, on), multiple: false },
        ],
        rows,
        sumNote: shares === 100 || shares === null ? null : remark('rounding', { sum: shares }).text,
        notAvailable: hidden ? [words.hiddenTotal] : [],
        coverage: '',
        caveats: [...(unlike === null ? [] : [unlike]), ...(inexact === 0 ? [] : [words.notExact(inexact)])],
        query: null,
      },
    },
    ...(unlike === null ? [] : [{ kind: 'note' as const, text: unlike }]),
  ]
}

function lineOf(cell: readonly Told[], total: Count): FigureLine {
  const [first] = cell
  const counts = cell.map(({ count }) => count.n)
  const n: Count = counts.includes('c')
    ? 'c'
    : counts.reduce<number>((sum, each) => sum + (typeof each === 'number' ? each : 0), 0)
  return {
    key: [first?.entry.country ?? '', first?.count.group ?? ''],
    label: [first?.entry.place ?? '', first?.count.groupLabel ?? first?.count.label ?? ''],
    n,
    share:
      n === 'c' || total === 'c' ? 'c' : typeof n === 'number' && typeof total === 'number' ? shareOf(n, total) : null,
  }
}

/** What the printed shares add up to; null where one is not printed. */
function sharesOf(rows: readonly FigureLine[]): number | null {
  const shares = rows.map(({ share }) => share).filter(share => typeof share === 'number')
  return shares.length === rows.length ? shares.reduce((sum, share) => sum + share, 0) : null
}

function apart(counts: readonly ToldCount[], { words, say, times }: Speaking): string {
  const first = counts[0]
  const way = (count: ToldCount) =>
    count.accumulation === 'in_period'
      ? (times.span(count.dates.from, count.dates.to) ?? '')
      : say.over(count.accumulation, { label: '', from: count.from, to: count.to })
  return words.unlikeTimes(first?.label ?? '', [...new Set(counts.map(way))].join('; '))
}

const labelOf = ({ d }: Speaking, dimension: string): string => d.dimensions.get(dimension)?.label ?? dimension

const groupLabel = ({ unit }: ToldCount, on: Speaking): string =>
  unit === 'participant'
    ? labelOf(on, 'participant_type')
    : unit === 'material'
      ? labelOf(on, 'material')
      : labelOf(on, 'category')
