import { type Sharing, sharingProblems } from '#casework/rights/sharing.ts'
import { type Audience, type SummaryPart, summaryOf } from '#casework/teamwork/summary.ts'
import { openCase } from './files.ts'
import { RegisterProblem } from './problem.ts'
import { logReading } from './read-log.ts'
import type { Work } from './work.ts'

/**
 * The summary of a case for an audience; null when the case is not the reader's. What leaves the house needs the person's
 * consent to sharing, or an approved exception for the case; what the person asks for about themselves needs neither.
 * Making one is a line of its own in the read log.
 * @throws RegisterProblem invalid (sharing_consent_missing, _refused, _withdrawn)
 */
export async function summarise(work: Work, id: string, audience: Audience): Promise<readonly SummaryPart[] | null> {
  const opened = await openCase(work, id, `summary_${audience}`)
  if (!opened) return null
  const file = { person: opened.person, case: opened.case, records: opened.records }
  const leaves = leaving[audience]
  if (leaves) {
    const [problem] = sharingProblems(file, { ...leaves, of: id, today: work.today })
    if (problem)
      throw new RegisterProblem(
        'invalid',
        'Nothing leaves without the person’s consent. Ask the person, or ask for an exception to be approved.',
        { reason: problem.code, ...problem.details },
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

/** Whose consent is asked before a summary leaves; null: it stays with the person it is about. */
const leaving: Readonly<Record<Audience, Pick<Sharing, 'recipientKind' | 'purpose'> | null>> = {
  person: null,
  partner: { recipientKind: 'ngo' },
  court: { recipientKind: 'court' },
  carrier: { purpose: 'return' },
}
