// A program that talks to the server as the app does: one signed-in member of staff, connections kept open.

import { Agent, request } from 'node:http'
import { gunzipSync } from 'node:zlib'

export interface Client {
  readonly login: string
  /** Parsed body and milliseconds from the first byte sent to the last received. @throws when the server refuses. */
  call<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ value: T; ms: number }>
  /** Sends the bytes of a file; true when the server has it, from now or from before. */
  upload(path: string, bytes: Uint8Array): Promise<boolean>
  close(): void
}

export async function signIn(base: string, login: string, password: string): Promise<Client> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const first = await exchange({ base, agent, method: 'POST', path: '/api/session', body: { login, password } })
  const cookie = first.cookie
  if (first.status !== 200 || cookie === null) throw new Error(`Sign-in of ${login} failed with ${first.status}.`)
  return {
    login,
    async call<T>(method: 'GET' | 'POST', path: string, body?: unknown) {
      const { status, text, ms } = await exchange({ base, agent, method, path, body, cookie })
      if (status !== 200)
        throw new Error(`${method} ${path.replace(/[0-9a-f-]{36}/g, ':id')} answered ${status}: ${text.slice(0, 200)}`)
      return { value: JSON.parse(text) as T, ms }
    },
    async upload(path, bytes) {
      const { status, text } = await exchange({ base, agent, method: 'POST', path, bytes, cookie })
      return status === 200 || (JSON.parse(text) as { code: string }).code === 'taken'
    },
    close: () => agent.destroy(),
  }
}

interface Exchange {
  readonly base: string
  readonly agent: Agent
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly bytes?: Uint8Array
  readonly cookie?: string
}

function exchange(o: Exchange): Promise<{ status: number; text: string; ms: number; cookie: string | null }> {
  const sent = o.bytes ?? (o.body === undefined ? null : Buffer.from(JSON.stringify(o.body)))
  const headers = {
    'x-waymark': '1',
    // As a browser asks; packed only where the server finds it worth while.
    'accept-encoding': 'gzip',
    ...(o.cookie ? { cookie: o.cookie } : {}),
    ...(sent
      ? { 'content-type': o.bytes ? 'application/octet-stream' : 'application/json', 'content-length': sent.length }
      : {}),
  }
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const asking = request(new URL(o.path, o.base), { method: o.method, agent: o.agent, headers }, reply => {
      const pieces: Buffer[] = []
      reply.on('data', (piece: Buffer) => pieces.push(piece))
      reply.on('error', reject)
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          text: textOf(Buffer.concat(pieces), reply.headers['content-encoding']),
          ms: performance.now() - began,
          cookie: reply.headers['set-cookie']?.[0]?.split(';')[0] ?? null,
        }),
      )
    })
    asking.on('error', reject)
    asking.end(sent ?? undefined)
  })
}

const textOf = (bytes: Buffer, encoding: string | undefined): string =>
  (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8')
