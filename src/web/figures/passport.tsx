import { When } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import type { Figure } from './calls.ts'
import { useFigureWords } from './words.ts'

/** No number without its passport: never folded away, printed with the figure, part of every file. */
export function Passport({ figure }: { figure: Figure }) {
  const t = useText()
  const words = useFigureWords()
  return (
    <section className="passport" aria-labelledby="passport-title">
      <h3 id="passport-title">{t('figures.passport')}</h3>
      <dl>
        <div>
          <dt>{t('figures.passport.unit')}</dt>
          <dd>
            {words.unit(figure.unit)}. {words.definition(figure.indicator, figure.definition)}
          </dd>
        </div>
        <div>
          <dt>{t('figures.passport.base')}</dt>
          <dd>
            {figure.base.n === null
              ? t('figures.base.none')
              : t('figures.passport.baseOf', { n: figure.base.n, unit: figure.unit })}
          </dd>
        </div>
        <div>
          <dt>{t('figures.passport.period')}</dt>
          <dd>
            <bdi>{words.period(figure)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('figures.passport.coverage')}</dt>
          <dd>{words.coverage(figure)}</dd>
        </div>
        {figure.not_available.length > 0 && (
          <div>
            <dt>{t('figures.passport.notAvailable')}</dt>
            <dd>
              <ul>
                {figure.not_available.map(each => (
                  <li key={each.code}>{words.remark(each)}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('figures.passport.caveats')}</dt>
          <dd>
            <ul>
              {figure.caveats.map(each => (
                <li key={each.code}>{words.remark(each)}</li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{t('figures.passport.asOf')}</dt>
          <dd>
            <When at={figure.asOf} />
          </dd>
        </div>
      </dl>
    </section>
  )
}
