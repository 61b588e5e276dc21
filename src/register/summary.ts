import { consentInForce } from '#casework/consent.ts'
import { isApproved } from '#casework/teamwork/approval.ts'
import { type Audience, type SummaryPart, summaryOf } from '#casework/teamwork/summary.ts'
import { openCase } from './files.ts'
import { RegisterProblem } from './problem.ts'
import { logReading } from './read-log.ts'
import type { Work } from './work.ts'

/**
 * The summary of a case for an audience; null when the case is not the reader's. What leaves the house needs the person's
 * consent to sharing, or an approved exception for the case; what the person asks for about themselves needs neither.
 * Making one is a line of its own in the read log.
 * @throws RegisterProblem invalid (summary_needs_consent)
 */
export async function summarise(work: Work, id: string, audience: Audience): Promise<readonly SummaryPart[] | null> {
  const opened = await openCase(work, id, `summary_${audience}`)
  if (!opened) return null
  const file = { person: opened.person, case: opened.case, records: opened.records }
  if (audience !== 'person') {
    const { state } = consentInForce(file, 'sharing', { today: work.today })
    if (state !== 'yes' && !isApproved(file, 'consent_override', id))
      throw new RegisterProblem(
        'invalid',
        'Nothing leaves without consent to sharing. Ask the person, or ask for an exception to be approved.',
        { reason: 'summary_needs_consent' },
      )
  }
  await logReading(work, {
    action: 'summary',
    office: opened.case.office,
    person: opened.case.person,
    case: id,
    purpose: audience,
  })
  return summaryOf(work.dictionary, file, audience)
}
