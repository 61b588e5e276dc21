import { readClaims } from '#exchange/claims/read.ts'
import { ImportProblem } from '#exchange/problem.ts'
import { LinesRefused } from '#exchange/refusal.ts'
import { fromMemory } from '#exchange/source.ts'
import type { Claim } from '#figures/proof/claim.ts'
import { proofRead } from '#figures/proof/proof.ts'
import { Proof } from '../contract/proof.ts'
import type { Refusal } from '../contract/shared.ts'
import { Refused } from '../problems.ts'
import { registerRoute } from '../route.ts'

/** Proof-reading works on what is sent, keeps none of it, and does not look into the register. */
export const proofRoutes = [
  registerRoute({
    method: 'POST',
    path: '/figures/proof',
    tag: 'figures',
    about:
      'Looks for contradictions among published figures, sent as application/octet-stream: claims as CSV (UTF-8) or .xlsx, or the figures.json of a report. Nothing is stored.',
    may: 'count',
    takesFile: true,
    reply: Proof,
    run: async (_, { input }): Promise<Proof> => {
      const { body } = input
      if (!Buffer.isBuffer(body)) throw new Refused('wrong_format')
      const { claims, ignored } = await readClaims(fromMemory('file', body)).catch((error: unknown) => {
        throw refusalOf(error)
      })
      const findings = proofRead(claims)
      const named = new Set(findings.flatMap(finding => finding.claims))
      return {
        read: claims.length,
        findings: findings.map(finding => ({ ...finding, claims: [...finding.claims] })),
        claims: claims.filter(({ id }) => named.has(id)).map(shown),
        ignored: [...ignored],
      }
    },
  }),
]

const shown = ({ id, line, printed, indicator, unit, category, scope, period, source }: Claim) => ({
  id,
  line,
  printed,
  indicator,
  unit,
  category,
  scope,
  period: period?.label ?? null,
  source,
})

const mostFaults = 200

/** What is wrong with the file, told to its sender only: of the whole, or line by line. */
function refusalOf(error: unknown): unknown {
  if (error instanceof ImportProblem) {
    const { file: _, ...details } = error.details
    return new Refused('invalid', { problems: [{ code: `file_${error.code}`, details }] })
  }
  if (!(error instanceof LinesRefused)) return error
  const problems = error.errors
    .slice(0, mostFaults)
    .map(({ line, column, value, reason, details }): Refusal['problems'][number] => ({
      code: `line_${reason}`,
      field: column,
      // `line` of the details is the other line, where there is one.
      details: { ...details, at: line, value },
    }))
  return new Refused('invalid', { problems })
}
