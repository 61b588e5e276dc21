import { Button, Select } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { surveyAnswerProblems } from '#casework/activity/questionnaire.ts'
import { latestDayOnEarth } from '#casework/when.ts'
import { surveyState } from '#forms/survey/behave.ts'
import {
  inLanguage,
  type SurveyAnswer,
  type SurveyAnswers,
  type SurveyForm,
  type SurveyQuestion,
} from '#forms/survey/definition.ts'
import { creating, isSaved, send } from '../api/push.ts'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { usePermissions } from '../shell/me.ts'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useText } from '../text/text.tsx'
import { directionOf, tagOf } from './language.ts'
import { QuestionField } from './question-field.tsx'
import { type LoadedForm, useForms } from './use-forms.ts'
import './surveys.css'

/** A questionnaire without names, filled in one after the other; the same with and without a network. */
export function FillPage() {
  usePageKind('title.questionnaire')
  const t = useText()
  const { survey } = useParams({ from: '/desk/surveys/$survey' })
  const { forms, waiting, error } = useForms(survey)
  const [filled, setFilled] = useState(0)
  const [newest] = forms
  const mine =
    usePermissions().writable('survey_response', { office: newest?.record.office ?? '', own: false }).size > 0
  return (
    <div className="column">
      <Link to="/activities" hash="surveys">
        {t('questionnaire.back')}
      </Link>
      <Refused error={error} />
      {waiting && <Waiting lines={6} />}
      {!waiting && !error && (!newest || !mine) && <p className="notice">{t('questionnaire.noForm')}</p>}
      {newest && mine && (
        <>
          {/* A later version that arrives meanwhile is for the next questionnaire. */}
          <Sheet key={filled} loaded={newest} survey={survey} onSaved={() => setFilled(filled + 1)} />
          <p role="status" className={filled > 0 ? 'notice' : ''}>
            {filled > 0 ? t('questionnaire.saved', { n: filled }) : ''}
          </p>
        </>
      )}
    </div>
  )
}

function Sheet(props: { loaded: LoadedForm; survey: string; onSaved: () => void }) {
  const t = useText()
  const say = useProblemText()
  const d = useDictionary()
  const [{ record, form }] = useState(props.loaded)
  const [given, setGiven] = useState<SurveyAnswers>({})
  const [language, setLanguage] = useState(form.languages[0] ?? '')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const top = useRef<HTMLHeadingElement>(null)
  const today = localToday()
  const state = useMemo(() => surveyState(form, given, { today }), [form, given, today])
  const begun = Object.keys(given).length > 0
  useEffect(() => {
    if (!begun) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [begun])

  const give = useCallback((name: string, answer: SurveyAnswer | undefined) => {
    setGiven(before => {
      const others = Object.fromEntries(Object.entries(before).filter(([question]) => question !== name))
      return answer === undefined ? others : { ...others, [name]: answer }
    })
  }, [])
  const problemOf = (question: SurveyQuestion): string | null => {
    const found = state.problems.find(problem => problem.question === question.name)
    if (!found || !tried) return null
    const own = found.code === 'survey_answer_out_of_bounds' && question.message
    return own ? inLanguage(own, language, form) : say({ code: found.code })
  }
  const answered = state.problems.filter(({ code }) => code !== 'survey_answer_not_asked')

  async function save(): Promise<void> {
    setTried(true)
    setError(null)
    const [first] = answered
    if (first) return document.getElementById(`question-${first.question}`)?.focus()
    const problems = surveyAnswerProblems(form, state.answers, latestDayOnEarth(new Date().toISOString()))
    if (problems.length > 0) return setError({ problems })
    setBusy(true)
    try {
      const place = { office: record.office, person: null, case: null }
      const set = {
        survey: props.survey,
        form: record.id,
        on: localToday(),
        answers: JSON.stringify(state.answers),
      }
      const [result] = await send([creating('survey_response', place, set, d.version)])
      if (!isSaved(result)) return setError({ problems: result?.problems ?? [] })
      props.onSaved()
      top.current?.scrollIntoView()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  const shown = form.questions.filter(({ name }) => state.asked.has(name))
  return (
    <form
      className="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <h1 ref={top}>{form.title}</h1>
      <p className="quiet">{t('questionnaire.about')}</p>
      {form.languages.length > 1 && (
        <Select
          label={t('questionnaire.language')}
          data={[...form.languages]}
          value={language}
          allowDeselect={false}
          onChange={value => value !== null && setLanguage(value)}
        />
      )}
      <div className="stack survey-questions" lang={tagOf(language)} dir={directionOf(language)}>
        {shown.map((question, i) => (
          <div key={question.name} data-question={question.name} className="stack">
            {question.group !== (shown[i - 1]?.group ?? null) && (
              <Heading form={form} group={question.group} language={language} />
            )}
            <QuestionField
              form={form}
              question={question}
              language={language}
              choices={state.choices(question.name)}
              required={state.required(question.name)}
              answer={given[question.name]}
              error={problemOf(question)}
              onGive={give}
            />
          </div>
        ))}
      </div>
      {tried && answered.length > 0 && (
        <p className="notice stop" role="alert">
          {t('questionnaire.open', { n: answered.length })}
        </p>
      )}
      {isProblems(error) ? (
        <div className="notice stop stack" role="alert">
          {error.problems.map(problem => (
            <p key={problem.code}>{say(problem)}</p>
          ))}
        </div>
      ) : (
        <Refused error={error} />
      )}
      <div>
        <Button type="submit" loading={busy}>
          {t('questionnaire.save')}
        </Button>
      </div>
    </form>
  )
}

function Heading(props: { form: SurveyForm; group: string | null; language: string }) {
  const group = props.form.groups.find(({ name }) => name === props.group)
  const words = group ? inLanguage(group.label, props.language, props.form) : ''
  return words === '' ? null : <h2>{words}</h2>
}

const isProblems = (error: unknown): error is { problems: { code: string }[] } =>
  typeof error === 'object' && error !== null && 'problems' in error && !(error instanceof Error)
