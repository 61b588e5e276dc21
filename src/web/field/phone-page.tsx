import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { SignInForm } from '../session/sign-in.tsx'
import { useMe } from '../shell/signed-in.ts'
import { Waiting } from '../shell/waiting.tsx'
import { usePageKind } from '../shell/title.ts'
import { When } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { BeginForm } from './begin-form.tsx'
import { ChosenCases } from './chosen-cases.tsx'
import { boxOf } from './box.ts'
import { MyDevices } from './my-devices.tsx'
import { sync } from './phone.ts'
import { carryAlso } from './carry-also.ts'
import { type Phone, usePhone } from './state.ts'
import { openStore } from './store.ts'
import { Travel } from './travel.tsx'
import { UnlockForm } from './unlock-form.tsx'
import { WaitingList } from './waiting-list.tsx'
import './field.css'

type Open = Extract<Phone, { readonly state: 'open' }>

/** What is stored on this device, what waits, since when, and the way to empty it. */
export function PhonePage() {
  const t = useText()
  usePageKind('title.phone')
  const phone = usePhone()
  return (
    <div className="column reading">
      <h1>{t('phone.title')}</h1>
      {phone.state === 'closed' ? <Closed /> : <Carrying phone={phone} />}
      <section className="section" aria-labelledby="limits">
        <h2 id="limits">{t('phone.limits')}</h2>
        <p>{t('phone.limitsText')}</p>
      </section>
      <MyDevices />
    </div>
  )
}

/** This device carries something for the reader, or could. */
function Closed() {
  const t = useText()
  const me = useMe()
  const { data: held } = useQuery({
    queryKey: ['device', 'held', me.id],
    queryFn: async () => (await boxOf(await openStore(), me.login)) !== null,
  })
  if (held === undefined) return <Waiting lines={4} />
  if (!held) return <BeginForm />
  return (
    <section className="section" aria-labelledby="unlock">
      <h2 id="unlock">{t('unlock.title')}</h2>
      <UnlockForm login={me.login} />
    </section>
  )
}

function Carrying({ phone }: { phone: Open }) {
  const t = useText()
  const me = useMe()
  const waiting = phone.waiting.filter(each => each.refused.length === 0)
  const { data: persisted } = useQuery({
    queryKey: ['device', 'persisted'],
    queryFn: async () => (await navigator.storage?.persisted?.()) ?? false,
  })
  return (
    <>
      <section className="section" aria-labelledby="carried">
        <h2 id="carried">{t('phone.carried', { count: phone.carried })}</h2>
        <p className="quiet">
          {phone.heardAt === null ? (
            t('phone.heardNever')
          ) : (
            <>
              {t('phone.heard')} <When at={phone.heardAt} />
            </>
          )}
        </p>
        {phone.alongAt !== null && (
          <p className="quiet" data-took-along>
            {t('phone.along')} <When at={phone.alongAt} />
          </p>
        )}
        <p>{t('phone.kept')}</p>
        {persisted === false && <p className="notice care">{t('phone.notKept')}</p>}
        <div className="row">
          <Button variant="default" onClick={() => void carryAlso()}>
            {t('phone.carryAll')}
          </Button>
        </div>
        <ChosenCases carried={phone.carried} />
      </section>
      <section className="section" aria-labelledby="waiting">
        <h2 id="waiting">{t('phone.waitingTitle')}</h2>
        <WaitingList phone={phone} />
        {phone.signInNeeded && (
          <div className="stack">
            <p className="notice care">{t('phone.signIn')}</p>
            <SignInForm login={me.login} onDone={() => void sync()} />
          </div>
        )}
        <div className="row">
          <Button onClick={() => void sync()} loading={phone.busy} disabled={waiting.length === 0 && phone.busy}>
            {t('phone.send')}
          </Button>
        </div>
      </section>
      <Travel waiting={phone.waiting.length + phone.files} />
    </>
  )
}
