import type { Asked } from '#server/contract/figure-link.ts'
import { useDictionary } from '../shell/words.ts'
import { useMaybeText, useText } from '../text/text.tsx'
import type { FigureChoices } from './calls.ts'
import { useFigureWords } from './words.ts'

/** Down to what is counted: the indicator's entry in the catalogue, and every dimension that the question uses. */
export function Definition({ asked, choices }: { asked: Asked; choices: FigureChoices }) {
  const t = useText()
  const maybe = useMaybeText()
  const words = useFigureWords()
  const d = useDictionary()
  const indicator = choices.indicators.find(each => each.id === asked.indicator)
  if (!indicator) return null
  const used = [asked.rows, asked.columns, ...Object.keys(asked.where)].filter(id => id !== null)
  const dimensions = choices.dimensions.filter(each => used.includes(each.id))
  const only = Object.entries(indicator.only).map(([id, codes]) =>
    t('figures.where.said', {
      dimension: words.dimension(id, d.dimensions.get(id)?.label ?? id),
      values: codes.map(code => words.value(id, code, code)).join(', '),
    }),
  )
  return (
    <details className="definition">
      <summary>{t('figures.definition', { indicator: words.indicator(indicator.id, indicator.label) })}</summary>
      <dl>
        <dt>{t('figures.definition.says')}</dt>
        <dd>{words.definition(indicator.id, indicator.definition)}</dd>
        <dt>{t('figures.definition.unit')}</dt>
        <dd>
          {words.unit(indicator.unit)}. {maybe(`figures.measure.${indicator.measure}`) ?? ''}
        </dd>
        <dt>{t('figures.definition.time')}</dt>
        <dd>{t(`figures.accumulation.${indicator.accumulation}`)}</dd>
        {only.length > 0 && (
          <>
            <dt>{t('figures.definition.only')}</dt>
            <dd>{only.join('; ')}</dd>
          </>
        )}
        {dimensions.map(({ id, label, multiple, values }) => (
          <DimensionEntry
            key={id}
            id={id}
            label={words.dimension(id, label)}
            multiple={multiple}
            values={values?.length}
          />
        ))}
        <dt>{t('figures.definition.id')}</dt>
        <dd>
          <code>{indicator.id}</code>
        </dd>
      </dl>
    </details>
  )
}

function DimensionEntry(props: { id: string; label: string; multiple: boolean; values: number | undefined }) {
  const t = useText()
  const kind = t(props.multiple ? 'figures.definition.several' : 'figures.definition.one')
  const list = props.values === undefined ? '' : t('figures.definition.values', { n: props.values })
  return (
    <>
      <dt>{props.label}</dt>
      <dd>
        {kind} {list} <code>{props.id}</code>
      </dd>
    </>
  )
}
