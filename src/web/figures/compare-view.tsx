import { Button } from '@mantine/core'
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { FormattedNumber } from 'react-intl'
import { useText } from '../text/text.tsx'
import type { Comparison } from './calls.ts'
import { Chart } from './chart.tsx'
import { changePicture } from './picture.ts'
import { isMissing } from './shape.ts'
import { Count } from './table.tsx'
import { useFigureWords } from './words.ts'

/** Two years side by side. A change stands only where like is compared with like; else the reason, and the way to it. */
export function CompareView({ comparison, onAlike }: { comparison: Comparison; onAlike: () => void }) {
  const words = useFigureWords()
  const picture = changePicture(comparison, words.value)
  return (
    <>
      <Verdict comparison={comparison} onAlike={onAlike} />
      <div className={picture.kind === 'none' ? 'twins below' : 'twins'}>
        <Chart picture={picture} title={words.title(comparison.after)} />
        <Changes comparison={comparison} />
      </div>
    </>
  )
}

function Verdict({ comparison, onAlike }: { comparison: Comparison; onAlike: () => void }) {
  const t = useText()
  const words = useFigureWords()
  const { comparable, reasons, offices, before, after, total } = comparison
  if (comparable) {
    const { percent } = total
    const years = { from: before.period.label, to: after.period.label, n: Math.abs(percent ?? 0) }
    const way = percent === null ? 'none' : percent === 0 ? 'same' : percent > 0 ? 'up' : 'down'
    return (
      <p className="meaning done verdict">
        <IconCircleCheck size={20} aria-hidden />
        <span>{t(`figures.change.${way}`, years)}</span>
      </p>
    )
  }
  return (
    <div className="notice care">
      <IconInfoCircle size={20} aria-hidden />
      <div className="stack">
        <p>{t('figures.change.not')}</p>
        <ul>
          {reasons.map(each => (
            <li key={each.code}>{words.remark(each)}</li>
          ))}
        </ul>
        {offices.alike.length > 0 && offices.unlike.length > 0 && (
          <div className="no-print">
            <Button variant="default" onClick={onAlike}>
              {t('figures.alike.only', { n: offices.alike.length })}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

function Changes({ comparison }: { comparison: Comparison }) {
  const t = useText()
  const words = useFigureWords()
  const { before, after, rows, total } = comparison
  const [dimension] = after.by
  const lines = rows.map(row => {
    const [key, label] = [
      typeof row.key === 'string' ? row.key : row.key[0],
      typeof row.label === 'string' ? row.label : row.label[0],
    ]
    return { ...row, key, name: dimension ? words.value(dimension.id, key, label) : label }
  })
  const ordered = lines.toSorted((a, b) => Number(isMissing(a.key)) - Number(isMissing(b.key)))
  return (
    <div
      className="scrolls"
      role="region"
      aria-label={t('figures.table', { title: words.what(after) })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by the keyboard
      tabIndex={0}
    >
      <table className="compare figure-table cross">
        <caption className="for-readers">{words.what(after)}</caption>
        <thead>
          <tr>
            <th scope="col">{dimension ? words.dimension(dimension.id, dimension.label) : words.unit(after.unit)}</th>
            <th scope="col" className="end">
              {before.period.label}
            </th>
            <th scope="col" className="end">
              {after.period.label}
            </th>
            <th scope="col" className="end">
              {t('figures.difference')}
            </th>
            <th scope="col" className="end">
              {t('figures.percent')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ordered.map(({ key, name, ...change }) => (
            <tr key={key} className={isMissing(key) ? 'missing' : undefined}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <Numbers {...change} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row">{t('figures.wholeOf')}</th>
            <Numbers {...total} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Numbers({ before, after, difference, percent }: Comparison['total']) {
  return (
    <>
      <td className="end">
        <Count n={before} />
      </td>
      <td className="end">
        <Count n={after} />
      </td>
      <td className="end">
        {difference === null ? <Count n={null} /> : <FormattedNumber value={difference} signDisplay="exceptZero" />}
      </td>
      <td className="end">
        {percent === null ? (
          <Count n={null} />
        ) : (
          <FormattedNumber value={percent / 100} style="percent" signDisplay="exceptZero" />
        )}
      </td>
    </>
  )
}
