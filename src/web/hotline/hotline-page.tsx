import { useRef, useState } from 'react'
import { SavedAt } from '../form/record-form.tsx'
import { useWritingOffice } from '../shell/me.ts'
import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'
import { CallForm } from './call-form.tsx'
import { ChatPanel } from './chat-panel.tsx'
import { ChatSound } from './chat-sound.tsx'
import { Chats } from './chats.tsx'
import { Contacts } from './contacts.tsx'
import { Directory } from './directory.tsx'
import './hotline.css'

/** What does the caller need? A blank form from the first second, who can help beside it, and who waits for a call. */
export function HotlinePage() {
  usePageKind('title.hotline')
  const t = useText()
  const office = useWritingOffice('call')
  const heading = useRef<HTMLHeadingElement>(null)
  const [saved, setSaved] = useState<{ readonly count: number; readonly at: string | null }>({ count: 0, at: null })
  const [chat, setChat] = useState<string | null>(null)
  if (office === null) return <p>{t('hotline.notYours')}</p>
  return (
    <div className="column wide">
      <div className="row ends">
        <h1 ref={heading} tabIndex={-1}>
          {t('title.hotline')}
        </h1>
        <SavedAt at={saved.at} />
      </div>
      <div className="hotline">
        {chat === null ? (
          <CallForm
            // A saved contact leaves a blank form behind, ready before the next greeting ends.
            key={saved.count}
            office={office}
            onSaved={() => {
              setSaved({ count: saved.count + 1, at: new Date().toISOString() })
              heading.current?.focus()
              window.scrollTo({ top: 0 })
            }}
          />
        ) : (
          <ChatPanel key={chat} chat={chat} onClose={() => setChat(null)} />
        )}
        <aside className="hotline-side" aria-label={t('hotline.side')}>
          <Chats opened={chat} onOpen={setChat} />
          <ChatSound />
          <Directory />
          <Contacts office={office} />
        </aside>
      </div>
    </div>
  )
}
