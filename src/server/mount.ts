import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Register } from '#register/register.ts'
import { admit, type Caller, doorOf, stranger } from './authenticate.ts'
import { Refusal } from './contract/shared.ts'
import type { Settings } from './options.ts'
import type { Route } from './route.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set by `mount` only; a route below /api without it stops the server at start. */
    may?: Route['may']
  }
}

/** Callers by request, so that the log can name the account without the request carrying it around. */
const callers = new WeakMap<FastifyRequest, Caller>()
export const callerOf = (request: FastifyRequest): Caller => callers.get(request) ?? stranger

/** Puts a route on the server: who may, contract in, one transaction, contract out. */
export function mount(app: FastifyInstance, register: Register, settings: Settings, route: Route): void {
  const limit = { max: settings.signInPerMinute, timeWindow: 60_000 }
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    ...(route.takesFile ? { bodyLimit: fileLimit } : {}),
    config: { may: route.may, ...(route.limited ? { rateLimit: limit } : {}) },
    schema: schemaOf(route),
    onRequest: async request => {
      callers.set(request, await admit(register, settings, request, route))
    },
    handler: async (request, reply) => {
      const { actor, session, permissions } = callerOf(request)
      const input = { params: request.params, query: request.query, body: request.body }
      const door = doorOf(settings, session, reply)
      const value = await route.answer({ input, register, door, actor, permissions })
      await route.after?.(register)
      if (route.file === undefined) return value
      return (reply.hasHeader('content-type') ? reply : reply.type(route.file)).send(value)
    },
  })
}

/** Largest file that is taken in, in bytes. */
const fileLimit = 20 * 1024 * 1024

/** Names of the operations in the OpenAPI document: `getCasesById`. */
const operationId = ({ method, path }: Route): string =>
  method.toLowerCase() +
  path
    .split(/[/-]/)
    .filter(part => part !== '')
    .map(part => (part.startsWith(':') ? `By${capital(part.slice(1))}` : capital(part)))
    .join('')

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function schemaOf(route: Route) {
  const open = route.may === 'anyone'
  return {
    operationId: operationId(route),
    summary: route.about,
    description: open ? 'Needs no sign-in.' : `Needs: ${route.may.replaceAll('_', ' ')}.`,
    tags: [route.tag],
    security: open ? [] : [{ session: [] }, { token: [] }],
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...(route.body ? { body: route.body } : {}),
    response: { 200: route.file === undefined ? route.reply : fileOf(route.file, route.reply), default: Refusal },
  }
}

const fileOf = (type: string, schema: Route['reply']) => ({ description: 'A file.', content: { [type]: { schema } } })
