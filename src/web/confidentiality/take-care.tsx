import { Radio, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { FormDialog } from '../administration/dialog.tsx'
import { queries } from '../api/query.ts'
import { useReturnFocus } from '../shell/return-focus.ts'
import { useMe } from '../shell/signed-in.ts'
import { useText } from '../text/text.tsx'
import { nameOnCase, type StrictCase } from './calls.ts'
import { Colleague } from './colleague.tsx'

type Reason = Parameters<typeof nameOnCase>[1]['why']

/** Lets somebody into a strict case, or gives it away, without opening it. Oneself: in an emergency, and told to others. */
export function TakeCare({ of, onClose }: { of: StrictCase; onClose: () => void }) {
  const t = useText()
  const me = useMe()
  const [as, setAs] = useState<'named' | 'caseworker'>('named')
  const [who, setWho] = useState<string | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  useReturnFocus()
  const self = who === me.id
  const act = async () => {
    if (who === null || why === null) return
    await nameOnCase(of.id, { account: who, as, why: why as Reason, reason: reason.trim() })
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['strict-cases'] }),
      queries.invalidateQueries({ queryKey: ['list'] }),
      queries.invalidateQueries({ queryKey: ['case', of.id] }),
    ])
    onClose()
  }
  return (
    <FormDialog
      title={t('strict.title', { number: of.number ?? '' })}
      submit={as === 'named' ? t('strict.save') : t('strict.give')}
      disabled={who === null || why === null || reason.trim() === ''}
      onSubmit={act}
      onClose={onClose}
    >
      <Radio.Group
        label={t('strict.what')}
        value={as}
        onChange={value => setAs(value === 'caseworker' ? 'caseworker' : 'named')}
      >
        <div className="stack door-choice">
          <Radio value="named" label={t('strict.named')} />
          <Radio value="caseworker" label={t('strict.caseworker')} />
        </div>
      </Radio.Group>
      <Colleague without={of.worker === null ? [] : [of.worker]} who={who} why={why} onWho={setWho} onWhy={setWhy} />
      <p className={self ? 'meaning care' : 'meaning quiet'} role="status">
        {self ? <IconAlertTriangle size={18} aria-hidden /> : <IconInfoCircle size={18} aria-hidden />}
        {t(self ? 'strict.self' : 'strict.hold')}
      </p>
      <Textarea
        label={t('doors.reason')}
        description={t('strict.reasonHelp')}
        autosize
        minRows={2}
        required
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
