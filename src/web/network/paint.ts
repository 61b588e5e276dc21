import type { Camera, Size } from './camera.ts'
import { type Scene, wordsToWrite } from './scene.ts'

/** One picture, as data. */
export interface Picture {
  readonly scene: Scene
  readonly positions: Float64Array
  readonly camera: Camera
  /** The camera that shows everything. */
  readonly whole: Camera
  readonly size: Size
  readonly isShown: (node: number) => boolean
  /** What stands out; null: all alike. */
  readonly lit: ReadonlySet<number> | null
  readonly hovered: number | null
}

export interface Ink {
  readonly suspect: string
  readonly person: string
  readonly line: string
  readonly words: string
  readonly paper: string
  readonly font: string
}

/** The tokens of the page, as they are now: light or dark. */
export function inkOf(element: HTMLElement): Ink {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    suspect: token('--accent'),
    person: token('--quiet'),
    line: token('--mantine-color-default-border'),
    words: token('--ink'),
    paper: token('--paper'),
    font: `14px ${style.fontFamily}`,
  }
}

const faint = 0.12

/** Lines, circles, words, in a few strokes each: 5,000 nodes are one picture of some 30 milliseconds without a graphics card. */
export function paint(context: CanvasRenderingContext2D, picture: Picture, ink: Ink): void {
  const { size, lit } = picture
  context.clearRect(0, 0, size.width, size.height)
  for (const strong of lit ? [false, true] : [true]) {
    lines(context, picture, { ink, strong })
    circles(context, picture, { ink, strong })
  }
  words(context, picture, ink)
}

interface Layer {
  readonly ink: Ink
  readonly strong: boolean
}

function lines(context: CanvasRenderingContext2D, picture: Picture, { ink, strong }: Layer): void {
  const { scene, isShown, lit } = picture
  context.strokeStyle = ink.line
  context.globalAlpha = strong ? 0.6 : faint
  for (const width of [1, 2, 3] as const) {
    context.lineWidth = width * 0.75
    context.beginPath()
    for (const line of scene.lines) {
      if (line.width !== width || !isShown(line.a) || !isShown(line.b)) continue
      if (lit && (lit.has(line.a) && lit.has(line.b)) !== strong) continue
      context.moveTo(...at(picture, line.a))
      context.lineTo(...at(picture, line.b))
    }
    context.stroke()
  }
  context.globalAlpha = 1
}

function circles(context: CanvasRenderingContext2D, picture: Picture, { ink, strong }: Layer): void {
  const { scene, isShown, lit, size } = picture
  const by = radiusAt(picture)
  context.globalAlpha = strong ? 1 : faint
  for (const suspect of [false, true]) {
    context.fillStyle = suspect ? ink.suspect : ink.person
    context.beginPath()
    for (const [place, node] of scene.nodes.entries()) {
      if (node.suspect !== suspect || !isShown(place) || (lit && lit.has(place) !== strong)) continue
      const [x, y] = at(picture, place)
      if (x < -20 || y < -20 || x > size.width + 20 || y > size.height + 20) continue
      context.moveTo(x + node.radius * by, y)
      context.arc(x, y, node.radius * by, 0, 2 * Math.PI)
    }
    context.fill()
  }
  context.globalAlpha = 1
}

/** Set by the browser as any text is, so that every script keeps its shape. */
function words(context: CanvasRenderingContext2D, picture: Picture, ink: Ink): void {
  const { scene, positions, camera, size, lit, hovered, isShown } = picture
  // Persons are named when they are pointed at or picked: their numbers are many and say little.
  const isWritten = (place: number) => isShown(place) && (lit ? lit.has(place) : scene.nodes[place]?.suspect === true)
  context.font = ink.font
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = ink.paper
  context.fillStyle = ink.words
  const widthOf = (text: string) => context.measureText(text).width
  const radius = radiusAt(picture)
  for (const { text, x, y, toTheLeft } of wordsToWrite(scene, positions, {
    camera,
    size,
    radius,
    first: hovered,
    isWritten,
    widthOf,
    most: 24,
  })) {
    context.textAlign = toTheLeft ? 'right' : 'left'
    context.strokeText(text, x, y)
    context.fillText(text, x, y)
  }
}

/** Circles are smaller where there are many of them, and grow as one looks closer. */
export function radiusAt({ scene, camera, whole }: Pick<Picture, 'scene' | 'camera' | 'whole'>): number {
  const crowd = Math.min(1, 16 / Math.sqrt(Math.max(1, scene.nodes.length)))
  return Math.min(1.6, Math.max(0.3, crowd) * Math.sqrt(Math.max(1, camera.scale / whole.scale)))
}

const at = ({ positions, camera }: Picture, place: number): [number, number] => [
  (positions[2 * place] ?? 0) * camera.scale + camera.x,
  (positions[2 * place + 1] ?? 0) * camera.scale + camera.y,
]
