import { Button, Textarea } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { maySettle } from '#casework/teamwork/approval.ts'
import type { ChangeResult, RecordView } from '#changes/change.ts'
import type { ListFilter, ListLine } from '../api/calls.ts'
import { changing, isSaved, send } from '../api/push.ts'
import { SayValue } from '../case/say-value.tsx'
import { localToday } from '../form/today.ts'
import { FilterBar } from '../lists/filter-bar.tsx'
import { useList } from '../lists/use-list.ts'
import { Refused } from '../session/problem.tsx'
import { usePermissions } from '../shell/me.ts'
import { useMe } from '../shell/signed-in.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useDictionary } from '../shell/words.ts'
import { CaseNumber, Isolated, Name, PartialDate } from '../text/fmt.tsx'
import { useProblemText } from '../text/problem.ts'
import { useText } from '../text/text.tsx'
import './team.css'

/** What waits for a second person, the longest first. What is not mine to settle is shown, and says so. */
export function Approvals(props: { office?: string; kind?: string; empty?: string }) {
  const t = useText()
  const { office, kind } = props
  const [filter, setFilter] = useState<ListFilter>({})
  const list = useList('approval', {
    ...filter,
    open: 'yes',
    ...(office ? { office } : {}),
    ...(kind ? { kind } : {}),
  })
  const settled = [...(office ? (['office'] as const) : []), ...(kind ? (['kind'] as const) : [])]
  return (
    <div className="stack">
      <FilterBar type="approval" filter={filter} onChange={setFilter} without={['state', 'open', 'who', ...settled]} />
      {list.waiting && <Waiting lines={5} />}
      <Refused error={list.error} />
      {list.items.length === 0 && !list.waiting && !list.error && (
        <div className="empty">
          <p>{props.empty ?? t('approvals.empty')}</p>
        </div>
      )}
      <ul className="approvals">
        {list.items.map(line => (
          <li key={line.record.id} className="sheet stack" data-approval={line.record.id}>
            <Waits line={line} staffName={list.staffName} />
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

function Waits({ line, staffName }: { line: ListLine; staffName: (id: string) => string }) {
  const t = useText()
  const record = line.record as RecordView
  const { kind, askedOn, reason, legalGround } = record.content
  const number = line.case?.content['number']
  return (
    <>
      <div className="row ends">
        <h2>
          <SayValue type="approval" field="kind" value={kind} />
        </h2>
        {line.case && (
          <Link to="/cases/$id" params={{ id: line.case.id }}>
            {line.name !== null && <Name>{line.name}</Name>}{' '}
            <CaseNumber number={typeof number === 'string' ? number : null} />
          </Link>
        )}
      </div>
      <p className="quiet small">
        {t('approvals.askedBy')} <Isolated>{staffName(record.author)}</Isolated>
        {typeof askedOn === 'string' && (
          <>
            {', '}
            <PartialDate value={askedOn} />
          </>
        )}
      </p>
      {typeof reason === 'string' && (
        <p>
          <SayValue type="approval" field="reason" value={reason} />
        </p>
      )}
      {typeof legalGround === 'string' && (
        <p>
          {t('approvals.ground')} <SayValue type="approval" field="legalGround" value={legalGround} />
        </p>
      )}
      <Settle record={record} />
    </>
  )
}

function Settle({ record }: { record: RecordView }) {
  const t = useText()
  const d = useDictionary()
  const me = useMe()
  const say = useProblemText()
  const permissions = usePermissions()
  const [answer, setAnswer] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [refused, setRefused] = useState<ChangeResult | null>(null)
  const kind = typeof record.content.kind === 'string' ? record.content.kind : ''
  const may = (verb: string) => permissions.may(verb as 'approve', { office: record.office })
  if (record.author === me.id) return <p className="quiet">{t('approvals.yours')}</p>
  if (!maySettle(kind, { may })) return <p className="quiet">{t('approvals.others')}</p>
  const settle = async (state: 'approved' | 'refused') => {
    setBusy(true)
    setError(null)
    try {
      const set = { state, decidedOn: localToday(), ...(answer.trim() === '' ? {} : { answer: answer.trim() }) }
      const [result] = await send([changing(record, set, d.version)])
      setRefused(isSaved(result) ? null : (result ?? null))
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="stack">
      <Textarea
        label={t('approvals.answer')}
        autosize
        minRows={1}
        value={answer}
        onChange={event => setAnswer(event.currentTarget.value)}
      />
      {refused && (
        <div className="notice stop" role="alert">
          <ul>
            {refused.problems.map(problem => (
              <li key={problem.code}>{say(problem)}</li>
            ))}
          </ul>
        </div>
      )}
      <Refused error={error} />
      <div className="row">
        <Button
          loading={busy}
          leftSection={<IconCheck size={18} aria-hidden />}
          onClick={() => void settle('approved')}
        >
          {t('approvals.approve')}
        </Button>
        <Button
          variant="default"
          loading={busy}
          leftSection={<IconX size={18} aria-hidden />}
          onClick={() => void settle('refused')}
        >
          {t('approvals.refuse')}
        </Button>
      </div>
    </div>
  )
}
