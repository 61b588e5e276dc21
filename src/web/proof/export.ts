import type { Proof } from './calls.ts'
import type { ProofWords } from './words.ts'

/** The findings as CSV, one line for each number of each finding, so that it can be sorted by either. */
export function proofCsv({ findings, claims }: Proof, words: ProofWords): string {
  const byId = new Map(claims.map(claim => [claim.id, claim]))
  const heads = (
    [
      'proof.csv.number',
      'proof.csv.kind',
      'proof.csv.finding',
      'proof.csv.advice',
      'proof.csv.rule',
      'proof.claim',
      'proof.fault.line',
      'proof.value',
      'proof.what',
      'proof.unit',
      'proof.period',
    ] as const
  ).map(words.head)
  const lines = findings.flatMap((finding, at) =>
    finding.claims.flatMap(id => {
      const claim = byId.get(id)
      if (claim === undefined) return []
      const what = [claim.category, claim.indicator, claim.scope, claim.source]
        .filter(word => word !== null)
        .join(' · ')
      const about = [String(at + 1), words.weight(finding), words.says(finding), words.advice(finding), finding.rule]
      const where = claim.line === null ? '' : String(claim.line)
      return [[...about, id, where, claim.printed, what, claim.unit ?? '', claim.period ?? '']]
    }),
  )
  return [heads, ...lines].map(line => line.map(cell).join(',')).join('\r\n')
}

/** A cell that a spreadsheet would take for a formula (= + - @ or a control character first) begins with an apostrophe instead. */
function cell(text: string): string {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
