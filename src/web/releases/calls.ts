import type { z } from 'zod'
import type * as contract from '#server/contract/releases.ts'
import { call, fetchFile } from '../api/client.ts'

export type Release = z.infer<typeof contract.Release>
export type Preview = z.infer<typeof contract.ReleasePreview>
export type Choices = z.infer<typeof contract.ReleaseChoices>

export const list = () => call<z.infer<typeof contract.Releases>>('GET', 'releases')
export const choices = () => call<Choices>('GET', 'releases/choices')
export const ask = (body: z.input<typeof contract.AskRelease>) => call<Release>('POST', 'releases', body)
export const preview = (id: string) => call<Preview>('GET', `releases/${id}/preview`)
export const startPreview = (id: string) => call<Preview>('POST', `releases/${id}/preview`)
export const approve = (id: string) => call<Release>('POST', `releases/${id}/approve`)
export const withdraw = (id: string) => call<Release>('POST', `releases/${id}/withdraw`)
export const file = (id: string, name: string) => fetchFile(`releases/${id}/files/${name}`)
