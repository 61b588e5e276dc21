import { FormattedNumber } from 'react-intl'
import { useText } from '../text/text.tsx'

/** Three faces that never look alike. */
export function Count({ n }: { n: number | 'c' | null }) {
  const t = useText()
  if (n === null) return <em className="quiet">{t('reports.notAvailable')}</em>
  if (n === 'c') return <strong className="care">{t('reports.suppressed')}</strong>
  return <FormattedNumber value={n} />
}
