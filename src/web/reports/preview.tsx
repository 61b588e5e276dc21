import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { saveFile } from '../api/save-file.ts'
import { Refused } from '../session/problem.tsx'
import { usePermissions } from '../shell/me.ts'
import { useText } from '../text/text.tsx'
import * as calls from './calls.ts'

/** A finished report: its pages as they are, every format to take along, and the way to publish it. */
export function Preview(props: { job: calls.Job; mode: calls.Asked['mode']; onPublished: () => void }) {
  const t = useText()
  const permissions = usePermissions()
  const { job } = props
  const page = useQuery({
    queryKey: ['report-preview', job.id],
    queryFn: async () => (await calls.jobFile(job.id, 'report.html')).text(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <section className="stack report-ready" aria-labelledby="report-preview">
      <h2 id="report-preview">{t('reports.preview')}</h2>
      <Files files={job.files} load={name => calls.jobFile(job.id, name)} />
      {permissions.may('publish_report') && <Publish job={job} mode={props.mode} onPublished={props.onPublished} />}
      <Refused error={page.error} />
      {page.data !== undefined && (
        // No script runs in it and it belongs to no origin, whatever it holds. Whoever waited is brought to it.
        <iframe
          className="report-page"
          title={t('reports.preview')}
          sandbox=""
          srcDoc={page.data}
          onLoad={({ currentTarget }) => currentTarget.closest('section')?.scrollIntoView({ block: 'start' })}
        />
      )}
    </section>
  )
}

/** A button a format. */
export function Files(props: { files: calls.Job['files']; load: (name: string) => Promise<Blob> }) {
  const t = useText()
  const [error, setError] = useState<unknown>(null)
  return (
    <>
      <div className="row">
        {props.files.map(({ name }) => (
          <Button
            key={name}
            variant="default"
            size="sm"
            leftSection={<IconDownload size={18} aria-hidden />}
            aria-label={t('reports.download', { name })}
            onClick={() =>
              void props
                .load(name)
                .then(content => saveFile(name, content))
                .catch(setError)
            }
          >
            <bdi>{name}</bdi>
          </Button>
        ))}
      </div>
      <Refused error={error} />
    </>
  )
}

function Publish(props: { job: calls.Job; mode: calls.Asked['mode']; onPublished: () => void }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const publish = async () => {
    setSending(true)
    try {
      await calls.publish(props.job.id)
      props.onPublished()
    } catch (problem) {
      setError(problem)
      setSending(false)
    }
  }
  return (
    <div className="sheet stack">
      <p>{t(props.mode === 'public' ? 'reports.publish.aboutPublic' : 'reports.publish.about')}</p>
      <div className="row">
        {asking ? (
          <>
            <Button onClick={() => void publish()} loading={sending} data-autofocus>
              {t('reports.publish.sure')}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)} disabled={sending}>
              {t('reports.publish.not')}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('reports.publish')}
          </Button>
        )}
      </div>
      <Refused error={error} />
    </div>
  )
}
