import { useState } from 'react'
import type { ListFilter } from '../api/calls.ts'
import { SayValue } from '../case/say-value.tsx'
import { CaseLines } from '../lists/case-lines.tsx'
import { FilterBar } from '../lists/filter-bar.tsx'
import { useList } from '../lists/use-list.ts'
import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'

/** Who is still looked for, over all cases of one's offices: by case and kind of request, never by place. */
export function TracingDesk() {
  usePageKind('title.tracing')
  const t = useText()
  const [filter, setFilter] = useState<ListFilter>({ open: 'yes' })
  const list = useList('tracing_request', { ...filter, order: 'oldest' })
  return (
    <div className="column wide">
      <div>
        <h1>{t('title.tracing')}</h1>
        <p className="quiet">{t('tracing.deskAbout')}</p>
      </div>
      <FilterBar type="tracing_request" filter={filter} onChange={setFilter} without={['state']} />
      <CaseLines
        list={list}
        empty={t('tracing.deskEmpty')}
        say={({ record }) => (
          <>
            <SayValue type="tracing_request" field="requester" value={record.content['requester'] as string} />{' '}
            <span className="quiet small">
              <SayValue type="tracing_request" field="state" value={record.content['state'] as string} />
            </span>
          </>
        )}
      />
    </div>
  )
}
