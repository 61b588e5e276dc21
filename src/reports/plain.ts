/**
 * Text as every format can hold it. What somebody typed may carry characters that XML forbids, or that turn the direction of
 * everything after them; neither belongs to what it says.
 */
export function plain(text: string): string {
  const kept = text.toWellFormed().replace(unprintable, '')
  return balanced(kept) ? kept : kept.replace(isolates, '')
}

// Controls but tab and line feed, separators of lines, marks that embed or override direction, and what Unicode reserves
// for no character.
const unprintable =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\uFEFF\uFFF9-\uFFFC]|\p{Noncharacter_Code_Point}/gu

const isolates = /[\u2066-\u2069]/g

function balanced(text: string): boolean {
  let depth = 0
  for (const [sign] of text.matchAll(isolates)) {
    depth += sign === '\u2069' ? -1 : 1
    if (depth < 0) return false
  }
  return depth === 0
}

/** The same value with every string in it made plain, keys of objects left as they are. */
export function plainly<T>(value: T): T {
  if (typeof value === 'string') return plain(value) as T
  if (Array.isArray(value)) return value.map(each => plainly<unknown>(each)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainly<unknown>(each)])) as T
}

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** Between isolates where its neighbours could turn it round, or it them: a name, a number or a date within a sentence. */
export const isolated = (text: string, direction: 'ltr' | 'rtl'): string =>
  direction === 'rtl' || rightToLeft.test(text) ? `\u2068${text}\u2069` : text

/** For markup: HTML, SVG. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '&#39;')
