import { type Bytes, randomBytes } from './cipher.ts'
import type { Passkey } from './store.ts'

/**
 * Passkeys of this telephone or of a key in the hand: each gives the same secret bytes for the same salt and to nobody else (WebAuthn, PRF
 * extension). The passphrase alone then opens nothing. It works without a network.
 */

/** Whether this browser can bind a box to a passkey. */
export async function mayBind(): Promise<boolean> {
  if (!('PublicKeyCredential' in window)) return false
  const capable = await PublicKeyCredential.getClientCapabilities?.().catch(() => null)
  return capable?.['extension:prf'] === true
}

/**
 * Makes a passkey and gives its secret for a salt; null when the person turned it down, or the authenticator gives no secret. Its name in the
 * list of the telephone's passkeys says nothing of the app or of the person.
 */
export async function bind(salt: Bytes): Promise<{ readonly passkey: Passkey; readonly secret: Bytes } | null> {
  const made = await asked(
    navigator.credentials.create({
      publicKey: {
        challenge: randomBytes(32),
        rp: { name: location.hostname },
        user: { id: randomBytes(16), name: location.hostname, displayName: location.hostname },
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
        extensions: { prf: {} },
      },
    }),
  )
  if (made === null) return null
  const passkey = { id: new Uint8Array(made.rawId) }
  const secret = await secretOf(passkey, salt)
  return secret && { passkey, secret }
}

/** The secret of a passkey for a salt, after the person has said yes to the telephone; null when they did not, or it is another telephone. */
export async function secretOf({ id }: Passkey, salt: Bytes): Promise<Bytes | null> {
  const got = await asked(
    navigator.credentials.get({
      publicKey: {
        challenge: randomBytes(32),
        allowCredentials: [{ type: 'public-key', id }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  )
  const first = got?.getClientExtensionResults().prf?.results?.first
  // The standard says that it is an ArrayBuffer; its type allows views too.
  return first === undefined ? null : new Uint8Array(first as ArrayBuffer)
}

async function asked(question: Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    return (await question) as PublicKeyCredential | null
  } catch (error) {
    // Turned down, timed out, or no such passkey here: the browser says no more, on purpose.
    if (error instanceof DOMException) return null
    throw error
  }
}
