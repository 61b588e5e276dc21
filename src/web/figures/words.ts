import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { useDictionary } from '../shell/words.ts'
import { useLabels, useMaybeText, useText } from '../text/text.tsx'
import type { Figure, Remark, Series } from './calls.ts'

/** Words of figures: the catalogue's and the dictionary's where they have them, else the English of the reply. */
export interface FigureWords {
  indicator(id: string, fallback: string): string
  definition(id: string, fallback: string): string
  dimension(id: string, fallback: string): string
  /** A dimension's label in the middle of a sentence. */
  within(id: string, fallback: string): string
  value(dimension: string, code: string, fallback: string): string
  unit(unit: string): string
  remark(remark: Remark): string
  /** Who reported, in the words that fit what is counted. */
  coverage(figure: Figure): string
  covered(coverage: Figure['coverage']): string
  /** Other offices reported at a time than before it. */
  broken(before: string, time: string, unlike: readonly string[]): string
  period(figure: Titled): string
  /** "Instances of assistance by nationality" */
  what(figure: Titled): string
  /** "Instances of assistance by nationality, 2011" */
  title(figure: Titled): string
  /** "Sex: Female or Male" for each condition. */
  conditions(figure: Figure | Series): readonly string[]
}

type Titled = Pick<Figure, 'indicator' | 'label' | 'by' | 'period' | 'accumulation'>

/** Offices that are named in a sentence. */
const mostNamed = 10

export function useFigureWords(): FigureWords {
  const t = useText()
  const maybe = useMaybeText()
  const labels = useLabels()
  const d = useDictionary()
  const intl = useIntl()
  return useMemo(() => {
    const dimension = (id: string, fallback: string) => maybe(`dimension.${id}`) ?? fallback
    const within = (id: string, fallback: string) => {
      const label = dimension(id, fallback)
      // English begins a label with a capital letter and goes on without; other languages decide for themselves.
      return intl.locale.startsWith('en') && /^\p{Lu}\p{Ll}/u.test(label)
        ? label.charAt(0).toLowerCase() + label.slice(1)
        : label
    }
    const value = (id: string, code: string, fallback: string) => {
      if (code === 'none_recorded') return t('figures.none_recorded')
      const list = d.dimensions.get(id)?.list
      return list ? labels.code(list, code) : fallback
    }
    const remark: FigureWords['remark'] = ({ code, text, values }) => maybe(`figures.remark.${code}`, values) ?? text
    const indicator = (id: string, fallback: string) => maybe(`figures.indicator.${id}`) ?? fallback
    const period = (figure: Titled) => {
      const { label, from, to } = figure.period
      return figure.accumulation === 'in_period' && from === null && to === null ? t('figures.year.all') : label
    }
    const covered: FigureWords['covered'] = ({ code, text, offices }) => remark({ code, text, values: offices })
    const arity = ({ by }: Titled) => (by.length > 1 ? 'two' : by.length > 0 ? 'one' : 'none')
    const said = ({ by: [rows, columns], indicator: id, label }: Titled) => ({
      indicator: indicator(id, label),
      rows: rows ? within(rows.id, rows.label) : '',
      columns: columns ? within(columns.id, columns.label) : '',
    })
    return {
      indicator,
      definition: (id, fallback) => maybe(`figures.definition.${id}`) ?? fallback,
      dimension,
      within,
      value,
      unit: unit => maybe(`figures.unit.${unit}`) ?? unit,
      remark,
      coverage: ({ coverage }) => covered(coverage),
      covered,
      broken: (before, time, unlike) => {
        const some = unlike.slice(0, mostNamed).join(', ')
        const names = unlike.length > mostNamed ? `${some} …` : some
        return t('figures.broken', { from: before, to: time, n: unlike.length, names })
      },
      period,
      what: figure => t(`figures.what.${arity(figure)}`, said(figure)),
      title: figure => t(`figures.title.${arity(figure)}`, { ...said(figure), period: period(figure) }),
      conditions: figure =>
        Object.entries(figure.where)
          .filter(([id]) => id !== 'year')
          .map(([id, codes]) =>
            t('figures.where.said', {
              dimension: dimension(id, d.dimensions.get(id)?.label ?? id),
              values: intl.formatList(
                codes.map(code => value(id, code, code)),
                { type: 'disjunction' },
              ),
            }),
          ),
    }
  }, [t, maybe, labels, d, intl])
}
