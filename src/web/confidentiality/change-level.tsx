import { Radio, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { type Confidentiality, letsIn } from '#casework/rights/confidentiality.ts'
import { type ConfidentialityLevel, confidentialityLevels } from '#dictionary/data/confidentiality-levels.ts'
import { FormDialog } from '../administration/dialog.tsx'
import { creating, newId, send } from '../api/push.ts'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { useReturnFocus } from '../shell/return-focus.ts'
import { useMe } from '../shell/signed-in.ts'
import { useDictionary } from '../shell/words.ts'
import type { SayableProblem } from '../text/problem.ts'
import { useText } from '../text/text.tsx'
import { Refusals, refusedOf } from './refusals.tsx'

/** Higher counts at once; lower is asked of a second person, in one act with its reason. */
export function ChangeLevel(props: { open: OpenCase; now: Confidentiality; holder: boolean; onClose: () => void }) {
  const { open, now, holder, onClose } = props
  const t = useText()
  const d = useDictionary()
  const me = useMe()
  const [level, setLevel] = useState<ConfidentialityLevel>(now.level)
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<readonly SayableProblem[]>([])
  useReturnFocus()
  const lower = confidentialityLevels.indexOf(level) < confidentialityLevels.indexOf(now.level)
  const stays = letsIn({ ...now, level }, { id: me.id, holder })
  const set = async () => {
    const record = newId()
    const [setOn, why] = [localToday(), reason.trim()]
    const changes = [creating('confidentiality', open.place, { level, setOn, reason: why }, d.version, record)]
    if (lower) {
      const ask = { kind: 'lower_confidentiality', of: record, state: 'waiting', askedOn: setOn, reason: why }
      changes.push(creating('approval', open.place, ask, d.version))
    }
    const problems = refusedOf(await send(changes))
    setRefused(problems)
    if (problems.length === 0) onClose()
  }
  return (
    <FormDialog
      title={t('doors.changeTitle')}
      submit={lower ? t('doors.ask') : t('doors.save')}
      disabled={level === now.level || reason.trim() === '' || !stays}
      onSubmit={set}
      onClose={onClose}
    >
      <Radio.Group
        aria-label={t('doors.changeTitle')}
        value={level}
        onChange={value => setLevel(value as ConfidentialityLevel)}
      >
        <div className="stack door-levels">
          {confidentialityLevels.map(each => (
            <Radio key={each} value={each} label={t(`doors.level.${each}`)} description={t(`doors.about.${each}`)} />
          ))}
        </div>
      </Radio.Group>
      {level !== now.level && (
        <p className={stays ? 'meaning' : 'meaning stop'} role="status">
          {stays ? <IconInfoCircle size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
          {stays ? t(lower ? 'doors.lower' : 'doors.raise') : t('doors.lockedOut')}
        </p>
      )}
      <Textarea
        label={t('doors.reason')}
        description={t('doors.reasonHelp')}
        autosize
        minRows={2}
        required
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <Refusals problems={refused} />
    </FormDialog>
  )
}
