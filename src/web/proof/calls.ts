import type { z } from 'zod'
import type * as contract from '#server/contract/proof.ts'
import type * as reports from '#server/contract/reports.ts'
import { call, upload, type UploadOptions } from '../api/client.ts'

export type Proof = z.infer<typeof contract.Proof>
export type ProofFinding = z.infer<typeof contract.ProofFinding>
export type ProofClaim = z.infer<typeof contract.ProofClaim>

export type Held = z.infer<typeof reports.Held>
export type HeldFigures = Held['now']

export const proofRead = (file: Blob, o: UploadOptions) => upload<Proof>('figures/proof', file, o)
export const against = (file: Blob) =>
  upload<reports.ReportJob>('figures/proof/register', file, { signal: new AbortController().signal })
export const held = (job: string) => call<Held>('GET', `reports/jobs/${job}/held`)
