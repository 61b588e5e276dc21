import { Link } from '@tanstack/react-router'
import { useText } from '../text/text.tsx'
import { type Asked, searchOf } from './asked.ts'
import type { FigureChoices } from './calls.ts'
import { useFigureWords } from './words.ts'

/** What a first look shows: how the sentence is used, and some questions that are often asked. */
export function Examples({ choices }: { choices: FigureChoices }) {
  const t = useText()
  const words = useFigureWords()
  const latest = choices.years.length === 0 ? null : Math.max(...choices.years)
  const none = { year: null, columns: null, top: null, where: {} }
  const wanted: readonly Asked[] = [
    { ...none, indicator: 'instances', year: latest, rows: 'nationality', top: 10 },
    { ...none, indicator: 'persons', rows: 'sex', columns: 'age_group' },
    { ...none, indicator: 'instances', rows: 'year' },
    { ...none, indicator: 'services', rows: 'service_type' },
  ]
  const possible = wanted.filter(({ indicator, rows, columns }) => {
    const has = choices.indicators.find(each => each.id === indicator)?.dimensions ?? []
    return [rows, columns].every(id => id === null || has.includes(id))
  })
  const say = (asked: Asked): string => {
    const part = (id: string | null) => (id === null ? '' : words.within(id, id))
    const said = {
      indicator: words.indicator(asked.indicator, asked.indicator),
      rows: part(asked.rows),
      columns: part(asked.columns),
      period: asked.year === null ? t('figures.year.all') : String(asked.year),
    }
    const title = t(asked.columns === null ? 'figures.title.one' : 'figures.title.two', said)
    return asked.top === null ? title : t('figures.title.top', { title, n: asked.top })
  }
  return (
    <section className="no-print">
      <h2>{t('figures.examples.heading')}</h2>
      <p>{t('figures.examples.how')}</p>
      <ul className="examples">
        {possible.map(asked => (
          <li key={`${asked.indicator} ${asked.rows} ${asked.columns}`}>
            <Link to="/figures" search={searchOf(asked) as never} resetScroll={false}>
              {say(asked)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
