import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { queries } from '../api/query.ts'
import * as calls from '../chat/calls.ts'
import { Messages } from '../chat/messages.tsx'
import { WriteLine } from '../chat/write-line.tsx'
import { Refused } from '../session/problem.tsx'
import { useText } from '../text/text.tsx'
import { Chips } from './chips.tsx'

const beat = 2_500

/** One chat that the operator has taken: what is written, what it was about, and its end as a contact. */
export function ChatPanel(props: { chat: string; onClose: () => void }) {
  const t = useText()
  const id = props.chat
  const [seen, setSeen] = useState<calls.Waiting | null>(null)
  const [messages, setMessages] = useState<readonly calls.Message[]>([])
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [topics, setTopics] = useState<readonly string[]>([])
  const [caller, setCaller] = useState<string | null>(null)
  const last = useRef(0)

  const ask = useCallback(async () => {
    try {
      const view = await calls.read(id, last.current)
      setSeen(view.chat)
      const fresh = view.messages.filter(({ n }) => n > last.current)
      last.current = fresh.at(-1)?.n ?? last.current
      if (fresh.length > 0) setMessages(before => [...before, ...fresh])
      setError(null)
    } catch (refusal) {
      setError(refusal)
    }
  }, [id])
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the first question of many
    void ask()
    const timer = setInterval(() => void ask(), beat)
    return () => clearInterval(timer)
  }, [ask])

  const say = async (text: string) => {
    try {
      const { done } = await calls.answer(id, text)
      await ask()
      return done
    } catch (refusal) {
      setError(refusal)
      return false
    }
  }
  const end = async () => {
    setBusy(true)
    try {
      await calls.end(id, { topics, caller })
      await Promise.all(['chats', 'list'].map(key => queries.invalidateQueries({ queryKey: [key] })))
      props.onClose()
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  const left = seen?.state === 'left'
  return (
    <section className="call-form chat-panel" aria-label={t('chats.panel')}>
      <div role="status">
        {left ? (
          <p className="notice stop">
            <IconAlertTriangle size={20} aria-hidden /> {t('chats.left')}
          </p>
        ) : (
          seen && <p className="quiet">{t(seen.here ? 'chats.here' : 'chats.gone')}</p>
        )}
      </div>
      <Messages messages={messages} mine="operator" other="chat.visitor" />
      {!left && <WriteLine say={say} />}
      <Chips
        name="topics"
        value={topics}
        onChange={value => setTopics(Array.isArray(value) ? (value as string[]) : [])}
      />
      <Chips name="caller" value={caller} onChange={value => setCaller(typeof value === 'string' ? value : null)} />
      <Refused error={error} />
      <p className="quiet small">{t('chats.endHelp')}</p>
      <div className="form-end">
        <Button onClick={() => void end()} loading={busy}>
          {t('chats.end')}
        </Button>
        <Button variant="subtle" onClick={props.onClose}>
          {t('chats.back')}
        </Button>
      </div>
    </section>
  )
}
