import { Button, Textarea } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useText } from '../text/text.tsx'

/** The line to write on. Enter sends, Shift and Enter begin a new line; what was not sent stays. */
export function WriteLine(props: { say: (text: string) => Promise<boolean>; disabled?: boolean }) {
  const t = useText()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async () => {
    const words = text.trim()
    if (words === '' || busy) return
    setBusy(true)
    if (await props.say(words)) setText('')
    setBusy(false)
  }
  return (
    <form
      className="chat-write"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void send()
      }}
    >
      <Textarea
        label={t('chat.write')}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={2000}
        disabled={props.disabled ?? false}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          void send()
        }}
      />
      <Button type="submit" loading={busy} disabled={props.disabled ?? false}>
        {t('chat.send')}
      </Button>
    </form>
  )
}
