import { Button, Textarea } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { localToday } from '../form/today.ts'
import { useMe } from '../shell/signed-in.ts'
import { useText } from '../text/text.tsx'
import { useSettling } from './use-settling.tsx'

/** Granted, granted in part, refused: in one's own name, with a reason for anything but a plain yes. */
export function Decide({ record }: { record: RecordView }) {
  const t = useText()
  const me = useMe()
  const { busy, settle, said } = useSettling(record)
  const [reason, setReason] = useState('')
  if (record.content.kind === 'erasure' && record.author === me.id)
    return <p className="quiet">{t('rights.yoursToErase')}</p>
  const decide = (decision: 'granted' | 'partly' | 'refused') =>
    settle({
      decision,
      decidedBy: me.id,
      decidedOn: localToday(),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      state: 'decided',
    })
  return (
    <div className="stack">
      <Textarea
        label={t('rights.reason')}
        description={t('rights.reasonHelp')}
        autosize
        minRows={1}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      {said}
      <div className="row">
        <Button loading={busy} leftSection={<IconCheck size={18} aria-hidden />} onClick={() => void decide('granted')}>
          {t('rights.grant')}
        </Button>
        <Button variant="default" loading={busy} onClick={() => void decide('partly')}>
          {t('rights.grantPartly')}
        </Button>
        <Button
          variant="default"
          loading={busy}
          leftSection={<IconX size={18} aria-hidden />}
          onClick={() => void decide('refused')}
        >
          {t('rights.refuse')}
        </Button>
      </div>
    </div>
  )
}
