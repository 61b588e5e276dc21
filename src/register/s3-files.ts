import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import { FileStoreProblem, said } from './file-problem.ts'
import { checkedName, type FileStore, isFileName } from './file-store.ts'
import { codeIn, passes, problemOf } from './s3-answer.ts'
import type { S3Settings } from './s3-settings.ts'

/** How long, and how often, a store is waited for. */
export interface S3Patience {
  /** Milliseconds for one attempt, answer and body included. */
  readonly timeout: number
  /** Milliseconds before the second attempt; twice as long before each further one. */
  readonly pause: number
  readonly attempts: number
}

const patience: S3Patience = { timeout: 20_000, pause: 250, attempts: 3 }

/** Nothing that we keep is larger: 20 MB, sealed. An error says what it says in its first lines. */
const mostBytes = 24 * 1024 * 1024
const mostOfError = 16 * 1024

/**
 * Files as objects of a bucket at an S3-compatible store, requests signed by Signature Version 4, bodies included. A file goes
 * and comes whole: its seal holds only for all of its bytes, and none may be given out before it was checked.
 * @throws FileStoreProblem from every method, after the attempts are used up or when trying again cannot help.
 */
export function s3Files(s3: S3Settings, o: S3Patience = patience): FileStore {
  const signer = new AwsClient({
    accessKeyId: s3.accessKey,
    secretAccessKey: s3.secretKey,
    service: 's3',
    region: s3.region,
  })
  const bucket = `${s3.endpoint}/${s3.bucket}`
  const object = (name: string) => `${bucket}/${checkedName(name)}`
  const ask = (method: string, url: string, body?: Uint8Array<ArrayBuffer>) =>
    patiently(o, async signal => {
      const request = await signer.sign(url, { method, headers: headersOf(body), ...(body ? { body } : {}) })
      // Never followed: a signed request is for the address it was signed for.
      const answer = await fetch(request, { signal, redirect: 'manual' })
      return { answer, body: await read(answer, answer.ok ? mostBytes : mostOfError) }
    })
  return {
    place: { kind: 's3', where: bucket },
    async put(name, bytes) {
      done(await ask('PUT', object(name), Uint8Array.from(bytes)))
    },
    async get(name) {
      const asked = await ask('GET', object(name))
      if (isMissing(asked)) return null
      return done(asked).body
    },
    async remove(name) {
      const asked = await ask('DELETE', object(name))
      if (isMissing(asked)) return
      // A marker was laid over the file, and the file is still there.
      if (done(asked).answer.headers.get('x-amz-delete-marker') === 'true') throw said('keeps_versions')
    },
    async *names() {
      for (let from: string | null = ''; from !== null; ) {
        const query = new URLSearchParams({ 'list-type': '2', ...(from ? { 'continuation-token': from } : {}) })
        const page = done(await ask('GET', `${bucket}?${query}`)).body.toString('utf8')
        for (const [, key = ''] of page.matchAll(/<Key>([^<]*)<\/Key>/g)) if (isFileName(key)) yield key
        const next = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(page)?.[1]
        from = next === undefined ? null : plain(next)
      }
    },
  }
}

interface Asked {
  readonly answer: Response
  readonly body: Buffer
}

/** Tries again what passes; what does not, and the last attempt's failure, is thrown or given back. */
async function patiently(o: S3Patience, attempt: (signal: AbortSignal) => Promise<Asked>): Promise<Asked> {
  for (let n = 1; ; n++) {
    const last = n >= o.attempts
    try {
      const asked = await attempt(AbortSignal.timeout(o.timeout))
      if (last || !passes(asked.answer.status)) return asked
    } catch (error) {
      if (error instanceof FileStoreProblem) throw error
      // What the system says about it can hold the address; which of the two it was is enough.
      if (last) throw said((error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable')
    }
    await wait(o.pause * 2 ** (n - 1))
  }
}

const headersOf = (body?: Uint8Array) => ({
  // The body is signed too: nobody between us and the store exchanges it.
  'x-amz-content-sha256': createHash('sha256')
    .update(body ?? '')
    .digest('hex'),
  ...(body ? { 'content-type': 'application/octet-stream' } : {}),
})

function done(asked: Asked): Asked {
  if (asked.answer.ok) return asked
  throw problemOf(asked.answer.status, codeIn(asked.body.toString('utf8')))
}

/** No such file; not when the bucket itself is missing, or when whoever answers is no store. */
const isMissing = ({ answer, body }: Asked): boolean =>
  answer.status === 404 && codeIn(body.toString('utf8')) === 'NoSuchKey'

/** At most so many bytes: of an error the beginning will do, of a file nothing less than all. */
async function read(answer: Response, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of answer.body ?? []) {
    pieces.push(piece)
    size += piece.length
    if (size <= most) continue
    if (answer.ok) throw said('too_large')
    break
  }
  return Buffer.concat(pieces).subarray(0, most)
}

/** XML text as it was before it was written down. */
const plain = (xml: string): string =>
  xml.replace(
    /&(?:(lt|gt|quot|apos|amp)|#(\d+)|#x([0-9a-f]+));/gi,
    (_, name?: string, decimal?: string, hex?: string) =>
      name ? (entities[name] ?? '') : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex ?? '0', 16)),
  )

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
