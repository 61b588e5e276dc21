import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { findingsOf } from '#casework/activity/reading.ts'
import type { RecordView } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { SayValue } from '../case/say-value.tsx'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { useOffices } from '../shell/offices.ts'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import type { ShownActivity, ShownPeriod } from './calls.ts'
import { AddNumber } from './add-number.tsx'
import { CardHead, useWritable } from './card-head.tsx'
import { Numbers } from './numbers.tsx'

/** One activity as the report will tell it, with its numbers, and what it still misses. */
export function ActivityCard({ activity, numbers, period }: ShownActivity & { period: ShownPeriod }) {
  const t = useText()
  const offices = useOffices()
  const [editing, setEditing] = useState(false)
  const { content } = activity
  const findings = findingsOf(content, numbers, period)
  const writable = useWritable(activity)
  const title = plainText(content.title)
  return (
    <article aria-label={title}>
      <CardHead record={activity} level="h3" onEdit={() => setEditing(true)} />
      <p className="quiet small activity-about">
        <span>
          <SayValue type="activity" field="countries" value={content.countries} />
        </span>
        <span>
          <SayValue type="activity" field="from" value={content.from} />
          {isAnswered(content.to) && (
            <>
              {' – '}
              <SayValue type="activity" field="to" value={content.to} />
            </>
          )}
        </span>
        {isAnswered(content.state) && (
          <span>
            <SayValue type="activity" field="state" value={content.state} />
          </span>
        )}
        <Isolated>{offices.nameOf(activity.office)}</Isolated>
      </p>
      {isAnswered(content.text) && (
        <p className="activity-text">
          <Isolated>{plainText(content.text)}</Isolated>
        </p>
      )}
      <Numbers numbers={numbers} period={period} title={title} />
      {findings.length > 0 && (
        <ul className="findings">
          {findings.map(({ code }) => (
            <li key={code} className="meaning care">
              <IconAlertTriangle size={16} aria-hidden /> {t(`activity.finding.${code}`)}
            </li>
          ))}
        </ul>
      )}
      {writable && <AddNumber activity={activity} title={title} />}
      {editing && (
        <OfficeRecordDialog
          type="activity"
          seen={activity as RecordView}
          office={activity.office}
          onClose={() => setEditing(false)}
        />
      )}
    </article>
  )
}
