import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { useText } from '../text/text.tsx'
import type { Answer, Comparison, Figure, Series } from './calls.ts'
import { type FigureWords, useFigureWords } from './words.ts'

/** A passport in words: under the answer, beside the drawing that leaves as a file. */
export interface Said {
  readonly title: string
  readonly conditions: readonly string[]
  /** Each with at least one sentence. */
  readonly lines: readonly { readonly key: PassportKey; readonly name: string; readonly said: readonly string[] }[]
  readonly asOf: string
}

type PassportKey = 'unit' | 'base' | 'period' | 'coverage' | 'notAvailable' | 'caveats'
type Lines = Readonly<Record<PassportKey, readonly string[]>>

export function useSaid(answer: Answer): Said {
  const t = useText()
  const words = useFigureWords()
  const intl = useIntl()
  return useMemo(() => {
    const say = { t, words, number: (n: number | null) => (n === null ? t('figures.base.none') : intl.formatNumber(n)) }
    const { of, title, lines } = partsOf(answer, say)
    return {
      title,
      conditions: words.conditions(of),
      lines: keys
        .map(key => ({ key, name: t(`figures.passport.${key}`), said: lines[key] }))
        .filter(({ said }) => said.length > 0),
      asOf: of.asOf,
    }
  }, [answer, t, words, intl])
}

const keys: readonly PassportKey[] = ['unit', 'base', 'period', 'coverage', 'notAvailable', 'caveats']

interface Say {
  readonly t: ReturnType<typeof useText>
  readonly words: FigureWords
  number(n: number | null): string
}

function partsOf(answer: Answer, say: Say): { of: Figure | Series; title: string; lines: Lines } {
  const { words } = say
  switch (answer.view) {
    case 'table':
    case 'map':
      return { of: answer.figure, title: words.title(answer.figure), lines: ofFigure(answer.figure, say) }
    case 'time':
      return {
        of: answer.series,
        title: words.title(answer.series),
        lines: ofSeries(withoutShares(answer.series), say),
      }
    case 'compare': {
      const { before, after } = answer.comparison
      const years = { from: before.period.label, to: after.period.label }
      const title = say.t('figures.title.compare', { what: words.what(after), ...years })
      return { of: after, title, lines: ofComparison(answer.comparison, say) }
    }
    default:
      return answer satisfies never
  }
}

/** Remarks on shares, which these views do not show. */
const aboutShares: readonly string[] = ['rounding', 'several_answers', 'several_rows']
const withoutShares = <T extends Figure | Series>(figure: T): T => ({
  ...figure,
  caveats: figure.caveats.filter(({ code }) => !aboutShares.includes(code)),
})

const common = ({ unit, indicator, definition, not_available, caveats }: Figure | Series, { words }: Say) => ({
  unit: [`${words.unit(unit)}. ${words.definition(indicator, definition)}`],
  notAvailable: not_available.map(words.remark),
  caveats: caveats.map(words.remark),
})

function ofFigure(figure: Figure, say: Say): Lines {
  const { n, of } = figure.base
  const base =
    n === null
      ? say.t('figures.base.none')
      : say.t(of === 'known' ? 'figures.passport.baseOfKnown' : 'figures.passport.baseOf', { n, unit: figure.unit })
  return {
    ...common(figure, say),
    base: [base],
    period: [say.words.period(figure)],
    coverage: [say.words.coverage(figure)],
  }
}

function ofSeries(series: Series, say: Say): Lines {
  const breaks = series.times.flatMap(({ time, unlike }, at) => {
    const before = series.times.slice(0, at).findLast(({ base }) => base.n !== null)
    return unlike.length === 0 || !before ? [] : [say.words.broken(before.time, time, unlike)]
  })
  const last = series.times.findLast(({ base }) => base.n !== null) ?? series.times.at(-1)
  const coverage = last
    ? say.t('figures.passport.coverageAt', { time: last.time, said: say.words.covered(last.coverage) })
    : ''
  return {
    ...common(series, say),
    base: [say.t('figures.passport.baseEach')],
    period: [say.words.period(series)],
    coverage: [coverage, ...(breaks.length === 0 ? [say.t('figures.passport.unbroken')] : breaks)],
  }
}

function ofComparison({ before, after }: Comparison, say: Say): Lines {
  const both = [before, after]
  const once = (remarks: Figure['caveats']) => [...new Map(remarks.map(each => [each.code, each])).values()]
  const not_available = once(both.flatMap(each => each.not_available)).map(each => ({ ...each, n: null }))
  return {
    ...common(withoutShares({ ...after, not_available, caveats: once(both.flatMap(each => each.caveats)) }), say),
    base: both.map(({ period, base }) =>
      say.t('figures.passport.baseAt', { time: period.label, n: say.number(base.n) }),
    ),
    period: [both.map(({ period }) => period.label).join(', ')],
    coverage: both.map(each =>
      say.t('figures.passport.coverageAt', { time: each.period.label, said: say.words.coverage(each) }),
    ),
  }
}
