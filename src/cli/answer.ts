import type { CliContext } from './context.ts'

/** The answer of a verb: for a program as JSON, for a person as a sentence. */
export const answer = (context: CliContext, json: object, text: string): void =>
  context.out(context.json ? JSON.stringify(json) : text)
