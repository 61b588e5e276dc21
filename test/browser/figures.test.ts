// The page Figures as an analyst uses it: the question is a sentence, the answer carries its passport.

import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ground, expectAccessible, expectNoSidewaysScroll, newCase, openGround } from './harness.ts'

let ground: Ground

beforeAll(async () => {
  ground = await openGround()
  const worker = await ground.as('caseworker')
  const office = ground.offices.KYIV.id
  const cases = [
    { nationality: ['UA'], sex: 'female', year: '2024' },
    { nationality: ['UA'], sex: 'male', year: '2024' },
    { nationality: ['MD'], sex: 'female', year: '2024' },
    { nationality: 'unknown', sex: 'female', year: '2024' },
    { nationality: ['UA'], sex: 'female', year: '2023' },
  ]
  for (const { nationality, sex, year } of cases) {
    await newCase(worker, office, { person: { nationality, sex }, case: { registeredOn: `${year}-05-10` } })
  }
})
afterAll(() => ground?.close())

const open = async (page: Page, search = '') => {
  await page.goto(`${ground.url}/figures${search}`)
  await page.getByRole('heading', { name: 'Figures', level: 1 }).waitFor()
}

/** Text of the cells of a table's rows. */
const cells = (page: Page): Promise<string[][]> =>
  page
    .locator('.figure-table tbody tr')
    .evaluateAll(rows => rows.map(row => [...row.querySelectorAll('th, td')].map(cell => cell.textContent ?? '')))

test('AS02 a sentence becomes a figure: table, chart and passport, and the address holds only codes', async () => {
  const page = await ground.page('caseworker')
  await open(page)
  expect(await page.locator('.figure-n').textContent()).toBe('5')
  await page.getByLabel('Year', { exact: true }).selectOption('2024')
  await page.getByLabel('Broken down by').selectOption('nationality')
  await page.getByRole('heading', { name: 'Instances of assistance by nationality, 2024' }).waitFor()

  expect(await cells(page)).toEqual([
    ['1', 'Ukraine', '2', '50%'],
    ['2', 'Moldova', '1', '25%'],
    ['Not known'],
    ['', 'Unknown', '1', '25%'],
  ])
  const chart = page.getByRole('img', { name: /Bar chart.*Ukraine with 2/ })
  await chart.locator('svg rect, svg path').first().waitFor()
  expect(await chart.locator('svg').textContent()).toContain('Moldova')

  const passport = page.getByRole('region', { name: 'What this number is' })
  const said = await passport.textContent()
  for (const part of ['Unit', 'Base', '4 of 4', 'Period', '2024', 'Coverage', 'case files: 1', 'Keep in mind']) {
    expect(said).toContain(part)
  }
  expect(new URL(page.url()).search).toBe('?indicator=instances&year=2024&rows=nationality')
  expect(await page.title()).toBe('Waymark – Figures')
  await expectAccessible(page)
  await page.context().close()
})

test('an address that was passed on shows the same figure; conditions and a second breakdown are in it', async () => {
  const page = await ground.page('caseworker')
  await open(page, '?indicator=instances&year=2024&rows=nationality&columns=sex&where=sex*female')
  await page.getByRole('heading', { name: 'Instances of assistance by nationality and sex, 2024' }).waitFor()
  expect(await page.locator('.figure-head').textContent()).toContain('Sex: Female')
  const rows = await cells(page)
  expect(rows.map(row => row[0])).toEqual(['Moldova', 'Ukraine', 'Unknown'])
  await page.getByRole('button', { name: 'Remove the condition Sex' }).click()
  await page.getByText('Sex: Female').waitFor({ state: 'detached' })
  expect(new URL(page.url()).searchParams.get('where')).toBeNull()
  await expectAccessible(page)
  await page.context().close()
})

test('an address with nonsense in it is refused in plain words, and never answered without that part', async () => {
  const page = await ground.page('caseworker')
  for (const [search, said] of [
    ['?indicator=nothing<b>', 'cannot be read: what is counted'],
    ['?rows=sex&year=20111', 'cannot be read: the year'],
    ['?rows=sex&where=sex', 'cannot be read: the conditions'],
    ['?rows=shoe_size', 'does not have: shoe_size'],
    ['?rows=sex&where=sex*tall', 'does not have: tall'],
  ] as const) {
    await open(page, search)
    expect(await page.getByRole('alert').textContent(), search).toContain(said)
    expect(await page.locator('.figure-n').count()).toBe(0)
  }
  await page.getByRole('link', { name: 'Ask a question of your own' }).click()
  await page.getByRole('heading', { name: 'Instances of assistance, all years' }).waitFor()
  await page.context().close()
})

test('a year that nobody reported is not available, which is not 0', async () => {
  const page = await ground.page('caseworker')
  await open(page, '?indicator=instances&year=1999')
  await page.getByText('that is not the same as 0').waitFor()
  expect(await page.locator('.figure-base').textContent()).toBe('Not available')
  await page.context().close()
})

test('a figure leaves as CSV and JSON with its passport', async () => {
  const page = await ground.page('caseworker')
  await open(page, '?indicator=instances&year=2024&rows=nationality')
  const file = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ])
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
  const csv = await file('CSV')
  expect(csv.name).toBe('waymark-instances-nationality-2024.csv')
  const [, tags, first, ...others] = csv.text.trim().split('\r\n')
  expect(tags).toContain('#indicator+value+num')
  expect(first).toContain('Nationality,UA,Ukraine')
  expect(first).toContain('Only persons who were assisted and recorded are counted.')
  expect(others).toHaveLength(3)
  const { figure } = JSON.parse((await file('JSON')).text)
  expect(figure).toMatchObject({
    indicator: 'instances',
    base: { n: 4 },
    rows: [{ key: 'UA', n: 2 }, { key: 'MD' }, {}],
  })
  await page.context().close()
})

test('counting that takes long says so and can be stopped; the request ends on the wire', async () => {
  const page = await ground.page('caseworker')
  let asked = 0
  await page.route('**/api/figures', async route => {
    asked += 1
    await new Promise(resolve => setTimeout(resolve, 4000))
    await route.continue().catch(() => {})
  })
  const ended = page.waitForEvent('requestfailed', request => request.url().endsWith('/api/figures'))
  await open(page)
  await page.getByText('Counting …').waitFor()
  await page.getByRole('button', { name: 'Stop' }).click()
  expect((await ended).failure()?.errorText).toContain('ABORTED')
  await page.getByText('Stopped.').waitFor()
  await page.unroute('**/api/figures')
  await page.getByRole('button', { name: 'Count', exact: true }).click()
  await page.locator('.figure-n').waitFor()
  expect(asked).toBeGreaterThan(0)
  await page.context().close()
})

test('with the keyboard alone, on a telephone, from right to left', async () => {
  const page = await ground.page('caseworker', { width: 360, dir: 'rtl', theme: 'dark' })
  await open(page, '?indicator=instances&rows=nationality&columns=sex')
  await page.locator('.figure-table').waitFor()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await page.getByLabel('Second breakdown').focus()
  await page.keyboard.press('Home')
  await page.getByRole('heading', { name: 'Instances of assistance by nationality, all years' }).waitFor()
  await page.context().close()
})

test('whoever may not count is told so, without a figure', async () => {
  const page = await ground.page('administrator', { at: '/figures' })
  await page.getByText('Your role does not include seeing figures').waitFor()
  await page.context().close()
})
