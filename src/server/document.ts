import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

/** OpenAPI 3.1 from the same contracts that check the requests, and a page to read it at /api/docs. */
export async function documentApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Waymark',
        version: '1',
        description:
          'Case management and register. People sign in with a session cookie and send `x-waymark: 1` with every ' +
          'request that changes something; programs send a service token.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: [
        { name: 'session', description: 'The door: first administrator, sign-in, own password and second factor.' },
        { name: 'records', description: 'Case files, search and the one way to write: changes.' },
        { name: 'figures', description: 'Counts with their passport.' },
        { name: 'organisation', description: 'Offices, accounts, roles and programs.' },
        { name: 'dictionary', description: 'The organisation’s own fields, lists and questionnaires.' },
        { name: 'audit', description: 'Who read and who changed what.' },
        { name: 'server', description: 'For monitors.' },
      ],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'waymark' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
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
