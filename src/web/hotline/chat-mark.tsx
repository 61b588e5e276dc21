import { IconMessage } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import * as calls from '../chat/calls.ts'
import { usePreferences } from '../session/preferences.ts'
import { usePermissions } from '../shell/me.ts'
import { useText } from '../text/text.tsx'
import { alarmed, silent, unanswered } from './chat-alarm.ts'
import { playTones } from './tones.ts'

/** In the bar on every page of those who answer the hotline: that somebody waits in the chat, and nothing of what is said. */
export function ChatMark() {
  const reach = usePermissions().reach('write', 'call')
  return reach.all || reach.offices.length > 0 ? <Mark /> : null
}

const lookAgainAfter = 10_000

function Mark() {
  const t = useText()
  const { chatSound } = usePreferences()
  const alarm = useRef(silent)
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['chats'],
    queryFn: calls.waiting,
    refetchInterval: lookAgainAfter,
    // A hotline is answered from a page that lies behind others.
    refetchIntervalInBackground: true,
  })
  const items = data?.items
  useEffect(() => {
    if (!items) return
    const { sound, alarm: after } = alarmed(alarm.current, items, dataUpdatedAt)
    alarm.current = after
    // A device without sound shows the mark all the same.
    if (sound && chatSound) void playTones().catch(() => undefined)
  }, [items, dataUpdatedAt, chatSound])
  const count = unanswered(items ?? []).length
  return (
    <span role="status">
      {count > 0 && (
        <Link to="/hotline" className="chat-mark meaning care" aria-label={t('chats.waiting', { count })}>
          <IconMessage size={18} aria-hidden /> <span className="long">{t('chats.waiting', { count })}</span>
        </Link>
      )}
    </span>
  )
}
