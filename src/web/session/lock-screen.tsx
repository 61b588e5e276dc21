import { Button } from '@mantine/core'
import type { Me } from '../api/calls.ts'
import { UnlockOffer } from '../field/unlock-offer.tsx'
import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'
import { Doorway } from './doorway.tsx'
import { SignInForm } from './sign-in.tsx'
import { forgetEverything } from './store.ts'

/** In place of the page, never over it: nothing that was read is left in the document. */
export function LockScreen(props: { me: Me }) {
  const t = useText()
  usePageKind('title.locked')
  return (
    <Doorway title={t('lock.title')}>
      <p>{t('lock.why', { login: props.me.login })}</p>
      <SignInForm login={props.me.login} />
      <UnlockOffer login={props.me.login} />
      <Button variant="subtle" fullWidth onClick={forgetEverything}>
        {t('lock.other')}
      </Button>
    </Doorway>
  )
}
