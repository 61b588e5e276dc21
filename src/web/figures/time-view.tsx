import { useText } from '../text/text.tsx'
import type { Series } from './calls.ts'
import { Chart } from './chart.tsx'
import { largest, seriesPicture } from './picture.ts'
import { isMissing } from './shape.ts'
import { Count } from './table.tsx'
import { useFigureWords } from './words.ts'

/** A line over time, and every number of it in the table; where other offices reported, both say so. */
export function TimeView({ series }: { series: Series }) {
  const words = useFigureWords()
  const picture = seriesPicture(series, words.value, words.indicator(series.indicator, series.label))
  return (
    <div className="twins below">
      <Chart picture={picture} title={words.title(series)} />
      <Times series={series} />
    </div>
  )
}

function Times({ series }: { series: Series }) {
  const t = useText()
  const words = useFigureWords()
  const [dimension] = series.by
  const lines = largest(series)
  const numbers = lines.map(({ points }) => new Map(points.map(({ time, n }) => [time, n])))
  const months = series.step === 'month'
  return (
    <div
      className="scrolls"
      role="region"
      aria-label={t('figures.table', { title: words.title(series) })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by the keyboard
      tabIndex={0}
    >
      <table className="compare figure-table cross">
        <caption className="for-readers">{words.title(series)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(months ? 'figures.month' : 'figures.part.year')}</th>
            <th scope="col" className="end">
              {dimension ? t('figures.wholeOf') : words.unit(series.unit)}
            </th>
            {dimension &&
              lines.map(({ key, label }) => (
                <th key={key} scope="col" className={isMissing(key) ? 'end missing' : 'end'}>
                  <bdi>{words.value(dimension.id, key, label)}</bdi>
                </th>
              ))}
            <th scope="col">{t('figures.otherwise')}</th>
          </tr>
        </thead>
        <tbody>
          {series.times.map(({ time, base, unlike }) => (
            <tr key={time}>
              <th scope="row">
                <bdi>{time}</bdi>
              </th>
              <td className="end">
                <Count n={base.n} />
              </td>
              {dimension &&
                lines.map(({ key }, at) => (
                  <td key={key} className={isMissing(key) ? 'end missing' : 'end'}>
                    <Count n={numbers[at]?.get(time) ?? null} />
                  </td>
                ))}
              <td className={unlike.length > 0 ? 'care' : undefined}>
                {unlike.length > 0 && `≠ ${unlike.slice(0, 4).join(', ')}${unlike.length > 4 ? ' …' : ''}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
