/**
 * A list of words is one text in every engine: texts are loaded and joined several times as fast as lists are. Beside a list that is
 * compared stands a number; only when two of these have a bit in common are the texts taken apart.
 */

/** Stands between two items; prepared words are ASCII and never hold it. */
export const between = '\u001f'

/** @returns null for a list without items: it has nothing in common with another such list. */
export const packed = (items: readonly string[]): string | null => (items.length === 0 ? null : items.join(between))

/** The column of the number beside a list; no prepared column can have this name. */
export const marksName = (column: string): string => `${column} marks`

/** 30 bits, of which each item sets one (FNV-1a). */
export function marks(items: readonly string[]): number | null {
  if (items.length === 0) return null
  let bits = 0
  for (const item of items) {
    let hash = 0x81_1c_9d_c5
    for (let i = 0; i < item.length; i++) hash = Math.imul(hash ^ item.charCodeAt(i), 0x01_00_01_93)
    bits |= 1 << ((hash >>> 0) % 30)
  }
  return bits
}
