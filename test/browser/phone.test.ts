// The field app as its user meets it: a real browser whose network the test cuts, and whose profile on disk it reads.

import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Asker,
  expectAccessible,
  expectNoSidewaysScroll,
  type Ground,
  newCase,
  openGround,
  password,
  push,
  signIn,
} from './harness.ts'

let ground: Ground
let caseworker: Asker
const profiles: string[] = []
const shots = process.env['WAYMARK_SHOTS']

beforeAll(async () => {
  ground = await openGround()
  caseworker = await ground.as('caseworker')
})
afterAll(async () => {
  await ground?.close()
  for (const profile of profiles) await rm(profile, { recursive: true, force: true })
})

const passphrase = 'four words nobody says'
const forced = 'another handful of words'

/** A telephone: a browser with a profile on disk that outlives it. */
async function switchOn(profile: string, o: { offline: boolean }): Promise<{ context: BrowserContext; page: Page }> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
    viewport: { width: 360, height: 740 },
    reducedMotion: 'reduce',
    offline: o.offline,
  })
  context.setDefaultTimeout(20_000)
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(`${ground.url}/`)
  return { context, page }
}

async function newProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'waymark-phone-'))
  profiles.push(profile)
  return profile
}

async function carry(page: Page, shown = ''): Promise<void> {
  await page.goto(`${ground.url}/phone`)
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByLabel('The same passphrase again').fill(passphrase)
  if (shown !== '') await page.getByLabel('A second passphrase').fill(shown)
  await page.getByRole('button', { name: 'Carry cases on this device' }).click()
  await page.getByText('The server was last heard').waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
}

async function unlock(page: Page, word: string): Promise<void> {
  await page.getByLabel('Sign-in name').fill(ground.login('caseworker'))
  await page.getByLabel('Passphrase').fill(word)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
}

const mark = (page: Page, row: string, answer: string) =>
  page.getByRole('radiogroup', { name: row, exact: true }).getByText(answer, { exact: true }).click()

interface Stored {
  readonly person: { readonly content: Readonly<Record<string, unknown>> }
  readonly records: readonly {
    readonly type: string
    readonly author: string
    readonly content: Record<string, unknown>
  }[]
}

