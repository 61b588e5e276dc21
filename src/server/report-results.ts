import type { Register } from '#register/register.ts'
import type { Comparison } from '#reports/compare.ts'
import type { HeldReport } from '#reports/held.ts'
import type { ReportKind } from '#reports/kind.ts'
import type { Made } from '#reports/make.ts'
import type { Output } from '#reports/outputs.ts'
import type { Report } from '#reports/report.ts'
import type { ReportJob } from './contract/reports.ts'
import { type Job, type Jobs, jobsOf } from './report-jobs.ts'

/** What a job leaves: a report and its files, a comparison, or a file held against the register. */
export type Result =
  | { readonly kind: 'report'; readonly asked: Asked; readonly made: Made; readonly outputs: readonly Output[] }
  | { readonly kind: 'comparison'; readonly comparison: Comparison }
  | { readonly kind: 'held'; readonly held: HeldReport }

interface Asked {
  readonly kind: ReportKind
  readonly mode: Report['mode']
  readonly parameters: Readonly<Record<string, string>>
}

const running = new WeakMap<Register, Jobs<Result>>()
export function jobs(register: Register): Jobs<Result> {
  const found = running.get(register) ?? jobsOf<Result>(register)
  running.set(register, found)
  return found
}

export function viewOf({ id, state, progress, result, problem }: Job<Result>): ReportJob {
  const outputs = result?.kind === 'report' && state === 'done' ? result.outputs : []
  return {
    id,
    state,
    ...progress,
    files: outputs.map(({ name, sha256, bytes }) => ({ name, sha256, size: bytes.length })),
    problem,
  }
}

/** Of the publication what its reader needs to find it. */
export const heldView = ({ published, now, cutOff }: HeldReport) => ({
  cutOff,
  now,
  published:
    published === null
      ? null
      : {
          id: published.publication.id,
          title: published.publication.title,
          publishedAt: published.publication.publishedAt,
          same: published.same,
          held: published.held,
        },
})
