import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { SecretInput } from '../form/secret-input.tsx'
import * as calls from '../api/calls.ts'
import { useText } from '../text/text.tsx'
import { Done } from './done.tsx'
import { Refused } from './problem.tsx'
import { refresh } from './store.ts'

/** Present password and a new one; every other session of the account ends with the change. */
export function PasswordForm() {
  const t = useText()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [done, setDone] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    setDone(false)
    try {
      await calls.changePassword({ current, next })
      setCurrent('')
      setNext('')
      setDone(true)
      await refresh()
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <form className="stack" onSubmit={submit}>
      <SecretInput
        label={t('account.current')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={current}
        onChange={event => setCurrent(event.currentTarget.value)}
      />
      <SecretInput
        label={t('account.next')}
        description={t('setup.passwordHelp')}
        autoComplete="new-password"
        required
        withAsterisk={false}
        minLength={10}
        value={next}
        onChange={event => setNext(event.currentTarget.value)}
      />
      <Refused error={error} />
      <div className="row">
        <Button type="submit">{t('account.changePassword')}</Button>
        <span role="status">{done && <Done text={t('account.passwordChanged')} />}</span>
      </div>
    </form>
  )
}
