import { useNavigate, useSearch } from '@tanstack/react-router'
import { Refused } from '../session/problem.tsx'
import { usePermissions } from '../shell/me.ts'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useText } from '../text/text.tsx'
import { type Asked, askedFrom, fitting, searchOf } from './asked.ts'
import { Conditions } from './conditions.tsx'
import { Examples } from './examples.tsx'
import { Outcome } from './outcome.tsx'
import { Sentence } from './sentence.tsx'
import { useChoices } from './use-figure.ts'
import './figures.css'

/** How many, of what, according to whom: a sentence that is a question, and under it the answer with its passport. */
export function FiguresPage() {
  const t = useText()
  usePageKind('title.figures')
  const permissions = usePermissions()
  const choices = useChoices()
  const go = useNavigate()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  if (!permissions.may('count')) {
    return (
      <div className="column narrow">
        <h1>{t('figures.heading')}</h1>
        <p>{t('figures.notForYou')}</p>
      </div>
    )
  }
  if (choices.error) return <Refused error={choices.error} />
  if (!choices.data) return <Waiting />
  const asked = fitting(askedFrom(search), choices.data)
  const ask = (next: Asked) =>
    void go({ to: '/figures', search: searchOf(fitting(next, choices.data)) as never, resetScroll: false })
  return (
    <div className="column wide figures">
      <h1>{t('figures.heading')}</h1>
      <form className="asking no-print" aria-label={t('figures.asking')} onSubmit={event => event.preventDefault()}>
        <Sentence asked={asked} choices={choices.data} ask={ask} />
        <Conditions asked={asked} choices={choices.data} ask={ask} />
      </form>
      <Outcome asked={asked} />
      {asked.rows === null && <Examples choices={choices.data} />}
    </div>
  )
}
