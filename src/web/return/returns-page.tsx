import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import type { ListFilter } from '../api/calls.ts'
import { daysLater } from '#casework/when.ts'
import { SayValue } from '../case/say-value.tsx'
import { localToday } from '../form/today.ts'
import { CaseLines } from '../lists/case-lines.tsx'
import { FilterBar } from '../lists/filter-bar.tsx'
import { useList } from '../lists/use-list.ts'
import { useWritingOffice } from '../shell/me.ts'
import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'
import { ForMission } from './for-mission.tsx'

const parts = ['paused', 'late', 'departure', 'transit', 'onward', 'arrival', 'coming'] as const
/** Shown also when there is nothing: what has to be looked at, and where to begin. */
const always: readonly string[] = ['paused', 'coming']

/** Journeys of the office: paused ones first, then those whose day is over, those under way, and the planned by day. */
export function ReturnsPage() {
  usePageKind('title.returns')
  const t = useText()
  const [filter, setFilter] = useState<ListFilter>({})
  const own = useWritingOffice('movement_leg')
  const office = filter.office ?? own
  return (
    <div className="column wide">
      <div>
        <h1>{t('title.returns')}</h1>
        <p className="quiet">{t('returns.about')}</p>
      </div>
      <FilterBar type="movement" filter={filter} onChange={setFilter} without={['state', 'open']} />
      {parts.map(part => (
        <Part key={part} part={part} filter={filter} />
      ))}
      {office !== null && <ForMission office={office} />}
    </div>
  )
}

function Part({ part, filter }: { part: (typeof parts)[number]; filter: ListFilter }) {
  const t = useText()
  const today = localToday()
  const list = useList('movement', { ...filter, ...partOf(part, today) })
  if (list.items.length === 0 && !list.error && !always.includes(part)) return null
  return (
    <section>
      <h2>{t(`returns.${part}`)}</h2>
      <CaseLines
        list={list}
        empty={t(part === 'paused' ? 'returns.pausedEmpty' : 'returns.comingEmpty')}
        late={({ on, record }) => on !== null && on < today && record.content['stage'] === 'planned'}
        say={({ record }) => {
          const say = (field: string) => (
            <SayValue type="movement" field={field} value={record.content[field] as string} />
          )
          return (
            <>
              {say('from')} <span aria-hidden>→</span> <VisuallyHidden>{t('return.to')}</VisuallyHidden> {say('to')}{' '}
              <span className="quiet small">{say('stage')}</span>
            </>
          )
        }}
      />
    </section>
  )
}

function partOf(part: (typeof parts)[number], today: string): ListFilter {
  switch (part) {
    case 'late':
      return { state: 'planned', to: daysLater(today, -1) }
    case 'coming':
      return { state: 'planned', from: today }
    default:
      return { state: part }
  }
}
