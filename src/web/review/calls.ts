import type { z } from 'zod'
import type { ReviewList } from '#casework/review/verdict.ts'
import type * as contract from '#server/contract/review.ts'
import { call } from '../api/client.ts'

export type Queue = z.infer<typeof contract.ReviewQueue>
export type Pair = z.infer<typeof contract.ReviewedPair>
export type Evidence = z.infer<typeof contract.PairEvidence>
export type Numbers = z.infer<typeof contract.ReviewNumbers>
export type Given = z.input<typeof contract.GiveVerdict>
export type Reply = z.infer<typeof contract.VerdictReply>

export const queue = (list: ReviewList) => call<Queue>('GET', `review/pairs?list=${list}`)
export const pair = (id: string) => call<Pair>('GET', `review/pairs/${id}`)
export const evidence = (id: string) => call<Evidence>('GET', `review/pairs/${id}/evidence`)
export const give = (id: string, given: Given) => call<Reply>('POST', `review/pairs/${id}/verdict`, given)
export const takeBack = (id: string, change: string) =>
  call<Reply>('POST', `review/pairs/${id}/take-back`, { id: change })
export const numbers = () => call<Numbers>('GET', 'review/numbers')

export type Job = z.infer<typeof contract.LinkageJob>
export const job = () => call<Job>('GET', 'review/run')
export const start = () => call<Job>('POST', 'review/run')
export const stop = () => call<Job>('DELETE', 'review/run')
