import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { purpose } from '../form/purpose.ts'
import { SecretInput } from '../form/secret-input.tsx'
import * as calls from '../api/calls.ts'
import { useText } from '../text/text.tsx'
import { Refused } from './problem.tsx'
import { refresh } from './store.ts'

/**
 * Password, then the six digits when the account asks for them. `login` given: the locked screen of that person.
 */
export function SignInForm(props: { login?: string; onDone?: () => void }) {
  const t = useText()
  const [login, setLogin] = useState(props.login ?? '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [needsCode, setNeedsCode] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const passwordField = useRef<HTMLInputElement>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      const reply = await calls.signIn({ login: login.trim(), password, ...(needsCode ? { code: code.trim() } : {}) })
      if (reply.status === 'code_needed') setNeedsCode(true)
      else {
        await refresh()
        props.onDone?.()
      }
    } catch (refusal) {
      setError(refusal)
      setCode('')
      passwordField.current?.select()
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="stack" onSubmit={submit}>
      {props.login === undefined && (
        <TextInput
          label={t('signin.login')}
          autoComplete={purpose('username', login)}
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
          withAsterisk={false}
          value={login}
          onChange={event => setLogin(event.currentTarget.value)}
        />
      )}
      <SecretInput
        ref={passwordField}
        label={t('signin.password')}
        autoComplete="current-password"
        autoFocus={props.login !== undefined}
        required
        withAsterisk={false}
        value={password}
        onChange={event => setPassword(event.currentTarget.value)}
      />
      {needsCode && (
        <TextInput
          label={t('signin.code')}
          description={t('signin.codeHelp')}
          autoComplete={purpose('one-time-code', code)}
          inputMode="numeric"
          autoFocus
          required
          withAsterisk={false}
          value={code}
          onChange={event => setCode(event.currentTarget.value)}
        />
      )}
      <Refused error={error} />
      <Button type="submit" loading={busy} fullWidth>
        {t('signin.do')}
      </Button>
    </form>
  )
}
