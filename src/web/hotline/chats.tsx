import { Button } from '@mantine/core'
import { IconAlertTriangle, IconMessage } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import * as calls from '../chat/calls.ts'
import { Refused } from '../session/problem.tsx'
import { When } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'

/** Who waits in the web chat, the longest first. Nothing is here while no chat is open. */
export function Chats(props: { opened: string | null; onOpen: (chat: string) => void }) {
  const t = useText()
  const [error, setError] = useState<unknown>(null)
  const { data } = useQuery({ queryKey: ['chats'], queryFn: calls.waiting, refetchInterval: 4_000 })
  const items = data?.items ?? []
  if (items.length === 0) return null
  const take = async (chat: calls.Waiting) => {
    try {
      if (chat.with !== 'me') await calls.take(chat.id)
      props.onOpen(chat.id)
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <section className="section">
      <h2>
        <span role="status">{t('chats.title', { count: items.filter(chat => chat.with === 'nobody').length })}</span>
      </h2>
      <Refused error={error} />
      <ul className="contacts">
        {items.map(chat => (
          <li key={chat.id} data-chat={chat.id}>
            <span className={chat.state === 'left' ? 'meaning stop' : 'meaning'}>
              {chat.state === 'left' ? (
                <IconAlertTriangle size={18} aria-hidden />
              ) : (
                <IconMessage size={18} aria-hidden />
              )}
              {t(stateOf(chat))}
            </span>
            <span className="quiet small">
              <When at={chat.startedAt} only="time" />
            </span>
            {props.opened !== chat.id && (
              <Button variant="default" size="sm" onClick={() => void take(chat)}>
                {t(chat.with === 'nobody' ? 'chats.answer' : chat.with === 'me' ? 'chats.open' : 'chats.takeOver')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateOf(chat: calls.Waiting) {
  if (chat.state === 'left') return 'chats.left'
  if (!chat.here) return 'chats.gone'
  return chat.with === 'nobody' ? 'chats.waits' : chat.with === 'me' ? 'chats.withMe' : 'chats.withColleague'
}
