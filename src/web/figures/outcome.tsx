import { Button, Loader } from '@mantine/core'
import { IconInfoCircle, IconPlayerStop } from '@tabler/icons-react'
import { FormattedNumber } from 'react-intl'
import { Refused } from '../session/problem.tsx'
import { useText } from '../text/text.tsx'
import type { Asked } from './asked.ts'
import type { Figure } from './calls.ts'
import { Chart } from './chart.tsx'
import { FigureTable } from './table.tsx'
import { Passport } from './passport.tsx'
import { TakeAway } from './take-away.tsx'
import { type Counting, useFigure } from './use-figure.ts'
import { useFigureWords } from './words.ts'

/** The answer: title, table and chart, and always the passport. While a newer one is counted the old one stands pale. */
export function Outcome({ asked }: { asked: Asked }) {
  const counting = useFigure(asked)
  const { figure, error, behind } = counting
  return (
    <div className="outcome" aria-busy={counting.slow}>
      <Progress counting={counting} />
      <Refused error={error} />
      {figure !== null && error === null && (
        <div className={behind ? 'behind' : undefined} inert={behind && counting.slow}>
          <Shown figure={figure} />
        </div>
      )}
    </div>
  )
}

function Progress({ counting }: { counting: Counting }) {
  const t = useText()
  return (
    <div className="progress no-print" role="status">
      {counting.slow && (
        <>
          <Loader size="sm" type="dots" aria-hidden />
          <span>{t('figures.counting')}</span>
          <Button variant="default" leftSection={<IconPlayerStop size={18} aria-hidden />} onClick={counting.stop}>
            {t('figures.stop')}
          </Button>
        </>
      )}
      {counting.stopped && (
        <>
          <span>{t('figures.stopped')}</span>
          <Button variant="default" onClick={counting.again}>
            {t('figures.again')}
          </Button>
        </>
      )}
    </div>
  )
}

function Shown({ figure }: { figure: Figure }) {
  const t = useText()
  const words = useFigureWords()
  const conditions = words.conditions(figure)
  return (
    <section className="figure" aria-labelledby="figure-title">
      <div className="figure-head">
        <h2 id="figure-title">{words.title(figure)}</h2>
        {conditions.length > 0 && <p className="quiet">{conditions.join(' · ')}</p>}
        <p className="figure-base">
          {figure.base.n === null ? (
            <strong>{t('figures.base.none')}</strong>
          ) : (
            <>
              <strong className="figure-n">
                <FormattedNumber value={figure.base.n} />
              </strong>{' '}
              {t('figures.base.said', { n: figure.base.n, unit: figure.unit, period: words.period(figure) })}
            </>
          )}
        </p>
      </div>
      {figure.base.n === null && <NotAvailable figure={figure} />}
      {figure.base.n === 0 && <p>{t('figures.base.zero')}</p>}
      {figure.rows.length > 0 && (
        <div className={figure.by.length > 1 ? 'twins below' : 'twins'}>
          <Chart figure={figure} />
          <FigureTable figure={figure} />
        </div>
      )}
      <Passport figure={figure} />
      <TakeAway figure={figure} />
    </section>
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
