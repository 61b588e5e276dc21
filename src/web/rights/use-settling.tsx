import { type ReactNode, useState } from 'react'
import type { ChangeResult, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { changing, isSaved, send } from '../api/push.ts'
import { Refused } from '../session/problem.tsx'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'

/** Writes an answer to a record that is shown, and what the server says when it refuses. */
export function useSettling(record: RecordView): {
  readonly busy: boolean
  settle(set: Content): Promise<void>
  readonly said: ReactNode
} {
  const d = useDictionary()
  const say = useProblemText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [refused, setRefused] = useState<ChangeResult | null>(null)
  const settle = async (set: Content) => {
    setBusy(true)
    setError(null)
    try {
      const [result] = await send([changing(record, set, d.version)])
      setRefused(isSaved(result) ? null : (result ?? null))
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  const said = (
    <>
      {refused && (
        <div className="notice stop" role="alert">
          <ul>
            {refused.problems.map(problem => (
              <li key={`${problem.code}-${problem.field ?? ''}`}>{say(problem)}</li>
            ))}
          </ul>
        </div>
      )}
      <Refused error={error} />
    </>
  )
  return { busy, settle, said }
}
