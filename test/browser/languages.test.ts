// The screens of a caseworker in every language: nothing of them is left in English, nothing is cut off, everything can be read out.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messagesOf } from '#dictionary/catalogue.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { expectAccessible, expectNoSidewaysScroll, type Ground, newCase, openGround, push } from './harness.ts'
import { picture } from './picture.ts'

const catalogues = join(import.meta.dirname, '../../src/web/text')
const read = <T>(name: string, from = catalogues): T => JSON.parse(readFileSync(join(from, name), 'utf8')) as T
const english: Record<string, string> = Object.assign(
  {},
  ...readdirSync(catalogues)
    .filter(name => /^en(\.\w+)?\.json$/.test(name))
    .map(name => read<Record<string, string>>(name)),
)

let ground: Ground
let id: string

beforeAll(async () => {
  ground = await openGround()
  const caseworker = await ground.as('caseworker')
  const office = ground.offices.KYIV.id
  const ids = await newCase(caseworker, office, {
    person: { givenNames: 'Zoryana', familyNames: 'Polishchuk' },
    case: { ageAtAssistance: 31, ageBasis: 'stated' },
  })
  id = ids.case
  const consent = { purpose: 'interview', decision: 'yes', agreesToInterview: 'yes', givenOn: '2026-01-05' }
  await push(caseworker, [
    { type: 'consent', office, ...ids, set: consent },
    { type: 'risk', office, ...ids, set: { level: 'high', assessedOn: '2026-01-06' } },
    { type: 'task', office, ...ids, set: { kind: 'follow_up', dueOn: '2026-01-10' } },
  ])
})
afterAll(() => ground.close())

/** English sentences that another language says otherwise: none may stand on a screen of that language. */
function foreign(code: string): ReadonlySet<string> {
  const app = read<{ texts: Record<string, string> }>(`${code}.json`).texts
  const words = read<{ texts: Record<string, string> }>(
    `${code}.json`,
    join(catalogues, '../../dictionary/words'),
  ).texts
  const all = [
    ...Object.entries(english).map(([key, text]) => [text, app[key]] as const),
    ...Object.values(messagesOf(builtIn)).map(text => [text, words[text]] as const),
  ]
  const own = new Set(all.map(([, said]) => said))
  return new Set(all.flatMap(([text, said]) => (said !== undefined && said !== text && !own.has(text) ? [text] : [])))
}

/** Texts of the screen, each node's own. */
const texts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) found.push((node.textContent ?? '').trim())
    for (const each of document.querySelectorAll('[aria-label]')) found.push(each.getAttribute('aria-label') ?? '')
    return found
  })

describe.each(['en', 'fr', 'es', 'ru', 'uk', 'ar'])('%s', code => {
  const text = (key: string) =>
    (code === 'en' ? english : read<{ texts: Record<string, string> }>(`${code}.json`).texts)[key] ?? ''

  test('the desk, the case, the interview, figures and the device, on a telephone', async () => {
    const left = code === 'en' ? new Set<string>() : foreign(code)
    const page = await ground.page('caseworker', { width: 360, language: code })
    const look = async (path: string) => {
      await page.goto(`${ground.url}${path}`)
      await page.locator('h1').first().waitFor()
      await expect.poll(async () => (await texts(page)).filter(text => left.has(text))).toEqual([])
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
    await look('/')
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      code,
      code === 'ar' ? 'rtl' : 'ltr',
    ])
    for (const path of [
      '/find',
      '/work',
      `/cases/${id}`,
      `/cases/${id}/services`,
      '/activities',
      '/hotline',
      '/phone',
      '/account',
    ])
      await look(path)
    await look(`/cases/${id}/interview`)
    await page.getByRole('button', { name: text('begin.do'), exact: true }).click()
    await page.getByRole('button', { name: text('interview.next') }).click()
    await page.getByRole('button', { name: text('interview.next') }).click()
    await expect.poll(async () => (await texts(page)).filter(each => left.has(each))).toEqual([])
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await picture(page, `interview-${code}-360`)
    const folder = process.env['WAYMARK_SHOTS']
    if (folder !== undefined) await page.screenshot({ path: join(folder, `handbook-interview-${code}-360.png`) })
  })
})