describe('AS01 screening in two sittings, without a network', () => {
  test('register, consent, act and means; closed and opened again; purpose; sent once the network is back', async () => {
    const profile = await newProfile()
    const first = await switchOn(profile, { offline: false })
    await signIn(first.page, ground.login('caseworker'))
    await carry(first.page)
    await expectAccessible(first.page)
    await first.context.setOffline(true)
    const { page } = first
    await page.getByRole('link', { name: 'Find', exact: true }).click()
    await page.getByLabel('Name, case number').fill('Oksana Marchuk')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('button', { name: 'Register a new person' }).click()
    await page.getByRole('textbox', { name: 'Age at first assistance' }).fill('27')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.getByRole('heading', { name: 'Oksana Marchuk' }).waitFor()
    const id = page.url().split('/cases/')[1]?.split('/')[0] ?? ''
    await page.getByRole('button', { name: 'Ask for consent to the interview' }).click()
    await page.getByRole('heading', { name: 'Consent comes first' }).waitFor()
    await page.getByText('Language, interpreter').click()
    await page.getByRole('combobox', { name: 'Language' }).fill('Ukrai')
    await page.getByRole('option', { name: 'Ukrainian' }).click()
    await page.getByRole('radiogroup', { name: 'Does the person agree to the interview?' }).getByText('Yes').click()
    await page.getByRole('button', { name: 'Save and go on' }).click()
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Next' }).click()
    await mark(page, 'Recruitment', 'Yes')
    await mark(page, 'Transportation', 'Did not say')
    await page.locator('[data-block="act"][data-met="yes"]').waitFor()
    await page.getByRole('button', { name: 'Pause here' }).click()
    await page.getByRole('heading', { name: 'Where things stand' }).waitFor()
    await page.locator('.phone-mark[data-waiting]').waitFor()
    if (shots) await page.screenshot({ path: `${shots}/phone-offline-case-360.png`, fullPage: true })
    await first.context.close()

    const second = await switchOn(profile, { offline: true })
    await second.page.getByRole('heading', { name: 'Open this device' }).waitFor()
    await expectAccessible(second.page)
    if (shots) await second.page.screenshot({ path: `${shots}/phone-sealed-360.png` })
    await unlock(second.page, passphrase)
    await second.page.getByText('Finish the interview').click()
    await second.page.getByRole('button', { name: 'Next' }).waitFor()
    while ((await second.page.getByRole('radiogroup', { name: 'Forced labour', exact: true }).count()) === 0)
      await second.page.getByRole('button', { name: 'Next' }).click()
    await mark(second.page, 'Forced labour', 'Yes')
    await second.page.getByRole('button', { name: 'Next' }).click()
    await second.page.getByRole('button', { name: 'Finish the interview' }).click()
    await second.page.getByRole('heading', { name: 'Where things stand' }).waitFor()
    await second.page.getByRole('link', { name: 'Documents', exact: true }).first().click()
    await second.page.getByRole('button', { name: 'Add a document' }).click()
    const dialog = second.page.getByRole('dialog', { name: 'Add a document' })
    await dialog.getByRole('combobox', { name: 'Kind' }).click()
    await second.page.getByRole('option', { name: 'Photograph' }).click()
    const buffer = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer()
    await dialog.locator('input[type=file]').setInputFiles({ name: 'Marchuk.jpg', mimeType: 'image/jpeg', buffer })
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await second.page.locator('.phone-mark').click()
    await second.page.locator('[data-files-waiting="1"]').waitFor()
    await second.page.locator('[data-records-waiting="6"]').waitFor()
    await expectAccessible(second.page)
    await expectNoSidewaysScroll(second.page)
    if (shots) await second.page.screenshot({ path: `${shots}/phone-waiting-360.png`, fullPage: true })
    await second.context.setOffline(false)
    await second.page.getByRole('button', { name: 'Send now' }).click()
    await second.page.getByLabel('Password', { exact: true }).fill('a long enough password')
    await second.page.getByRole('button', { name: 'Sign in' }).click()
    await second.page.locator('[data-records-waiting="0"]').waitFor()
    await second.page.locator('[data-files-waiting]').waitFor({ state: 'detached' })
    if (shots) await second.page.screenshot({ path: `${shots}/phone-sent-360.png`, fullPage: true })
    await second.context.close()

    const file = await caseworker.ask<Stored>('GET', `/cases/${id}`)
    expect(file.person.content['givenNames']).toBe('Oksana')
    const screenings = file.records.filter(({ type }) => type === 'screening')
    expect(screenings).toHaveLength(1)
    expect(screenings[0]?.content).toMatchObject({
      state: 'concluded',
      act: { recruitment: 'yes', transportation: 'did_not_say' },
      purpose: { forced_labour: 'yes' },
    })
    const consent = file.records.filter(({ type }) => type === 'consent')
    expect(consent.map(({ content }) => content['language'])).toEqual(['uk'])
    // The search itself works: addresses of the app do lie there.
    const picture = file.records.find(({ type }) => type === 'document')
    expect(picture?.content).toMatchObject({ kind: 'photo', mediaType: 'webp' })
    expect(wordsOnDisk(profile, ['127.0.0.1'])).toEqual(['127.0.0.1'])
    expect(wordsOnDisk(profile, ['Oksana', 'Marchuk', 'oksana', passphrase])).toEqual([])
    expect(wordsOnDisk(profile, [ground.login('caseworker')], passwordStore)).toEqual([])
  })
})

