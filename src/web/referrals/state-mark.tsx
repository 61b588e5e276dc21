import { IconCircleCheck, IconCircleX, IconClockHour4, IconFilePencil, IconMailOpened } from '@tabler/icons-react'
import { answeredWithin, daysWaiting, stateOf } from '#casework/referral/state.ts'
import type { Content } from '#dictionary/answer.ts'
import { localToday } from '../form/today.ts'
import { useLabels, useText } from '../text/text.tsx'

const marks = {
  drafted: { icon: IconFilePencil, meaning: 'quiet' },
  sent: { icon: IconClockHour4, meaning: 'quiet' },
  received: { icon: IconMailOpened, meaning: 'quiet' },
  accepted: { icon: IconCircleCheck, meaning: 'done' },
  declined: { icon: IconCircleX, meaning: 'care' },
  done: { icon: IconCircleCheck, meaning: 'done' },
  withdrawn: { icon: IconCircleX, meaning: 'quiet' },
} as const

/** Where a referral stands, and how long it has waited: after a week somebody asks. */
export function StateMark({ content }: { content: Content }) {
  const t = useText()
  const labels = useLabels()
  const state = stateOf(content)
  if (state === null) return <span className="quiet small">{t('referral.noState')}</span>
  const { icon: Icon, meaning } = marks[state]
  const days = daysWaiting(content, localToday())
  const late = days !== null && days > answeredWithin
  return (
    <span className={late ? 'meaning care' : `meaning ${meaning}`}>
      <Icon size={18} aria-hidden /> {labels.code('referral_state', state)}
      {days !== null && ` · ${t('referral.days', { days })}`}
    </span>
  )
}
