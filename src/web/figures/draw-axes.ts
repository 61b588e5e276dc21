import * as Plot from '@observablehq/plot'
import type { Picture } from './picture.ts'

export interface DrawingProps {
  readonly picture: Picture
  readonly width: number
  readonly rtl: boolean
  readonly prefix: string
  readonly locale: string
}

export const lineHeight = 28
export const ink = 'var(--ink)'

/** Names stand at the start side, at most two fifths of the width. */
export function names(props: Pick<DrawingProps, 'width' | 'rtl'>, rows: readonly { key: string; label: string }[]) {
  const longest = Math.max(4, ...rows.map(row => row.label.length))
  const wanted = longest * 8 + 24
  const room = Math.min(wanted, props.width * 0.42)
  const labels = new Map(rows.map(row => [row.key, row.label]))
  return {
    margins: props.rtl ? { marginRight: room, marginLeft: 56 } : { marginLeft: room, marginRight: 56 },
    axis: Plot.axisY({
      anchor: props.rtl ? 'right' : 'left',
      tickSize: 0,
      tickFormat: (key: string) => labels.get(key) ?? key,
      // In ems. Cut only where the names are really wider than their place.
      lineWidth: room < wanted ? room / 14 - 0.5 : 60,
      textOverflow: 'ellipsis',
      label: null,
      fill: ink,
    }),
    y: { domain: rows.map(row => row.key), padding: 0.25 },
  }
}

/** Numbers up the start side, with a line across at each. */
export const upright = ({ rtl, locale }: Pick<DrawingProps, 'rtl' | 'locale'>) => [
  Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
  Plot.axisY({
    anchor: rtl ? 'right' : 'left',
    ticks: 5,
    tickSize: 0,
    label: null,
    fill: 'var(--quiet)',
    tickFormat: (n: number) => new Intl.NumberFormat(locale).format(n),
  }),
]
