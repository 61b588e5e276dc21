import type { z } from 'zod'
import type * as rights from '#server/contract/rights.ts'
import { call, fetchFile } from '../api/client.ts'

/** The routes of a person's rights. */
export const copy = (request: string) =>
  call<z.infer<typeof rights.AccessBundle>>('GET', `rights-requests/${request}/bundle`)
export const paper = (request: string) => fetchFile(`rights-requests/${request}/paper`)
export const erase = (request: string) =>
  call<z.infer<typeof rights.Erased>>('POST', `rights-requests/${request}/erase`)
