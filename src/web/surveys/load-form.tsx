import { Button, Checkbox, FileButton, Modal } from '@mantine/core'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { plainText } from '#dictionary/answer.ts'
import type { SurveyForm } from '#forms/survey/definition.ts'
import { creating, isSaved, send } from '../api/push.ts'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useMaybeText, useText } from '../text/text.tsx'
import { type ReadXlsform, readXlsform } from './calls.ts'

/** An XLSForm becomes the questions of a survey, after somebody has seen what is in it, and what was left out. */
export function LoadForm(props: { survey: RecordView; onClose: () => void }) {
  const t = useText()
  const say = useProblemText()
  const d = useDictionary()
  const [read, setRead] = useState<ReadXlsform | null>(null)
  const [without, setWithout] = useState(true)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function take(file: File | null): Promise<void> {
    if (!file) return
    setRead(null)
    setError(null)
    setBusy(true)
    await readXlsform(file)
      .then(setRead)
      .catch(setError)
      .finally(() => setBusy(false))
  }

  async function keep(form: SurveyForm): Promise<void> {
    setBusy(true)
    const { office, id: survey } = props.survey
    const title = form.title || plainText(props.survey.content['title'])
    const set = {
      survey,
      title,
      version: form.version || null,
      loadedOn: localToday(),
      form: JSON.stringify({ ...form, title }),
    }
    try {
      const [result] = await send([creating('survey_form', { office, person: null, case: null }, set, d.version)])
      if (isSaved(result)) return props.onClose()
      setError(new Error(result?.problems.map(say).join(' ')))
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  const chosen = read?.form && without ? leftOut(read.form, read.identifying) : (read?.form ?? null)
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('questionnaire.load')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className="stack">
        <p>{t('questionnaire.loadAbout')}</p>
        <div>
          <FileButton accept=".xlsx" onChange={file => void take(file)} disabled={busy}>
            {button => (
              <Button {...button} variant="default" loading={busy}>
                {t('questionnaire.choose')}
              </Button>
            )}
          </FileButton>
        </div>
        <Refused error={error} />
        {read && (
          <>
            <Remarks items={read.problems} stop />
            <Remarks items={read.remarks} />
          </>
        )}
        {read?.form && (
          <>
            <p role="status">
              {t('questionnaire.found', {
                questions: read.form.questions.length,
                languages: read.form.languages.length,
              })}
            </p>
            {read.identifying.length > 0 && (
              <div className="notice">
                <div className="stack">
                  <p>{t('questionnaire.identifying', { n: read.identifying.length })}</p>
                  <p className="small">{read.identifying.join(', ')}</p>
                  <Checkbox
                    label={t('questionnaire.leaveOut')}
                    checked={without}
                    onChange={event => setWithout(event.currentTarget.checked)}
                  />
                </div>
              </div>
            )}
            {chosen && (
              <div>
                <Button disabled={busy || chosen.questions.length === 0} onClick={() => void keep(chosen)}>
                  {t('questionnaire.keep')}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </Modal>
  )
}

function Remarks(props: { items: ReadXlsform['remarks']; stop?: boolean }) {
  const t = useText()
  const maybe = useMaybeText()
  if (props.items.length === 0) return null
  return (
    <div className={props.stop ? 'notice stop' : 'notice'} role={props.stop ? 'alert' : undefined}>
      <div>
        <p>{props.stop ? t('questionnaire.problems') : t('questionnaire.remarks')}</p>
        <ul>
          {props.items.slice(0, 50).map(({ code, sheet, row, what }) => (
            <li key={`${code} ${sheet} ${row} ${what}`}>
              {t('questionnaire.row', { sheet, row, said: maybe(`xlsform.${code}`, { what }) ?? what })}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Without these questions, and without what only they made sense of: what asks for them is asked of everybody. */
function leftOut(form: SurveyForm, names: readonly string[]): SurveyForm {
  const asksFor = (source: string | undefined) =>
    source !== undefined &&
    names.some(name => new RegExp(`\\$\\{\\s*${name.replaceAll('.', '\\.')}\\s*\\}`).test(source))
  const questions = form.questions
    .filter(({ name }) => !names.includes(name))
    .filter(({ kind, calculation }) => !(kind === 'calculate' && asksFor(calculation)))
    .map(question => {
      const kept = { ...question }
      for (const part of ['relevant', 'required', 'constraint', 'choiceFilter'] as const)
        if (asksFor(kept[part])) delete kept[part]
      return kept
    })
  return { ...form, questions }
}
