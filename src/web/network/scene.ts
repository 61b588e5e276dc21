import type { Network } from '#casework/network/network.ts'
import type { Camera, Size } from './camera.ts'
import { pairsOf } from './pairs.ts'

/** What there is to draw: nodes and lines by number, in the order of the network's nodes. Pure. */
export interface Scene {
  readonly nodes: readonly SceneNode[]
  readonly lines: readonly SceneLine[]
  readonly places: ReadonlyMap<string, number>
  /** Numbers of the nodes in the order in which their words are written: suspects of most ties first. */
  readonly byRank: readonly number[]
}

interface SceneNode {
  readonly id: string
  readonly suspect: boolean
  readonly words: string
  /** Pixels, when all is shown. */
  readonly radius: number
}

interface SceneLine {
  readonly a: number
  readonly b: number
  /** Pixels. */
  readonly width: 1 | 2 | 3
}

export function sceneOf(network: Network): Scene {
  const places = new Map(network.nodes.map(({ id }, place) => [id, place]))
  const ties = network.nodes.map(() => 0)
  const lines = pairsOf(network.ties).flatMap(({ a, b, weight }): SceneLine[] => {
    const [one, other] = [places.get(a), places.get(b)]
    if (one === undefined || other === undefined) return []
    for (const end of [one, other]) ties[end] = (ties[end] ?? 0) + 1
    return [{ a: one, b: other, width: weight >= 3 ? 3 : weight === 2 ? 2 : 1 }]
  })
  const nodes = network.nodes.map((node, place): SceneNode => {
    const suspect = node.of === 'suspect'
    return {
      id: node.id,
      suspect,
      words: suspect ? node.label : node.cases.flatMap(({ number }) => number ?? []).join(', '),
      radius: Math.min(14, (suspect ? 4 : 3) + Math.sqrt(ties[place] ?? 0)),
    }
  })
  const rank = (place: number) => (nodes[place]?.suspect ? 1_000_000 : 0) + (ties[place] ?? 0)
  const byRank = nodes.map((_, place) => place).sort((a, b) => rank(b) - rank(a) || a - b)
  return { nodes, lines, places, byRank }
}

/** The node under a point, the nearest of several; null when there is none. `reach` pixels beside it still count. */
export function nodeAt(
  { nodes }: Scene,
  positions: Float64Array,
  o: {
    camera: Camera
    radius: number
    isShown: (node: number) => boolean
    at: { x: number; y: number }
    reach: number
  },
): number | null {
  const { camera, at } = o
  let nearest = null
  let closest = Infinity
  for (const [place, { radius }] of nodes.entries()) {
    if (!o.isShown(place)) continue
    const dx = (positions[2 * place] ?? 0) * camera.scale + camera.x - at.x
    const dy = (positions[2 * place + 1] ?? 0) * camera.scale + camera.y - at.y
    const away = Math.hypot(dx, dy) - radius * o.radius
    if (away <= o.reach && away < closest) {
      nearest = place
      closest = away
    }
  }
  return nearest
}

/** Words and where they stand: beside their circle, on the other side of it near the edge. */
export interface Written {
  readonly place: number
  readonly text: string
  readonly x: number
  readonly y: number
  readonly toTheLeft: boolean
}

/** Words of the highest rank, at most `most`, so that no two stand on each other. `widthOf` measures in pixels. */
export function wordsToWrite(
  scene: Scene,
  positions: Float64Array,
  o: {
    camera: Camera
    size: Size
    radius: number
    first: number | null
    isWritten: (node: number) => boolean
    widthOf: (text: string) => number
    most: number
  },
): readonly Written[] {
  const { camera, size } = o
  const written: (Written & { left: number; right: number })[] = []
  for (const place of o.first === null ? scene.byRank : [o.first, ...scene.byRank]) {
    if (written.length >= o.most) break
    const node = scene.nodes[place]
    if (!node || (place !== o.first && !o.isWritten(place))) continue
    const x = (positions[2 * place] ?? 0) * camera.scale + camera.x
    const y = (positions[2 * place + 1] ?? 0) * camera.scale + camera.y
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue
    if (written.some(other => Math.abs(other.y - y) < lineHeight && other.left < x && x < other.right)) continue
    const text = node.words.length > longest ? `${node.words.slice(0, longest)}…` : node.words
    const width = o.widthOf(text)
    const away = node.radius * o.radius + 5
    const toTheLeft = x + away + width > size.width && x - away - width > 0
    const [left, right] = toTheLeft ? [x - away - width, x - away] : [x + away, x + away + width]
    if (written.some(other => Math.abs(other.y - y) < lineHeight && other.left < right && left < other.right)) continue
    written.push({ place, text, x: toTheLeft ? right : left, y, toTheLeft, left, right })
  }
  return written
}

/** Pixels. */
const lineHeight = 18
/** Characters of words in the picture; the tables have the whole. */
const longest = 32
