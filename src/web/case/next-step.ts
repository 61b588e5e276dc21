import { latest, ofType } from '#casework/latest.ts'
import type { Standing } from '#casework/standing.ts'
import type { TextKey } from '../text/text.tsx'
import type { Editing } from './record-dialog.tsx'
import type { OpenCase } from './use-case.ts'

export type NextStep =
  | { readonly text: TextKey; readonly go: 'conflicts' | 'services' }
  | { readonly text: TextKey; readonly go: 'interview'; readonly screening: string | null }
  | { readonly text: TextKey; readonly go: 'edit'; readonly edit: Editing }

/** The one thing that makes most sense now. Only steps that this reader may take are offered. */
export function nextStep(open: OpenCase, now: Standing): NextStep {
  const may = (type: string) => open.writable(type).size > 0
  const interview = now.consents.find(each => each.purpose === 'interview')?.reading
  const sitting = latest(
    ofType(open.file, 'screening').filter(each => each.content.state !== 'concluded'),
    'startedOn',
  )
  const agreed = interview?.record && interview.state !== 'no' && interview.state !== 'withdrawn'
  if (open.conflicts.length > 0) return { text: 'next.settle', go: 'conflicts' }
  if (may('consent') && interview?.state === 'never_asked' && !interview.record) {
    return may('screening')
      ? { text: 'next.consent', go: 'interview', screening: null }
      : { text: 'next.consent', go: 'edit', edit: { type: 'consent', record: null } }
  }
  if (may('screening') && agreed) {
    if (sitting) return { text: 'next.goOn', go: 'interview', screening: sitting.id }
    if (ofType(open.file, 'screening').length === 0) return { text: 'next.interview', go: 'interview', screening: null }
    if (!now.determination && may('determination')) {
      return { text: 'next.determine', go: 'edit', edit: { type: 'determination', record: null } }
    }
  }
  const task = now.work.find(work => work.kind === 'task' && (work.state === 'overdue' || work.state === 'due'))
  if (task && may('task')) return { text: 'next.task', go: 'edit', edit: { type: 'task', record: task.record.id } }
  return { text: 'next.service', go: 'services' }
}
