import type { ChangeResult } from '#changes/change.ts'
import { isSaved } from '../api/push.ts'
import { type SayableProblem, useProblemText } from '../text/problem.ts'

/** Why changes were not accepted. */
export function Refusals({ problems }: { problems: readonly SayableProblem[] }) {
  const say = useProblemText()
  if (problems.length === 0) return null
  return (
    <div className="notice stop" role="alert">
      <ul>
        {problems.map(problem => (
          <li key={problem.code}>{say(problem)}</li>
        ))}
      </ul>
    </div>
  )
}

export const refusedOf = (results: readonly ChangeResult[]): readonly SayableProblem[] =>
  results.filter(result => !isSaved(result)).flatMap(({ problems }) => problems)
