import { type Day, isoOf } from './days.ts'
import { filled, type Writing } from './writing.ts'

/** Papers that came with the person or were asked for; their files are not invented. */
export function writeDocuments(writing: Writing, until: Day): void {
  const { story, today } = writing
  const { dice, registered } = story
  if (story.anonymous || !dice.yes(0.45)) return
  const last = Math.min(today, until)
  for (const [kind, titles, years] of dice.some(papers, dice.int(1, 3))) {
    const received = registered + dice.int(0, Math.min(60, last - registered))
    writing.add(
      'document',
      filled({
        kind,
        title: dice.pick(titles),
        receivedOn: isoOf(received),
        validUntil: years > 0 ? isoOf(received + dice.int(30, years * 365)) : undefined,
      }),
    )
  }
}

const papers = [
  ['identity', ['Copy of the identity card', 'Birth certificate, certified copy'], 8],
  ['travel_document', ['Passport, photographed', 'Emergency travel certificate'], 5],
  ['consent_form', ['Consent to services, signed'], 0],
  ['court_paper', ['Summons as a witness', 'Decision on the status of the injured party'], 0],
  ['contract', ['Contract shown by the recruiter', 'Payslips of three months'], 0],
  ['medical', ['Letter of the hospital', 'Vaccination card'], 0],
] as const
