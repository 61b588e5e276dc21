// What goes wrong with the embedded database reaches a person at a terminal, often the only one in the office who may
// restart the machine. So every failure is a sentence that says what happened and what to do next.

export class PostgresProblem extends Error {
  override name = 'PostgresProblem'
}

export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
