import * as Plot from '@observablehq/plot'
import { useEffect, useRef } from 'react'
import { missingPattern, patternOf } from './patterns.tsx'
import type { Bar, Picture, Tile } from './picture.ts'
import { type DrawingProps, ink, lineHeight, names, upright } from './draw-axes.ts'
import { change } from './draw-change.ts'
import { lines } from './draw-lines.ts'

/** The picture in SVG. Everything is drawn left to right and mirrored by scales, because SVG text has no logical sides. */
export function Drawing(props: DrawingProps) {
  const place = useRef<HTMLDivElement>(null)
  const { picture, width, rtl, prefix, locale } = props
  useEffect(() => {
    const drawn = draw({ picture, width, rtl, prefix, locale })
    drawn.setAttribute('aria-hidden', 'true')
    place.current?.replaceChildren(drawn)
  }, [picture, width, rtl, prefix, locale])
  return <div ref={place} className="plot" />
}

type Options = Plot.PlotOptions

function draw(props: DrawingProps): Element {
  const { picture, width } = props
  const base: Options = { width, style: { background: 'none', fontSize: '14px', overflow: 'visible' } }
  switch (picture.kind) {
    case 'bars':
      return Plot.plot({ ...base, ...bars(props, picture.bars) })
    case 'years':
      return Plot.plot({ ...base, ...years(props, picture.bars) })
    case 'stack':
      return Plot.plot({ ...base, ...stack(props, picture) })
    case 'heat':
      return Plot.plot({ ...base, ...heat(props, picture) })
    case 'lines':
      return Plot.plot({ ...base, ...lines(props, picture) })
    case 'change':
      return Plot.plot({ ...base, ...change(props, picture) })
    case 'none':
      return document.createElement('div')
    default:
      return picture satisfies never
  }
}

function bars(props: DrawingProps, all: readonly Bar[]): Options {
  const format = new Intl.NumberFormat(props.locale)
  const { margins, axis, y } = names(props, all)
  return {
    ...margins,
    marginTop: 4,
    marginBottom: 4,
    height: all.length * lineHeight + 8,
    x: { axis: null, reverse: props.rtl, zero: true },
    y,
    marks: [
      axis,
      Plot.barX(
        all.filter(bar => !bar.missing),
        { x: 'n', y: 'key', fill: 'var(--series-1)', rx: 2 },
      ),
      Plot.barX(
        all.filter(bar => bar.missing),
        { x: 'n', y: 'key', fill: missingPattern(props.prefix), stroke: 'var(--quiet)', rx: 2 },
      ),
      Plot.text(all, {
        x: 'n',
        y: 'key',
        text: (bar: Bar) => (bar.n === null ? '–' : format.format(bar.n)),
        textAnchor: props.rtl ? 'end' : 'start',
        dx: props.rtl ? -6 : 6,
        fill: ink,
        fontVariant: 'tabular-nums',
      }),
    ],
  }
}

function years(props: DrawingProps, all: readonly Bar[]): Options {
  const labels = new Map(all.map(bar => [bar.key, bar.label]))
  const every = Math.ceil((all.length * 44) / props.width)
  const known = all.filter(bar => !bar.missing)
  const ticks = [
    ...known.filter((_, at) => (known.length - 1 - at) % every === 0),
    ...all.filter(bar => bar.missing),
  ].map(bar => bar.key)
  return {
    height: 280,
    ...(props.rtl ? { marginRight: 64, marginLeft: 16 } : { marginLeft: 64, marginRight: 16 }),
    marginBottom: 36,
    x: { domain: all.map(bar => bar.key), reverse: props.rtl, padding: 0.2 },
    y: { zero: true, label: null },
    marks: [
      ...upright(props),
      Plot.axisX({ ticks, tickSize: 0, label: null, fill: ink, tickFormat: (key: string) => labels.get(key) ?? key }),
      Plot.barY(known, { x: 'key', y: 'n', fill: 'var(--series-1)', rx: 2 }),
      Plot.barY(
        all.filter(bar => bar.missing),
        { x: 'key', y: 'n', fill: missingPattern(props.prefix), stroke: 'var(--quiet)', rx: 2 },
      ),
      Plot.ruleY([0], { stroke: 'var(--quiet)' }),
    ],
  }
}

type Crossed = Extract<Picture, { kind: 'stack' | 'heat' }>

function stack(props: DrawingProps, picture: Crossed): Options {
  const { margins, axis, y } = names(props, picture.rows)
  const format = new Intl.NumberFormat(props.locale, { notation: 'compact' })
  const order = picture.series.map(each => each.key)
  return {
    ...margins,
    marginTop: 4,
    marginBottom: 32,
    height: picture.rows.length * (lineHeight + 4) + 36,
    x: { reverse: props.rtl, zero: true, label: null },
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
      Plot.barX(
        picture.tiles.filter(tile => tile.n !== null),
        Plot.stackX({
          x: 'n',
          y: 'row',
          z: 'column',
          order,
          fill: (tile: Tile) => patternOf(props.prefix, picture.series, tile.column),
          stroke: 'var(--paper)',
        }),
      ),
    ],
    color: { type: 'identity' },
  }
}

function heat(props: DrawingProps, picture: Crossed): Options {
  const { margins, axis, y } = names(props, picture.rows)
  const format = new Intl.NumberFormat(props.locale)
  const most = Math.max(1, ...picture.tiles.map(tile => tile.n ?? 0))
  const labels = new Map(picture.series.map(each => [each.key, each.label]))
  const apart = new Set([...picture.rows, ...picture.series].filter(heading => heading.missing).map(({ key }) => key))
  const each = (props.width * 0.58 - 56) / picture.series.length
  return {
    ...margins,
    ...(props.rtl ? { marginLeft: 8 } : { marginRight: 8 }),
    marginTop: 44,
    marginBottom: 4,
    height: picture.rows.length * (lineHeight + 4) + 48,
    x: { domain: picture.series.map(column => column.key), reverse: props.rtl, padding: 0.04 },
    y: { ...y, padding: 0.06 },
    marks: [
      axis,
      Plot.axisX({
        anchor: 'top',
        tickSize: 0,
        label: null,
        fill: ink,
        tickFormat: (key: string) => labels.get(key) ?? key,
        lineWidth: Math.max(2, each / 14),
        textOverflow: 'ellipsis',
      }),
      Plot.cell(picture.tiles, {
        x: 'column',
        y: 'row',
        fill: (tile: Tile) => (apart.has(tile.row) || apart.has(tile.column) ? 'var(--quiet)' : 'var(--heat)'),
        // Never so deep that the number on it cannot be read.
        fillOpacity: (tile: Tile) => (tile.n === null ? 0 : 0.06 + (0.54 * tile.n) / most),
        rx: 2,
      }),
      Plot.text(picture.tiles, {
        x: 'column',
        y: 'row',
        text: (tile: Tile) => (tile.n === null ? '–' : format.format(tile.n)),
        fill: ink,
        fontVariant: 'tabular-nums',
      }),
    ],
    opacity: { type: 'identity' },
    color: { type: 'identity' },
  }
}
