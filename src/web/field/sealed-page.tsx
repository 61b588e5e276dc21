import { usePageKind } from '../shell/title.ts'
import { Doorway } from '../session/doorway.tsx'
import { useText } from '../text/text.tsx'
import { UnlockForm } from './unlock-form.tsx'

/** No network, nobody signed in: the way to what this device carries. */
export function SealedPage() {
  const t = useText()
  usePageKind('title.sealed')
  return (
    <Doorway title={t('unlock.title')}>
      <p>{t('unlock.why')}</p>
      <UnlockForm />
    </Doorway>
  )
}
