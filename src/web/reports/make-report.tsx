import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Refused } from '../session/problem.tsx'
import { useText } from '../text/text.tsx'
import { AskForm } from './ask-form.tsx'
import * as calls from './calls.ts'
import { JobState } from './job-state.tsx'
import { Preview } from './preview.tsx'
import { useJob } from './use-job.ts'

/** Ask, wait with a way to stop, look, take along or publish. */
export function MakeReport({ onPublished }: { onPublished: () => void }) {
  const t = useText()
  const kinds = useQuery({ queryKey: ['report-kinds'], queryFn: calls.kinds, staleTime: 5 * 60_000 })
  const running = useJob()
  const [mode, setMode] = useState<calls.Asked['mode']>('internal')
  const { job } = running
  return (
    <div className="stack">
      <Refused error={kinds.error} />
      {kinds.data && kinds.data.length > 0 && (
        <AskForm
          kinds={kinds.data}
          busy={job?.state === 'running'}
          onAsk={asked => {
            setMode(asked.mode)
            running.start(() => calls.begin(asked))
          }}
        />
      )}
      {job === null && running.error === null && !running.gone && <p className="quiet">{t('reports.empty')}</p>}
      <JobState running={running} />
      {job?.state === 'done' && <Preview job={job} mode={mode} onPublished={onPublished} />}
    </div>
  )
}
