import { FormattedNumber } from 'react-intl'
import { useText } from '../text/text.tsx'
import type { Figure } from './calls.ts'
import { othersKey, pivotOf } from './pivot-shape.ts'
import type { Heading } from './shape.ts'
import { Count, Share } from './table.tsx'
import { useFigureWords } from './words.ts'

/** Two dimensions crossed. Wide and long tables scroll inside a region of their own, under heads that stay. */
export function Pivot({ figure }: { figure: Figure }) {
  const t = useText()
  const words = useFigureWords()
  const pivot = pivotOf(figure)
  const [first, second] = figure.by
  if (!first || !second) return null
  const rowName = ({ key, label }: Heading) =>
    key === othersKey ? t('figures.rest', { rows: figure.rest?.rows ?? 0 }) : words.value(first.id, key, label)
  const within = (each: typeof first) => words.within(each.id, each.label)
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
              {pivot.columns.map(column => (
                <th key={column.key} scope="col" className={column.missing ? 'end missing' : 'end'}>
                  <bdi>{words.value(second.id, column.key, column.label)}</bdi>
                </th>
              ))}
              {pivot.adds.rows && (
                <th scope="col" className="end total">
                  {t('figures.total')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {pivot.rows.map(row => (
              <tr key={row.key} className={row.missing ? 'missing' : row.key === othersKey ? 'rest' : undefined}>
                <th scope="row">
                  <bdi>{rowName(row)}</bdi>
                </th>
                {pivot.columns.map(column => (
                  <td key={column.key} className={column.missing ? 'end missing' : 'end'}>
                    <Cell {...pivot.cell(row.key, column.key)} />
                  </td>
                ))}
                {pivot.adds.rows && (
                  <td className="end total">
                    <Count n={pivot.rowTotal(row.key)} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
          {pivot.adds.columns && (
            <tfoot>
              <tr className="total">
                <th scope="row">{t('figures.total')}</th>
                {pivot.columns.map(column => (
                  <td key={column.key} className="end">
                    <Count n={pivot.columnTotal(column.key)} />
                  </td>
                ))}
                {pivot.adds.rows && (
                  <td className="end total">
                    <Count n={figure.base.n} />
                  </td>
                )}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {!pivot.adds.rows && <p className="quiet small">{t('figures.noTotal', { dimension: within(second) })}</p>}
      {!pivot.adds.columns && <p className="quiet small">{t('figures.noTotal', { dimension: within(first) })}</p>}
      {pivot.gaps && <p className="quiet small">{t('figures.dash')}</p>}
    </div>
  )
}

function Cell({ n, share }: { n: number | null; share: number | null }) {
  if (n === null) return <Count n={null} />
  return (
    <>
      <FormattedNumber value={n} />{' '}
      <span className="quiet small share">
        <Share share={share} />
      </span>
    </>
  )
}
