import { Link } from '@tanstack/react-router'
import { useText } from '../text/text.tsx'
import { usePageKind } from './title.ts'

export function LostPage() {
  const t = useText()
  usePageKind('title.lost')
  return (
    <main className="page" id="main">
      <div className="column narrow">
        <h1>{t('lost.title')}</h1>
        <p>{t('lost.why')}</p>
        <p>
          <Link to="/">{t('lost.home')}</Link>
        </p>
      </div>
    </main>
  )
}
