import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type Asked, readLink, type View, views } from '#server/contract/figure-link.ts'
import { Refused } from '../session/problem.tsx'
import { usePermissions } from '../shell/me.ts'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useDictionary } from '../shell/words.ts'
import { useText } from '../text/text.tsx'
import { begun, fitting, type Ground, hasPlaces, searchOf, unknownIn, viewed } from './asked.ts'
import { BadLink } from './bad-link.tsx'
import { Conditions } from './conditions.tsx'
import { Examples } from './examples.tsx'
import { KeptTables } from './kept-tables.tsx'
import { placeLists } from './map/place-lists.ts'
import { Options } from './options.tsx'
import { Outcome } from './outcome.tsx'
import { Sentence } from './sentence.tsx'
import { useChoices } from './use-answer.ts'
import './figures.css'

/** How many, of what, according to whom: a sentence that is a question, and under it the answer with its passport. */
export function FiguresPage() {
  const t = useText()
  usePageKind('title.figures')
  const permissions = usePermissions()
  const dictionary = useDictionary()
  const choices = useChoices()
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
  const isPlace = (id: string) => placeLists.includes(dictionary.dimensions.get(id)?.list ?? '')
  const ground = { choices: choices.data, isPlace }
  const read = readLink(search)
  const unknown = read.ok ? unknownIn(read.asked, ground) : []
  return (
    <div className="column wide figures">
      <h1>{t('figures.heading')}</h1>
      {!read.ok && <BadLink part={read.part} />}
      {unknown.length > 0 && <BadLink unknown={unknown} />}
      {read.ok && unknown.length === 0 && <Explorer asked={read.asked} ground={ground} />}
    </div>
  )
}

function Explorer({ asked, ground }: { asked: Asked; ground: Ground }) {
  const t = useText()
  const go = useNavigate()
  const to = (next: Asked) => void go({ to: '/figures', search: searchOf(next) as never, resetScroll: false })
  const ask = (next: Asked) => to(fitting(next, ground))
  const { choices } = ground
  const possible = views.filter(view => view !== 'map' || hasPlaces(asked.indicator, ground))
  const first = asked.rows === null && asked.view === 'table' && asked.indicator === begun.indicator
  return (
    <>
      <div className="row ends no-print">
        <SegmentedControl
          className="views"
          aria-label={t('figures.view')}
          value={asked.view}
          onChange={view => to(viewed(asked, view as View, ground))}
          data={possible.map(view => ({ value: view, label: t(`figures.view.${view}`) }))}
        />
        <KeptTables asked={asked} />
      </div>
      <form className="asking no-print" aria-label={t('figures.asking')} onSubmit={event => event.preventDefault()}>
        <Sentence asked={asked} ground={ground} ask={ask} />
        <Conditions asked={asked} choices={choices} ask={ask} />
        <Options asked={asked} choices={choices} ask={ask} />
      </form>
      <Outcome asked={asked} choices={choices} ask={ask} />
      {first && <Examples ground={ground} />}
    </>
  )
}
