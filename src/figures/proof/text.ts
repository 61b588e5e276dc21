import type { Claim } from './claim.ts'
import type { Finding } from './finding.ts'

/** Findings for a terminal: each with its claims side by side, the arithmetic, and what to do. */
export function proofText(claims: readonly Claim[], findings: readonly Finding[]): string {
  const byId = new Map(claims.map(claim => [claim.id, claim]))
  const blocks = findings.map(({ claims: ids, text, advice, lint, rule, weight }, at) => {
    const rows = ids.flatMap(id => byId.get(id) ?? []).map(lineOf)
    const more = rows.length > mostRows ? [`     … (+${rows.length - mostRows})`] : []
    return [
      `${at + 1}. ${text}`,
      `   ${advice}`,
      `   ${weight} · ${lint} · ${rule}`,
      ...rows.slice(0, mostRows),
      ...more,
    ].join('\n')
  })
  const head = `Claims read: ${claims.length}. Findings: ${findings.length}.`
  return [head, ...blocks].join('\n\n')
}

const mostRows = 12

function lineOf({ id, line, printed, indicator, category, scope, period }: Claim): string {
  const about = [indicator, category, scope, period?.label].filter(word => word).join(', ')
  return `     ${id}${line === null || id === `line ${line}` ? '' : ` (line ${line})`}: ${printed} – ${about}`
}
