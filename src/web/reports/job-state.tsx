import { Button, Progress } from '@mantine/core'
import { IconPlayerStop } from '@tabler/icons-react'
import { Refused } from '../session/problem.tsx'
import { useMaybeText, useText } from '../text/text.tsx'
import type { Running } from './use-job.ts'

/** How far it is, and a way to stop. */
export function JobState({ running }: { running: Running }) {
  const t = useText()
  const maybe = useMaybeText()
  const { job, gone, error } = running
  if (error !== null) return <Refused error={error} />
  if (gone)
    return (
      <p className="notice care" role="alert">
        {t('reports.gone')}
      </p>
    )
  if (job?.state === 'failed')
    return (
      <p className="notice stop" role="alert">
        {maybe(`problem.${job.problem?.code ?? 'failed'}`) ?? job.problem?.message}
      </p>
    )
  if (job?.state === 'stopped') return <p role="status">{t('reports.stopped')}</p>
  if (job?.state !== 'running') return null
  const words = t(`reports.doing.${job.doing}`, { done: job.done, of: job.of })
  return (
    <div className="stack" aria-busy="true">
      <Progress.Root size="lg">
        <Progress.Section
          value={(100 * job.done) / Math.max(1, job.of)}
          aria-label={t('reports.making')}
          aria-valuetext={words}
        />
      </Progress.Root>
      <div className="row ends">
        <span role="status">{words}</span>
        <Button variant="default" leftSection={<IconPlayerStop size={18} aria-hidden />} onClick={running.stop}>
          {t('reports.stop')}
        </Button>
      </div>
      <p className="quiet small">{t('reports.memory')}</p>
    </div>
  )
}
