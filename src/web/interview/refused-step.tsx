import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { RecordDialog } from '../case/record-dialog.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { useText } from '../text/text.tsx'

/** No to the interview is honoured, and help goes on. */
export function RefusedStep(props: { open: OpenCase; withdrawn: boolean }) {
  const t = useText()
  const go = useNavigate()
  const [asking, setAsking] = useState(false)
  const params = { id: props.open.id }
  return (
    <div className="column reading-width">
      <h1>{t(props.withdrawn ? 'refused.withdrawn' : 'refused.title')}</h1>
      <p>{t('refused.about')}</p>
      <div className="row">
        <Button onClick={() => void go({ to: '/cases/$id/services', params })}>{t('next.service')}</Button>
        <Button variant="default" onClick={() => void go({ to: '/cases/$id', params })}>
          {t('interview.back')}
        </Button>
        <Button variant="subtle" onClick={() => setAsking(true)}>
          {t('refused.again')}
        </Button>
      </div>
      {asking && (
        <RecordDialog
          open={props.open}
          editing={{ type: 'consent', record: null, initial: { purpose: 'interview' } }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
