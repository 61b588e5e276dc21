import type { RecordView } from '#changes/change.ts'
import { SayValue } from '../case/say-value.tsx'
import { CaseLines } from '../lists/case-lines.tsx'
import { useList } from '../lists/use-list.ts'
import { Approvals } from '../team/approvals.tsx'
import { useText } from '../text/text.tsx'

/** Sharing without consent: what waits for a second person, and what was settled. */
export function Exceptions() {
  const t = useText()
  const settled = useList('approval', { kind: 'consent_override', open: 'no', order: 'newest' })
  return (
    <div className="stack">
      <h2>{t('rights.waiting')}</h2>
      <Approvals kind="consent_override" empty={t('rights.noException')} />
      <h2>{t('rights.settled')}</h2>
      <CaseLines
        list={settled}
        empty={t('rights.noneSettled')}
        say={({ record }) => <SayValue type="approval" field="state" value={(record as RecordView).content.state} />}
      />
    </div>
  )
}
