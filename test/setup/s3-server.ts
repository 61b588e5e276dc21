// A small S3 for tests: objects of one bucket in memory, path-style, on 127.0.0.1. It computes every signature itself, by the
// text of "Signature Version 4 signing process", and refuses what is not signed as it should be.

import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Settings } from '#register/s3-settings.ts'

export interface S3Server {
  readonly settings: S3Settings
  readonly objects: Map<string, Buffer>
  /** `GET name` of each request that came in, in order. */
  readonly asked: string[]
  /** Answers the next requests instead of the store; each one answers one request, null lets it through. */
  readonly instead: (Answer | null)[]
  /** Objects a page of a listing holds. */
  pageSize: number
  /** Deleting lays a marker over the object, as a bucket with versioning does. */
  versioned: boolean
  /** Breaks the connections of all that were answered with silence. */
  wake(): void
  close(): Promise<void>
}

/** A status with an error code, no answer at all, a broken connection, or an endless body. */
export type Answer =
  | { readonly status: number; readonly code?: string }
  | 'silence'
  | 'cut'
  | { readonly stream: number }

const sha256 = (what: string | Buffer) => createHash('sha256').update(what).digest('hex')
const hmac = (key: string | Buffer, what: string) => createHmac('sha256', key).update(what).digest()

export async function openS3(): Promise<S3Server> {
  const keys = {
    bucket: 'waymark-test',
    region: 'eu-test-1',
    accessKey: 'AKTEST0000000000',
    secretKey: 'zqsecret/with+signs=and words',
  }
  const objects = new Map<string, Buffer>()
  const silent = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // A test that fails before its end must not keep its process.
  server.unref()
  const { port } = server.address() as AddressInfo
  const s3: S3Server = {
    settings: { endpoint: `http://127.0.0.1:${port}`, ...keys },
    objects,
    asked: [],
    instead: [],
    pageSize: 1000,
    versioned: false,
    wake() {
      for (const response of silent) response.destroy()
      silent.clear()
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return s3

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://unused')
    const [, bucket = '', name = ''] = url.pathname.split('/')
    s3.asked.push(`${request.method} ${name}`)
    const instead = s3.instead.shift() ?? null
    if (instead === 'silence') return void silent.add(response)
    if (instead === 'cut') return void response.destroy()
    if (instead && 'stream' in instead) return void response.writeHead(200).end(Buffer.alloc(instead.stream))
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces)
    if (instead) return refuse(response, instead.status, instead.code)
    const wrong = unsigned(request, url, body)
    if (wrong) return refuse(response, 403, wrong)
    if (bucket !== keys.bucket) return refuse(response, 404, 'NoSuchBucket')
    if (request.method === 'GET' && name === '') return list(url, response)
    const object = objects.get(name)
    if (request.method === 'PUT') {
      objects.set(name, body)
      return void response.writeHead(200).end()
    }
    if (request.method === 'DELETE') {
      if (!s3.versioned) objects.delete(name)
      return void response.writeHead(204, s3.versioned ? { 'x-amz-delete-marker': 'true' } : {}).end()
    }
    if (!object) return refuse(response, 404, 'NoSuchKey')
    response.writeHead(200, { 'content-length': object.length }).end(object)
  }

  /** The code of what is wrong with the signature, or null. */
  function unsigned(request: IncomingMessage, url: URL, body: Buffer): string | null {
    const header = (name: string) => String(request.headers[name] ?? '')
    const parts =
      /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(
        header('authorization'),
      )
    if (!parts) return 'AccessDenied'
    const [, access = '', day = '', region = '', names = '', signature = ''] = parts
    if (access !== keys.accessKey) return 'InvalidAccessKeyId'
    if (region !== keys.region) return 'AuthorizationHeaderMalformed'
    const signed = names.split(';')
    if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every(name => signed.includes(name))) return 'AccessDenied'
    const at = header('x-amz-date')
    if (!/^\d{8}T\d{6}Z$/.test(at) || !at.startsWith(day)) return 'AccessDenied'
    if (header('x-amz-content-sha256') !== sha256(body)) return 'XAmzContentSHA256Mismatch'
    const query = [...url.searchParams]
      .map(([key, value]) => `${strict(key)}=${strict(value)}`)
      .sort()
      .join('&')
    const canonical = [
      request.method,
      url.pathname.split('/').map(strict).join('/'),
      query,
      ...signed.map(name => `${name}:${header(name).trim().replace(/ +/g, ' ')}`),
      '',
      names,
      header('x-amz-content-sha256'),
    ].join('\n')
    const scope = `${day}/${region}/s3/aws4_request`
    const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n')
    const key = hmac(hmac(hmac(hmac(`AWS4${keys.secretKey}`, day), region), 's3'), 'aws4_request')
    return timingSafeEqual(hmac(key, toSign), Buffer.from(signature, 'hex')) ? null : 'SignatureDoesNotMatch'
  }

  function list(url: URL, response: ServerResponse): void {
    if (url.searchParams.get('list-type') !== '2') return refuse(response, 400, 'InvalidArgument')
    const names = [...objects.keys()].sort()
    // A token of the store's own making, with signs that XML and addresses write otherwise.
    const token = url.searchParams.get('continuation-token')
    const from = token === null ? 0 : names.findIndex(name => `${name}&/+=` > token)
    const page = from < 0 ? [] : names.slice(from, from + s3.pageSize)
    const more = from >= 0 && from + page.length < names.length
    const next = more ? `<NextContinuationToken>${page.at(-1)}&amp;/+=</NextContinuationToken>` : ''
    const keysOf = page.map(name => `<Contents><Key>${name}</Key><Size>1</Size></Contents>`).join('')
    response
      .writeHead(200, { 'content-type': 'application/xml' })
      .end(
        `<?xml version="1.0"?><ListBucketResult>${keysOf}<IsTruncated>${more}</IsTruncated>${next}</ListBucketResult>`,
      )
  }
}

/** RFC 3986: everything but unreserved characters is written as %XX. */
const strict = (text: string) =>
  encodeURIComponent(decodeURIComponent(text)).replace(
    /[!'()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** As stores answer: with the keys in it, which must go no further. */
function refuse(response: ServerResponse, status: number, code?: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(code ? `<Error><Code>${code}</Code><AWSAccessKeyId>AKTEST0000000000</AWSAccessKeyId></Error>` : 'busy')
}
