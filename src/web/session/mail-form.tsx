import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { purpose } from '../form/purpose.ts'
import * as calls from '../api/calls.ts'
import { useMe } from '../shell/signed-in.ts'
import { useText } from '../text/text.tsx'
import { Done } from './done.tsx'
import { Refused } from './problem.tsx'
import { refresh } from './store.ts'

/** Where a neutral letter goes when something waits; empty: nowhere. */
export function MailForm() {
  const t = useText()
  const me = useMe()
  const [address, setAddress] = useState(me.mail ?? '')
  const [saved, setSaved] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    setSaved(false)
    try {
      await calls.changeMail(address.trim() === '' ? null : address.trim())
      await refresh()
      setSaved(true)
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <section>
      <h2>{t('account.mail')}</h2>
      <p>{t('account.mailAbout')}</p>
      <form className="stack" onSubmit={submit}>
        <TextInput
          label={t('account.mailAddress')}
          type="email"
          autoComplete={purpose('email', address)}
          value={address}
          onChange={event => setAddress(event.currentTarget.value)}
        />
        <Refused error={error} />
        <div className="row">
          <Button type="submit" variant="default" disabled={address.trim() === (me.mail ?? '')}>
            {t('account.mailSave')}
          </Button>
          {saved && <Done text={t('account.mailSaved')} />}
        </div>
      </form>
    </section>
  )
}