describe('an enumerator on the way', () => {
  test('the questions come along without a visit before; what was asked is sealed, waits, and arrives once', async () => {
    const lead = await ground.as('data_focal_point')
    const survey = crypto.randomUUID()
    const question = { name: 'why', kind: 'text', group: null, label: { '': 'Why did you leave?' } }
    const form = {
      format: 'waymark.survey.1',
      title: 'On the road',
      version: '1',
      languages: [''],
      groups: [],
      lists: {},
    }
    const day = new Date().toISOString().slice(0, 10)
    const place = { office: ground.offices.KYIV.id, person: null, case: null }
    await push(lead, [
      {
        ...place,
        type: 'survey',
        record: survey,
        set: { title: 'On the road', countries: ['UA'], from: day, respondents: 1 },
      },
      {
        ...place,
        type: 'survey_form',
        set: { survey, title: 'On the road', form: JSON.stringify({ ...form, questions: [question] }) },
      },
    ])
    const profile = await newProfile()
    const { context, page } = await switchOn(profile, { offline: false })
    await signIn(page, ground.login('caseworker'))
    await carry(page)
    await page.locator('[data-took-along]').waitFor()
    await context.setOffline(true)
    await page.goto(`${ground.url}/activities#surveys`)
    await unlock(page, passphrase)
    await page.getByRole('link', { name: 'Fill in: On the road' }).click()
    await page.getByRole('textbox', { name: 'Why did you leave?' }).fill('the harvest was promised and lost')
    await page.getByRole('button', { name: 'Keep this questionnaire' }).click()
    await page.getByText('One questionnaire is kept.').waitFor()
    await page.locator('.phone-mark[data-waiting]').waitFor()
    await context.setOffline(false)
    await page.locator('.phone-mark').click()
    await page.getByRole('button', { name: 'Send now' }).click()
    await page.locator('[data-records-waiting="0"]').waitFor()
    await context.close()
    const { questionnaires } = await lead.ask<{ questionnaires: number }>('GET', `/surveys/${survey}/tally`)
    expect(questionnaires).toBe(1)
    expect(wordsOnDisk(profile, ['harvest', 'On the road'])).toEqual([])
  })
})

describe('AS21 unsent work that is three days old', () => {
  test('in a tab of an iPhone that is not on the home screen: the limit of seven days, and both ways out', async () => {
    const profile = await newProfile()
    const { context, page } = await switchOn(profile, { offline: false })
    await signIn(page, ground.login('caseworker'))
    await carry(page)
    await context.setOffline(true)
    await page.goto(`${ground.url}/register`)
    await unlock(page, passphrase)
    await page.getByRole('textbox', { name: 'Given names' }).fill('Iryna')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.locator('.phone-mark[data-waiting]:not([data-waiting="0"])').waitFor()
    expect(await page.locator('[data-waited]').count()).toBe(0)
    // Three days later, and as Safari says of a page that is not installed.
    await context.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: false }))
    await page.clock.setFixedTime(Date.now() + 3 * 86_400_000)
    await page.goto(`${ground.url}/`)
    await unlock(page, passphrase)
    const warning = page.locator('[data-waited="3"]')
    await warning.getByText('seven days').waitFor()
    await warning.getByText('Add to Home Screen').waitFor()
    await expectAccessible(page)
    if (shots) await page.screenshot({ path: `${shots}/phone-old-360.png` })
    await context.setOffline(false)
    await warning.getByRole('button', { name: 'Send now' }).click()
    // After three days nobody is signed in any more.
    await warning.getByRole('link', { name: 'Sign in to send' }).click()
    await page.getByLabel('Password', { exact: true }).fill('a long enough password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await warning.waitFor({ state: 'detached' })
    await context.close()
  })
})

describe('which cases a device carries', () => {
  test('one is chosen on its page, and left out again; an administrator stops the device', async () => {
    const about = { person: { givenNames: 'Darya', familyNames: 'Koval' }, case: {} }
    const { case: id } = await newCase(caseworker, ground.offices.KYIV.id, about)
    const profile = await newProfile()
    const { context, page } = await switchOn(profile, { offline: false })
    await signIn(page, ground.login('caseworker'))
    await carry(page)
    expect(await page.getByText('Darya Koval').count()).toBe(0)
    // Within the app: a reload would close the box.
    await page.getByRole('link', { name: 'Find', exact: true }).click()
    await page.getByLabel('Name, case number').fill('Darya Koval')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.locator(`a[href="/cases/${id}"]`).first().click()
    await page.getByRole('button', { name: 'Carry on this device' }).click()
    await page.getByText('On this device', { exact: true }).waitFor()
    await page.locator('.phone-mark').click()
    await page.getByText('Which cases').click()
    await page.getByText('Darya Koval').waitFor()
    await expectAccessible(page)
    if (shots) await page.screenshot({ path: `${shots}/phone-cases-360.png`, fullPage: true })
    await page.getByRole('listitem').filter({ hasText: 'Darya Koval' }).getByRole('button').click()
    await page.getByText('Darya Koval').waitFor({ state: 'detached' })

    const admin = await ground.page('administrator', { at: '/administration/accounts', width: 1440 })
    const { name } = await caseworker.ask<{ name: string }>('GET', '/session')
    await admin.getByRole('button', { name: `Actions for ${name}` }).click()
    await admin.getByRole('menuitem', { name: 'Devices' }).click()
    const devices = admin.getByRole('dialog')
    const lost = devices.getByRole('button', { name: 'It is lost' })
    await lost.first().waitFor()
    await expectAccessible(admin)
    for (let left = await lost.count(); left > 0; left--) {
      await lost.first().click()
      await devices.getByText('is signed out everywhere').waitFor()
      await lost.first().click()
      await expect.poll(() => lost.count()).toBe(left - 1)
    }
    if (shots) await admin.screenshot({ path: `${shots}/admin-devices-1440.png` })
    await page.getByRole('button', { name: 'Send now' }).click()
    await page.getByRole('heading', { name: 'Sign in to Waymark' }).waitFor()
    await context.close()
  })
})

