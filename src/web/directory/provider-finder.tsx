import { Button, Checkbox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { fitting, isStale, type ProviderWanted } from '#casework/directory/provider.ts'
import { localToday } from '../form/today.ts'
import { type Kept, partsOf } from '../lists/kept.ts'
import { SavedFilters } from '../lists/saved-filters.tsx'
import { Refused } from '../session/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { useText } from '../text/text.tsx'
import { DirectoryFilter } from './directory-filter.tsx'
import { ProviderLine } from './provider-line.tsx'
import { useDirectory } from './use-directory.ts'

/** Who can help? A filter and the organisations that fit, those that take referrals first. Stands alone or beside a form. */
export function ProviderFinder(props: {
  /** What is asked at the beginning, as from the call or the person. */
  initial?: ProviderWanted
  /** What can be done with an organisation that was found. */
  beside?: (provider: RecordView) => ReactNode
  /** Whoever keeps the directory true looks for what nobody verified. */
  keeps?: boolean
}) {
  const t = useText()
  const directory = useDirectory()
  const [wanted, setWanted] = useState<ProviderWanted>(props.initial ?? {})
  const [stale, setStale] = useState(false)
  const [shown, setShown] = useState(atOnce)
  const today = localToday()
  const found = fitting(directory.providers, wanted).filter(({ content }) => !stale || isStale(content, today))
  const ask = (next: ProviderWanted) => {
    setWanted(next)
    setShown(atOnce)
  }
  const take = (kept: Kept) => {
    ask(partsOf(kept, ['service', 'language', 'age', 'sex', 'country', 'text']))
    setStale(kept['stale'] === 'true')
  }
  return (
    <div className="stack">
      <DirectoryFilter providers={directory.providers} wanted={wanted} onChange={ask} />
      {props.keeps && (
        <div className="row ends">
          <Checkbox
            label={t('directory.onlyStale')}
            checked={stale}
            onChange={event => setStale(event.currentTarget.checked)}
          />
          <SavedFilters list="directory" filter={{ ...wanted, stale }} onPick={take} />
        </div>
      )}
      <Refused error={directory.error} />
      {directory.waiting && <Waiting lines={5} />}
      {!directory.waiting && !directory.error && (
        <p role="status" className="quiet small">
          {t('directory.found', { count: found.length })}
        </p>
      )}
      {found.length === 0 && directory.providers.length > 0 && (
        <div className="empty">
          <p>{t('directory.nothing')}</p>
        </div>
      )}
      <ul className="providers">
        {found.slice(0, shown).map(provider => (
          <ProviderLine key={provider.id} provider={provider} beside={props.beside?.(provider)} />
        ))}
      </ul>
      {found.length > shown && (
        <div>
          <Button variant="default" onClick={() => setShown(shown + atOnce)}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  )
}

const atOnce = 30
