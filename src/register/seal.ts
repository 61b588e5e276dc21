import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/**
 * AES-256-GCM. Sealed bytes are nonce (12) + tag (16) + ciphertext. The context (record id, purpose) is authenticated,
 * so that a sealed value copied to another record does not open.
 */
export function seal(key: Uint8Array, context: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const body = cipher.update(plain)
  cipher.final()
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** @throws when the key, the context or the bytes are not the ones that were sealed. */
export function unseal(key: Uint8Array, context: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

export const sealJson = (key: Uint8Array, context: string, value: unknown): Buffer =>
  seal(key, context, Buffer.from(JSON.stringify(value)))

export const unsealJson = (key: Uint8Array, context: string, sealed: Uint8Array): unknown =>
  JSON.parse(unseal(key, context, sealed).toString())
