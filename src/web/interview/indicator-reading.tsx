import { delphiDimensions, indicatorListOf, readDelphi } from '#casework/delphi.ts'
import type { Evidence } from '#casework/evidence.ts'
import type { Value } from '#dictionary/answer.ts'
import { type Questionnaire, questionnaireKey } from '#dictionary/questionnaire.ts'
import { useMaybeText, useText } from '../text/text.tsx'

/** What the chosen indicator list says, when it is one with strengths: support for a person who concludes. */
export function IndicatorReading(props: {
  questionnaire: Questionnaire | undefined
  indicators: Value | undefined
  evidence: Evidence
}) {
  const t = useText()
  const maybe = useMaybeText()
  const { questionnaire } = props
  const weighted = questionnaire?.sections.some(section => section.questions.some(question => question.dimension))
  if (!questionnaire || !weighted) return null
  const reading = readDelphi(indicatorListOf(questionnaire), props.indicators, {
    child: props.evidence.child,
    act: props.evidence.act.met === 'yes',
  })
  const positive = delphiDimensions.filter(dimension => reading.dimensions[dimension].positive)
  const names = new Map(
    questionnaire.sections.flatMap(section =>
      section.questions.map(question => [question.field?.code ?? question.id, question] as const),
    ),
  )
  return (
    <div className="stack indicator-reading">
      <h3>{maybe(`questionnaire.${questionnaireKey(questionnaire)}`) ?? questionnaire.title}</h3>
      <p>
        <strong>{t(`delphi.${reading.result}`)}</strong>
      </p>
      {positive.map(dimension => (
        <div key={dimension}>
          <p className="small">{t(`delphi.d${dimension}`)}</p>
          <ul className="grounds">
            {reading.dimensions[dimension].rests.map(code => (
              <li key={code}>
                {maybe(`question.${questionnaireKey(questionnaire)}.${names.get(code)?.id ?? code}`) ?? code}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className="small quiet">
        {t('reading.support')} {!questionnaire.verified && t('begin.unverified')}
      </p>
    </div>
  )
}
