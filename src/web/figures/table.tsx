import { FormattedNumber } from 'react-intl'
import { useText } from '../text/text.tsx'
import type { Figure, FigureRow } from './calls.ts'
import { partsOf, rowIsMissing } from './shape.ts'
import { useFigureWords } from './words.ts'

/**
 * The table twin of a figure by one dimension. What `top` left out is one line; what nobody knows stands last and apart,
 * because it is neither a value nor a zero.
 */
export function Ranked({ figure }: { figure: Figure }) {
  const t = useText()
  const words = useFigureWords()
  const [dimension] = figure.by
  const known = figure.rows.filter(row => !rowIsMissing(row))
  const missing = figure.rows.filter(rowIsMissing)
  if (!dimension) return null
  const ranked = figure.by.every(each => each.id !== 'year')
  const lines = ranked ? known : known.toSorted((a, b) => String(a.key).localeCompare(String(b.key)))
  return (
    <table className="compare figure-table">
      <caption className="for-readers">{words.title(figure)}</caption>
      <thead>
        <tr>
          <th scope="col" className="end rank">
            {t('figures.rank')}
          </th>
          <th scope="col">{words.dimension(dimension.id, dimension.label)}</th>
          <th scope="col" className="end">
            {words.unit(figure.unit)}
          </th>
          <th scope="col" className="end">
            {t('figures.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(row => (
          <Line key={String(row.key)} row={row} dimension={dimension.id} />
        ))}
        {figure.rest && (
          <tr className="rest">
            <td>{'\u00a0'}</td>
            <th scope="row">{t('figures.rest', { rows: figure.rest.rows })}</th>
            <td className="end">
              <Count n={figure.rest.n} />
            </td>
            <td className="end">
              <Share share={figure.rest.share} />
            </td>
          </tr>
        )}
      </tbody>
      {missing.length > 0 && (
        <tbody className="missing">
          <tr>
            <th scope="rowgroup" colSpan={4} className="missing-head">
              {t('figures.notKnown')}
            </th>
          </tr>
          {missing.map(row => (
            <Line key={String(row.key)} row={row} dimension={dimension.id} />
          ))}
        </tbody>
      )}
    </table>
  )
}

function Line({ row, dimension }: { row: FigureRow; dimension: string }) {
  const words = useFigureWords()
  const [part] = partsOf(row)
  return (
    <tr>
      <td className="end rank">{row.rank}</td>
      <th scope="row">
        <bdi>{words.value(dimension, part?.key ?? '', part?.label ?? '')}</bdi>
      </th>
      <td className="end">
        <Count n={row.n} />
      </td>
      <td className="end">
        <Share share={row.share} />
      </td>
    </tr>
  )
}

/** A number; a dash with its words for readers where there is none, so that it is never heard as 0. */
export function Count({ n }: { n: number | null }) {
  const t = useText()
  if (n !== null) return <FormattedNumber value={n} />
  return (
    <span className="quiet">
      <span aria-hidden>–</span>
      <span className="for-readers">{t('figures.base.none')}</span>
    </span>
  )
}

export function Share({ share }: { share: number | null }) {
  return share === null ? '–' : <FormattedNumber value={share / 100} style="percent" />
}
