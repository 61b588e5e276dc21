import { Button } from '@mantine/core'
import { IconPlus, IconShieldLock } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { isChild } from '#casework/age.ts'
import { inOrder, ofType } from '#casework/latest.ts'
import type { RecordView } from '#changes/change.ts'
import { plainText } from '#dictionary/answer.ts'
import { type Editing, RecordDialog } from '../case/record-dialog.tsx'
import { type OpenCase, useCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { Request } from './request.tsx'
import { TellDialog } from './tell-dialog.tsx'
import './tracing.css'

/** Who looks for whom, what was found, and what of it was told? */
export function TracingPage() {
  usePageKind('title.tracing')
  const { id } = useParams({ from: '/desk/cases/$id/tracing' })
  const { open, error } = useCase(id)
  if (error && !open) return <Refused error={error} />
  if (!open) return <Waiting lines={6} />
  return <Tracing key={id} open={open} />
}

function Tracing({ open }: { open: OpenCase }) {
  const t = useText()
  const labels = useLabels()
  const [editing, setEditing] = useState<Editing | null>(null)
  const [telling, setTelling] = useState<RecordView | null>(null)
  const { number } = open.file.case.content
  const requests = inOrder(ofType(open.file, 'tracing_request'), 'requestedOn').toReversed()
  const asks = plainText(requests.find(({ id }) => id === telling?.content.request)?.content.requester)
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{t('title.tracing')}</h1>
        <Link to="/cases/$id" params={{ id: open.id }}>
          {t('tracing.back')} <CaseNumber number={typeof number === 'string' ? number : null} />
        </Link>
      </div>
      <p className="quiet">{t('tracing.about')}</p>
      {isChild(open.file) && (
        <div className="notice care">
          <IconShieldLock size={20} aria-hidden />
          <p>{t('tracing.child')}</p>
        </div>
      )}
      {requests.length === 0 && (
        <div className="empty">
          <p>{labels.empty('tracing_request')}</p>
        </div>
      )}
      {requests.map(request => (
        <Request key={request.id} open={open} request={request} onEdit={setEditing} onTell={setTelling} />
      ))}
      {open.writable('tracing_request').has('open') && (
        <div>
          <Button
            variant={requests.length === 0 ? 'filled' : 'default'}
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() =>
              setEditing({
                type: 'tracing_request',
                record: null,
                initial: { state: 'open', requestedOn: localToday() },
              })
            }
          >
            {t('tracing.add')}
          </Button>
        </div>
      )}
      {editing && <RecordDialog open={open} editing={editing} onClose={() => setEditing(null)} />}
      {telling && <TellDialog open={open} result={telling} asks={asks} onClose={() => setTelling(null)} />}
    </div>
  )
}
