import { fingerprint } from './fingerprint.ts'

/** A file of a release. */
export interface ReleaseFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string
}

const mediaTypes: Readonly<Record<string, string>> = { csv: 'text/csv', json: 'application/json', html: 'text/html' }

export function textFile(name: string, text: string): ReleaseFile {
  const bytes = Buffer.from(text, 'utf8')
  const mediaType = mediaTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
  return { name, mediaType, bytes, sha256: fingerprint(bytes) }
}
