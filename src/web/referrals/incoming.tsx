import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isUnanswered } from '#casework/referral/state.ts'
import type { RecordView } from '#changes/change.ts'
import { queries } from '../api/query.ts'
import type { ListFilter } from '../api/calls.ts'
import { CaseLines } from '../lists/case-lines.tsx'
import { FilterBar } from '../lists/filter-bar.tsx'
import { useList } from '../lists/use-list.ts'
import { Refused } from '../session/problem.tsx'
import { usePermissions } from '../shell/me.ts'
import { useText } from '../text/text.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { answer, type Answer } from './calls.ts'
import { ReferralWords } from './referral-words.tsx'

/** What other missions ask of this office: accept, which opens our own case of the person, or say why not. */
export function Incoming({ office }: { office: string }) {
  const t = useText()
  const go = useNavigate()
  const permissions = usePermissions()
  const [filter, setFilter] = useState<ListFilter>({})
  const list = useList('referral', { open: 'yes', ...filter, at: office })
  const [closing, setClosing] = useState<{ referral: string; state: 'declined' | 'done' } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const answers = ['referral', 'case'].every(type => permissions.writable(type, { office, own: true }).has('open'))

  const say = async (referral: string, said: Answer) => {
    const reply = await answer(referral, said)
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['list'] }),
      queries.invalidateQueries({ queryKey: ['case'] }),
    ])
    return reply
  }
  const accept = async (referral: string) => {
    setBusy(referral)
    setError(null)
    try {
      const { case: own } = await say(referral, { state: 'accepted' })
      if (own !== null) await go({ to: '/cases/$id', params: { id: own } })
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(null)
    }
  }
  const actions = (record: RecordView) => (
    <div className="row">
      {isUnanswered(record.content) ? (
        <>
          <Button loading={busy === record.id} onClick={() => void accept(record.id)}>
            {t('referral.accept')}
          </Button>
          <Button variant="default" onClick={() => setClosing({ referral: record.id, state: 'declined' })}>
            {t('referral.decline')}
          </Button>
        </>
      ) : (
        <Button variant="default" onClick={() => setClosing({ referral: record.id, state: 'done' })}>
          {t('referral.given')}
        </Button>
      )}
    </div>
  )
  return (
    <div className="stack">
      <p className="quiet">{t('referrals.incomingAbout')}</p>
      <FilterBar type="referral" filter={filter} onChange={setFilter} without={['office', 'who']} />
      <Refused error={error} />
      <CaseLines
        list={list}
        empty={t('referrals.incomingEmpty')}
        say={({ record }) => <ReferralWords record={record as RecordView} />}
        {...(answers ? { beside: ({ record }) => actions(record as RecordView) } : {})}
      />
      {closing && (
        <AnswerDialog
          state={closing.state}
          onAnswer={said => say(closing.referral, said)}
          onClose={() => setClosing(null)}
        />
      )}
    </div>
  )
}
