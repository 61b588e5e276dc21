import { Button } from '@mantine/core'
import type { Me } from '../api/calls.ts'
import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'
import { Doorway } from './doorway.tsx'
import { useIdleLock } from './idle.ts'
import { PasswordForm } from './password-form.tsx'
import { leave } from './store.ts'

/** All that somebody sees who still has the password another person chose; the server refuses everything else too. */
export function FirstPassword(props: { me: Me }) {
  const t = useText()
  usePageKind('title.firstPassword')
  useIdleLock(props.me.idleMinutes)
  return (
    <Doorway title={t('firstPassword.title')}>
      <p>{t('firstPassword.why')}</p>
      <PasswordForm />
      <Button variant="subtle" fullWidth onClick={() => void leave()}>
        {t('account.signOut')}
      </Button>
    </Doorway>
  )
}
