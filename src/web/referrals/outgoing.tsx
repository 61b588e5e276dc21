import { useState } from 'react'
import { answeredWithin, daysWaiting } from '#casework/referral/state.ts'
import type { RecordView } from '#changes/change.ts'
import type { ListFilter, ListLine } from '../api/calls.ts'
import { localToday } from '../form/today.ts'
import { CaseLines } from '../lists/case-lines.tsx'
import { FilterBar } from '../lists/filter-bar.tsx'
import { useList } from '../lists/use-list.ts'
import { useText } from '../text/text.tsx'
import { ReferralWords } from './referral-words.tsx'

const words = ({ record }: ListLine) => <ReferralWords record={record as RecordView} to />
const isLate = ({ record }: ListLine) =>
  (daysWaiting((record as RecordView).content, localToday()) ?? 0) > answeredWithin

/** What nobody has answered yet, the longest wait first: not opened, and opened. */
export function Waits({ office }: { office: string }) {
  const t = useText()
  const [filter, setFilter] = useState<ListFilter>({})
  return (
    <div className="stack">
      <FilterBar type="referral" filter={filter} onChange={setFilter} without={['office', 'who', 'state', 'open']} />
      {(['sent', 'received'] as const).map(state => (
        <section key={state}>
          <h2>{t(`referrals.${state}`)}</h2>
          <WaitingIn office={office} state={state} filter={filter} />
        </section>
      ))}
    </div>
  )
}

function WaitingIn(props: { office: string; state: 'sent' | 'received'; filter: ListFilter }) {
  const t = useText()
  const { office, state } = props
  const list = useList('referral', { ...props.filter, office, state, open: 'yes' })
  return <CaseLines list={list} empty={t(`referrals.${state}Empty`)} late={isLate} say={words} />
}

/** Everything this office sent, newest first. */
export function Outgoing({ office }: { office: string }) {
  const t = useText()
  const [filter, setFilter] = useState<ListFilter>({})
  const list = useList('referral', { ...filter, office, order: 'newest' })
  return (
    <div className="stack">
      <FilterBar type="referral" filter={filter} onChange={setFilter} without={['office', 'who']} />
      <CaseLines list={list} empty={t('referrals.outgoingEmpty')} late={isLate} say={words} />
    </div>
  )
}
