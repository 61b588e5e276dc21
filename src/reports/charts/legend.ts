import type { Sheet } from './sheet.ts'
import { size } from './sheet.ts'
import { textWidth, wrapped } from './text-width.ts'

/** Names of the series with the sign of each, in as many lines as they need. Returns the height taken. */
export function legend(on: Sheet, labels: readonly string[], sign: (at: number, x: number, y: number) => void): number {
  let x = 0
  let y = 4
  for (const [at, label] of labels.entries()) {
    const said = wrapped(label, (on.width - 34) / size, 1)[0] ?? ''
    const width = 34 + textWidth(said) * size + 18
    if (x > 0 && x + width > on.width) {
      x = 0
      y += 24
    }
    sign(at, x, y)
    on.text(said, { x: x + 34, y: y + 12 })
    x += width
  }
  return labels.length === 0 ? 0 : y + 28
}
