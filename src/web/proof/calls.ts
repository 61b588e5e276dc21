import type { z } from 'zod'
import type * as contract from '#server/contract/proof.ts'
import { upload, type UploadOptions } from '../api/client.ts'

export type Proof = z.infer<typeof contract.Proof>
export type ProofFinding = z.infer<typeof contract.ProofFinding>
export type ProofClaim = z.infer<typeof contract.ProofClaim>

export const proofRead = (file: Blob, o: UploadOptions) => upload<Proof>('figures/proof', file, o)
