import type { Value } from '#dictionary/answer.ts'
import type { Sensitivity } from '#dictionary/field.ts'

/** Class of what lies in the file of a document: who reads such answers of a document opens such files. */
export function contentClass(kind: Value | undefined): Sensitivity {
  return (typeof kind === 'string' ? byKind[kind] : undefined) ?? 'narrative'
}

const byKind: Readonly<Record<string, Sensitivity>> = {
  identity: 'identity',
  travel_document: 'identity',
  visa: 'identity',
  photo: 'identity',
  medical: 'health',
  court_paper: 'justice',
}
