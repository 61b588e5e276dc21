import { LinkageProblem } from './problem.ts'

/** Who waits for a long run: told how far it is, warned, able to stop it. */
export interface Watch {
  /** @param share of the step that is done, 0 to 1. */
  step(name: string, share: number): void
  /** Something that a reader of the result has to know. */
  warn(text: string): void
  readonly signal?: AbortSignal
}

/** @throws LinkageProblem `cancelled` once the signal was given. */
export function goOn({ signal }: Watch): void {
  if (signal?.aborted) throw new LinkageProblem('cancelled', 'Stopped, as asked. No result was written.')
}
