import { Button, Textarea } from '@mantine/core'
import { IconClockHour4, IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { approvalFor } from '#casework/teamwork/approval.ts'
import { isClosed } from '#casework/tasks.ts'
import { FormDialog } from '../administration/dialog.tsx'
import { creating, isSaved, send } from '../api/push.ts'
import type { Editing } from '../case/record-dialog.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { useReturnFocus } from '../shell/return-focus.ts'
import { useDictionary } from '../shell/words.ts'
import { useText } from '../text/text.tsx'

/** The way to a closed case: ask, wait for a second person, close. */
export function Closure(props: { open: OpenCase; onEdit: (editing: Editing) => void }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const { open } = props
  if (isClosed(open.file) || open.writable('approval').size === 0 || open.writable('case').size === 0) return null
  const asked = approvalFor(open.file, 'closure', open.id)
  if (asked?.content.state === 'waiting') {
    return (
      <span className="meaning care">
        <IconClockHour4 size={18} aria-hidden /> {t('case.closureAsked')}
      </span>
    )
  }
  if (asked?.content.state === 'approved') {
    return (
      <Button
        variant="default"
        leftSection={<IconLock size={18} aria-hidden />}
        onClick={() => props.onEdit({ type: 'case', record: open.id, section: 'closing' })}
      >
        {t('case.close')}
      </Button>
    )
  }
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('case.askClosure')}
      </Button>
      {asking && <AskClosure open={open} onClose={() => setAsking(false)} />}
    </>
  )
}

function AskClosure({ open, onClose }: { open: OpenCase; onClose: () => void }) {
  const t = useText()
  const d = useDictionary()
  const [reason, setReason] = useState('')
  useReturnFocus()
  const ask = async () => {
    const set = { kind: 'closure', of: open.id, state: 'waiting', askedOn: localToday(), reason: reason.trim() }
    const [result] = await send([creating('approval', open.place, set, d.version)])
    if (isSaved(result)) onClose()
  }
  return (
    <FormDialog
      title={t('case.askClosure')}
      submit={t('case.askClosure')}
      disabled={reason.trim() === ''}
      onSubmit={ask}
      onClose={onClose}
    >
      <p>{t('case.closureAbout')}</p>
      <Textarea
        label={t('case.closureReason')}
        autosize
        minRows={3}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
