/** Where the drawing is looked at from: a place of the layout stands at `place * scale + shift` pixels. Pure. */
export interface Camera {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** Everything that is there, with room at the edges for circles and words. */
export function wholeIn(positions: Float64Array, isShown: (node: number) => boolean, { width, height }: Size): Camera {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let node = 0; 2 * node < positions.length; node++) {
    if (!isShown(node)) continue
    const [x, y] = [positions[2 * node] ?? 0, positions[2 * node + 1] ?? 0]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  if (left > right) return { scale: 1, x: width / 2, y: height / 2 }
  const across = Math.max(1, width - 2 * margin) / Math.max(1, right - left)
  const down = Math.max(1, height - 2 * margin) / Math.max(1, bottom - top)
  const scale = Math.min(across, down, largest)
  return { scale, x: (width - scale * (left + right)) / 2, y: (height - scale * (top + bottom)) / 2 }
}

const margin = 32
const largest = 40
const smallest = 0.001

/** Larger or smaller by a factor, while the point under the hand stays where it is. */
export function zoomed(camera: Camera, factor: number, at: { readonly x: number; readonly y: number }): Camera {
  const scale = Math.min(largest, Math.max(smallest, camera.scale * factor))
  const by = scale / camera.scale
  return { scale, x: at.x - (at.x - camera.x) * by, y: at.y - (at.y - camera.y) * by }
}

export const moved = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x + dx,
  y: camera.y + dy,
})
