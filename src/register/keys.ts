import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import { chmod, mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { RegisterProblem } from './problem.ts'
import { freshBytes, seal, sealJson, unseal, unsealJson } from './seal.ts'

/**
 * The keys of the installation, all derived from one master key that never stands in the database. Losing the file
 * means losing every name: back it up apart from the data.
 */
export interface Keys {
  /** The derived keys, for a worker thread of the same process. */
  readonly parts: KeyParts
  /** A fresh key for a person, with its wrapped form for the table. */
  newSubjectKey(subject: string): { key: KeyObject; wrapped: Buffer }
  openSubjectKey(subject: string, wrapped: Uint8Array): KeyObject
  /** Secrets of the system itself (staff names, two-step secrets): sealed under a key of their own. */
  sealSystem(context: string, value: unknown): Buffer
  openSystem(context: string, sealed: Uint8Array): unknown
  /** Keyed fingerprint of a piece of a name, 32 bits. */
  nameToken(piece: string): number
  /** Keyed fingerprint of an exact number, 63 bits as decimal text (for bigint). */
  exactToken(kind: string, value: string): string
  /** Keyed fingerprint of a login, 32 bytes. */
  loginHash(login: string): Buffer
  /** Signs what is published (Ed25519, RFC 8032), with the public key that checks it; the same for as long as the master key is. */
  signRelease(bytes: Uint8Array): { signature: Buffer; publicKey: Buffer }
  /** Deterministic id for an outside reference: same kind and value, same UUID (version 8). */
  reference(kind: string, value: string): string
}

/** Reads the master key (32 bytes, hex) or creates the file with mode 0600. `WAYMARK_KEY` (hex) takes precedence. */
export async function loadKeys(file: string, environment: NodeJS.ProcessEnv = process.env): Promise<Keys> {
  const given = environment['WAYMARK_KEY']
  if (given) return keysFrom(parseMaster(given, 'WAYMARK_KEY'))
  try {
    return keysFrom(parseMaster(await readFile(file, 'utf8'), 'the key file'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  // Only the folder of the key is closed; its parent must stay open to the user the database runs as.
  await mkdir(dirname(dirname(file)), { recursive: true, mode: 0o711 })
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const master = randomBytes(32)
  try {
    // `wx` and a sync: two first starts must not end with two keys, and a power cut must not lose the only one.
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(`${master.toString('hex')}\n`)
    await handle.sync()
    await handle.close()
    await chmod(file, 0o600)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return loadKeys(file, environment)
    throw error
  }
  return keysFrom(master)
}

/** One key for each purpose. KeyObjects can be handed to a worker; their bytes stay inside the process. */
export type KeyParts = Readonly<Record<'vault' | 'system' | 'search' | 'login' | 'reference' | 'release', KeyObject>>

export function keysFrom(master: Uint8Array): Keys {
  const derive = (purpose: string) => createSecretKey(Buffer.from(hkdfSync('sha256', master, 'waymark', purpose, 32)))
  return keysOf({
    vault: derive('vault'),
    system: derive('system'),
    search: derive('search'),
    login: derive('login'),
    reference: derive('reference'),
    release: derive('release'),
  })
}

export function keysOf(parts: KeyParts): Keys {
  const { vault, system, search, login, reference: referenceKey, release } = parts
  const tokens = new Map<string, number>()
  return {
    parts,
    signRelease(bytes) {
      // The beginning of a private key in PKCS #8, to which its 32 bytes are added (RFC 8410).
      const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), release.export()])
      const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
      const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' })
      return { signature: sign(null, bytes, key), publicKey }
    },
    newSubjectKey(subject) {
      const key = freshBytes(32)
      return { key: createSecretKey(key), wrapped: seal(vault, subject, key) }
    },
    openSubjectKey: (subject, wrapped) => createSecretKey(unseal(vault, subject, wrapped)),
    sealSystem: (context, value) => sealJson(system, context, value),
    openSystem: (context, sealed) => unsealJson(system, context, sealed),
    nameToken(piece) {
      const known = tokens.get(piece)
      if (known !== undefined) return known
      const token = createHmac('sha256', search).update(piece).digest().readInt32BE(0)
      // Trigrams of all scripts' skeletons are few (37^3); the bound guards against odd input.
      if (tokens.size < 200_000) tokens.set(piece, token)
      return token
    },
    exactToken: (kind, value) =>
      (createHmac('sha256', search).update(`${kind}\0${value}`).digest().readBigUInt64BE(0) >> 1n).toString(),
    loginHash: value => createHmac('sha256', login).update(value.trim().toLowerCase()).digest(),
    reference: (kind, value) => uuidFrom(createHmac('sha256', referenceKey).update(`${kind}\0${value}`).digest()),
  }
}

/** UUID version 8 from the first 16 bytes of a digest. */
export function uuidFrom(digest: Uint8Array): string {
  const b = Buffer.from(digest.subarray(0, 16))
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x80
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80
  const hex = b.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Key of a person in the fact tables: 64 bits of a hash, as decimal text. The same for linked persons. */
export const personKey = (root: string): string =>
  hash('sha256', `person\0${root}`, 'buffer').readBigInt64BE(0).toString()

function parseMaster(text: string, where: string): Buffer {
  const hex = text.trim()
  if (!/^[0-9a-f]{64}$/i.test(hex))
    throw new RegisterProblem(
      'unreadable',
      `${where} does not hold a key of 64 hexadecimal digits. Restore it from your backup.`,
    )
  return Buffer.from(hex, 'hex')
}
