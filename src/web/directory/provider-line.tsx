import { IconAlertTriangle, IconCircleCheck, IconClockPause } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { RecordView } from '#changes/change.ts'
import { isStale } from '#casework/directory/provider.ts'
import { lacksAgreement } from '#casework/referral/sending.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { SayValue } from '../case/say-value.tsx'
import { localToday } from '../form/today.ts'
import { useLabels, useText } from '../text/text.tsx'
import './directory.css'

/** One organisation: what it does, for whom, in which languages, how to reach it, and how far this can be relied on. */
export function ProviderLine({ provider, beside }: { provider: RecordView; beside?: ReactNode }) {
  const t = useText()
  const { content } = provider
  const say = (field: string) => <SayValue type="provider" field={field} value={content[field]} />
  const has = (field: string) => isAnswered(content[field])
  return (
    <li className="provider" data-provider={provider.id}>
      <div className="row ends">
        <strong className="provider-name">{say('name')}</strong>
        <Takes provider={provider} />
      </div>
      <p className="quiet small">
        {say('kind')}
        {has('town') && <> · {say('town')}</>}
        {has('country') && <> · {say('country')}</>}
      </p>
      <p>{say('services')}</p>
      <dl className="provider-facts small">
        <Fact field="languages">{say('languages')}</Fact>
        <Fact field="ages">
          {has('ages') || has('sexes') ? (
            <>
              {has('ages') && say('ages')}
              {has('ages') && has('sexes') && ' · '}
              {has('sexes') && say('sexes')}
            </>
          ) : (
            t('directory.everybody')
          )}
        </Fact>
        {has('capacity') && <Fact field="capacity">{say('capacity')}</Fact>}
        {has('hours') && <Fact field="hours">{say('hours')}</Fact>}
        {has('contactLine') && <Fact field="contactLine">{say('contactLine')}</Fact>}
        {has('publicAddress') && <Fact field="publicAddress">{say('publicAddress')}</Fact>}
      </dl>
      <Reliance provider={provider} />
      {beside}
    </li>
  )
}

function Fact(props: { field: string; children: ReactNode }) {
  const labels = useLabels()
  return (
    <div>
      <dt>{labels.field('provider', props.field)}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

/** Does it take referrals now? */
export function Takes({ provider: { content } }: { provider: RecordView }) {
  const labels = useLabels()
  const state = plainText(content.state) || 'active'
  const active = state === 'active'
  const Icon = active ? IconCircleCheck : IconClockPause
  return (
    <span className={active ? 'meaning done' : 'meaning care'}>
      <Icon size={18} aria-hidden /> {labels.code('provider_state', state)}
    </span>
  )
}

/** When somebody last asked, and whether an agreement to share is in force. */
function Reliance({ provider }: { provider: RecordView }) {
  const t = useText()
  const today = localToday()
  const { content } = provider
  const say = (field: string) => <SayValue type="provider" field={field} value={content[field]} />
  return (
    <p className="row small">
      {isStale(content, today) ? (
        <span className="meaning care">
          <IconAlertTriangle size={18} aria-hidden /> {t('directory.stale')}
        </span>
      ) : (
        <span className="quiet">
          {t('directory.verified')} {say('verifiedOn')}
        </span>
      )}
      {lacksAgreement(provider, today) ? (
        <span className="meaning care">
          <IconAlertTriangle size={18} aria-hidden /> {t('directory.noAgreement')}
        </span>
      ) : (
        isAnswered(content.agreementUntil) && (
          <span className="quiet">
            {t('directory.agreement')} {say('agreementUntil')}
          </span>
        )
      )}
    </p>
  )
}
