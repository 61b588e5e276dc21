import { Link } from '@tanstack/react-router'
import { useText } from '../text/text.tsx'
import { type Asked, nothingAsked } from '#server/contract/figure-link.ts'
import { dimensionsOf, type Ground, searchOf, viewed } from './asked.ts'
import { useFigureWords } from './words.ts'

/** What a first look shows: how the sentence is used, and some questions that are often asked. */
export function Examples({ ground }: { ground: Ground }) {
  const { choices } = ground
  const t = useText()
  const words = useFigureWords()
  const latest = choices.years.length === 0 ? null : Math.max(...choices.years)
  const wanted: readonly Asked[] = [
    { ...nothingAsked, year: latest, rows: 'nationality', top: 10 },
    { ...nothingAsked, rows: 'sex', columns: 'age_group' },
    viewed({ ...nothingAsked, rows: 'sex' }, 'time', ground),
    viewed({ ...nothingAsked, year: latest, rows: 'nationality' }, 'map', ground),
    { ...nothingAsked, indicator: 'services', rows: 'service_type' },
  ]
  const possible = wanted.filter(({ indicator, rows, columns }) => {
    const has = dimensionsOf(indicator, choices)
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
    if (asked.view === 'time') return t('figures.title.time', { ...said, from: asked.from ?? 0, to: asked.to ?? 0 })
    if (asked.view === 'map') return t('figures.title.map', { title })
    return asked.top === null ? title : t('figures.title.top', { title, n: asked.top })
  }
  return (
    <section className="no-print">
      <h2>{t('figures.examples.heading')}</h2>
      <p>{t('figures.examples.how')}</p>
      <ul className="examples">
        {possible.map(asked => (
          <li key={JSON.stringify(asked)}>
            <Link to="/figures" search={searchOf(asked) as never} resetScroll={false}>
              {say(asked)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
