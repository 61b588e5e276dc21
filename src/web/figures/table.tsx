import { FormattedNumber } from 'react-intl'
import { useText } from '../text/text.tsx'
import type { Figure, FigureRow } from './calls.ts'
import { crossOf, partsOf, rowIsMissing } from './shape.ts'
import { useFigureWords } from './words.ts'

/** The table twin of a figure. What nobody knows stands last and apart, because it is neither a value nor a zero. */
export function FigureTable({ figure }: { figure: Figure }) {
  return figure.by.length > 1 ? <Crossed figure={figure} /> : <Ranked figure={figure} />
}

function Ranked({ figure }: { figure: Figure }) {
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
      </tbody>
      {figure.rest && (
        <tbody>
          <tr className="rest">
            <th scope="row" colSpan={2} className="rest-head">
              {t('figures.rest', { rows: figure.rest.rows })}
            </th>
            <td className="end">{figure.rest.n === null ? '–' : <FormattedNumber value={figure.rest.n} />}</td>
            <td className="end">
              <Share share={figure.rest.share} />
            </td>
          </tr>
        </tbody>
      )}
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
      <td className="end">{row.n === null ? '–' : <FormattedNumber value={row.n} />}</td>
      <td className="end">
        <Share share={row.share} />
      </td>
    </tr>
  )
}

function Share({ share }: { share: number | null }) {
  return share === null ? '–' : <FormattedNumber value={share / 100} style="percent" />
}

/** Two dimensions: wide tables scroll inside a region of their own that the keyboard reaches. */
function Crossed({ figure }: { figure: Figure }) {
  const t = useText()
  const words = useFigureWords()
  const cross = crossOf(figure)
  const [first, second] = figure.by
  if (!first || !second) return null
  const gaps = cross.rows.some(row =>
    cross.columns.some(column => (cross.cell(row.key, column.key)?.n ?? null) === null),
  )
  return (
    <div className="crossed">
      <div
        className="scrolls"
        role="region"
        aria-label={t('figures.table', { title: words.title(figure) })}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by the keyboard
        tabIndex={0}
      >
        <table className="compare figure-table cross">
          <caption className="for-readers">{words.title(figure)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.dimension(first.id, first.label)}</th>
              {cross.columns.map(column => (
                <th key={column.key} scope="col" className={column.missing ? 'end missing' : 'end'}>
                  <bdi>{words.value(second.id, column.key, column.label)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cross.rows.map(row => (
              <tr key={row.key} className={row.missing ? 'missing' : undefined}>
                <th scope="row">
                  <bdi>{words.value(first.id, row.key, row.label)}</bdi>
                </th>
                {cross.columns.map(column => {
                  const cell = cross.cell(row.key, column.key)
                  const n = cell?.n ?? null
                  return (
                    <td key={column.key} className={column.missing ? 'end missing' : 'end'}>
                      {n === null ? (
                        <span className="quiet">–</span>
                      ) : (
                        <>
                          <FormattedNumber value={n} />{' '}
                          <span className="quiet small share">
                            <Share share={cell?.share ?? null} />
                          </span>
                        </>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {gaps && <p className="quiet small">{t('figures.dash')}</p>}
      {figure.rest && (
        <p className="quiet small">{t('figures.restCells', { rows: figure.rest.rows, n: figure.rest.n ?? 0 })}</p>
      )}
    </div>
  )
}
