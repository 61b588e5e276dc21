import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Office } from '../api/calls.ts'
import { Refused } from '../session/problem.tsx'
import { QuickExitButton } from '../shell/quick-exit-button.tsx'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import * as calls from './calls.ts'
import { Messages } from './messages.tsx'
import { useVisitorChat } from './use-visitor-chat.ts'
import { WriteLine } from './write-line.tsx'
import './chat.css'

/** A stranger's page: no account, no name, and nothing on it or in its tab that says what it is about. */
export function ChatPage() {
  const t = useText()
  const chat = useVisitorChat()
  useEffect(() => {
    document.title = t('chat.title')
  }, [t])
  return (
    <div className="chat-room">
      <header>
        <QuickExitButton />
      </header>
      <main id="main">
        <h1>{t('chat.title')}</h1>
        {chat.state === 'before' && <Before onStart={chat.start} />}
        {chat.state !== 'before' && (
          <>
            <p role="status" className="quiet">
              {t(`chat.state.${chat.state}`)}
            </p>
            {chat.state !== 'over' && (
              <>
                <Messages messages={chat.messages} mine="visitor" other="chat.helper" />
                <WriteLine say={chat.say} />
              </>
            )}
          </>
        )}
        <Refused error={chat.error} />
        <p className="quiet small">{t('chat.danger')}</p>
      </main>
    </div>
  )
}

function Before({ onStart }: { onStart: (office: string) => Promise<void> }) {
  const t = useText()
  const [offices, setOffices] = useState<readonly Pick<Office, 'id' | 'name'>[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    calls.offices().then(reply => setOffices(reply.offices), setError)
  }, [])
  if (error) return <Refused error={error} />
  if (offices === null) return null
  if (offices.length === 0) return <p>{t('chat.closed')}</p>
  const [only] = offices
  return (
    <>
      <ul className="chat-about">
        <li>{t('chat.about.name')}</li>
        <li>{t('chat.about.kept')}</li>
        <li>{t('chat.about.exit')}</li>
      </ul>
      {offices.length === 1 && only ? (
        <div>
          <Button size="md" onClick={() => void onStart(only.id)}>
            {t('chat.start')}
          </Button>
        </div>
      ) : (
        <>
          <h2>{t('chat.where')}</h2>
          <div className="row">
            {offices.map(({ id, name }) => (
              <Button key={id} variant="default" onClick={() => void onStart(id)}>
                <Isolated>{name}</Isolated>
              </Button>
            ))}
          </div>
        </>
      )}
    </>
  )
}
