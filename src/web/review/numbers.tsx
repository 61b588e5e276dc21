import { Slider } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { Refused } from '../session/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { When } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import * as calls from './calls.ts'
import { LinkAgain } from './link-again.tsx'
import { ModelCard } from './model-card.tsx'

/** How many persons there are, at every threshold; how far two reviewers agree; what the model assumes. */
export function Numbers() {
  const t = useText()
  const intl = useIntl()
  const { data, error } = useQuery({ queryKey: ['review', 'numbers'], queryFn: calls.numbers })
  if (error) return <Refused error={error} />
  if (!data) return <Waiting lines={8} />
  const { run, agreement } = data
  const n = (value: number) => intl.formatNumber(value)
  return (
    <div className="stack">
      {run === null && <p>{t('review.noRun')}</p>}
      <LinkAgain />
      {run && (
        <section className="section" aria-labelledby="review-count">
          <h2 id="review-count">{t('review.count')}</h2>
          <p>
            {t('review.madeAt')} <When at={run.madeAt} />
          </p>
          {run.records !== null && run.persons !== null && run.interval !== null ? (
            <p>
              {t('review.countSay', {
                records: n(run.records),
                persons: n(run.persons),
                from: n(run.interval.from),
                to: n(run.interval.to),
              })}
            </p>
          ) : (
            <p className="quiet">{t('review.countElsewhere')}</p>
          )}
          {run.card && run.card.curve.length > 0 && <Threshold card={run.card} />}
        </section>
      )}
      <section className="section" aria-labelledby="review-agreement">
        <h2 id="review-agreement">{t('review.agreement')}</h2>
        <p className="quiet">{t('review.agreementAbout')}</p>
        <p>
          {agreement.pairs === 0
            ? t('review.agreementNone')
            : t('review.agreementSay', {
                pairs: agreement.pairs,
                share: intl.formatNumber(agreement.agreed / agreement.pairs, { style: 'percent' }),
                agreed: agreement.agreed,
                kappa:
                  agreement.kappa === null
                    ? t('review.kappaNone')
                    : intl.formatNumber(agreement.kappa, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
              })}
        </p>
      </section>
      {run?.card && <ModelCard card={run.card} />}
    </div>
  )
}

type Card = NonNullable<NonNullable<calls.Numbers['run']>['card']>

/** A threshold to move, what it would make of the count, and all of them in a table. */
function Threshold({ card }: { card: Card }) {
  const t = useText()
  const intl = useIntl()
  const { curve, weights } = card
  const [at, setAt] = useState(curve.findIndex(({ probability }) => probability >= 0.5))
  const share = (probability: number) => intl.formatNumber(probability, { style: 'percent', maximumFractionDigits: 1 })
  const here = curve[at] ?? curve[0]
  if (!here) return null
  const bits = Math.log2(here.probability / (1 - here.probability))
  const most = Math.max(1, ...weights.map(({ pairs }) => pairs))
  return (
    <div className="stack">
      <h3 id="review-threshold">{t('review.threshold')}</h3>
      <p className="quiet">{t('review.thresholdAbout')}</p>
      <Slider
        aria-labelledby="review-threshold"
        thumbLabel={t('review.threshold')}
        min={0}
        max={curve.length - 1}
        step={1}
        value={at}
        onChange={setAt}
        label={null}
        thumbProps={{ 'aria-valuetext': share(here.probability) }}
      />
      <p aria-live="polite">
        {t('review.thresholdSay', { share: share(here.probability), persons: intl.formatNumber(here.persons) })}
      </p>
      <figure className="histogram" aria-hidden="true">
        {weights.map(({ from, pairs }) => (
          <span
            key={from}
            className={from >= bits ? 'counts' : ''}
            style={{ blockSize: `${Math.max(2, (Math.log1p(pairs) / Math.log1p(most)) * 100)}%` }}
          />
        ))}
      </figure>
      <details>
        <summary>{t('review.asTable')}</summary>
        <table className="numbers">
          <caption className="for-readers">{t('review.threshold')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('review.from')}</th>
              <th scope="col">{t('review.persons')}</th>
            </tr>
          </thead>
          <tbody>
            {curve.map(({ probability, persons }) => (
              <tr key={probability}>
                <th scope="row">{share(probability)}</th>
                <td className="number">{intl.formatNumber(persons)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className="numbers">
          <caption>{t('review.pairsByWeight')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('review.bits')}</th>
              <th scope="col">{t('review.pairs')}</th>
            </tr>
          </thead>
          <tbody>
            {weights.map(({ from, pairs }) => (
              <tr key={from}>
                <th scope="row">{intl.formatNumber(from, { signDisplay: 'exceptZero' })}</th>
                <td className="number">{intl.formatNumber(pairs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}
