import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Confidentiality } from '#casework/rights/confidentiality.ts'
import { FormDialog } from '../administration/dialog.tsx'
import { creating, send } from '../api/push.ts'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { useReturnFocus } from '../shell/return-focus.ts'
import { useDictionary } from '../shell/words.ts'
import type { SayableProblem } from '../text/problem.ts'
import { useText } from '../text/text.tsx'
import { Colleague } from './colleague.tsx'
import { Refusals, refusedOf } from './refusals.tsx'

/** Lets one colleague into the case that is open here. */
export function NameColleague(props: { open: OpenCase; now: Confidentiality; onClose: () => void }) {
  const { open, now, onClose } = props
  const t = useText()
  const d = useDictionary()
  const [who, setWho] = useState<string | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<readonly SayableProblem[]>([])
  useReturnFocus()
  const inside = [now.worker, ...now.named.map(({ content }) => content.who)].filter(id => typeof id === 'string')
  const name = async () => {
    const said = reason.trim() === '' ? {} : { reason: reason.trim() }
    const set = { who, why, namedOn: localToday(), ...said }
    const problems = refusedOf(await send([creating('naming', open.place, set, d.version)]))
    setRefused(problems)
    if (problems.length === 0) onClose()
  }
  return (
    <FormDialog
      title={t('doors.nameTitle')}
      submit={t('doors.nameSave')}
      disabled={who === null || why === null}
      onSubmit={name}
      onClose={onClose}
    >
      <Colleague without={inside} who={who} why={why} onWho={setWho} onWhy={setWhy} />
      <Textarea
        label={t('doors.reason')}
        autosize
        minRows={1}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <Refusals problems={refused} />
    </FormDialog>
  )
}
