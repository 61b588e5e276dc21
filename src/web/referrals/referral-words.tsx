import type { RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { SayValue } from '../case/say-value.tsx'
import { useDirectory } from '../directory/use-directory.ts'
import { Isolated } from '../text/fmt.tsx'
import { useLabels } from '../text/text.tsx'
import { StateMark } from './state-mark.tsx'
import './referral.css'

/** One referral in a line: the service, where it stands; for one's own also to whom. */
export function ReferralWords({ record, to = false }: { record: RecordView; to?: boolean }) {
  return (
    <span className="referral-words">
      <span>
        <SayValue type="referral" field="need" value={record.content.need} />
      </span>
      {to && (
        <span className="small">
          <Recipient record={record} />
        </span>
      )}
      <StateMark content={record.content} />
    </span>
  )
}

/** To whom: a mission, an organisation of the directory, a name in words; else the kind. */
export function Recipient({ record: { content } }: { record: RecordView }) {
  const labels = useLabels()
  const directory = useDirectory()
  const provider = directory.byId(content.recipientOrganisation)
  if (isAnswered(content.toOffice)) return <SayValue type="referral" field="toOffice" value={content.toOffice} />
  if (provider) return <SayValue type="provider" field="name" value={provider.content.name} />
  if (isAnswered(content.to)) return <SayValue type="referral" field="to" value={content.to} />
  const kind = content.recipientKind
  return <Isolated>{typeof kind === 'string' ? labels.code('recipient_kind', kind) : ''}</Isolated>
}
