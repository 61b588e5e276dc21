import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { useDictionary } from '../shell/words.ts'
import { useLabels, useMaybeText, useText } from '../text/text.tsx'
import type { Figure, Remark } from './calls.ts'

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
  period(figure: Figure): string
  /** "Instances of assistance by nationality, 2011" */
  title(figure: Figure): string
  /** "Sex: Female or Male" for each condition. */
  conditions(figure: Figure): readonly string[]
}

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
    const period = (figure: Figure) => {
      const { label, from, to } = figure.period
      return figure.accumulation === 'in_period' && from === null && to === null ? t('figures.year.all') : label
    }
    return {
      indicator,
      definition: (id, fallback) => maybe(`figures.definition.${id}`) ?? fallback,
      dimension,
      within,
      value,
      unit: unit => maybe(`figures.unit.${unit}`) ?? unit,
      remark,
      coverage: ({ coverage: { code, text, offices } }) => remark({ code, text, values: offices }),
      period,
      title(figure) {
        const [rows, columns] = figure.by
        const said = {
          indicator: indicator(figure.indicator, figure.label),
          rows: rows ? within(rows.id, rows.label) : '',
          columns: columns ? within(columns.id, columns.label) : '',
          period: period(figure),
        }
        return t(columns ? 'figures.title.two' : rows ? 'figures.title.one' : 'figures.title.none', said)
      },
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
