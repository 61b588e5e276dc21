// A whole Waymark for a test file: fresh database, real register, real server with the built app, real Chromium.
// `page(role)` gives a browser page of its own, signed in as a member of staff with that role.

import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { uuidv7 } from 'uuidv7'
import type { RoleId, Scope } from '#access/role.ts'
import { createAccount } from '#register/accounts.ts'
import { atDesk } from '#register/desk.ts'
import type { FileStore } from '#register/file-store.ts'
import { folderFiles } from '#register/folder-files.ts'
import { keysFrom } from '#register/keys.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { addOffice } from '#register/offices.ts'
import { hashPassword } from '#register/password.ts'
import { openRegister, type Register } from '#register/register.ts'
import { offerSetup } from '#register/setup.ts'
import { inWork, systemActor } from '#register/work.ts'
import { startServer } from '#server/listen.ts'
import { freshDatabase } from '../setup/database.ts'

export { expectAccessible, expectNoSidewaysScroll } from './accessible.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** A folder with an app that is built already, for working on a part of it. */
const webRoot = process.env['WAYMARK_WEB'] ?? join(root, 'dist/web')

export const password = 'a long enough password'
/** Where a quick exit goes. */
export const neutralSite = 'https://www.weather.com/'

export interface PageLook {
  /** What is opened; default Today, at a stranger the sign-in. */
  readonly at?: string
  readonly width?: number
  readonly dir?: 'ltr' | 'rtl'
  readonly theme?: 'light' | 'dark'
  /** Chosen on this screen; default English, the browser's. */
  readonly language?: string
}

/** An API client with the cookie of one member of staff. */
export interface Asker {
  ask<Reply = unknown>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Reply>
}

export interface Ground {
  readonly url: string
  readonly register: Register
  readonly browser: Browser
  /** HQ (headquarters) and two missions below it, KYIV and ROME. */
  readonly offices: Readonly<Record<'HQ' | 'KYIV' | 'ROME', OfficeRow>>
  /** One-time token of the first administrator; null in a house with staff. */
  readonly setupToken: string | null
  login(role: RoleId): string
  /** A signed-in page on Today, or where `at` says. Each call is a browser context and a session of its own. */
  page(role: RoleId, look?: PageLook): Promise<Page>
  /** A page of a stranger. */
  stranger(look?: PageLook): Promise<Page>
  /** Through the API; `anew` after a test ended the sessions of the account. */
  as(role: RoleId, o?: { anew: boolean }): Promise<Asker>
  close(): Promise<void>
}

/** Staff of the house: one account a role; casework in KYIV, the rest where the role belongs. */
const staff: readonly (readonly [RoleId, 'HQ' | 'KYIV' | 'ROME', Scope])[] = [
  ['administrator', 'HQ', 'all'],
  ['caseworker', 'KYIV', 'office'],
  ['hotline_operator', 'KYIV', 'office'],
  ['shelter_manager', 'KYIV', 'office'],
  ['supervisor', 'KYIV', 'office'],
  ['fund_manager', 'HQ', 'all'],
  ['return_officer', 'ROME', 'office'],
  ['data_focal_point', 'KYIV', 'office'],
  ['global_analyst', 'HQ', 'all'],
  ['data_protection_officer', 'HQ', 'all'],
  ['network_analyst', 'KYIV', 'office'],
  ['report_writer', 'HQ', 'all'],
]

