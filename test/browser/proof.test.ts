// The page Proof-read as a report writer uses it: give numbers, read what cannot be true, take it along.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { figuresJson } from '#reports/figures-json.ts'
import { sample } from '../reports/sample.ts'
import { type Ground, expectAccessible, expectNoSidewaysScroll, openGround, type PageLook } from './harness.ts'
import { picture } from './picture.ts'

let ground: Ground

beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground?.close())

async function open(look: PageLook = {}): Promise<Page> {
  const page = await ground.page('report_writer', { ...look, at: '/proof' })
  await page.getByRole('heading', { name: 'Proof-read', level: 1 }).waitFor()
  return page
}

const fixtures = join(import.meta.dirname, '../figures/proof')

test('the example is pasted, compared, and its findings leave as CSV', async () => {
  const page = await open()
  await expectAccessible(page)
  await picture(page, 'proof-empty-1440')
  await page.getByRole('button', { name: 'Show an example' }).click()
  await page.getByRole('button', { name: 'Proof-read', exact: true }).click()
  await page.getByRole('heading', { name: 'What was found' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('What was found')
  const first = page.getByRole('article').first()
  expect(await first.getByRole('heading').textContent()).toBe(
    '164 of 412 is 39.8%, not 41% (male). 41% needs a base of 396 to 404.',
  )
  expect(await first.textContent()).toContain('Cannot be true')
  expect(
    await first
      .locator('tbody tr')
      .evaluateAll(rows => rows.map(row => [...row.querySelectorAll('td')].slice(0, 2).map(each => each.textContent))),
  ).toEqual([
    ['41%', 'male · Persons assisted2024'],
    ['164', 'male · Persons assistedperson · 2024'],
    ['412', 'Persons assistedperson · 2024'],
  ])
  await expectAccessible(page)
  await picture(page, 'proof-found-1440')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
  expect(lines[0]).toBe('\ufeffNo.,Kind,Finding,What to do,Rule,Where,Line,Printed,What,Unit,Period')
  expect(lines[1]).toContain('1,Cannot be true,"164 of 412 is 39.8%, not 41% (male).')
  // What was pasted is still there.
  await page.getByRole('button', { name: 'Proof-read something else' }).click()
  expect(await page.getByLabel('Or paste lines').inputValue()).toContain('Persons assisted,person,412')
  await page.context().close()
})

test('a file with everything the sources got wrong, on a telephone, from right to left, in the dark', async () => {
  const page = await open({ width: 360, dir: 'rtl', theme: 'dark' })
  await expectAccessible(page)
  await page.locator('input[type=file]').setInputFiles(join(fixtures, 'contradictions.csv'))
  await page.getByText('3,515 + 2,040 = 5,555, which is 57 more than 5,498').first().waitFor()
  expect(await page.getByRole('article').count()).toBe(50)
  await page.getByRole('button', { name: /^Show \d+ more findings$/ }).click()
  expect(await page.getByRole('article').count()).toBeGreaterThan(60)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await page.context().close()
})

test('on a telephone', async () => {
  const page = await open({ width: 360 })
  await picture(page, 'proof-empty-360')
  await page.getByRole('button', { name: 'Show an example' }).click()
  await page.getByRole('button', { name: 'Proof-read', exact: true }).click()
  await page.getByRole('article').first().waitFor()
  await expectNoSidewaysScroll(page)
  await picture(page, 'proof-found-360')
  await page.context().close()
})

test('the figures.json of a report is held against the register', async () => {
  const page = await open({ width: 360 })
  const buffer = Buffer.from(figuresJson(sample))
  await page.locator('input[type=file]').setInputFiles({ name: 'figures.json', mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: 'Hold against the register' }).click()
  await page.getByText('Nothing was published with this file that you may see.').waitFor()
  await page.getByRole('table', { name: 'Figure 1. Instances of assistance by nationality, 2011' }).waitFor()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await picture(page, 'proof-against-360')
  await page.context().close()
})

test('a clean file says what that means', async () => {
  const page = await open()
  await page.locator('input[type=file]').setInputFiles(join(fixtures, 'consistent.csv'))
  await page.getByText('Nothing contradicts').waitFor()
  await page.getByText('only that they can all be true').waitFor()
  await expectAccessible(page)
  await page.context().close()
})

test('lines that cannot be read are listed, whole files are refused in a sentence, and the paste is kept', async () => {
  const page = await open()
  const paste = page.getByLabel('Or paste lines')
  const send = page.getByRole('button', { name: 'Proof-read', exact: true })
  await paste.fill('indicator,value\nCalls,=1+1\nCalls\n')
  await send.click()
  const alert = page.getByRole('alert')
  await alert.getByText('is a formula: replace it by its value').waitFor()
  expect(await alert.locator('tbody tr').count()).toBe(3)
  await expectAccessible(page)
  await picture(page, 'proof-faults-1440')
  expect(await paste.inputValue()).toContain('Calls,=1+1')
  await paste.fill('a,b\n1,2\n')
  await send.click()
  await page.getByText('These columns are missing: indicator, value.').waitFor()
  await page.context().close()
})

test('reading can be stopped, and the request ends on the wire', async () => {
  const page = await open()
  await page.route('**/api/figures/proof', async route => {
    await new Promise(resolve => setTimeout(resolve, 4000))
    await route.continue().catch(() => {})
  })
  const ended = page.waitForEvent('requestfailed', request => request.url().endsWith('/api/figures/proof'))
  await page.getByRole('button', { name: 'Show an example' }).click()
  await page.getByRole('button', { name: 'Proof-read', exact: true }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await ended
  await page.getByText('Stopped. Nothing was kept.').waitFor()
  await page.context().close()
})

test('whoever may not see figures is told so', async () => {
  const page = await ground.page('administrator', { at: '/proof' })
  await page.getByText('Your role does not include seeing figures').waitFor()
  await page.context().close()
})
