import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOwner } from '#register/work.ts'
import { reportHtml } from '#reports/html/html.ts'
import { sample } from '../reports/sample.ts'
import { expectAccessible, expectNoSidewaysScroll, type Ground, openGround } from './harness.ts'

/** The desk Reports at a desk and on a phone, and a report as a file of its own. WAYMARK_PICTURES=folder leaves pictures. */
let ground: Ground
let serial = 0
const fact = (sex: string, nationality: string, count: number) =>
  asOwner(ground.register, async client => {
    serial += 1
    const id = `00000002-0000-7000-8000-${String(serial).padStart(12, '0')}`
    const answers = await ground.register.codes.learn([['EECA'], ['case_file'], [sex], [nationality]])
    return client.query(
      `insert into fact_instance (office_id, case_id, year, slot, count, region, route, d_sex, d_nationality)
       values ($1, $2, 2011, 2011, $3, $4, $5, $6, $7)`,
      [ground.offices.KYIV.id, id, count, ...answers],
    )
  })

beforeAll(async () => {
  ground = await openGround()
  await fact('female', 'UA', 64)
  await fact('male', 'UA', 31)
  await fact('female', 'KH', 22)
  await fact('unknown', 'HT', 9)
})
afterAll(() => ground.close())

const picture = async (page: Page, name: string) => {
  const folder = process.env['WAYMARK_PICTURES']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}

async function make(page: Page): Promise<void> {
  await page.goto(`${ground.url}/reports`)
  await page.getByRole('heading', { name: 'Reports', exact: true }).waitFor()
  await page.getByRole('textbox', { name: 'Year' }).fill('2011')
  await page.getByRole('button', { name: 'Make the report' }).click()
  await page.getByRole('heading', { name: 'The report' }).waitFor({ timeout: 60_000 })
}

test('a server that was started anew says that the report has to be made anew, and it can be', async () => {
  const page = await ground.page('report_writer', { width: 360 })
  await page.goto(`${ground.url}/reports`)
  await page.getByRole('heading', { name: 'Reports', exact: true }).waitFor()
  let looks = 0
  // First no answer, then one from a process that knows nothing of it.
  await page.route(/\/api\/reports\/jobs\/[^/]+$/, route => {
    if (route.request().method() !== 'GET') return route.continue()
    looks += 1
    if (looks === 1) return route.abort()
    return route.fulfill({ status: 404, json: { code: 'not_found', message: 'No such job.', problems: [] } })
  })
  await page.getByRole('textbox', { name: 'Year' }).fill('2011')
  await page.getByRole('button', { name: 'Make the report' }).click()
  await page.getByText('It is made in the memory of the server.').waitFor()
  await page.getByText('Nothing of it was kept: make it anew.').waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await picture(page, 'reports-gone')
  await page.unroute(/\/api\/reports\/jobs\/[^/]+$/)
  await page.context().close()
})

test('a report is asked for, looked at, taken along, published, and held against today', async () => {
  const page = await ground.page('report_writer', { width: 1440 })
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByText('The report appears here').waitFor()
  await expectAccessible(page)
  await make(page)
  const inside = page.frameLocator('iframe')
  await inside.getByRole('heading', { name: 'Assistance recorded in 2011' }).waitFor()
  await inside.getByText('Figure 1.', { exact: true }).waitFor()
  await expectNoSidewaysScroll(page)
  await picture(page, 'reports-made')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download report.pdf' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('report.pdf')
  await page.getByRole('button', { name: 'Publish …' }).click()
  await page.getByRole('button', { name: 'Publish for good' }).click()
  await page.getByRole('heading', { name: 'Assistance recorded in 2011' }).waitFor()
  await expectAccessible(page)

  await fact('female', 'UA', 5)
  await page.getByRole('button', { name: 'As published beside as now' }).click()
  await page.getByText(/figures have changed of/).waitFor({ timeout: 60_000 })
  const row = page.getByRole('row', { name: /^Ukraine/ }).first()
  expect(await row.innerText()).toMatch(/95\s+100/)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await picture(page, 'reports-then-now')
})

test('a year that cannot be read is refused beside the way out; stopping keeps nothing', async () => {
  const page = await ground.page('global_analyst', { at: '/reports', width: 360 })
  await page.getByRole('textbox', { name: 'Year' }).fill('soon')
  await page.getByRole('button', { name: 'Make the report' }).click()
  await page.getByText('One of the values has another form').waitFor()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await make(page)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await picture(page, 'reports-phone')
})

test('who may count and not publish makes a report and is offered no publishing', async () => {
  const page = await ground.page('caseworker', { width: 360, dir: 'rtl', theme: 'dark' })
  await make(page)
  expect(await page.getByRole('button', { name: 'Publish …' }).count()).toBe(0)
  await expectNoSidewaysScroll(page)
  await picture(page, 'reports-rtl')
})

test.each([
  [1440, 'light', 'ltr'],
  [360, 'light', 'ltr'],
  [360, 'dark', 'rtl'],
  [1440, 'dark', 'ltr'],
] as const)(
  'the file itself at %i px, %s, %s: no barrier, no sideways scroll, no script',
  async (width, theme, dir) => {
    const context = await ground.browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.setContent(reportHtml({ ...sample, direction: dir }))
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await picture(page, `report-file-${width}-${theme}-${dir}`)
    if (process.env['WAYMARK_PICTURES'])
      await page.screenshot({
        path: join(process.env['WAYMARK_PICTURES'], `report-file-${width}-${theme}-${dir}-full.png`),
        fullPage: true,
      })
    expect(asked.filter(url => !url.startsWith('about:'))).toEqual([])
    await context.close()
  },
)
