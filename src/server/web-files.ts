import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { isApi, nothingThere } from './addresses.ts'

/**
 * The built web app. Files with a hash in the name never change and are kept for a year; the page itself and the
 * service worker are asked for again each time, so that a new version arrives with the next visit.
 */
export async function serveWeb(app: FastifyInstance, root: string | undefined): Promise<void> {
  const built = root !== undefined && existsSync(join(root, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const hashed = /[/\\]assets[/\\]/.test(path)
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?')
    const wantsPage = request.method === 'GET' && !isApi(request.url) && !/\.\w{1,8}$/.test(path)
    if (built && wantsPage) return reply.sendFile('index.html')
    return reply.code(404).type('application/json; charset=utf-8').send(JSON.stringify(nothingThere))
  })
}
