import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { ListFilter } from '../api/calls.ts'
import { FilterBar } from '../lists/filter-bar.tsx'
import { useList } from '../lists/use-list.ts'
import { Refused } from '../session/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { useText } from '../text/text.tsx'
import { RequestSheet } from './request-sheet.tsx'

/** What persons asked about their data, the most urgent first; and what was answered. */
export function Requests() {
  const t = useText()
  const [filter, setFilter] = useState<ListFilter>({ open: 'yes' })
  const open = filter.open ?? 'yes'
  const list = useList('rights_request', { ...filter, open, order: open === 'yes' ? 'oldest' : 'newest' })
  return (
    <div className="stack">
      <div>
        <SegmentedControl
          aria-label={t('rights.which')}
          value={open}
          onChange={value => setFilter({ ...filter, open: value as 'yes' | 'no' })}
          data={[
            { value: 'yes', label: t('rights.open') },
            { value: 'no', label: t('rights.answered') },
          ]}
        />
      </div>
      <FilterBar type="rights_request" filter={filter} onChange={setFilter} without={['open', 'state', 'who']} />
      {list.waiting && <Waiting lines={5} />}
      <Refused error={list.error} />
      {!list.waiting && list.items.length === 0 && !list.error && (
        <div className="empty">
          <p>{t(open === 'yes' ? 'rights.noneOpen' : 'rights.noneAnswered')}</p>
        </div>
      )}
      <ul className="requests">
        {list.items.map(line => (
          <li key={line.record.id} className="sheet stack" data-request={line.record.id}>
            <RequestSheet line={line} staffName={list.staffName} />
          </li>
        ))}
      </ul>
      {list.more && (
        <div>
          <Button variant="default" onClick={list.more}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  )
}
