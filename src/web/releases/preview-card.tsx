import { useIntl } from 'react-intl'
import { useText } from '../text/text.tsx'
import type { Preview } from './calls.ts'

type Card = NonNullable<Preview['card']>

/** How such a release stands against the persons: for those who decide, and for nobody else. */
export function PreviewCard({ card }: { card: Card }) {
  const t = useText()
  const intl = useIntl()
  const n = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 1 })
  const share = (value: number) => intl.formatNumber(value, { style: 'percent', maximumFractionDigits: 1 })
  const { risk, cells } = card
  return (
    <section className="stack preview-card" aria-label={t('releases.preview')}>
      <h3>{t('releases.preview')}</h3>
      <p className="quiet small">{t('releases.inside')}</p>
      {cells && (
        <p>
          {t('releases.cells', { persons: n(card.persons), all: n(cells.all), hidden: n(cells.hidden) })}{' '}
          {cells.narrowest !== null && t('releases.narrowest', { n: n(cells.narrowest + 1) })}
        </p>
      )}
      {card.lengths.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
        <div className="scrolls" role="group" tabIndex={0} aria-label={t('releases.utility')}>
          <table className="numbers">
            <caption>{t('releases.utility')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('releases.values')}</th>
                <th scope="col">{t('releases.combinations')}</th>
                <th scope="col">{t('releases.meanCount')}</th>
                <th scope="col">{t('releases.error')}</th>
                <th scope="col">{t('releases.suppressed')}</th>
                <th scope="col">{t('releases.fabricated')}</th>
                <th scope="col">{t('releases.zeros')}</th>
                <th scope="col">{t('releases.rare')}</th>
              </tr>
            </thead>
            <tbody>
              {card.lengths.map(each => (
                <tr key={each.length}>
                  <th scope="row">{each.length === 0 ? t('releases.allLengths') : n(each.length)}</th>
                  <td>{n(each.sensitive)}</td>
                  <td>{n(each.meanCount)}</td>
                  <td>{n(each.error)}</td>
                  <td>{share(each.suppressedShare)}</td>
                  <td>
                    {share(each.fabricatedOfSensitive)} / {share(each.fabricatedOfReleased)} /{' '}
                    {share(each.fabricatedByCount)}
                  </td>
                  <td>{each.zeros === 0 ? '–' : share(each.zerosRight / each.zeros)}</td>
                  <td>{n(each.rareShown)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {card.small && card.small.of > 0 && (
        <p>{t('releases.small', { below: card.small.below, of: card.small.of, told: card.small.told })}</p>
      )}
      {risk && (
        <ul>
          <li>{t('releases.riskCopies', { share: share(risk.copies.share) })}</li>
          <li>{t('releases.riskRare', { rare: risk.copiesOfRare, unique: risk.copiesOfUnique })}</li>
          <li>{t('releases.riskLinked', { share: share(risk.linked.share), of: risk.linked.of })}</li>
          <li>
            {t('releases.riskInferred', {
              share: share(risk.inferred.share),
              common: share(risk.inferredByCommonest.share),
            })}
          </li>
        </ul>
      )}
    </section>
  )
}
