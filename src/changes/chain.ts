/**
 * The tamper-evident history: each change of a record carries the hash of the one before it. The bytes below are what
 * is hashed; they hold the patch as ciphertext, so that a chain can be verified without any key and after an erasure.
 */
export interface ChainLink {
  readonly id: string
  readonly type: string
  readonly record: string
  readonly office: string
  readonly version: number
  readonly author: string
  readonly madeAt: string
  readonly receivedAt: string
  readonly dictionary: number
  readonly fields: readonly string[]
  /** Sealed patch. */
  readonly patch: Uint8Array
  /** Hash of the change before; 32 zero bytes for the first. */
  readonly previous: Uint8Array
}

export const noHash = new Uint8Array(32)

/** Unambiguous bytes of a link: a JSON header, a line feed, then the previous hash and the patch. */
export function linkBytes(link: ChainLink): Uint8Array {
  const header = new TextEncoder().encode(
    `${JSON.stringify([
      'waymark/1',
      link.id,
      link.type,
      link.record,
      link.office,
      link.version,
      link.author,
      link.madeAt,
      link.receivedAt,
      link.dictionary,
      link.fields,
      link.patch.length,
    ])}\n`,
  )
  const bytes = new Uint8Array(header.length + link.previous.length + link.patch.length)
  bytes.set(header, 0)
  bytes.set(link.previous, header.length)
  bytes.set(link.patch, header.length + link.previous.length)
  return bytes
}
