import type { Network } from '#casework/network/network.ts'
import { type Camera, moved, wholeIn, zoomed } from './camera.ts'
import { inkOf, paint, radiusAt } from './paint.ts'
import { nodeAt, sceneOf } from './scene.ts'

/** The drawing on its canvas, and the hands on it: drag or two fingers move, Ctrl and the wheel or two fingers zoom, a click picks. */
export interface Stage {
  /** x and y of each node of the network, one after the other. */
  place(positions: Float64Array): void
  /** What is there at all, and what of it stands out; null: all alike. */
  show(shown: ReadonlySet<string>, lit: ReadonlySet<string> | null): void
  zoom(way: 'in' | 'out' | 'whole'): void
  end(): void
}

export function openStage(canvas: HTMLCanvasElement, network: Network, onPick: (id: string | null) => void): Stage {
  const context = canvas.getContext('2d')
  const scene = sceneOf(network)
  const ink = inkOf(canvas)
  let positions = new Float64Array(2 * scene.nodes.length)
  let size = { width: 0, height: 0 }
  let shown: ReadonlySet<number> = new Set(scene.nodes.keys())
  let lit: ReadonlySet<number> | null = null
  let hovered: number | null = null
  let frame = 0
  /** Null: whatever shows the whole; else where somebody has moved to. */
  let held: Camera | null = null
  const isShown = (node: number) => shown.has(node)
  const whole = () => wholeIn(positions, isShown, size)
  const camera = () => held ?? whole()

  const draw = () => {
    frame = 0
    if (!context || size.width === 0) return
    paint(context, { scene, positions, camera: camera(), whole: whole(), size, isShown, lit, hovered }, ink)
  }
  const soon = () => {
    frame ||= requestAnimationFrame(draw)
  }
  const fit = new ResizeObserver(() => {
    size = { width: canvas.clientWidth, height: canvas.clientHeight }
    const ratio = Math.min(2, devicePixelRatio)
    canvas.width = Math.round(size.width * ratio)
    canvas.height = Math.round(size.height * ratio)
    context?.setTransform(ratio, 0, 0, ratio, 0, 0)
    // Setting the size has emptied it.
    draw()
  })
  fit.observe(canvas)

  const under = (event: PointerEvent) =>
    nodeAt(scene, positions, {
      camera: camera(),
      radius: radiusAt({ scene, camera: camera(), whole: whole() }),
      isShown,
      at: { x: event.offsetX, y: event.offsetY },
      reach: event.pointerType === 'mouse' ? 4 : 14,
    })
  const hands = watchHands(canvas, {
    onMove(dx, dy) {
      held = moved(camera(), dx, dy)
      soon()
    },
    onZoom(factor, at) {
      held = zoomed(camera(), factor, at)
      soon()
    },
    onHover(event) {
      const now = under(event)
      if (now === hovered) return
      hovered = now
      canvas.style.cursor = now === null ? '' : 'pointer'
      soon()
    },
    onPress(event) {
      const node = under(event)
      onPick(node === null ? null : (scene.nodes[node]?.id ?? null))
    },
  })
  const numbers = (ids: ReadonlySet<string>) => new Set([...ids].flatMap(id => scene.places.get(id) ?? []))
  return {
    place(next) {
      positions = Float64Array.from(next)
      soon()
    },
    show(nodes, strong) {
      shown = numbers(nodes)
      lit = strong && numbers(strong)
      soon()
    },
    zoom(way) {
      const middle = { x: size.width / 2, y: size.height / 2 }
      held = way === 'whole' ? null : zoomed(camera(), way === 'in' ? 1.5 : 1 / 1.5, middle)
      soon()
    },
    end() {
      cancelAnimationFrame(frame)
      fit.disconnect()
      hands.end()
    },
  }
}

interface Hands {
  onMove(dx: number, dy: number): void
  onZoom(factor: number, at: { x: number; y: number }): void
  onHover(event: PointerEvent): void
  onPress(event: PointerEvent): void
}

/** One finger scrolls the page as everywhere; the wheel does too, unless Ctrl is held. */
function watchHands(canvas: HTMLCanvasElement, hands: Hands): { end(): void } {
  const down = new Map<number, { x: number; y: number }>()
  let far = 0
  const ended = new AbortController()
  const on = <K extends keyof HTMLElementEventMap>(kind: K, listener: (event: HTMLElementEventMap[K]) => void) =>
    canvas.addEventListener(kind, listener, { signal: ended.signal, passive: false })

  on('pointerdown', event => {
    down.set(event.pointerId, { x: event.offsetX, y: event.offsetY })
    far = 0
    canvas.setPointerCapture(event.pointerId)
  })
  on('pointermove', event => {
    const before = down.get(event.pointerId)
    if (!before) return hands.onHover(event)
    const now = { x: event.offsetX, y: event.offsetY }
    far += Math.hypot(now.x - before.x, now.y - before.y)
    const [other] = [...down].filter(([id]) => id !== event.pointerId).map(([, at]) => at)
    if (other) {
      const apart = Math.hypot(before.x - other.x, before.y - other.y)
      hands.onZoom(Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, apart), other)
      hands.onMove((now.x - before.x) / 2, (now.y - before.y) / 2)
    } else if (event.pointerType === 'mouse') hands.onMove(now.x - before.x, now.y - before.y)
    down.set(event.pointerId, now)
  })
  on('pointerup', event => {
    if (down.delete(event.pointerId) && far < 5) hands.onPress(event)
  })
  on('pointercancel', event => void down.delete(event.pointerId))
  on('wheel', event => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    hands.onZoom(Math.exp(-event.deltaY / 300), { x: event.offsetX, y: event.offsetY })
  })
  return { end: () => ended.abort() }
}
