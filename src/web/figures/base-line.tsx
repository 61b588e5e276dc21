import { IconInfoCircle } from '@tabler/icons-react'
import { FormattedNumber } from 'react-intl'
import { useText } from '../text/text.tsx'
import type { Figure } from './calls.ts'
import { useFigureWords } from './words.ts'

/** The whole of a figure, large; what is not available says why it is not 0. */
export function BaseLine({ figure }: { figure: Figure }) {
  const t = useText()
  const words = useFigureWords()
  const { n } = figure.base
  return (
    <>
      <p className="figure-base">
        {n === null ? (
          <strong>{t('figures.base.none')}</strong>
        ) : (
          <>
            <strong className="figure-n">
              <FormattedNumber value={n} />
            </strong>{' '}
            {t('figures.base.said', { n, unit: figure.unit, period: words.period(figure) })}
          </>
        )}
      </p>
      {n === null && <NotAvailable figure={figure} />}
      {n === 0 && <p>{t('figures.base.zero')}</p>}
    </>
  )
}

function NotAvailable({ figure }: { figure: Figure }) {
  const t = useText()
  const words = useFigureWords()
  return (
    <div className="notice care">
      <IconInfoCircle size={20} aria-hidden />
      <div>
        <p>{t('figures.base.noneWhy')}</p>
        <ul>
          {figure.not_available.map(each => (
            <li key={each.code}>{words.remark(each)}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
