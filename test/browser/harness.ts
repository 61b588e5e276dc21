// A whole Waymark for a test file: fresh database, real register, real server with the built app, real Chromium.
// `page(role)` gives a browser page of its own, signed in as a member of staff with that role.

import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { uuidv7 } from 'uuidv7'
import { build } from 'vite'
import { expect } from 'vitest'
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

const root = fileURLToPath(new URL('../..', import.meta.url))
const built = join(root, 'dist/web')
/** A folder with an app that is built already, for working on a part of it. */
const webRoot = process.env['WAYMARK_WEB'] ?? built

export const password = 'a long enough password'
/** Where a quick exit goes in tests: the page is answered by the harness, nothing leaves the machine. */
export const neutralSite = 'https://www.weather.com/'

export interface PageLook {
  readonly width?: number
  readonly dir?: 'ltr' | 'rtl'
  readonly theme?: 'light' | 'dark'
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
  /** A signed-in page on Today. Each call is a browser context of its own. */
  page(role: RoleId, look?: PageLook): Promise<Page>
  /** A page of a stranger. */
  stranger(look?: PageLook): Promise<Page>
  as(role: RoleId): Promise<Asker>
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
  await ensureBuilt()
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
  })
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
  })
  const cookies = new Map<RoleId, string>()

  const cookieOf = async (role: RoleId): Promise<string> => {
    const known = cookies.get(role)
    if (known) return known
    const reply = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-waymark': '1' },
      body: JSON.stringify({ login: loginOf(role), password }),
    })
    const cookie = reply.headers.getSetCookie()[0]?.split(';')[0]
    if (!cookie) throw new Error(`${role} cannot sign in: ${await reply.text()}`)
    cookies.set(role, cookie)
    return cookie
  }

  const stranger = async (look: PageLook = {}) => {
    const context = await contextOf(browser, look)
    const page = await context.newPage()
    await page.goto(`${server.url}/`)
    return page
  }

  return {
    url: server.url,
    register,
    browser,
    offices,
    setupToken,
    login: loginOf,
    stranger,
    async page(role, look = {}) {
      const page = await stranger(look)
      await signIn(page, loginOf(role))
      return page
    },
    async as(role) {
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
      await browser.close()
      await server.close()
      await register.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const loginOf = (role: RoleId): string => `${role}@test.example`

export async function signIn(page: Page, login: string, word: string = password): Promise<void> {
  await page.getByLabel('Sign-in name').fill(login)
  await page.getByLabel('Password', { exact: true }).fill(word)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('navigation', { name: 'Desks' }).waitFor()
}

/**
 * Fails with the list of what axe found on the page as it stands (WCAG 2.2 AA and below). `within`: only there, such as in
 * a dialog that covers half a button of the page behind it.
 */
export async function expectAccessible(page: Page, within = 'html'): Promise<void> {
  // A colour in the middle of a transition is not a colour.
  await page.waitForTimeout(200)
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`)
  expect(found).toEqual([])
}

/** No page is wider than its window, at any width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over).toBeLessThanOrEqual(0)
}

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

async function contextOf(browser: Browser, look: PageLook): Promise<BrowserContext> {
  const width = look.width ?? 1440
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 740 : 900 },
    colorScheme: look.theme ?? 'light',
    reducedMotion: 'reduce',
  })
  const dir = look.dir ?? 'ltr'
  await context.addInitScript(
    `localStorage.setItem('waymark.look', JSON.stringify({ dir: '${dir}', discreet: false }))`,
  )
  await context.route(
    url => url.hostname !== '127.0.0.1',
    route =>
      route.request().url() === neutralSite
        ? route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><p>Sunny.</p>' })
        : route.abort(),
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

/** Builds the app when there is none or a source is newer. */
async function ensureBuilt(): Promise<void> {
  if (webRoot !== built) return
  const index = join(built, 'index.html')
  const builtAt = existsSync(index) ? statSync(index).mtimeMs : 0
  const sources = ['web', 'field', 'server/contract', 'dictionary', 'casework', 'forms', 'access', 'changes']
  if (Math.max(...sources.map(room => newest(join(root, 'src', room)))) <= builtAt) return
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' })
}

function newest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter(entry => entry.isFile())
      .map(entry => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
}