describe('a box that is bound to a passkey', () => {
  test('opens with both and with neither alone, also without a network', async () => {
    const profile = await newProfile()
    const { context, page } = await switchOn(profile, { offline: false })
    // Passkeys are not for bare addresses.
    const home = ground.url.replace('127.0.0.1', 'localhost')
    const line = await context.newCDPSession(page)
    await line.send('WebAuthn.enable')
    const { authenticatorId } = await line.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        hasPrf: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.goto(`${home}/`)
    await signIn(page, ground.login('caseworker'))
    await page.goto(`${home}/phone`)
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await page.getByLabel('The same passphrase again').fill(passphrase)
    await page.getByLabel('A second passphrase').fill(forced)
    await page.getByLabel('Also bind it to a passkey').check()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Carry cases on this device' }).click()
    await page.locator('[data-took-along]').waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await context.setOffline(true)
    const opening = async (word: string) => {
      await page.goto(`${home}/phone`)
      await unlock(page, word)
    }
    await opening('not these words')
    await page.getByText('Wrong name or passphrase').waitFor()
    for (const word of [passphrase, forced]) {
      await opening(word)
      await page.locator('.phone-mark').waitFor()
    }
    // The telephone says no: nothing is tried, and nothing opens.
    await line.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await opening(passphrase)
    await page.getByText('The passkey of this device was not given.').waitFor()
    await context.close()
  })
})

describe('the phone in other hands', () => {
  test('AS24, AS20, AS23: duress shows invented cases only; wrong tries wait; a lost device forgets', async () => {
    // An administrator stopped a device of hers above, and with it her sessions.
    caseworker = await ground.as('caseworker', { anew: true })
    const { case: id } = await newCase(caseworker, ground.offices.KYIV.id, {
      person: { givenNames: 'Halyna', familyNames: 'Bondar' },
      case: { caseworker: (await caseworker.ask<{ id: string }>('GET', '/session')).id },
    })
    const profile = await newProfile()
    const first = await switchOn(profile, { offline: false })
    await signIn(first.page, ground.login('caseworker'))
    await carry(first.page, forced)
    await first.page.getByRole('heading', { name: /case(s are| is) carried/ }).waitFor()
    await first.context.setOffline(true)
    await first.page.goto(`${ground.url}/cases/${id}`)
    await unlock(first.page, forced)
    await first.page.getByRole('link', { name: 'Find', exact: true }).click()
    await first.page.getByLabel('Name, case number').fill('Halyna Bondar')
    await first.page.getByRole('button', { name: 'Search' }).click()
    await first.page.getByRole('button', { name: 'Register a new person' }).waitFor()
    expect(await first.page.getByText('Halyna Bondar').count()).toBe(0)
    await first.page.goto(`${ground.url}/phone`)
    await unlock(first.page, forced)
    await first.page.getByRole('heading', { name: '3 cases are carried' }).waitFor()
    await first.context.setOffline(false)
    const supervisor = await ground.as('supervisor')
    await expect
      .poll(
        async () =>
          (await supervisor.ask<{ items: { kind: string }[] }>('GET', '/notices')).items.filter(
            ({ kind }) => kind === 'device_alarm',
          ).length,
        { timeout: 40_000, interval: 1000 },
      )
      .toBe(1)
    await first.context.close()

    const second = await switchOn(profile, { offline: true })
    await unlock(second.page, 'a wrong passphrase')
    await second.page.getByText('9 tries are left').waitFor()
    await second.page.getByLabel('Sign-in name').fill(ground.login('supervisor'))
    await second.page.getByLabel('Passphrase').fill(passphrase)
    await second.page.getByRole('button', { name: 'Open', exact: true }).click()
    await second.page.getByText('carries nothing for this name').waitFor()
    await unlock(second.page, passphrase)
    await second.page.goto(`${ground.url}/cases/${id}`)
    await unlock(second.page, passphrase)
    await second.page.getByRole('heading', { name: 'Halyna Bondar' }).waitFor()

    const { items } = await caseworker.ask<{ items: { id: string; state: string }[] }>('GET', '/devices')
    for (const device of items) await caseworker.ask('POST', `/devices/${device.id}/revoke`, {}).catch(() => undefined)
    await second.context.setOffline(false)
    await second.page.reload()
    await second.page.getByRole('heading', { name: 'Sign in to Waymark' }).waitFor()
    await expect.poll(() => second.page.evaluate(() => localStorage.getItem('w'))).toBeNull()
    await second.context.setOffline(true)
    await second.page.reload()
    expect(await second.page.getByRole('heading', { name: 'Open this device' }).count()).toBe(0)
    await second.context.close()
  })
})

