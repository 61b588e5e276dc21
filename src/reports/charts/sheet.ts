import { escaped, isolated } from '../plain.ts'

/** Colours of a drawing: values for paper, names of custom properties for the screen, which has a dark side. */
export interface Paint {
  readonly ink: string
  readonly quiet: string
  readonly line: string
  readonly paper: string
  readonly series: readonly string[]
}

export const onPaper: Paint = {
  ink: '#1c2526',
  quiet: '#566164',
  line: '#d9dede',
  paper: '#ffffff',
  series: ['#0f5c5c', '#c07c12', '#3b6ea8', '#8a4f7d', '#6d7d2b', '#b5532a'],
}

export const onScreen: Paint = {
  ink: 'var(--ink)',
  quiet: 'var(--quiet)',
  line: 'var(--line)',
  paper: 'var(--paper)',
  series: [1, 2, 3, 4, 5, 6].map(at => `var(--series-${at})`),
}

type Anchor = 'start' | 'middle' | 'end'

/**
 * A sheet of SVG to draw on. Everything is placed from the side where reading starts and mirrored for scripts from right to
 * left, because SVG text knows no logical sides. Draws strings: no document, no browser, the same bytes everywhere.
 */
export interface Sheet {
  readonly width: number
  readonly paint: Paint
  rect(box: { x: number; y: number; width: number; height: number; fill: string; stroke?: string }): void
  line(from: readonly [number, number], to: readonly [number, number], stroke: string, dash?: string): void
  path(points: readonly (readonly [number, number])[], stroke: string, dash: string): void
  /** One of six shapes around a point. */
  mark(at: readonly [number, number], shape: number, fill: string): void
  text(text: string, at: { x: number; y: number; anchor?: Anchor; fill?: string; size?: number; bold?: boolean }): void
  /** Fill of the n-th series: its colour and, but for the first, its pattern. 36 of them differ. */
  series(n: number): string
  /** Fill of what is not known. */
  readonly unknown: string
  /** Closes the sheet at this height. */
  svg(height: number, alt: string): string
}

/** Size of text on a sheet. */
export const size = 13

export function sheet(options: { width: number; rtl: boolean; paint: Paint; prefix: string }): Sheet {
  const { width, rtl, paint, prefix } = options
  const parts: string[] = []
  const used = new Set<string>()
  const x = (at: number) => round(rtl ? width - at : at)
  const fill = (name: string) => {
    used.add(name)
    return `url(#${prefix}-${name})`
  }
  const anchors = { start: rtl ? 'end' : 'start', middle: 'middle', end: rtl ? 'start' : 'end' } as const
  return {
    width,
    paint,
    unknown: `url(#${prefix}-unknown)`,
    rect({ x: at, y, width: wide, height, fill: filled, stroke }) {
      if (filled === `url(#${prefix}-unknown)`) used.add('unknown')
      const left = rtl ? width - at - wide : at
      const edge = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="1"`
      parts.push(
        `<rect x="${round(left)}" y="${round(y)}" width="${round(wide)}" height="${round(height)}" fill="${filled}"${edge}/>`,
      )
    },
    line([x1, y1], [x2, y2], stroke, dash) {
      const dashed = dash === undefined ? '' : ` stroke-dasharray="${dash}"`
      parts.push(
        `<path d="M${x(x1)} ${round(y1)}L${x(x2)} ${round(y2)}" stroke="${stroke}" stroke-width="1"${dashed}/>`,
      )
    },
    path(points, stroke, dash) {
      const way = points.map(([at, y], n) => `${n === 0 ? 'M' : 'L'}${x(at)} ${round(y)}`).join('')
      const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`
      parts.push(
        `<path d="${way}" fill="none" stroke="${stroke}" stroke-width="2.5" stroke-linejoin="round"${dashed}/>`,
      )
    },
    mark([at, y], shape, filled) {
      const outline = shapes[shape % shapes.length] ?? ''
      parts.push(
        `<path d="${outline}" transform="translate(${x(at)} ${round(y)})" fill="${filled}" stroke="${paint.paper}" stroke-width="1"/>`,
      )
    },
    text(text, { x: at, y, anchor = 'start', fill: filled = paint.ink, size: em = size, bold = false }) {
      const weight = bold ? ' font-weight="700"' : ''
      parts.push(
        `<text x="${x(at)}" y="${round(y)}" text-anchor="${anchors[anchor]}" font-size="${em}"${weight} fill="${filled}">${escaped(isolated(text, 'ltr'))}</text>`,
      )
    },
    series: n => (n === 0 ? (paint.series[0] ?? paint.ink) : fill(String(n % 36))),
    svg(height, alt) {
      const defs = [...used]
        .sort()
        .map(name => pattern(name, prefix, paint))
        .join('')
      return (
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${Math.ceil(height)}" width="${width}" height="${Math.ceil(height)}" ` +
        `role="img" aria-label="${escaped(alt)}" direction="ltr" font-family="Noto Sans, Noto Sans Arabic, Noto Sans Khmer, sans-serif">` +
        `${defs === '' ? '' : `<defs>${defs}</defs>`}${parts.join('')}</svg>`
      )
    },
  }
}

const round = (n: number): number => Math.round(n * 100) / 100

/** Lines over the colour, on a tile of 8 by 8; the first series is plain. */
const strokes = ['', 'M0 8L8 0M-2 2L2 -2M6 10L10 6', 'M0 4H8', 'M4 0V8', 'M0 4H8M4 0V8', 'M0 0L8 8M-2 6L2 10M6 -2L10 2']

/** Circle, square, triangle, diamond, cross, triangle that hangs. */
const shapes = [
  'M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0 -4.5 0Z',
  'M-4 -4H4V4H-4Z',
  'M0 -5L5 4H-5Z',
  'M0 -5.5L5.5 0L0 5.5L-5.5 0Z',
  'M-1.8 -5H1.8V-1.8H5V1.8H1.8V5H-1.8V1.8H-5V-1.8H-1.8Z',
  'M0 5L5 -4H-5Z',
]

function pattern(name: string, prefix: string, paint: Paint): string {
  const nth = Number(name)
  // After six colours the patterns move on by one, so that no pair comes twice.
  const at = (nth + Math.floor(nth / strokes.length)) % strokes.length
  const ground = name === 'unknown' ? paint.paper : (paint.series[nth % strokes.length] ?? paint.ink)
  const stroke = name === 'unknown' ? paint.quiet : paint.paper
  const path = name === 'unknown' ? 'M0 8L8 0M-2 2L2 -2M6 10L10 6' : (strokes[at] ?? '')
  const opacity = name === 'unknown' ? 1 : 0.7
  return (
    `<pattern id="${prefix}-${name}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${ground}"/>` +
    `<path d="${path}" stroke="${stroke}" stroke-width="1.5" stroke-opacity="${opacity}" fill="none"/></pattern>`
  )
}
