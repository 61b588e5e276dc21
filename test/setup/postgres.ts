// One PostgreSQL for the whole run: the embedded one in a folder that is thrown away, or the server DATABASE_URL names
// (its user must be allowed to create databases). Both projects of vitest.config.ts call this; they share the server.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Connection, startEmbedded } from '#postgres/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The maintenance database of the server the tests create theirs on. */
    serverUrl: string
  }
}

let starting: Promise<{ url: string; stop(): Promise<void> }> | null = null
let projects = 0

export async function setup(project: TestProject): Promise<void> {
  projects += 1
  starting ??= startServer()
  project.provide('serverUrl', (await starting).url)
}

export async function teardown(): Promise<void> {
  projects -= 1
  if (projects > 0) return
  await (await starting)?.stop()
  starting = null
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['DATABASE_URL']
  if (given !== undefined && given !== '') return { url: given, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'waymark-test-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const embedded = await startEmbedded({ dataDir: folder, testing: true })
    const url = urlOf({ ...embedded.connection, database: 'postgres' })
    return { url, stop: () => embedded.stop().finally(remove) }
  } catch (error) {
    remove()
    throw error
  }
}

// "localhost" only makes it a URL every parser accepts; the socket's folder in `host` is what counts.
const urlOf = (c: Connection): string =>
  `postgresql://${c.user}:${c.password}@localhost/${c.database}?host=${encodeURIComponent(c.host)}&port=${c.port}`
