import type { ListFilter } from '../api/calls.ts'
import { SayValue } from '../case/say-value.tsx'
import { localToday } from '../form/today.ts'
import { CaseLines } from '../lists/case-lines.tsx'
import { FilterBar } from '../lists/filter-bar.tsx'
import { useList } from '../lists/use-list.ts'
import { useState } from 'react'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'

/** Tasks of the team whose day is over, the oldest first. */
export function LateWork({ office }: { office: string }) {
  const t = useText()
  const [more, setMore] = useState<ListFilter>({})
  const list = useList('task', { ...more, office, open: 'yes', to: localToday() })
  return (
    <div className="stack">
      <FilterBar type="task" filter={more} onChange={setMore} without={['office', 'open', 'state']} />
      <CaseLines
        list={list}
        empty={t('team.noLate')}
        late={() => true}
        say={({ record }) => {
          const { assignee } = record.content
          return (
            <>
              <SayValue type="task" field="kind" value={record.content['kind'] as string} />{' '}
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
