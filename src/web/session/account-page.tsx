import { Button, TextInput } from '@mantine/core'
import { lazy, type FormEvent, Suspense, useState } from 'react'
import { purpose } from '../form/purpose.ts'
import { SecretInput } from '../form/secret-input.tsx'
import * as calls from '../api/calls.ts'
import { useMe } from '../shell/signed-in.ts'
import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'
import { Done } from './done.tsx'
import { MailForm } from './mail-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { Refused } from './problem.tsx'
import { refresh } from './store.ts'

const Code = lazy(() => import('qrcode.react').then(m => ({ default: m.QRCodeSVG })))

/** Password and two-step sign-in of one's own account. */
export function AccountPage() {
  const t = useText()
  usePageKind('title.account')
  return (
    <div className="column narrow">
      <h1>{t('account.security')}</h1>
      <TwoSteps />
      <Password />
      <MailForm />
    </div>
  )
}

function Password() {
  const t = useText()
  return (
    <section>
      <h2>{t('account.password')}</h2>
      <PasswordForm />
    </section>
  )
}

function TwoSteps() {
  const t = useText()
  const me = useMe()
  const [offer, setOffer] = useState<{ secret: string; uri: string } | null>(null)
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>(null)
  const attempt = async (act: () => Promise<unknown>) => {
    setError(null)
    try {
      await act()
    } catch (refusal) {
      setError(refusal)
    }
  }
  const begin = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => {
      setOffer(await calls.offerTotp(password))
      setPassword('')
    })
  }
  const confirm = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => {
      await calls.confirmTotp(code.trim())
      setOffer(null)
      setCode('')
      await refresh()
    })
  }
  const remove = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => {
      await calls.removeTotp(password)
      setPassword('')
      await refresh()
    })
  }
  return (
    <section>
      <h2>{t('totp.title')}</h2>
      <p>{t('totp.about')}</p>
      {me.totp && <Done text={t('totp.on')} />}
      {!offer && (
        // A screen that somebody walked away from must not be enough to change this.
        <form className="stack" onSubmit={me.totp ? remove : begin}>
          <SecretInput
            label={t('totp.password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={event => setPassword(event.currentTarget.value)}
          />
          <div className="row">
            <Button type="submit" variant={me.totp ? 'default' : 'filled'}>
              {me.totp ? t('totp.remove') : t('totp.begin')}
            </Button>
          </div>
        </form>
      )}
      {offer && (
        <form className="stack" onSubmit={confirm}>
          <p>{t('totp.scan')}</p>
          <div className="qr">
            <Suspense fallback={null}>
              <Code value={offer.uri} size={184} title={t('totp.picture')} />
            </Suspense>
          </div>
          <p>
            {t('totp.byHand')} <bdi className="number secret">{offer.secret.replace(/(.{4})/g, '$1 ')}</bdi>
          </p>
          <TextInput
            label={t('signin.code')}
            inputMode="numeric"
            autoComplete={purpose('one-time-code', code)}
            required
            withAsterisk={false}
            value={code}
            onChange={event => setCode(event.currentTarget.value)}
          />
          <Button type="submit">{t('totp.confirm')}</Button>
        </form>
      )}
      <Refused error={error} />
    </section>
  )
}