export async function openGround(
  o: { staffed?: boolean; idleMinutes?: number; store?: FileStore } = {},
): Promise<Ground> {
  const database = await freshDatabase()
  const folder = join(tmpdir(), `waymark-files-${uuidv7()}`)
  const register = await openRegister({
    connection: database.url,
    keys: keysFrom(randomBytes(32)),
    files: o.store ?? folderFiles(folder),
    poolSize: 8,
  })
  const setupToken = o.staffed === false ? await offerSetup(register) : null
  const offices = o.staffed === false ? ({} as Ground['offices']) : await organisation(register)
  const server = await startServer({
    register,
    port: 0,
    webRoot,
    log: false,
    signInPerMinute: 1000,
    idleMinutes: o.idleMinutes ?? 15,
    releases: `${folder}-releases`,
  })
  const browser = await chromiumOfWorker()
  const contexts: BrowserContext[] = []
  const cookies = new Map<RoleId, string>()

  const cookieOf = async (role: RoleId): Promise<string> => {
    const known = cookies.get(role) ?? (await newSession(role))
    cookies.set(role, known)
    return known
  }

  const newSession = async (role: RoleId): Promise<string> => {
    const reply = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-waymark': '1' },
      body: JSON.stringify({ login: loginOf(role), password }),
    })
    const cookie = reply.headers.getSetCookie()[0]?.split(';')[0]
    if (!cookie) throw new Error(`${role} cannot sign in: ${await reply.text()}`)
    return cookie
  }

  const pageOf = async (look: PageLook, session: string | null) => {
    const context = await contextOf(browser, look)
    contexts.push(context)
    const [name = '', value = ''] = session?.split('=') ?? []
    if (session) await context.addCookies([{ name, value, url: server.url, httpOnly: true, sameSite: 'Strict' }])
    const page = await context.newPage()
    await page.goto(`${server.url}${look.at ?? '/'}`)
    return page
  }

  return {
    url: server.url,
    register,
    browser,
    offices,
    setupToken,
    login: loginOf,
    stranger: (look = {}) => pageOf(look, null),
    async page(role, look = {}) {
      const page = await pageOf(look, await newSession(role))
      await page.locator('nav').first().waitFor()
      return page
    },
    async as(role, o) {
      if (o?.anew) cookies.delete(role)
      const cookie = await cookieOf(role)
      return {
        async ask(method, path, body) {
          const reply = await fetch(`${server.url}/api${path}`, {
            method,
            headers: {
              'x-waymark': '1',
              cookie,
              ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          })
          const text = await reply.text()
          if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`)
          return JSON.parse(text)
        },
      }
    },
    async close() {
      await Promise.all(contexts.map(context => context.close()))
      await server.close()
      await register.close()
      await database.drop()
      for (const each of [folder, `${folder}-releases`]) await rm(each, { recursive: true, force: true })
    },
  }
}

const loginOf = (role: RoleId): string => `${role}@test.example`

/** Signs in as people do, by the form; `page` of a ground brings its session along. */
export async function signIn(page: Page, login: string, word: string = password): Promise<void> {
  await page.getByLabel('Sign-in name').fill(login)
  await page.getByLabel('Password', { exact: true }).fill(word)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('navigation', { name: 'Desks' }).waitFor()
}

/** The neutral site, for a page that will leave for it. A page with such an answer goes without the browser's cache. */
export const answerNeutralSite = (page: Page): Promise<unknown> =>
  page.route(neutralSite, route =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><p>Sunny.</p>' }),
  )

/** A new person with a case, through the API, for tests that are about what comes after. */
export async function newCase(
  asker: Asker,
  office: string,
  o: { person?: object; case?: object } = {},
): Promise<{ person: string; case: string }> {
  const person = uuidv7()
  const kase = uuidv7()
  await push(asker, [
    { type: 'person', record: person, office, person, case: null, set: { sex: 'female', ...o.person } },
    {
      type: 'case',
      record: kase,
      office,
      person,
      case: kase,
      set: {
        registeredOn: new Date().toISOString().slice(0, 10),
        category: 'vulnerable_migrant',
        status: 'active',
        ...o.case,
      },
    },
  ])
  return { person, case: kase }
}

interface NewRecord {
  readonly type: string
  readonly record?: string
  readonly office: string
  readonly person: string | null
  readonly case: string | null
  readonly set: object
}

/** Pushes new records and insists that each was accepted. */
export async function push(asker: Asker, records: readonly NewRecord[]): Promise<void> {
  const changes = records.map(record => ({
    record: uuidv7(),
    ...record,
    id: uuidv7(),
    base: 0,
    madeAt: new Date().toISOString(),
    dictionary: 1,
  }))
  const { results } = await asker.ask<{ results: { status: string; problems: unknown[] }[] }>('POST', '/changes', {
    changes,
  })
  for (const result of results) if (result.status !== 'accepted') throw new Error(JSON.stringify(result))
}

/** One Chromium for all files of a worker, which takes it along at its end. */
const chromiumOfWorker = (): Promise<Browser> => (launched ??= chromium.launch({ executablePath, args: chromiumArgs }))
let launched: Promise<Browser> | null = null
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  // Nothing leaves the machine. A route for every request would do it too, and switch off the browser's cache.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  // Pages of tests are left before it pays to compile their scripts to the last turn: a seventh of the browser's work.
  '--js-flags=--no-opt --no-maglev',
]

async function contextOf(browser: Browser, look: PageLook): Promise<BrowserContext> {
  const width = look.width ?? 1440
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 740 : 900 },
    colorScheme: look.theme ?? 'light',
    reducedMotion: 'reduce',
  })
  const dir = look.dir ?? 'ltr'
  await context.addInitScript(
    `localStorage.setItem('waymark.look', '${JSON.stringify({ dir, discreet: false, language: look.language ?? null })}')`,
  )
  context.setDefaultTimeout(15_000)
  return context
}

async function organisation(register: Register): Promise<Ground['offices']> {
  const office = (code: string, name: string, parent: OfficeRow | null) =>
    inWork(register, systemActor, work =>
      addOffice(work, {
        code,
        name,
        kind: parent ? 'mission' : 'headquarters',
        parent: parent?.id ?? null,
        country: null,
        region: null,
      }),
    )
  const HQ = await office('HQ', 'Lantern House', null)
  await register.refresh()
  const KYIV = await office('KYIV', 'Kyiv mission', HQ)
  const ROME = await office('ROME', 'Rome mission', HQ)
  await register.refresh()
  const offices = { HQ, KYIV, ROME }
  const hash = await hashPassword(password, { memoryKiB: 64, passes: 2 })
  for (const [role, at, scope] of staff) {
    await atDesk(register, systemActor, new Date(), desk =>
      createAccount(desk, {
        name: `Test ${role.replaceAll('_', ' ')}`,
        login: loginOf(role),
        password: hash,
        mustChange: false,
        grants: [{ role, office: offices[at].id, scope }],
      }),
    )
  }
  return offices
}
