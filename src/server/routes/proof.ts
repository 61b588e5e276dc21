import { readClaims } from '#exchange/claims/read.ts'
import { readReportFile } from '#exchange/claims/report-file.ts'
import { ImportProblem } from '#exchange/problem.ts'
import { LinesRefused } from '#exchange/refusal.ts'
import { fromMemory } from '#exchange/source.ts'
import type { Claim } from '#figures/proof/claim.ts'
import { proofRead } from '#figures/proof/proof.ts'
import { heldReport } from '#reports/held.ts'
import { Proof } from '../contract/proof.ts'
import { ReportJob } from '../contract/reports.ts'
import type { Refusal } from '../contract/shared.ts'
import { Refused } from '../problems.ts'
import { jobs, viewOf } from '../report-results.ts'
import { registerRoute, signedIn } from '../route.ts'

/** Proof-reading works on what is sent and keeps none of it. It looks into the register only where that is asked for. */
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
      const { claims, ignored } = await readClaims(fileIn(input)).catch(refuse)
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

  registerRoute({
    method: 'POST',
    path: '/figures/proof/register',
    tag: 'figures',
    about:
      'Holds the figures.json of a report against what was published and against what is counted now, over the offices you may count: a job, like a report.',
    may: 'count',
    takesFile: true,
    reply: ReportJob,
    run: async (_, { input, register, actor }) => {
      const file = await readReportFile(fileIn(input)).catch(refuse)
      const who = signedIn(actor)
      const job = jobs(register).start(who.id, async ({ stop }, progress) => {
        const held = await heldReport(register, who, file, { signal: stop.signal, progress })
        return { kind: 'held', held }
      })
      return viewOf(job)
    },
  }),
]

function fileIn({ body }: { readonly body: unknown }) {
  if (!Buffer.isBuffer(body)) throw new Refused('wrong_format')
  return fromMemory('file', body)
}

function refuse(error: unknown): never {
  throw refusalOf(error)
}

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
