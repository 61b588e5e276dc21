import { useEffect } from 'react'
import { type TextKey, useText } from '../text/text.tsx'

/** The tab says what kind of page it is, and never whose. */
export function usePageKind(kind: TextKey): void {
  const t = useText()
  useEffect(() => {
    document.title = t('title.page', { kind: t(kind) })
  }, [t, kind])
}
