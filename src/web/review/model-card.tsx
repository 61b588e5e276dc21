import { useIntl } from 'react-intl'
import { type TextKey, useText } from '../text/text.tsx'
import type { Numbers } from './calls.ts'

type Card = NonNullable<NonNullable<Numbers['run']>['card']>

/** What the model takes for granted: how often each level is seen among pairs of one person, and of two. Bars beside the numbers. */
export function ModelCard({ card }: { card: Card }) {
  const t = useText()
  const intl = useIntl()
  const percent = (p: number) => intl.formatNumber(p, { style: 'percent', maximumSignificantDigits: 2 })
  // Below it, nobody reads how many zeros there are.
  const share = (p: number) => (p < 1e-5 ? `< ${percent(1e-5)}` : percent(p))
  const bits = (m: number, u: number) =>
    intl.formatNumber(Math.log2(m / u), { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  return (
    <section className="section" aria-labelledby="review-model">
      <h2 id="review-model">{t('review.model')}</h2>
      <p className="quiet">{t('review.modelAbout')}</p>
      <p>{t('review.modelPrior', { n: intl.formatNumber(Math.round(1 / card.prior)) })}</p>
      {card.comparisons.map(({ of, levels }) => (
        <table key={of} className="model">
          <caption>{t(`possibly.of.${of}` as TextKey)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('review.level')}</th>
              <th scope="col">{t('review.m')}</th>
              <th scope="col">{t('review.u')}</th>
              <th scope="col">{t('review.bits')}</th>
            </tr>
          </thead>
          <tbody>
            {levels.map(({ label, m, u }) => (
              <tr key={label}>
                <th scope="row" lang="en">
                  {label}
                </th>
                {[m, u].map((p, at) => (
                  <td key={at === 0 ? 'm' : 'u'} className="number">
                    <span
                      className={at === 0 ? 'bar-of m' : 'bar-of u'}
                      style={{ inlineSize: `${p * 100}%` }}
                      aria-hidden
                    />
                    {share(p)}
                  </td>
                ))}
                <td className="number">{bits(m, u)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  )
}
