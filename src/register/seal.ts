import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto'

/**
 * AES-256-GCM. Sealed bytes are nonce (12) + tag (16) + ciphertext. The context (record id, purpose) is authenticated,
 * so that a sealed value copied to another record does not open. Keys are KeyObjects: preparing one from bytes for each
 * call costs more than the cipher.
 */
export function seal(key: KeyObject, context: string, plain: Uint8Array): Buffer {
  const sealed = Buffer.allocUnsafe(28 + plain.length)
  const nonce = freshBytes(12)
  nonce.copy(sealed)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  cipher.update(plain).copy(sealed, 28)
  cipher.final()
  cipher.getAuthTag().copy(sealed, 12)
  return sealed
}

/** @throws when the key, the context or the bytes are not the ones that were sealed. */
export function unseal(key: KeyObject, context: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

export const sealJson = (key: KeyObject, context: string, value: unknown): Buffer =>
  seal(key, context, Buffer.from(JSON.stringify(value)))

export const unsealJson = (key: KeyObject, context: string, sealed: Uint8Array): unknown =>
  JSON.parse(unseal(key, context, sealed).toString())

const pool = Buffer.alloc(8_192)
let used = pool.length

/** Random bytes of the system's generator, fetched in larger pieces; no byte is given out twice. */
export function freshBytes(length: number): Buffer {
  if (used + length > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = Buffer.from(pool.subarray(used, used + length))
  pool.fill(0, used, used + length)
  used += length
  return bytes
}
