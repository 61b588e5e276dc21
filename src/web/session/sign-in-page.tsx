import { useNavigate } from '@tanstack/react-router'
import { useText } from '../text/text.tsx'
import { usePageKind } from '../shell/title.ts'
import { Doorway } from './doorway.tsx'
import { SignInForm } from './sign-in.tsx'

export function SignInPage() {
  const t = useText()
  const go = useNavigate()
  usePageKind('title.signin')
  return (
    <Doorway title={t('signin.title')}>
      <SignInForm onDone={() => void go({ to: '/', replace: true })} />
    </Doorway>
  )
}
