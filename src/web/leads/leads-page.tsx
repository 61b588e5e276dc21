import { usePageKind } from '../shell/title.ts'
import { RecordList } from './record-list.tsx'

/** Hints before anybody has been met. A lead counts no one until it becomes a case. */
export function LeadsPage() {
  usePageKind('title.leads')
  return <RecordList type="lead" />
}
