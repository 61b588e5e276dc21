import type { GeoProjection } from 'd3-geo'

/** A value that has a place, and how it stands on the map. Pure. */
export interface Placed {
  readonly code: string
  readonly label: string
  readonly n: number
  readonly at: readonly [number, number]
}

export interface Mark extends Placed {
  readonly x: number
  readonly y: number
  readonly radius: number
  /** What is written, and where it begins; null: no room beside larger ones. */
  readonly text: { readonly said: string; readonly x: number; readonly y: number; readonly inside: boolean } | null
}

const size = 12
const widthOf = (text: string) => text.length * size * 0.58
/** Left, top, width, height. */
type Box = readonly [number, number, number, number]

/** Largest first: areas grow with the numbers, so that a circle twice as large is twice as many. */
export function marksOf(
  placed: readonly Placed[],
  projection: GeoProjection,
  o: { readonly width: number; readonly format: (n: number) => string },
): Mark[] {
  const most = Math.max(1, ...placed.map(({ n }) => n))
  const widest = Math.min(38, Math.max(16, o.width / 22))
  const circles = placed
    .toSorted((a, b) => b.n - a.n || (a.label < b.label ? -1 : 1))
    .flatMap(each => {
      const found = projection([each.at[0], each.at[1]])
      const radius = each.n === 0 ? 2 : Math.max(3.5, Math.sqrt(each.n / most) * widest)
      return found ? [{ ...each, x: found[0], y: found[1], radius }] : []
    })
  const taken: Box[] = []
  return circles.map((circle): Mark => {
    const others = circles.filter(each => each !== circle).map(boxOf)
    const free = (box: Box) =>
      box[0] > 0 && box[0] + box[2] < o.width && ![...taken, ...others].some(each => overlap(box, each))
    const found = textsOf(circle, o).find(({ box }) => free(box))
    if (!found) return { ...circle, text: null }
    taken.push(found.box)
    return { ...circle, text: found.text }
  })
}

/** What may be written and where, best first: with its name where there is room for names. */
function textsOf({ x, y, radius, label, n }: Omit<Mark, 'text'>, o: { width: number; format: (n: number) => string }) {
  const said = o.format(n)
  const named = `${label} ${said}`
  const beside = (text: string, at: number) => ({
    text: { said: text, x: at, y: y + 4, inside: false },
    box: [at, y - 8, widthOf(text), 16] as const,
  })
  const end = x + radius + 4
  const within =
    widthOf(said) < radius * 1.7
      ? [{ text: { said, x, y: y + 4, inside: true }, box: [x - widthOf(said) / 2, y - 7, widthOf(said), 14] as const }]
      : []
  const names = o.width > 640 ? [beside(named, end), beside(named, x - radius - 4 - widthOf(named))] : []
  return [...names, ...within, beside(said, end), beside(said, x - radius - 4 - widthOf(said))]
}

const boxOf = ({ x, y, radius }: Pick<Mark, 'x' | 'y' | 'radius'>): Box => [
  x - radius * 0.8,
  y - radius * 0.8,
  radius * 1.6,
  radius * 1.6,
]

const overlap = ([a, b, w, h]: Box, [c, d, v, k]: Box): boolean => a < c + v && c < a + w && b < d + k && d < b + h
