import { argon2id } from 'hash-wasm'
import type { LockedBox, SealedBytes } from './store.ts'

/** Keys and ciphers of the device: argon2id for the passphrase, AES-256-GCM for everything, both with random nonces. */

export type Bytes = Uint8Array<ArrayBuffer>

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const utf8 = new TextEncoder()

/** OWASP's memory-hard minimum (19 MiB, 2 passes) with one pass more: about a second on a cheap phone. */
export const cost = { memoryKiB: 19 * 1024, passes: 3 } as const

/**
 * The key that a passphrase gives with this salt, and with the secret of a passkey when the box is bound to one. Signs that look alike are one (NFKC),
 * as for passwords on the server.
 */
export async function passphraseKey(
  passphrase: string,
  box: Pick<LockedBox, 'salt' | 'cost'>,
  secret: Bytes | null,
): Promise<CryptoKey> {
  const said = utf8.encode(passphrase.normalize('NFKC'))
  const password = new Uint8Array([...said, ...(secret === null ? [] : [0, ...secret])])
  const bytes = (await argon2id({
    password,
    salt: box.salt,
    memorySize: box.cost.memoryKiB,
    iterations: box.cost.passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  })) as Bytes
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

export async function seal(key: CryptoKey, clear: Bytes): Promise<SealedBytes> {
  const iv = randomBytes(12)
  return { iv, bytes: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, clear)) }
}

/** null when the key is another one, or the bytes were changed. */
export async function unseal(key: CryptoKey, { iv, bytes }: SealedBytes): Promise<Bytes | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null
    throw error
  }
}

/** What an opened box works with: a cipher for contents and a keyed hash for names. Neither key leaves the browser's vault. */
export interface OpenKeys {
  readonly content: CryptoKey
  readonly names: CryptoKey
}

export async function openKeys(data: Bytes): Promise<OpenKeys> {
  const root = await crypto.subtle.importKey('raw', data, 'HKDF', false, ['deriveKey'])
  const from = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8.encode(info) })
  const [content, names] = await Promise.all([
    crypto.subtle.deriveKey(from('content'), root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveKey(from('names'), root, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
  ])
  return { content, names }
}

/** The name under which an item lies in the store; says nothing without the key. */
export const hiddenName = async ({ names }: OpenKeys, name: string): Promise<string> =>
  base64(new Uint8Array(await crypto.subtle.sign('HMAC', names, utf8.encode(name))))

/** Which box belongs to a sign-in name: salted, so that two devices give two fingerprints. */
export const tagOf = async (salt: Bytes, login: string): Promise<string> =>
  base64(
    new Uint8Array(
      await crypto.subtle.digest(
        'SHA-256',
        utf8.encode(`${base64(salt)}\n${login.trim().normalize('NFKC').toLowerCase()}`),
      ),
    ),
  )

const base64 = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes))

/** Sizes are rounded up, so that the length of a note does not show in the length of what is stored. */
const grain = 1024

export const sealJson = (key: CryptoKey, value: unknown): Promise<SealedBytes> => {
  const text = utf8.encode(JSON.stringify(value))
  const padded = new Uint8Array(Math.ceil((text.length + 1) / grain) * grain).fill(0x20)
  padded.set(text)
  return seal(key, padded)
}

export async function unsealJson(key: CryptoKey, sealed: SealedBytes): Promise<unknown> {
  const clear = await unseal(key, sealed)
  if (clear === null) throw new Error('An item of this device was changed outside the app.')
  return JSON.parse(new TextDecoder().decode(clear))
}
