import { lazy, Suspense } from 'react'
import { useText } from '../text/text.tsx'
import { mayHoldBox } from './mark.ts'

const UnlockForm = lazy(() => import('./unlock-form.tsx').then(m => ({ default: m.UnlockForm })))

/** Below a sign-in: the passphrase of this device, where it carries something. */
export function UnlockOffer(props: { login?: string }) {
  const t = useText()
  if (!mayHoldBox()) return null
  return (
    <Suspense fallback={null}>
      <p>{t('unlock.offer')}</p>
      <UnlockForm {...props} />
    </Suspense>
  )
}
