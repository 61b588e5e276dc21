import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Change, RecordView } from '#changes/change.ts'
import { plainText } from '#dictionary/answer.ts'
import { inLanguage, type SurveyForm } from '#forms/survey/definition.ts'
import { saveFile } from '../api/save-file.ts'
import { changing, creating, isSaved, send } from '../api/push.ts'
import { Refused } from '../session/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { useDictionary } from '../shell/words.ts'
import { useText } from '../text/text.tsx'
import { answersFile, type SurveyTally, tally } from './calls.ts'

/** What the questionnaires say, counted; with the way into the numbers of the survey, and out as a file. */
export function Tally(props: { survey: RecordView; answers: readonly RecordView[]; writable: boolean }) {
  const t = useText()
  const { survey } = props
  const [error, setError] = useState<unknown>(null)
  const [taken, setTaken] = useState<number | null>(null)
  const d = useDictionary()
  const asked = useQuery({ queryKey: ['list', 'survey_response', 'tally', survey.id], queryFn: () => tally(survey.id) })
  const { data } = asked
  if (!data) return asked.error ? <Refused error={asked.error} /> : <Waiting lines={4} />
  if (!data.form || data.questionnaires === 0) return <p className="quiet">{t('questionnaire.noneYet')}</p>
  const { form } = data.form

  async function takeOver(): Promise<void> {
    setError(null)
    try {
      const changes = changesOf(props, data as SurveyTally, form, d.version)
      const results = changes.length === 0 ? [] : await send(changes)
      setTaken(results.filter(isSaved).length)
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <section className="stack" aria-label={t('questionnaire.counted', { n: data.questionnaires })}>
      <h3>{t('questionnaire.counted', { n: data.questionnaires })}</h3>
      <p className="quiet small">{t('questionnaire.base')}</p>
      {data.questions
        .filter(({ of }) => of > 0)
        .map(question => (
          <Question key={question.question} question={question} form={form} />
        ))}
      {data.numbers.map(({ question, of, least, median, most }) => (
        <p key={question}>
          <strong>{labelOf(form, question)}</strong>{' '}
          <span>{t('questionnaire.number', { of, least, median, most })}</span>
        </p>
      ))}
      <Refused error={error} />
      {taken !== null && (
        <p role="status" className="notice">
          {t('questionnaire.taken', { n: taken })}
        </p>
      )}
      <div className="row">
        {props.writable && (
          <Button variant="default" onClick={() => void takeOver()}>
            {t('questionnaire.takeOver')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() =>
            void answersFile(survey.id)
              .then(file => saveFile('survey.csv', file))
              .catch(setError)
          }
        >
          {t('questionnaire.file')}
        </Button>
      </div>
    </section>
  )
}

function Question({ question, form }: { question: SurveyTally['questions'][number]; form: SurveyForm }) {
  const t = useText()
  const label = labelOf(form, question.question)
  const list = choicesOf(form, question.question)
  const given = question.choices.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
  return (
    <table className="compare survey-tally">
      <caption>{t('questionnaire.of', { label, n: question.of })}</caption>
      <tbody>
        {given.map(({ choice, count }) => (
          <tr key={choice}>
            <th scope="row">{list.get(choice) ?? choice}</th>
            <td>
              {t('survey.n', { n: count })}
              <div className="bar" aria-hidden style={{ inlineSize: `${(100 * count) / question.of}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const labelOf = (form: SurveyForm, name: string): string => {
  const question = form.questions.find(each => each.name === name)
  return question ? inLanguage(question.label, form.languages[0] ?? '', form) : name
}

function choicesOf(form: SurveyForm, name: string): ReadonlyMap<string, string> {
  const list = form.lists[form.questions.find(each => each.name === name)?.list ?? ''] ?? []
  return new Map(list.map(choice => [choice.name, inLanguage(choice.label, form.languages[0] ?? '', form)]))
}

/** One line an answer that somebody gave; a line that is there already is brought up to date, so that taking over twice changes nothing. */
function changesOf(
  props: { survey: RecordView; answers: readonly RecordView[] },
  { questions, questionnaires }: SurveyTally,
  form: SurveyForm,
  dictionary: number,
): Change[] {
  const { survey, answers } = props
  const place = { office: survey.office, person: null, case: null }
  const known = new Map(
    answers.map(each => [`${plainText(each.content['question'])}\n${plainText(each.content['answer'])}`, each]),
  )
  const lines = questions.flatMap(({ question, of, choices }) => {
    const list = choicesOf(form, question)
    const label = labelOf(form, question).slice(0, 500)
    return choices.flatMap(({ choice, count }): Change[] => {
      const answer = (list.get(choice) ?? choice).slice(0, 200)
      const before = known.get(`${label}\n${answer}`)
      if (of === 0 || (count === 0 && !before)) return []
      if (before?.content['count'] === count && before.content['of'] === of) return []
      return before
        ? [changing(before, { count, of }, dictionary)]
        : [creating('survey_result', place, { survey: survey.id, question: label, answer, count, of }, dictionary)]
    })
  })
  const said = survey.content['respondents']
  return typeof said === 'number' && said >= questionnaires
    ? lines
    : [changing(survey, { respondents: questionnaires }, dictionary), ...lines]
}
