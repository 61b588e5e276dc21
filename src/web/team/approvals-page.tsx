import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'
import { Approvals } from './approvals.tsx'

/** For those who settle without leading a team: money, exceptions to consent. */
export function ApprovalsPage() {
  usePageKind('title.approvals')
  const t = useText()
  return (
    <div className="column reading">
      <h1>{t('title.approvals')}</h1>
      <Approvals />
    </div>
  )
}
