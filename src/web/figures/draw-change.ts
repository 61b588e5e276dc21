import * as Plot from '@observablehq/plot'
import { type DrawingProps, lineHeight, names } from './draw-axes.ts'
import type { Pair, Picture } from './picture.ts'

type Changes = Extract<Picture, { kind: 'change' }>

/** A line from the earlier number (a ring) to the later one (a full mark) where the two may be compared; what is not available has no mark. */
export function change(props: DrawingProps, { pairs, comparable }: Changes): Plot.PlotOptions {
  const format = new Intl.NumberFormat(props.locale)
  const { margins, axis, y } = names(props, pairs)
  const both = pairs.filter(({ before, after }) => comparable && before !== null && after !== null)
  const colour = ({ missing }: Pair) => (missing ? 'var(--quiet)' : 'var(--series-1)')
  return {
    ...margins,
    marginTop: 4,
    marginBottom: 28,
    height: pairs.length * (lineHeight + 4) + 32,
    x: { reverse: props.rtl, zero: true, label: null, nice: true },
    y,
    marks: [
      Plot.gridX({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 4 }),
      Plot.axisX({
        ticks: 4,
        tickSize: 0,
        label: null,
        fill: 'var(--quiet)',
        tickFormat: (n: number) => format.format(n),
      }),
      axis,
      Plot.ruleY(both, { x1: 'before', x2: 'after', y: 'key', stroke: colour, strokeWidth: 2 }),
      Plot.dot(
        pairs.filter(({ before }) => before !== null),
        { x: 'before', y: 'key', r: 5.5, stroke: colour, strokeWidth: 2, fill: 'var(--paper)' },
      ),
      Plot.dot(
        pairs.filter(({ after }) => after !== null),
        { x: 'after', y: 'key', r: 6, fill: colour },
      ),
    ],
    color: { type: 'identity' },
    marginLeft: props.rtl ? 24 : margins.marginLeft,
    marginRight: props.rtl ? margins.marginRight : 24,
  }
}
