import { useEffect, useRef } from 'react'
import { Isolated, When } from '../text/fmt.tsx'
import { type TextKey, useText } from '../text/text.tsx'
import type { Message } from './calls.ts'
import './chat.css'

/** What was written, the last line in sight. Each line says aloud whose it is; the side alone would not. */
export function Messages(props: { messages: readonly Message[]; mine: Message['from']; other: TextKey }) {
  const t = useText()
  const end = useRef<HTMLLIElement>(null)
  const count = props.messages.length
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'nearest' })
  }, [count])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
    <div className="chat-log" role="log" aria-label={t('chat.log')} tabIndex={0}>
      <ol>
        {props.messages.map(({ n, from, at, text }, index) => (
          <li key={n} ref={index === count - 1 ? end : null} data-from={from === props.mine ? 'me' : 'other'}>
            <span className="quiet small">
              {t(from === props.mine ? 'chat.me' : props.other)} <When at={at} only="time" />
            </span>
            <p>
              <Isolated className="free-text">{text}</Isolated>
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
}
