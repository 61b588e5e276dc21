import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useText } from '../text/text.tsx'
import { AskForm } from './ask-form.tsx'
import * as calls from './calls.ts'
import { ReleaseSheet } from './release-sheet.tsx'
import './releases.css'

/** For those who publish coded facts: ask, look at the preview, approve with a second person, take the files. */
export function ReleasesPage() {
  usePageKind('title.releases')
  const t = useText()
  const intl = useIntl()
  const [asking, setAsking] = useState(false)
  const list = useQuery({
    queryKey: ['releases'],
    queryFn: calls.list,
    refetchInterval: query => (query.state.data?.items.some(({ doing }) => doing !== null) ? 800 : false),
  })
  const items = list.data?.items ?? []
  // What is spent is asked again when something went out.
  const out = items.filter(({ state }) => state !== 'asked').length
  const choices = useQuery({
    queryKey: ['releases', 'choices', out],
    queryFn: calls.choices,
    placeholderData: keepPreviousData,
  })
  const number = (n: number) => intl.formatNumber(n, { maximumSignificantDigits: 3 })
  return (
    <div className="column reading">
      <div>
        <h1>{t('title.releases')}</h1>
        <p className="quiet">{t('releases.about')}</p>
      </div>
      <Refused error={list.error ?? choices.error} />
      {choices.data && (
        <p>{t('releases.budget', { spent: number(choices.data.spent), cap: number(choices.data.cap) })}</p>
      )}
      {choices.data && !asking && (
        <div>
          <Button onClick={() => setAsking(true)}>{t('releases.ask')}</Button>
        </div>
      )}
      {choices.data && asking && <AskForm choices={choices.data} onDone={() => setAsking(false)} />}
      {!list.data && !list.error && <Waiting lines={6} />}
      {list.data && items.length === 0 && <p className="quiet">{t('releases.empty')}</p>}
      <ul className="releases">
        {items.map(item => (
          <li key={item.id} className="sheet">
            <ReleaseSheet item={item} />
          </li>
        ))}
      </ul>
    </div>
  )
}
