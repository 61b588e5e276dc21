/**
 * Units of which a small number is somebody. How many projects, publications or dollars there were recognises nobody; an
 * interview or a call is a person.
 */
const nobody: ReadonlySet<string> = new Set([
  'project',
  'country',
  'USD',
  'material',
  'reach',
  'organisation',
  'publication',
])

export const countsPeople = (unit: string): boolean => !nobody.has(unit)
