import * as Plot from '@observablehq/plot'
import { type DrawingProps, ink, upright } from './draw-axes.ts'
import { dashes } from './patterns.tsx'
import type { Picture, TimePoint } from './picture.ts'

type Lines = Extract<Picture, { kind: 'lines' }>

/** A line a series, told apart by colour and by dash. A time without a number breaks it; where others reported stands a mark. */
export function lines(props: DrawingProps, { times, broken, series }: Lines): Plot.PlotOptions {
  const every = Math.max(1, Math.ceil((times.length * (times[0]?.length === 7 ? 68 : 44)) / (props.width - 80)))
  const ticks = times.filter((_, at) => (times.length - 1 - at) % every === 0)
  const gaps = times.filter(time => series.every(({ points }) => valueAt(points, time) === null))
  return {
    height: 320,
    ...(props.rtl ? { marginRight: 64, marginLeft: 24 } : { marginLeft: 64, marginRight: 24 }),
    marginTop: 28,
    marginBottom: 36,
    x: { type: 'point', domain: [...times], reverse: props.rtl, padding: 0.3 },
    y: { zero: true, label: null, nice: true },
    marks: [
      ...upright(props),
      Plot.axisX({ ticks, tickSize: 0, label: null, fill: ink }),
      Plot.ruleX(broken, { stroke: 'var(--care)', strokeDasharray: '3 3' }),
      Plot.text(broken, {
        x: time => String(time),
        frameAnchor: 'top',
        dy: -18,
        text: () => '≠',
        fill: 'var(--care)',
        fontWeight: 700,
      }),
      Plot.ruleY([0], { stroke: 'var(--quiet)' }),
      ...series.flatMap(({ points }, at) => {
        const stroke = `var(--series-${at + 1})`
        const place = { x: 'time', y: 'n' } as const
        return [
          Plot.line(runsOf(points, broken), {
            ...place,
            z: 'run',
            stroke,
            strokeWidth: 2.5,
            strokeDasharray: dashes[at] || '0',
          }),
          Plot.dot(
            points.filter(({ n }) => n !== null),
            { ...place, fill: stroke, stroke: 'var(--paper)', r: times.length > 40 ? 2.5 : 4 },
          ),
        ]
      }),
      // A gap has its sign on the ground line, so that it is seen and not read as 0.
      Plot.text(gaps, { x: time => String(time), y: () => 0, dy: -9, text: () => '–', fill: 'var(--quiet)' }),
    ],
  }
}

/** The line is cut where other offices began to report: a step there is no change. */
function runsOf(points: readonly TimePoint[], broken: readonly string[]): (TimePoint & { readonly run: number })[] {
  let run = 0
  return points.map(point => {
    if (broken.includes(point.time)) run += 1
    return { ...point, run }
  })
}

const valueAt = (points: readonly TimePoint[], time: string) => points.find(each => each.time === time)?.n ?? null