describe('what is typed', () => {
  test('lies in no file of the browser, however long it stands on the screen before it is saved', async () => {
    const profile = await newProfile()
    const { context, page } = await switchOn(profile, { offline: false })
    // A browser writes the inputs of open pages to its disk after a second or two.
    const linger = () => page.waitForTimeout(5_000)
    await page.getByLabel('Sign-in name').fill(ground.login('caseworker'))
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Show or hide the password' }).click()
    await expectAccessible(page)
    await linger()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Today' }).waitFor()
    await page.goto(`${ground.url}/phone`)
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await page.getByRole('button', { name: 'Show or hide the password' }).first().click()
    await expectAccessible(page)
    await linger()
    await carry(page)
    await context.setOffline(true)
    await page.getByRole('link', { name: 'Find', exact: true }).click()
    await page.getByLabel('Name, case number').fill('Yaryna Lingerova')
    await linger()
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('button', { name: 'Register a new person' }).click()
    await linger()
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.getByRole('heading', { name: 'Yaryna Lingerova' }).waitFor()
    await page.getByRole('link', { name: 'Documents', exact: true }).first().click()
    await page.getByRole('button', { name: 'Add a document' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add a document' })
    await dialog.getByRole('textbox', { name: 'What it is' }).fill('Lingering words of a note.')
    const buffer = await sharp({ create: { width: 20, height: 10, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer()
    const file = { name: 'Lingerfile.jpg', mimeType: 'image/jpeg', buffer }
    await dialog.locator('input[type=file]').setInputFiles(file)
    await expectAccessible(page)
    await linger()
    // The search itself works: what says nothing of itself does lie there.
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<textarea id="probe"></textarea>'))
    await page.locator('#probe').fill('probe of the search', { force: true })
    await linger()
    await context.close()
    const typed = [password, passphrase, 'Yaryna', 'Lingerova', 'Lingering words', 'Lingerfile']
    expect(wordsOnDisk(profile, ['probe of the search', ...typed])).toEqual(['probe of the search'])
    expect(wordsOnDisk(profile, [ground.login('caseworker')], passwordStore)).toEqual([])
  })
})

/** Chromium’s own store of passwords: it notes for which sign-in name it offered to keep one. */
const passwordStore = /^Login Data/

/** Of these words, the ones that any file of the profile holds, in UTF-8 or UTF-16. */
function wordsOnDisk(profile: string, words: readonly string[], apart?: RegExp): string[] {
  const files = readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .filter(entry => !apart?.test(entry.name))
  const contents = files.map(entry => readFileSync(join(entry.parentPath, entry.name)))
  expect(contents.length).toBeGreaterThan(10)
  return words.filter(word =>
    contents.some(
      content => content.includes(Buffer.from(word, 'utf8')) || content.includes(Buffer.from(word, 'utf16le')),
    ),
  )
}
