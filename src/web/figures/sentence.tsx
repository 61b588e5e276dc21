import { FormattedMessage } from 'react-intl'
import { useText } from '../text/text.tsx'
import type { Asked } from './asked.ts'
import type { FigureChoices } from './calls.ts'
import { useFigureWords } from './words.ts'

export interface Asking {
  readonly asked: Asked
  readonly choices: FigureChoices
  ask(next: Asked): void
}

interface Option {
  readonly value: string
  readonly label: string
}

const tops = [5, 10, 20, 50]

/** "Instances of assistance in 2011 by nationality, top 10": each part of the sentence is a list to choose from. */
export function Sentence({ asked, choices, ask }: Asking) {
  const t = useText()
  const words = useFigureWords()
  const has = choices.indicators.find(each => each.id === asked.indicator)?.dimensions ?? []
  const dimensions = choices.dimensions.filter(each => has.includes(each.id))
  const years = [...new Set([...choices.years, ...(asked.year === null ? [] : [asked.year])])].sort((a, b) => b - a)
  const topsNow = [...new Set([...tops, ...(asked.top === null ? [] : [asked.top])])].sort((a, b) => a - b)
  const indicator = (
    <Word
      key="indicator"
      label={t('figures.part.indicator')}
      value={asked.indicator}
      options={choices.indicators.map(each => ({ value: each.id, label: words.indicator(each.id, each.label) }))}
      onChange={value => ask({ ...asked, indicator: value })}
    />
  )
  const year = (
    <Word
      key="year"
      label={t('figures.part.year')}
      value={asked.year === null ? '' : String(asked.year)}
      options={[
        { value: '', label: t('figures.year.in.all') },
        ...years.map(each => ({ value: String(each), label: t('figures.year.in.one', { year: String(each) }) })),
      ]}
      onChange={value => ask({ ...asked, year: value === '' ? null : Number(value) })}
    />
  )
  const rows = (
    <Word
      key="rows"
      label={t('figures.part.rows')}
      value={asked.rows ?? ''}
      options={[
        { value: '', label: t('figures.rows.none') },
        ...dimensions.map(({ id, label }) => ({
          value: id,
          label: t('figures.rows.one', { dimension: words.within(id, label) }),
        })),
      ]}
      onChange={value =>
        ask({ ...asked, rows: value || null, columns: value === asked.columns ? null : asked.columns })
      }
    />
  )
  if (asked.rows === null) {
    return (
      <p className="sentence">
        <FormattedMessage id="figures.sentence.total" values={{ indicator, year, rows }} />
      </p>
    )
  }
  const columns = (
    <Word
      key="columns"
      label={t('figures.part.columns')}
      value={asked.columns ?? ''}
      options={[
        { value: '', label: t('figures.columns.none') },
        ...dimensions
          .filter(({ id }) => id !== asked.rows)
          .map(({ id, label }) => ({
            value: id,
            label: t('figures.columns.one', { dimension: words.within(id, label) }),
          })),
      ]}
      onChange={value => ask({ ...asked, columns: value || null })}
    />
  )
  const top = (
    <Word
      key="top"
      label={t('figures.part.top')}
      value={asked.top === null ? '' : String(asked.top)}
      options={[
        { value: '', label: t('figures.top.all') },
        ...topsNow.map(each => ({ value: String(each), label: t('figures.top.one', { n: each }) })),
      ]}
      onChange={value => ask({ ...asked, top: value === '' ? null : Number(value) })}
    />
  )
  return (
    <p className="sentence">
      <FormattedMessage id="figures.sentence" values={{ indicator, year, rows, columns, top }} />
    </p>
  )
}

/** One part of the sentence. The browser's own list: keyboards, telephones and screen readers know it. */
function Word(props: { label: string; value: string; options: readonly Option[]; onChange: (value: string) => void }) {
  return (
    <span className="word">
      <select
        aria-label={props.label}
        value={props.value}
        onChange={event => props.onChange(event.currentTarget.value)}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </span>
  )
}
