import { problems } from './problems.ts'

export const isApi = (url: string): boolean => /^\/api(?:[/?]|$)/.test(url)

/** Answer to an address nobody declared. */
export const nothingThere = { code: 'not_found', message: problems.not_found.message, problems: [] } as const
