import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { SecretInput } from '../form/secret-input.tsx'
import { Refused } from '../session/problem.tsx'
import { useMe } from '../shell/signed-in.ts'
import { useText } from '../text/text.tsx'
import { emptiedCases } from './carry-also.ts'
import { mayBind } from './passkey.ts'
import { begin } from './phone.ts'

const shortest = 10

/** Makes this device carry the open cases of whoever is signed in. */
export function BeginForm() {
  const t = useText()
  const me = useMe()
  const { data: before } = useQuery({ queryKey: ['device', 'before'], queryFn: emptiedCases })
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [shown, setShown] = useState('')
  const [giveBack, setGiveBack] = useState(true)
  const [bound, setBound] = useState(false)
  const { data: bindable } = useQuery({ queryKey: ['device', 'bindable'], queryFn: mayBind })
  const [problem, setProblem] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const wrong =
      passphrase.length < shortest || (shown !== '' && shown.length < shortest)
        ? t('phone.short')
        : passphrase !== again
          ? t('phone.differs')
          : shown === passphrase
            ? t('phone.same')
            : null
    setProblem(wrong)
    if (wrong !== null) return
    setBusy(true)
    setError(null)
    try {
      const back = giveBack ? (before ?? []) : []
      const begun = await begin(me, {
        passphrase,
        shown: shown === '' ? null : shown,
        passkey: bound,
        alsoCarry: back,
      })
      if (begun === 'no_passkey') setProblem(t('phone.noPasskey'))
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }

  const field = (label: string, value: string, set: (value: string) => void, help?: string) => (
    <SecretInput
      label={label}
      {...(help === undefined ? {} : { description: help })}
      value={value}
      onChange={event => set(event.currentTarget.value)}
    />
  )
  return (
    <section className="section" aria-labelledby="begin">
      <p>{t('phone.about')}</p>
      <h2 id="begin">{t('phone.begin')}</h2>
      <form className="stack" onSubmit={submit}>
        <p>{t('phone.beginHow')}</p>
        <p>{t('phone.kept')}</p>
        {field(t('phone.passphrase'), passphrase, setPassphrase)}
        {field(t('phone.again'), again, setAgain)}
        {field(t('phone.shown'), shown, setShown, t('phone.shownHelp'))}
        {bindable && (
          <Checkbox
            label={t('phone.passkey')}
            description={t('phone.passkeyHelp')}
            checked={bound}
            onChange={event => setBound(event.currentTarget.checked)}
          />
        )}
        {before && before.length > 0 && (
          <Checkbox
            label={t('phone.before', { count: before.length })}
            checked={giveBack}
            onChange={event => setGiveBack(event.currentTarget.checked)}
          />
        )}
        {problem !== null && (
          <p className="notice stop" role="alert">
            {problem}
          </p>
        )}
        <Refused error={error} />
        <div className="row">
          <Button type="submit" loading={busy}>
            {t('phone.begin')}
          </Button>
        </div>
      </form>
    </section>
  )
}
