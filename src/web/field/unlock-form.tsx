import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { SecretInput } from '../form/secret-input.tsx'
import { useText } from '../text/text.tsx'
import type { Opening } from './box.ts'
import { unlock } from './phone.ts'

/** The passphrase of this device. `login` given: the box of that person. Works without a network. */
export function UnlockForm(props: { login?: string }) {
  const t = useText()
  const [login, setLogin] = useState(props.login ?? '')
  const [passphrase, setPassphrase] = useState('')
  const [outcome, setOutcome] = useState<Opening | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      setOutcome(await unlock(login, passphrase))
      setPassphrase('')
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="stack" onSubmit={submit}>
      {props.login === undefined && (
        <TextInput
          label={t('signin.login')}
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          value={login}
          onChange={event => setLogin(event.currentTarget.value)}
        />
      )}
      <SecretInput
        label={t('phone.passphrase')}
        required
        withAsterisk={false}
        value={passphrase}
        onChange={event => setPassphrase(event.currentTarget.value)}
      />
      <Why outcome={outcome} />
      <Button type="submit" loading={busy} fullWidth variant={props.login === undefined ? 'filled' : 'default'}>
        {t('unlock.do')}
      </Button>
    </form>
  )
}

function Why({ outcome }: { outcome: Opening | null }) {
  const t = useText()
  if (!outcome || outcome.status === 'open') return null
  const said =
    outcome.status === 'wrong'
      ? t('unlock.wrong', { left: outcome.left })
      : outcome.status === 'wait'
        ? t('unlock.wait', { seconds: outcome.seconds })
        : t(`unlock.${outcome.status}`)
  return (
    <p className="notice care" role="alert">
      {said}
    </p>
  )
}
