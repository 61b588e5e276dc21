import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { inOrder, ofType } from '#casework/latest.ts'
import { type OpenCase, useCase } from '../case/use-case.ts'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { Composer } from './composer.tsx'
import { ReferralCard } from './referral-card.tsx'
import './referral.css'

/** Who was asked to help, what did they get to know, what did they say? */
export function CaseReferralsPage() {
  usePageKind('title.referrals')
  const { id } = useParams({ from: '/desk/cases/$id/referrals' })
  const { open, error } = useCase(id)
  if (error && !open) return <Refused error={error} />
  if (!open) return <Waiting lines={6} />
  return <Referrals key={id} open={open} />
}

function Referrals({ open }: { open: OpenCase }) {
  const t = useText()
  const labels = useLabels()
  /** Id of the draft that is being written, or a new one. */
  const [writing, setWriting] = useState<string | null>(null)
  const { number } = open.file.case.content
  const records = inOrder(ofType(open.file, 'referral'), 'sentOn').toReversed()
  const writes = open.writable('referral').has('open')
  return (
    <div className="column">
      <div className="row ends">
        <h1>{t('title.referrals')}</h1>
        <Link to="/cases/$id" params={{ id: open.id }}>
          {t('referral.back')} <CaseNumber number={typeof number === 'string' ? number : null} />
        </Link>
      </div>
      {writes && writing === null && (
        <div>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setWriting('new')}>
            {t('referral.new')}
          </Button>
        </div>
      )}
      {writing !== null && (
        <Composer
          key={writing}
          open={open}
          draft={records.find(({ id }) => id === writing) ?? null}
          onClose={() => setWriting(null)}
        />
      )}
      {records.length === 0 && writing === null && (
        <div className="empty">
          <p>{labels.empty('referral')}</p>
        </div>
      )}
      <ul className="referrals">
        {records
          .filter(({ id }) => id !== writing)
          .map(record => (
            <ReferralCard key={record.id} open={open} record={record} onWrite={() => setWriting(record.id)} />
          ))}
      </ul>
    </div>
  )
}
