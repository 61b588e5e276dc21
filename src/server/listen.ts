import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Register } from '#register/register.ts'
import { dropExpired } from '#register/sessions.ts'
import { buildApp } from './app.ts'
import type { ServerOptions } from './options.ts'

export interface StartOptions extends ServerOptions {
  readonly register: Register
  /** Default: this machine only. */
  readonly host?: string
  /** 0: any free port. */
  readonly port: number
}

export interface RunningServer {
  readonly app: FastifyInstance
  /** Where a browser on this machine finds it. */
  readonly url: string
  readonly port: number
  /** Stops taking requests and waits for those under way, at most five seconds. The register stays open. */
  close(): Promise<void>
}

/** Builds the server and listens. @throws the system's EADDRINUSE when the port is taken. */
export async function startServer({
  register,
  host = '127.0.0.1',
  port,
  ...options
}: StartOptions): Promise<RunningServer> {
  await dropExpired(register, register.now())
  const app = await buildApp(register, options)
  await app.listen({ host, port })
  const bound = (app.server.address() as AddressInfo).port
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return { app, port: bound, url: `http://${shown}:${bound}`, close: () => closeSoon(app) }
}

/** A browser that stopped reading half-way through an answer must not keep the server from ending. */
async function closeSoon(app: FastifyInstance): Promise<void> {
  const impatience = setTimeout(() => app.server.closeAllConnections(), 5000)
  try {
    await app.close()
  } finally {
    clearTimeout(impatience)
  }
}
