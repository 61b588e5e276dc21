import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { UnlockOffer } from '../field/unlock-offer.tsx'
import { useText } from '../text/text.tsx'
import { usePageKind } from '../shell/title.ts'
import { Doorway } from './doorway.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { SignInForm } from './sign-in.tsx'
import { useSession } from './store.ts'

export function SignInPage() {
  const t = useText()
  const go = useNavigate()
  usePageKind('title.signin')
  const { state } = useSession()
  useEffect(() => {
    if (state === 'in') void go({ to: '/', replace: true })
  }, [state, go])
  return (
    <Doorway title={t('signin.title')}>
      <SignInForm />
      <UnlockOffer />
      <LanguageChoice />
    </Doorway>
  )
}
