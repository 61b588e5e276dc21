import { createHash, createHmac } from 'node:crypto'

/** SHA-256 in hexadecimal. */
export const fingerprint = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A fingerprint that says nothing to who does not hold the salt: of a table of people there are few enough to try them all. */
export const saltedFingerprint = (salt: Uint8Array, bytes: string | Uint8Array): string =>
  createHmac('sha256', salt).update(bytes).digest('hex')

/** JSON with the keys of every object in order, so that equal values give equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
