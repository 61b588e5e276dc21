import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { isUnacknowledged } from '#casework/rights/withdrawal.ts'
import type { ListFilter } from '../api/calls.ts'
import { SayValue } from '../case/say-value.tsx'
import { localToday } from '../form/today.ts'
import { CaseLines } from '../lists/case-lines.tsx'
import { FilterBar } from '../lists/filter-bar.tsx'
import { useList } from '../lists/use-list.ts'
import { useText } from '../text/text.tsx'

/** Partners who have not said yet that consent was taken back, the latest first to come up. */
export function Withdrawals() {
  const t = useText()
  const [filter, setFilter] = useState<ListFilter>({})
  const list = useList('withdrawal_notice', { ...filter, open: 'yes' })
  return (
    <div className="stack">
      <p className="quiet">{t('rights.withdrawalsAbout')}</p>
      <FilterBar type="withdrawal_notice" filter={filter} onChange={setFilter} without={['open', 'state']} />
      <CaseLines
        list={list}
        empty={t('rights.noWithdrawal')}
        late={({ record }) => isUnacknowledged(record as RecordView, localToday())}
        say={({ record }) => (
          <SayValue
            type="withdrawal_notice"
            field="recipientKind"
            value={(record as RecordView).content.recipientKind}
          />
        )}
      />
    </div>
  )
}
