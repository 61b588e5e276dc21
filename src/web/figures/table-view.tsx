import type { Figure } from './calls.ts'
import { BaseLine } from './base-line.tsx'
import { Chart } from './chart.tsx'
import { pictureOf } from './picture.ts'
import { Pivot } from './pivot.tsx'
import { Ranked } from './table.tsx'
import { useText } from '../text/text.tsx'
import { useFigureWords } from './words.ts'

/** One number, a ranked table, or two dimensions crossed; each with its chart. */
export function TableView({ figure }: { figure: Figure }) {
  const t = useText()
  const words = useFigureWords()
  const crossed = figure.by.length > 1
  const others = figure.rest ? t('figures.rest', { rows: figure.rest.rows }) : ''
  return (
    <>
      <BaseLine figure={figure} />
      {figure.rows.length > 0 && (
        <div className={crossed ? 'twins below' : 'twins'}>
          <Chart picture={pictureOf(figure, words.value, others)} title={words.title(figure)} />
          {crossed ? <Pivot figure={figure} /> : <Ranked figure={figure} />}
        </div>
      )}
    </>
  )
}
