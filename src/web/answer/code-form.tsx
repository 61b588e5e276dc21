import { Button, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { Refused } from '../session/problem.tsx'
import { useText } from '../text/text.tsx'

/** The code that came another way than the link. */
export function CodeForm(props: { closed: boolean; error: unknown; onCode: (code: string) => Promise<void> }) {
  const t = useText()
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    await props.onCode(code)
    setBusy(false)
    setCode('')
  }
  return (
    <form className="stack" onSubmit={event => void submit(event)}>
      <p>{t('answer.about')}</p>
      {props.closed && (
        <div className="notice stop" role="alert">
          <IconAlertTriangle size={20} aria-hidden />
          <p>{t('answer.closed')}</p>
        </div>
      )}
      <Refused error={props.error} />
      <TextInput
        label={t('link.code')}
        description={t('answer.codeHelp')}
        inputMode="numeric"
        maxLength={20}
        value={code}
        onChange={event => setCode(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy} disabled={code.trim() === ''}>
        {t('answer.open')}
      </Button>
    </form>
  )
}
