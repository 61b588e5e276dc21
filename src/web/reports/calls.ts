import type { z } from 'zod'
import type * as reports from '#server/contract/reports.ts'
import { call, fetchFile } from '../api/client.ts'

/** The routes of the desk Reports, typed by their contracts. */
export type Kind = z.infer<typeof reports.ReportKinds>[number]
export type Job = reports.ReportJob
export type Publication = reports.Publication
export type Comparison = reports.Comparison
export interface Asked {
  readonly kind: string
  readonly mode: 'internal' | 'public'
  readonly parameters: Readonly<Record<string, string>>
}

export const kinds = () => call<Kind[]>('GET', 'reports/kinds')
export const begin = (asked: Asked) => call<Job>('POST', 'reports', asked)
export const job = (id: string) => call<Job>('GET', `reports/jobs/${id}`)
export const end = (id: string) => call<void>('DELETE', `reports/jobs/${id}`)
export const jobFile = (id: string, name: string) => fetchFile(`reports/jobs/${id}/files/${name}`)
export const publish = (id: string) => call<{ id: string }>('POST', `reports/jobs/${id}/publish`)
export const publications = (before: string | null) =>
  call<{ items: Publication[]; next: string | null }>(
    'GET',
    before === null ? 'publications' : `publications?before=${before}`,
  )
export const publishedFile = (id: string, name: string) => fetchFile(`publications/${id}/files/${name}`)
export const approve = (id: string) => call<void>('POST', `publications/${id}/approve`)
export const compare = (id: string) => call<Job>('POST', `publications/${id}/compare`)
export const comparison = (id: string) => call<Comparison>('GET', `reports/jobs/${id}/comparison`)
