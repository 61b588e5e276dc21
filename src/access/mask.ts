import type { Content, Value } from '#dictionary/answer.ts'
import { type Dictionary, fieldOf } from '#dictionary/dictionary.ts'
import type { Sensitivity } from '#dictionary/field.ts'

/**
 * The fields of a record that may leave: declared, and of a class the reader has. A field nobody named stays home, and a
 * protected one is opened by its own door only, whoever asks.
 */
export function mask(d: Dictionary, type: string, content: Content, classes: ReadonlySet<Sensitivity>): Content {
  const leaving = new Set([...classes].filter(each => each !== 'protected'))
  const allowed = Object.entries(content).filter(([name]) => isAllowed(d, type, name, leaving))
  return Object.fromEntries<Value>(allowed)
}

/** Of these names of fields, the ones the reader may know of. */
export const readableNames = (
  d: Dictionary,
  type: string,
  names: readonly string[],
  classes: ReadonlySet<Sensitivity>,
): string[] => names.filter(name => isAllowed(d, type, name, classes))

/** Names of the fields of a change that the actor may not write, in the order given; unknown fields are among them. */
export function refuseFields(d: Dictionary, type: string, set: Content, classes: ReadonlySet<Sensitivity>): string[] {
  return Object.keys(set).filter(name => !isAllowed(d, type, name, classes))
}

function isAllowed(d: Dictionary, type: string, name: string, classes: ReadonlySet<Sensitivity>): boolean {
  const field = fieldOf(d, type, name)
  return field !== undefined && classes.has(field.class)
}
