// One PostgreSQL for the whole run: the embedded one in a folder that is thrown away, or the server DATABASE_URL names
// (its user must be allowed to create databases). Both projects of vitest.config.ts call this; they share the server.

import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { type Connection, startEmbedded } from '#postgres/embedded.ts'
import { keysFrom } from '#register/keys.ts'
import { openRegister } from '#register/register.ts'
import { quickFolder } from './quick-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The maintenance database of the server the tests create theirs on. */
    serverUrl: string
    /** Name of a migrated, empty database to copy: migrating each anew was most of the time of a small test file. */
    migrated: string
  }
}

let starting: Promise<{ url: string; migrated: string; stop(): Promise<void> }> | null = null
let projects = 0

export async function setup(project: TestProject): Promise<void> {
  projects += 1
  starting ??= startServer().then(server => withTemplate(server))
  const { url, migrated } = await starting
  project.provide('serverUrl', url)
  project.provide('migrated', migrated)
}

export async function teardown(): Promise<void> {
  projects -= 1
  if (projects > 0) return
  await (await starting)?.stop()
  starting = null
}

interface Server {
  readonly url: string
  stop(): Promise<void>
}

/** Copied by `freshDatabase`; dropped at the end, since the server may be somebody's own. */
async function withTemplate({ url, stop }: Server): Promise<Server & { readonly migrated: string }> {
  const migrated = `template_${randomBytes(8).toString('hex')}`
  await statement(url, `create database ${migrated} template template0`)
  const connection = url.replace(/(:\/\/[^/]*\/)[^?]*/, `$1${migrated}`)
  await (await openRegister({ connection, keys: keysFrom(randomBytes(32)), poolSize: 2 })).close()
  const dropAndStop = async () => {
    try {
      await statement(url, `drop database ${migrated} with (force)`)
    } finally {
      await stop()
    }
  }
  return { url, migrated, stop: dropAndStop }
}

async function statement(url: string, text: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

async function startServer(): Promise<Server> {
  const given = process.env['DATABASE_URL']
  if (given !== undefined && given !== '') return { url: given, stop: async () => {} }
  const folder = quickFolder('waymark-test-')
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
