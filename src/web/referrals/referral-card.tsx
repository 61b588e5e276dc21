import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ofType } from '#casework/latest.ts'
import { following, isLive, stateOf } from '#casework/referral/state.ts'
import type { RecordView } from '#changes/change.ts'
import { type Content, isAnswered } from '#dictionary/answer.ts'
import { changing, isSaved, send } from '../api/push.ts'
import { RefusalError } from '../api/client.ts'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { useDictionary } from '../shell/words.ts'
import { useLabels, useText } from '../text/text.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { PartnerLink } from './partner-link.tsx'
import { Recipient } from './referral-words.tsx'
import { StateMark } from './state-mark.tsx'

/** One referral: to whom, what they got to know, what they said; and what can be done now. */
export function ReferralCard(props: { open: OpenCase; record: RecordView; onWrite: () => void }) {
  const { open, record } = props
  const t = useText()
  const { content } = record
  const writes = open.writable('referral').has('open')
  const outside = !isAnswered(content.toOffice)
  return (
    <li className="sheet referral" data-referral={record.id}>
      <div className="row ends">
        <h2>
          <SayValue type="referral" field="need" value={content.need} />
        </h2>
        <StateMark content={content} />
      </div>
      <p>
        {t('referral.to')} <Recipient record={record} />
      </p>
      <dl className="facts">
        {(
          [
            'sentOn',
            'receivedOn',
            'acknowledgedOn',
            'declineReason',
            'doneOn',
            'shared',
            'handedOver',
            'details',
            'feedback',
          ] as const
        )
          .filter(field => isAnswered(content[field]))
          .map(field => (
            <Fact key={field} field={field}>
              <SayValue type="referral" field={field} value={content[field]} />
            </Fact>
          ))}
      </dl>
      <Withdrawal open={open} record={record} />
      {writes && <Actions {...props} outside={outside} />}
      {writes && outside && isLive(content) && <PartnerLink case={open.id} referral={record.id} />}
    </li>
  )
}

function Fact(props: { field: string; children: ReactNode }) {
  const labels = useLabels()
  return (
    <div>
      <dt>{labels.field('referral', props.field)}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

/** After consent was taken back: has the recipient heard it? */
function Withdrawal({ open, record }: { open: OpenCase; record: RecordView }) {
  const t = useText()
  const notice = ofType(open.file, 'withdrawal_notice').find(({ content }) => content.of === record.id)
  if (!notice) return null
  return (
    <p className="small">
      {t('referral.withdrawalNotice')} <SayValue type="withdrawal_notice" field="state" value={notice.content.state} />
    </p>
  )
}

function Actions(props: { open: OpenCase; record: RecordView; outside: boolean; onWrite: () => void }) {
  const t = useText()
  const d = useDictionary()
  const { record, outside } = props
  const [closing, setClosing] = useState<'declined' | 'done' | null>(null)
  const [error, setError] = useState<unknown>(null)
  const state = stateOf(record.content)
  const next = state === null ? [] : following[state]
  const change = async (set: Content) => {
    const [result] = await send([changing(record, set, d.version)])
    if (result && !isSaved(result))
      throw new RefusalError(400, { code: 'invalid', message: '', problems: [...result.problems] })
  }
  const attempt = (set: Content) => {
    setError(null)
    void change(set).catch(setError)
  }
  const noted = (set: Content) => ({ answeredThrough: 'noted', ...set })
  const today = localToday()
  if (next.length === 0) return null
  return (
    <>
      <Refused error={error} />
      <div className="row">
        {state === 'drafted' && <Button onClick={props.onWrite}>{t('referral.goOn')}</Button>}
        {outside && next.includes('accepted') && (
          <Button variant="default" onClick={() => attempt(noted({ state: 'accepted', acknowledgedOn: today }))}>
            {t('referral.theyAccept')}
          </Button>
        )}
        {outside && next.includes('declined') && (
          <Button variant="default" onClick={() => setClosing('declined')}>
            {t('referral.theyDecline')}
          </Button>
        )}
        {outside && next.includes('done') && (
          <Button variant="default" onClick={() => setClosing('done')}>
            {t('referral.given')}
          </Button>
        )}
        <Button variant="subtle" onClick={() => attempt({ state: 'withdrawn' })}>
          {t(state === 'drafted' ? 'referral.drop' : 'referral.withdraw')}
        </Button>
      </div>
      {closing && (
        <AnswerDialog
          state={closing}
          onAnswer={({ state: to, declineReason, feedback }) =>
            change(
              noted({
                state: to,
                [to === 'done' ? 'doneOn' : 'acknowledgedOn']: today,
                ...(declineReason === undefined ? {} : { declineReason }),
                ...(feedback === undefined ? {} : { feedback }),
              }),
            )
          }
          onClose={() => setClosing(null)}
        />
      )}
    </>
  )
}
