import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { ListFilter } from '../api/calls.ts'
import type { Content } from '#dictionary/answer.ts'
import { SayValue } from '../case/say-value.tsx'
import { localToday } from '../form/today.ts'
import { CaseLines } from '../lists/case-lines.tsx'
import { FilterBar } from '../lists/filter-bar.tsx'
import { useList } from '../lists/use-list.ts'
import { usePermissions, useWritingOffice } from '../shell/me.ts'
import { usePageKind } from '../shell/title.ts'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { MissionDone } from './mission-done.tsx'

const emptyOf = { mine: 'work.emptyMine', team: 'work.emptyTeam', asked: 'work.emptyAsked' } as const
const withoutOf = { mine: ['who', 'state'], team: ['state'], asked: ['who', 'state', 'office'] } as const

/** All open tasks, mine or those of my offices; the oldest date first, so that what is late stands at the head. */
export function WorkPage() {
  usePageKind('title.work')
  const t = useText()
  const permissions = usePermissions()
  const reach = permissions.reach('read', 'task')
  const team = reach.all || reach.offices.length > 0
  const choices = ['mine', ...(team ? (['team', 'asked'] as const) : [])] as const
  const [filter, setFilter] = useState<ListFilter>({ open: 'yes', who: 'me' })
  const mine = filter.who === 'me'
  const own = useWritingOffice('task')
  const list = useList('task', { ...filter, order: 'oldest' })
  const whose = filter.at ? 'asked' : mine ? 'mine' : 'team'
  const show = (next: string) => {
    const { who: _, at: __, office: ___, ...rest } = filter
    setFilter({
      ...rest,
      ...(next === 'mine' ? { who: 'me' } : {}),
      ...(next === 'asked' && own !== null ? { at: own } : {}),
    })
  }
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{t('title.work')}</h1>
        {choices.length > 1 && (
          <SegmentedControl
            aria-label={t('filter.who')}
            data={choices.map(value => ({ value, label: t(`work.${value}`) }))}
            value={whose}
            onChange={show}
          />
        )}
      </div>
      <p className="quiet">{t(whose === 'asked' ? 'work.askedAbout' : 'work.about')}</p>
      <FilterBar type="task" filter={filter} onChange={setFilter} without={withoutOf[whose]} />
      <CaseLines
        list={list}
        empty={t(emptyOf[whose])}
        {...(whose === 'asked' ? { beside: line => <MissionDone line={line} /> } : {})}
        late={({ on, record }) => on !== null && on < localToday() && record.content['doneOn'] === undefined}
        say={({ record }) => {
          const { kind, assignee } = record.content as Content
          return (
            <>
              <SayValue type="task" field="kind" value={kind} />{' '}
              {typeof assignee === 'string' && (
                <span className="quiet small">
                  <Isolated>{list.staffName(assignee)}</Isolated>
                </span>
              )}
            </>
          )
        }}
      />
    </div>
  )
}
