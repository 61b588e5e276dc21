import { Checkbox, MultiSelect, NumberInput, Radio, Select, Textarea, TextInput } from '@mantine/core'
import { memo, type ReactNode } from 'react'
import type { SurveyAnswer, SurveyChoice, SurveyForm, SurveyQuestion } from '#forms/survey/definition.ts'
import { inLanguage } from '#forms/survey/definition.ts'
import { useText } from '../text/text.tsx'

/** More choices than this are searched in, not looked through. */
const atAGlance = 12

/** One question of a survey, in the words of its form. Drawn anew only when something of it changed: a form may have hundreds. */
export const QuestionField = memo(function QuestionField(props: {
  form: SurveyForm
  question: SurveyQuestion
  language: string
  choices: readonly SurveyChoice[]
  required: boolean
  answer: SurveyAnswer | undefined
  error: string | null
  onGive: (question: string, answer: SurveyAnswer | undefined) => void
}) {
  const t = useText()
  const { form, question, language, answer } = props
  const onChange = (given: SurveyAnswer | undefined) => props.onGive(question.name, given)
  const say = (words: SurveyQuestion['label'] | undefined) => (words ? inLanguage(words, language, form) : '')
  const label = say(question.label)
  const frame = {
    id: `question-${question.name}`,
    label,
    description: say(question.hint) || undefined,
    withAsterisk: props.required,
    error: props.error,
  }
  const text = typeof answer === 'string' ? answer : ''
  const give = (value: string) => onChange(value === '' ? undefined : value)
  const options = props.choices.map(choice => ({ value: choice.name, label: say(choice.label) || choice.name }))
  switch (question.kind) {
    case 'note':
      return <Note>{label}</Note>
    case 'text':
      return (
        <Textarea
          {...frame}
          autosize
          minRows={1}
          maxLength={2_000}
          value={text}
          onChange={e => give(e.currentTarget.value)}
        />
      )
    case 'integer':
    case 'decimal':
      return (
        <NumberInput
          {...frame}
          value={typeof answer === 'number' ? answer : ''}
          allowDecimal={question.kind === 'decimal'}
          hideControls
          onChange={value => onChange(typeof value === 'number' ? value : undefined)}
        />
      )
    case 'date':
    case 'time':
      return <TextInput {...frame} type={question.kind} value={text} onChange={e => give(e.currentTarget.value)} />
    case 'acknowledge':
      return (
        <Checkbox
          {...frame}
          description={frame.description}
          checked={answer === 'OK'}
          onChange={e => onChange(e.currentTarget.checked ? 'OK' : undefined)}
        />
      )
    case 'one':
      return options.length > atAGlance ? (
        <Select
          {...frame}
          searchable
          clearable
          data={options}
          value={text || null}
          onChange={value => onChange(value ?? undefined)}
        />
      ) : (
        <Radio.Group {...frame} value={text} onChange={give}>
          <div className="choices">
            {options.map(({ value, label: words }) => (
              <Radio key={value} value={value} label={words} />
            ))}
            {text !== '' && (
              <button type="button" className="link-like small" onClick={() => onChange(undefined)}>
                {t('questionnaire.takeBack')}
              </button>
            )}
          </div>
        </Radio.Group>
      )
    case 'many': {
      const several = typeof answer === 'object' ? [...answer] : []
      const take = (values: string[]) => onChange(values.length === 0 ? undefined : values)
      return options.length > atAGlance ? (
        <MultiSelect {...frame} searchable clearable data={options} value={several} onChange={take} />
      ) : (
        <Checkbox.Group {...frame} value={several} onChange={take}>
          <div className="choices">
            {options.map(({ value, label: words }) => (
              <Checkbox key={value} value={value} label={words} />
            ))}
          </div>
        </Checkbox.Group>
      )
    }
    case 'calculate':
      return null
    default:
      return question.kind satisfies never
  }
})

const Note = ({ children }: { children: ReactNode }) => <p className="notice">{children}</p>
