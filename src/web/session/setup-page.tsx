import { Button, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { purpose } from '../form/purpose.ts'
import { SecretInput } from '../form/secret-input.tsx'
import * as calls from '../api/calls.ts'
import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'
import { Doorway } from './doorway.tsx'
import { Refused } from './problem.tsx'
import { refresh } from './store.ts'

/** The one-time token, taken out of the address bar before anything is drawn, so that no history keeps it. */
export function takeSetupToken(): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? ''
  if (token) history.replaceState(history.state, '', location.pathname)
  return token
}

const arrived = takeSetupToken()

export function SetupPage() {
  const t = useText()
  const go = useNavigate()
  usePageKind('title.setup')
  const [form, setForm] = useState({
    token: arrived,
    organisation: '',
    officeCode: 'HQ',
    name: '',
    login: '',
    password: '',
  })
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const set = (field: keyof typeof form) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setForm(before => ({ ...before, [field]: value }))
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await calls.setUp(form)
      await refresh()
      await go({ to: '/', replace: true })
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Doorway title={t('setup.title')}>
      <p>{t('setup.about')}</p>
      <form className="stack" onSubmit={submit}>
        {arrived === '' && (
          <TextInput
            label={t('setup.token')}
            description={t('setup.tokenHelp')}
            required
            withAsterisk={false}
            value={form.token}
            onChange={set('token')}
          />
        )}
        <TextInput
          label={t('setup.organisation')}
          required
          withAsterisk={false}
          maxLength={120}
          value={form.organisation}
          onChange={set('organisation')}
        />
        <TextInput
          label={t('setup.officeCode')}
          description={t('setup.officeCodeHelp')}
          required
          withAsterisk={false}
          pattern="[A-Z0-9][A-Z0-9_\-]{0,19}"
          value={form.officeCode}
          onChange={set('officeCode')}
        />
        <TextInput
          label={t('setup.name')}
          required
          withAsterisk={false}
          maxLength={120}
          autoComplete={purpose('name', form.name)}
          value={form.name}
          onChange={set('name')}
        />
        <TextInput
          label={t('signin.login')}
          required
          withAsterisk={false}
          minLength={3}
          autoComplete={purpose('username', form.login)}
          autoCapitalize="none"
          value={form.login}
          onChange={set('login')}
        />
        <SecretInput
          label={t('signin.password')}
          description={t('setup.passwordHelp')}
          required
          withAsterisk={false}
          minLength={10}
          autoComplete="new-password"
          value={form.password}
          onChange={set('password')}
        />
        <Refused error={error} />
        <Button type="submit" loading={busy} fullWidth>
          {t('setup.do')}
        </Button>
      </form>
    </Doorway>
  )
}
