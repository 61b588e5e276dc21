import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

const info = {
  title: 'Waymark',
  version: '1',
  description:
    'Case management and register. People sign in with a session cookie and send `x-waymark: 1` with every request ' +
    'that changes something; programs send a service token.',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
}

const tags = [
  { name: 'session', description: 'The door: first administrator, sign-in, own password and second factor.' },
  { name: 'records', description: 'Case files, search and the one way to write: changes.' },
  { name: 'figures', description: 'Counts with their passport.' },
  { name: 'organisation', description: 'Offices, accounts, roles and programs.' },
  { name: 'dictionary', description: 'The organisation’s own fields, lists and questionnaires.' },
  { name: 'audit', description: 'Who read and who changed what.' },
  { name: 'server', description: 'For monitors.' },
]

/** OpenAPI 3.1 from the same contracts that check the requests, and a page to read it at /api/docs. */
export async function documentApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info,
      tags,
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'waymark' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: document => tidy(jsonSchemaTransformObject(document) as OpenApi) as never,
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    theme: { title: 'Waymark API' },
    // No badge from a foreign validator, and no sending of requests from a page meant for reading.
    uiConfig: { validatorUrl: null, supportedSubmitMethods: [], deepLinking: false },
  })
}

/** The OpenAPI document as it is committed in docs/openapi.json. */
export const openApiText = (app: FastifyInstance): string => `${JSON.stringify(app.swagger(), null, 2)}\n`

interface OpenApi {
  paths?: Record<string, Record<string, { responses?: Record<string, { description: string }> }>>
  components?: { schemas?: Record<string, unknown> }
}

/** Says what the two answers are, and leaves out the schemas that no route uses (each exists as input and output). */
function tidy(document: OpenApi): OpenApi {
  const operations = Object.values(document.paths ?? {}).flatMap(methods => Object.values(methods))
  for (const { responses } of operations) {
    if (responses?.['200']) responses['200'].description = 'Done.'
    if (responses?.['default']) responses['default'].description = 'Refused, with the reason and what can be done.'
  }
  const schemas = document.components?.schemas ?? {}
  const used = new Set<string>()
  const follow = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue
      used.add(name)
      follow(schemas[name] ?? null)
    }
  }
  follow(document.paths ?? {})
  const kept = Object.entries(schemas).filter(([name]) => used.has(name))
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(kept) } }
}
