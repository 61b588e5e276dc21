import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { ListFilter } from '../api/calls.ts'
import type { Content } from '#dictionary/answer.ts'
import { SayValue } from '../case/say-value.tsx'
import { localToday } from '../form/today.ts'
import { CaseLines } from '../lists/case-lines.tsx'
import { FilterBar } from '../lists/filter-bar.tsx'
import { useList } from '../lists/use-list.ts'
import { usePermissions } from '../shell/me.ts'
import { usePageKind } from '../shell/title.ts'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'

/** All open tasks, mine or those of my offices; the oldest date first, so that what is late stands at the head. */
export function WorkPage() {
  usePageKind('title.work')
  const t = useText()
  const permissions = usePermissions()
  const reach = permissions.reach('read', 'task')
  const team = reach.all || reach.offices.length > 0
  const [whose, setWhose] = useState<'mine' | 'team'>('mine')
  const [filter, setFilter] = useState<ListFilter>({ open: 'yes' })
  const mine = whose === 'mine'
  const list = useList('task', { ...filter, ...(mine ? { who: 'me' } : {}), order: 'oldest' })
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{t('title.work')}</h1>
        {team && (
          <SegmentedControl
            aria-label={t('filter.who')}
            data={[
              { value: 'mine', label: t('work.mine') },
              { value: 'team', label: t('work.team') },
            ]}
            value={whose}
            onChange={value => setWhose(value === 'team' ? 'team' : 'mine')}
          />
        )}
      </div>
      <p className="quiet">{t('work.about')}</p>
      <FilterBar type="task" filter={filter} onChange={setFilter} without={mine ? ['who', 'state'] : ['state']} />
      <CaseLines
        list={list}
        empty={t(mine ? 'work.emptyMine' : 'work.emptyTeam')}
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
