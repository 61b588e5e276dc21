import type { Content, Value } from '#dictionary/answer.ts'

/** The content after a change: fields set replace, `null` removes, everything else stays. */
export function fold(content: Content, set: Content): Content {
  const next: Record<string, Value> = { ...content }
  for (const [field, value] of Object.entries(set)) {
    if (value === null) delete next[field]
    else next[field] = value
  }
  return next
}

/** Two values are the same answer: order of several codes and of marks does not matter. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  return canonical(a ?? null) === canonical(b ?? null)
}

/** The part of `set` that would change `content`. */
export function differing(content: Content, set: Content): Content {
  return Object.fromEntries(Object.entries(set).filter(([field, value]) => !sameValue(content[field], value)))
}

/** One text for equal values: keys sorted, several codes sorted. */
export function canonical(value: Value): string {
  if (Array.isArray(value)) return JSON.stringify([...(value as readonly string[])].sort())
  if (value !== null && typeof value === 'object')
    return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
  return JSON.stringify(value)
}
