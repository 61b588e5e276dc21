import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { isAnswered } from '#dictionary/answer.ts'
import type { RecordView } from '#changes/change.ts'
import type { ListLine } from '../api/calls.ts'
import { call } from '../api/client.ts'
import { queries } from '../api/query.ts'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { useText } from '../text/text.tsx'

/** A mission says that its part of a journey is done, also where it does not see the case. */
export function MissionDone({ line }: { line: ListLine }) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const record = line.record as RecordView
  if (isAnswered(record.content.doneOn)) return null
  const say = async () => {
    setBusy(true)
    setError(null)
    try {
      await call('POST', `tasks/${record.id}/done`, { on: localToday() })
      await queries.invalidateQueries({ queryKey: ['list'] })
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="row">
      <Button
        variant="default"
        size="sm"
        loading={busy}
        leftSection={<IconCheck size={18} aria-hidden />}
        onClick={() => void say()}
      >
        {t('work.done')}
      </Button>
      <Refused error={error} />
    </div>
  )
}
