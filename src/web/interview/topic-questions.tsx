import type { Marks, Value } from '#dictionary/answer.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import type { Sensitivity } from '#dictionary/field.ts'
import { type Question, questionnaireKey } from '#dictionary/questionnaire.ts'
import { visibleQuestions } from '#forms/engine.ts'
import { FieldInput } from '../form/field-input.tsx'
import { MarkRows } from '../form/mark-rows.tsx'
import { useDictionary } from '../shell/words.ts'
import { useMaybeText } from '../text/text.tsx'
import { answersOf, type Topic } from './topics.ts'
import type { Part, SittingDraft } from './use-sitting.ts'

/** The questions of one topic that are asked now. Each can be skipped, and each can be answered with "did not say". */
export function TopicQuestions(props: {
  topic: Topic
  draft: SittingDraft
  classes: Readonly<Record<Part, ReadonlySet<Sensitivity>>>
}) {
  const { topic, draft } = props
  const d = useDictionary()
  const maybe = useMaybeText()
  const { questionnaire, section } = topic
  const key = questionnaireKey(questionnaire)
  const visible = new Set(visibleQuestions(questionnaire, answersOf(questionnaire, draft.held)).map(each => each.id))
  const asked = section.questions.filter(question => visible.has(question.id) && question.field)
  const label = (question: Question) => maybe(`question.${key}.${question.id}`) ?? question.label
  const help = (question: Question) => maybe(`help.question.${key}.${question.id}`) ?? question.help

  const rows = asked.filter(question => question.kind === 'mark')
  const single = asked.filter(question => question.kind !== 'mark')
  const marks = draft.held.screening.indicators
  return (
    <div className="stack-fields">
      {single.map(question => {
        const part = question.field?.type as Part
        const name = question.field?.field ?? ''
        const field = fieldOf(d, part, name)
        if (!field || !props.classes[part]?.has(field.class)) return null
        return (
          <FieldInput
            key={question.id}
            anchor={`q-${question.id}`}
            type={part}
            name={name}
            field={field}
            label={label(question)}
            help={help(question)}
            value={draft.held[part][name]}
            problem={draft.problems.find(problem => problem.field === name)}
            onChange={(value: Value) => draft.set(part, name, value)}
            size="large"
          />
        )
      })}
      {rows.length > 0 && (
        <MarkRows
          anchor="q-indicator"
          rows={rows.map(question => ({
            code: question.field?.code ?? question.id,
            label: label(question),
            help: help(question),
          }))}
          value={isMarks(marks) ? marks : {}}
          onChange={value => draft.set('screening', 'indicators', value)}
        />
      )}
    </div>
  )
}

const isMarks = (value: Value | undefined): value is Marks =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
