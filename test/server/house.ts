// A server of its own for a test file: fresh database, real register, requests injected without a network.

import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { uuidv7 } from 'uuidv7'
import type { Grant } from '#access/permission.ts'
import { createAccount } from '#register/accounts.ts'
import { atDesk } from '#register/desk.ts'
import type { ErasureList } from '#register/erasure-list.ts'
import type { FileStore } from '#register/file-store.ts'
import { folderFiles } from '#register/folder-files.ts'
import { keysFrom } from '#register/keys.ts'
import type { OfficeKind, OfficeRow } from '#register/office-directory.ts'
import { addOffice } from '#register/offices.ts'
import { hashPassword } from '#register/password.ts'
import { openRegister, type Register } from '#register/register.ts'
import { openSession } from '#register/sessions.ts'
import { asOwner, inWork, systemActor } from '#register/work.ts'
import { buildApp } from '#server/app.ts'
import type { ServerOptions } from '#server/options.ts'
import { freshDatabase } from '../setup/database.ts'

/** Cheap to compute, so that a test with thirteen roles does not wait for thirteen real hashes. */
export const cheap = { memoryKiB: 64, passes: 2 }
export const password = 'a long enough password'

export interface House {
  readonly register: Register
  readonly app: FastifyInstance
  readonly log: string[]
  /** Folder of the sealed files; not there before the first one. */
  readonly files: string
  clock: { now: Date }
  office(code: string, parent?: OfficeRow, kind?: OfficeKind): Promise<OfficeRow>
  account(login: string, grants: readonly Grant[]): Promise<string>
  /** Signs in without the password, a first one long changed: for tests that are not about the door. */
  as(account: string): Promise<Asker>
  close(): Promise<void>
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export interface Asker {
  readonly cookie: string
  ask(method: Method, path: string, body?: unknown): Promise<LightMyRequestResponse>
}

interface HouseOptions extends ServerOptions {
  readonly erasures?: ErasureList
  /** Where files lie instead of the folder. */
  readonly store?: FileStore
}

export async function openHouse({ erasures, store, ...options }: HouseOptions = {}): Promise<House> {
  const database = await freshDatabase()
  const clock = { now: new Date('2026-03-02T09:00:00Z') }
  const files = join(tmpdir(), `waymark-files-${uuidv7()}`)
  const register = await openRegister({
    connection: database.url,
    keys: keysFrom(randomBytes(32)),
    files: store ?? folderFiles(files),
    now: () => clock.now,
    poolSize: 6,
    passwordCost: cheap,
    ...(erasures ? { erasures } : {}),
  })
  const log: string[] = []
  const app = await buildApp(register, {
    signInPerMinute: 1000,
    log: { write: line => void log.push(line) },
    ...options,
  })
  const hash = await hashPassword(password, cheap)
  const times = { idleMinutes: options.idleMinutes ?? 15, longestHours: options.longestHours ?? 12 }
  return {
    register,
    app,
    log,
    files,
    clock,
    async office(code, parent, kind = parent ? 'mission' : 'headquarters') {
      const row = { code, name: `Office ${code}`, kind, parent: parent?.id ?? null, country: null, region: null }
      const added = await inWork(register, systemActor, work => addOffice(work, row))
      await register.refresh()
      return added
    },
    account: (login, grants) =>
      atDesk(register, systemActor, clock.now, async desk => {
        const made = await createAccount(desk, {
          name: `Name of ${login}`,
          login,
          password: hash,
          mustChange: false,
          grants,
        })
        return made.id
      }),
    async as(account) {
      const { token } = await asOwner(register, async client => {
        await client.query('update account set must_change = false where id = $1', [account])
        return openSession(client, { account, now: clock.now, times })
      })
      return asker(app, `waymark=${token}`)
    },
    async close() {
      await app.close()
      await register.close()
      await database.drop()
      await rm(files, { recursive: true, force: true })
    },
  }
}

export function asker(app: FastifyInstance, cookie: string): Asker {
  return {
    cookie,
    ask: (method, path, body) =>
      app.inject({
        method,
        url: `/api${path}`,
        headers: { 'x-waymark': '1', ...(cookie ? { cookie } : {}) },
        ...(body === undefined ? {} : { payload: body as object }),
      }),
  }
}

/** The cookie a reply hands out, ready to be sent back. */
export function cookieOf(reply: LightMyRequestResponse): string {
  const [cookie] = reply.cookies
  return cookie ? `${cookie.name}=${cookie.value}` : ''
}

export const newId = (): string => uuidv7()
