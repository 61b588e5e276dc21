import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { constants } from 'node:zlib'
import { randomUUID } from 'node:crypto'
import type { Register } from '#register/register.ts'
import { isApi } from './addresses.ts'
import { documentApi } from './document.ts'
import { stopLinkage } from './linkage-job.ts'
import { errorKind, makeLogger } from './log.ts'
import { callerOf, mount } from './mount.ts'
import { type ServerOptions, settingsOf } from './options.ts'
import { answerTo } from './problems.ts'
import { allRoutes } from './routes/all.ts'
import { serveWeb } from './web-files.ts'

const bodyLimit = 2 * 1024 * 1024

/** The server, ready to listen or to be injected into. Closing it leaves the register open. */
export async function buildApp(register: Register, o: ServerOptions = {}): Promise<FastifyInstance> {
  const settings = settingsOf(o)
  const app: FastifyInstance = fastify({
    // The framework's own lines name the address that was asked for. Ours are the only ones.
    logger: false,
    bodyLimit,
    trustProxy: o.trustProxy ?? false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    routerOptions: { maxParamLength: 100 },
    // Long enough for a photographed paper on a slow line, short enough to free a hanging connection.
    requestTimeout: 300_000,
  })
  // Files come as they are; a route that expects none finds bytes where it declared fields, and refuses them.
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, async (_: unknown, body: Buffer) => body)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  refuseUndeclaredRoutes(app)
  const log = makeLogger(o.log)
  logEveryRequest(app, log)
  answerErrors(app, log)
  await app.register(helmet, securityHeaders(settings.https))
  await app.register(cookie)
  await app.register(rateLimit, { global: false })
  await app.register(compress, { threshold: 1024, brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } })
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    // Set last, and over what a plugin may have set: no answer of the API is kept by any cache.
    if (isApi(request.url)) reply.header('cache-control', 'no-store')
  })
  app.addHook('onClose', async () => {
    stopLinkage(register)
  })
  await documentApi(app)
  for (const route of allRoutes) mount(app, register, settings, route)
  await serveWeb(app, o.webRoot)
  await app.ready()
  return app
}

/** A route of the API that did not come through `mount` has no permission declared, and must not exist. */
function refuseUndeclaredRoutes(app: FastifyInstance): void {
  app.addHook('onRoute', route => {
    if (!isApi(route.url) || route.url.startsWith('/api/docs')) return
    if (route.config?.may === undefined) throw new Error(`Route ${route.url} does not say who may use it.`)
  })
}

function logEveryRequest(app: FastifyInstance, log: Logger): void {
  app.addHook('onResponse', async (request, reply) => {
    log.info(
      {
        id: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        account: callerOf(request).actor?.id ?? null,
      },
      'request',
    )
  })
}

function answerErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error, request, reply) => {
    const { status, body, retryAfter } = answerTo(error)
    if (status >= 500) {
      log.error({ id: request.id, route: request.routeOptions.url ?? 'none', problem: errorKind(error) }, body.code)
    }
    if (retryAfter !== null) reply.header('retry-after', String(retryAfter))
    return reply.code(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(body)
  })
}

/** Everything from this server only. Styles may stand in the page: the component library writes its variables there. */
function securityHeaders(https: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // argon2id on the device is WebAssembly; it may be compiled, scripts in the page may still not be written.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
  } as const
}
