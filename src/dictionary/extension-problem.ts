/** What can be wrong with an extension. */
export interface ExtensionProblem {
  readonly code: ExtensionProblemCode
  /** Where in the extension, as a path: `fields.2.list`. */
  readonly at: string
  readonly details?: Readonly<Record<string, string | number>>
}

/** Key of the catalogue: `problem.<code>`. */
export const extensionProblems = {
  extension_shape: 'The extension is not written as it should be.',
  extension_not_own: 'Own fields, lists, codes and questionnaires have ids that begin with own_.',
  extension_redefines: 'This id exists already; an extension cannot redefine it.',
  extension_unknown_type: 'There is no such kind of record.',
  extension_unknown_list: 'There is no such list.',
  extension_unknown_target: 'There is nothing of this name to hide.',
  extension_needs_list: 'A field with answers to choose from needs a list.',
  extension_dimension: 'Only open fields with answers to choose from can become a dimension of the figures.',
  extension_range: 'The smallest value is greater than the largest.',
  extension_unknown_question: 'A condition names a question that does not come before.',
} as const
export type ExtensionProblemCode = keyof typeof extensionProblems

/** Thrown by `withExtensions`: a stored extension that no longer fits must stop the start, never be skipped in silence. */
export class ExtensionError extends Error {
  readonly problems: readonly ExtensionProblem[]
  constructor(problems: readonly ExtensionProblem[]) {
    super(`extension refused: ${problems.map(p => `${p.code} at ${p.at}`).join(', ')}`)
    this.name = 'ExtensionError'
    this.problems = problems
  }
}
