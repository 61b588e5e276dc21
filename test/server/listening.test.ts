import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApiText } from '#server/document.ts'
import { type RunningServer, startServer } from '#server/listen.ts'
import { type House, openHouse } from './house.ts'

let house: House
let server: RunningServer
let root: string

beforeAll(async () => {
  house = await openHouse()
  root = mkdtempSync(join(tmpdir(), 'waymark-web-'))
  mkdirSync(join(root, 'assets'))
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Waymark</title>')
  writeFileSync(join(root, 'assets', 'app-1a2b3c4d.js'), `export const filler = '${'x'.repeat(5000)}'`)
  server = await startServer({ register: house.register, port: 0, webRoot: root, log: false })
})
afterAll(async () => {
  await server.close()
  await house.close()
  rmSync(root, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(new URL(path, server.url), { headers })

test('serves the app: its page for every address of its own, its hashed files for a year', async () => {
  for (const path of ['/', '/cases/0190b7a2', '/today']) {
    const page = await get(path, { accept: 'text/html' })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<title>Waymark</title>')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  }
  const file = await get('/assets/app-1a2b3c4d.js', { 'accept-encoding': 'br' })
  expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(file.headers.get('content-encoding')).toBe('br')
  expect((await get('/assets/gone-99999999.js')).status).toBe(404)
  expect((await get('/../package.json')).status).toBe(404)
})

test('an unknown address of the API is never answered with the page', async () => {
  const reply = await get('/api/nothing', { accept: 'text/html' })
  expect([reply.status, (await reply.json()).code]).toEqual([404, 'not_found'])
  expect((await (await get('/api/health')).json()).ok).toBe(true)
})

test('the description of the API is the committed one', async () => {
  await expect(openApiText(server.app)).toMatchFileSnapshot('../../docs/openapi.json')
})

test('the page at /api/docs asks nothing of other servers', async () => {
  const page = await get('/api/docs/')
  expect(page.status).toBe(200)
  const html = await page.text()
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(match => match[1] ?? '')
  expect(files.length).toBeGreaterThan(3)
  for (const file of files) {
    expect(file).not.toMatch(/^(https?:)?\/\//)
    const reply = await get(new URL(file, `${server.url}/api/docs/`).pathname)
    expect(reply.status).toBe(200)
    await reply.arrayBuffer()
  }
  expect(html).not.toMatch(/<script>(?!<)/)
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect((await (await get('/api/docs/json')).json()).openapi).toBe('3.1.0')
})

test('a client that stops reading does not keep the server from ending', async () => {
  const other = await startServer({ register: house.register, port: 0, log: false })
  const half = await fetch(new URL('/api/docs/static/swagger-ui-bundle.js', other.url))
  expect(half.status).toBe(200)
  const begun = performance.now()
  await other.close()
  expect(performance.now() - begun).toBeLessThan(8000)
})
