import { FormattedMessage } from 'react-intl'
import type { Asked } from '#server/contract/figure-link.ts'
import { useText } from '../text/text.tsx'
import { dimensionsOf, type Ground } from './asked.ts'
import { useFigureWords } from './words.ts'

export interface Asking {
  readonly asked: Asked
  readonly ground: Ground
  ask(next: Asked): void
}

interface Option {
  readonly value: string
  readonly label: string
}

const tops = [5, 10, 20, 50]

/** "Instances of assistance in 2011 by nationality, top 10": each part of the sentence is a list to choose from. */
export function Sentence({ asked, ground, ask }: Asking) {
  const part = useParts({ asked, ground, ask })
  const { view } = asked
  const values =
    view === 'time'
      ? { indicator: part.indicator, from: part.from, to: part.to, step: part.step, rows: part.rows }
      : view === 'compare'
        ? { indicator: part.indicator, from: part.base, to: part.later, rows: part.rows }
        : { indicator: part.indicator, year: part.year, rows: part.rows, columns: part.columns, top: part.top }
  const id =
    view === 'table'
      ? asked.rows === null
        ? 'figures.sentence.total'
        : 'figures.sentence'
      : `figures.sentence.${view}`
  return (
    <p className="sentence">
      <FormattedMessage id={id} values={values} />
    </p>
  )
}

/** Every part that a sentence may have. */
function useParts({ asked, ground, ask }: Asking) {
  const t = useText()
  const words = useFigureWords()
  const { choices, isPlace } = ground
  const inTime = asked.view === 'time' || asked.view === 'compare'
  const has = dimensionsOf(asked.indicator, choices)
  const dimensions = choices.dimensions
    .filter(({ id }) => has.includes(id) && !(inTime && (id === 'year' || id === 'month')))
    .filter(({ id }) => asked.view !== 'map' || isPlace(id))
  const years = [...new Set([...choices.years, ...[asked.year, asked.from, asked.to].filter(each => each !== null)])]
  const falling = years.toSorted((a, b) => b - a)
  const topsNow = [...new Set([...tops, ...(asked.top === null ? [] : [asked.top])])].sort((a, b) => a - b)
  const inYear = (key: 'figures.year.in.one' | 'figures.from' | 'figures.to' | 'figures.base', of: readonly number[]) =>
    of.map(each => ({ value: String(each), label: t(key, { year: String(each) }) }))
  const { from, to } = { from: asked.from ?? 0, to: asked.to ?? 0 }
  return {
    indicator: (
      <Word
        key="indicator"
        label={t('figures.part.indicator')}
        value={asked.indicator}
        options={choices.indicators.map(each => ({ value: each.id, label: words.indicator(each.id, each.label) }))}
        onChange={value => ask({ ...asked, indicator: value })}
      />
    ),
    year: (
      <Word
        key="year"
        label={t('figures.part.year')}
        value={asked.year === null ? '' : String(asked.year)}
        options={[{ value: '', label: t('figures.year.in.all') }, ...inYear('figures.year.in.one', falling)]}
        onChange={value => ask({ ...asked, year: value === '' ? null : Number(value) })}
      />
    ),
    from: (
      <Word
        key="from"
        label={t('figures.part.from')}
        value={String(from)}
        options={inYear('figures.from', falling)}
        onChange={value => ask({ ...asked, from: Number(value), to: Math.max(Number(value), to) })}
      />
    ),
    to: (
      <Word
        key="to"
        label={t('figures.part.to')}
        value={String(to)}
        options={inYear('figures.to', falling)}
        onChange={value => ask({ ...asked, to: Number(value), from: Math.min(Number(value), from) })}
      />
    ),
    step: (
      <Word
        key="step"
        label={t('figures.part.step')}
        value={asked.months ? 'month' : 'year'}
        options={[
          { value: 'year', label: t('figures.step.year') },
          ...(has.includes('month') ? [{ value: 'month', label: t('figures.step.month') }] : []),
        ]}
        onChange={value => ask({ ...asked, months: value === 'month' })}
      />
    ),
    base: (
      <Word
        key="base"
        label={t('figures.part.base')}
        value={String(from)}
        options={inYear(
          'figures.base',
          falling.filter(each => each < to || each === from),
        )}
        onChange={value => ask({ ...asked, from: Number(value) })}
      />
    ),
    later: (
      <Word
        key="later"
        label={t('figures.part.year')}
        value={String(to)}
        options={inYear(
          'figures.year.in.one',
          falling.filter(each => each > Math.min(...years) || each === to),
        )}
        onChange={value => {
          const later = Number(value)
          ask({ ...asked, to: later, from: from < later ? from : (falling.find(each => each < later) ?? later - 1) })
        }}
      />
    ),
    rows: (
      <Word
        key="rows"
        label={t('figures.part.rows')}
        value={asked.rows ?? ''}
        options={[
          ...(asked.view === 'map'
            ? []
            : [{ value: '', label: t(inTime ? 'figures.rows.line' : 'figures.rows.none') }]),
          ...dimensions.map(({ id, label }) => ({
            value: id,
            label: t('figures.rows.one', { dimension: words.within(id, label) }),
          })),
        ]}
        onChange={value =>
          ask({ ...asked, rows: value || null, columns: value === asked.columns ? null : asked.columns })
        }
      />
    ),
    columns: (
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
    ),
    top: (
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
    ),
  }
}

/** One part of the sentence. The browser's own list: keyboards, telephones and screen readers know it. */
function Word(props: { label: string; value: string; options: readonly Option[]; onChange: (value: string) => void }) {
  return (
    <span className="word">
      <select
        aria-label={props.label}
        autoComplete="off"
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
