// The explorer as an analyst uses it: lines, two years, the map, a pivot, tables that are kept and passed on.
// WAYMARK_PICTURES=folder leaves pictures.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOwner } from '#register/work.ts'
import { type Ground, expectAccessible, expectNoSidewaysScroll, openGround } from './harness.ts'

let ground: Ground

beforeAll(async () => {
  ground = await openGround()
  const fact = (office: 'KYIV' | 'ROME', year: number, nationality: string | null, sex: string, count: number) => ({
    office: ground.offices[office].id,
    year,
    nationality,
    sex,
    count,
  })
  const facts = [
    ...[2018, 2019, 2020, 2022, 2023].flatMap((year, at) => [
      fact('KYIV', year, 'UA', 'female', 40 + 9 * at),
      fact('KYIV', year, 'UA', 'male', 30 + 2 * at),
      fact('KYIV', year, 'MD', 'female', 12 - at),
    ]),
    ...['HT', 'YE', 'LA', 'UZ', 'KH', 'KG', 'AF', 'BY', 'ET', 'MT', 'NG', 'PH'].map((code, at) =>
      fact('ROME', 2023, code, at % 2 ? 'male' : 'female', 30 - 2 * at),
    ),
    fact('ROME', 2023, null, 'unknown', 9),
    fact('ROME', 2023, 'stateless', 'female', 2),
  ]
  const { codes } = ground.register
  const [route] = await codes.learn([['case_file']])
  const coded = new Map<string, number>()
  for (const word of new Set(facts.flatMap(({ sex, nationality }) => [sex, nationality ?? ''])))
    if (word !== '') coded.set(word, (await codes.learn([[word]]))[0] ?? 0)
  await asOwner(ground.register, async client => {
    for (const [at, { office, year, nationality, sex, count }] of facts.entries())
      await client.query(
        `insert into fact_instance (office_id, case_id, year, slot, count, route, d_sex, d_nationality) values ($1, $2, $3, $3, $4, $5, $6, $7)`,
        [
          office,
          `00000002-0000-7000-8000-${String(at).padStart(12, '0')}`,
          year,
          count,
          route,
          coded.get(sex),
          coded.get(nationality ?? '') ?? 0,
        ],
      )
  })
})
afterAll(() => ground?.close())

const open = async (page: Page, search = '') => {
  await page.goto(`${ground.url}/figures${search}`)
  await page.locator('.figure').waitFor()
}
const picture = async (page: Page, name: string) => {
  const folder = process.env['WAYMARK_PICTURES']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
const show = (page: Page, view: string) =>
  page.getByRole('radiogroup', { name: 'How the answer is shown' }).getByText(view, { exact: true }).click()
const rowsOf = (page: Page): Promise<string[][]> =>
  page
    .locator('.figure-table tbody tr, .figure-table tfoot tr')
    .evaluateAll(rows =>
      rows.map(row => [...row.querySelectorAll('th, td')].map(cell => cell.textContent?.trim() ?? '')),
    )

test('a line breaks where nobody reported and is marked where others did; two years are refused and then made alike', async () => {
  const page = await ground.page('global_analyst')
  await open(page, '?rows=sex&year=2023')
  await show(page, 'Over time')
  await page.getByRole('img', { name: /Line chart.*from 2018 to 2023; 1 break of coverage/ }).waitFor()
  await page.locator('.drawing svg circle').first().waitFor()
  const rows = await rowsOf(page)
  expect(rows.map(([year, all]) => [year, all])).toEqual([
    ['2018', '82'],
    ['2019', '92'],
    ['2020', '102'],
    ['2021', '–Not available'],
    ['2022', '112'],
    ['2023', '361'],
  ])
  expect(rows.at(-1)?.at(-1)).toBe('≠ ROME')
  await page.getByText('Between 2022 and 2023 other offices reported, or in another way: 1 (ROME).').waitFor()
  await expectAccessible(page)
  await picture(page, 'explorer-time')

  await show(page, 'Two years')
  await page.getByText('Not comparable, so no change is given.').waitFor()
  await picture(page, 'explorer-compare-refused')
  await page.getByRole('button', { name: 'Count only the 1 office that reported alike in both' }).click()
  await page.getByText(/Comparable: 9% more in 2023 than in 2022/).waitFor()
  expect((await rowsOf(page))[0]).toEqual(['Female', '76', '84', '+8', '+11%'])
  expect(new URL(page.url()).search).toBe('?view=compare&indicator=instances&from=2022&to=2023&offices=alike&rows=sex')
  await picture(page, 'explorer-compare')
  await page.context().close()
})

test('the map places countries and never what is unknown; arrows go round it; drawing and table leave with the passport', async () => {
  const page = await ground.page('global_analyst')
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).hostname))
  await open(page, '?rows=nationality&year=2023')
  await show(page, 'Map')
  const map = page.getByRole('group', { name: /^Map\. Instances of assistance by nationality, 2023\. 14 circles/ })
  await map.waitFor()
  await page.getByText('Not on the map: Stateless: 2 · Unknown: 9').waitFor()
  await map.getByRole('img', { name: 'Ukraine: 114 (32%)' }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Haiti: 30 (8%)')
  await page.keyboard.press('End')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/8 \(2%\)/)
  await expectAccessible(page)
  await picture(page, 'explorer-map')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Chart (SVG)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('waymark-instances-map-nationality-2023.svg')
  const svg = await readFile(await download.path(), 'utf8')
  for (const said of [
    'Instances of assistance by nationality, 2023',
    'Unit: Instances.',
    'Keep in mind: ',
    'Ukraine',
    'Unknown: 9',
  ])
    expect(svg).toContain(said)
  expect(svg).not.toMatch(/var\(|https?:\/\/(?!www\.w3\.org)/)
  const [points] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Chart (PNG)' }).click(),
  ])
  const png = await readFile(await points.path())
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16)).toBeGreaterThan(2000)
  expect([...new Set(asked.filter(host => host !== ''))]).toEqual(['127.0.0.1'])
  const folder = process.env['WAYMARK_PICTURES']
  if (folder) await download.saveAs(join(folder, 'explorer-map.svg'))
  await page.context().close()
})

test('a pivot sums only where sums are right, folds the others into one line, and turns round', async () => {
  const page = await ground.page('global_analyst')
  await open(page, '?rows=nationality&columns=sex&year=2023&top=2')
  const rows = await rowsOf(page)
  expect(rows).toEqual([
    ['Ukraine', '76 21%', '38 11%', '0 0%', '114'],
    ['Haiti', '30 8%', '0 0%', '0 0%', '30'],
    ['Others (13)', '100 28%', '108 30%', '0 0%', '208'],
    ['Unknown', '0 0%', '0 0%', '9 2%', '9'],
  ])
  await page.getByText('No sums along nationality').waitFor()
  await expectAccessible(page)
  await picture(page, 'explorer-pivot')
  await page.setViewportSize({ width: 360, height: 740 })
  await expectNoSidewaysScroll(page)
  await picture(page, 'explorer-pivot-phone')
  await page.getByRole('button', { name: 'Swap rows and columns' }).click()
  await page.getByRole('heading', { name: 'Instances of assistance by sex and nationality, 2023' }).waitFor()
  const swapped = await rowsOf(page)
  expect(swapped[0]?.slice(0, 2)).toEqual(['Female', '76 21%'])
  expect(swapped.at(-1)?.[0]).toBe('All')
  await page.getByText('How “Instances of assistance” is defined').click()
  await page.getByText('Several values for one unit are possible.').waitFor()
  await page.context().close()
})

test('a table is kept and shown to the organisation; a colleague opens it and counts only the own office', async () => {
  const analyst = await ground.page('global_analyst', { width: 360 })
  await open(analyst, '?rows=nationality&year=2023&top=5&where=sex*female*male')
  await expectNoSidewaysScroll(analyst)
  await analyst.getByRole('button', { name: 'Saved tables' }).click()
  await analyst.getByRole('textbox', { name: 'Name' }).fill('Nationalities 2023')
  await analyst.getByRole('combobox', { name: 'Who finds it' }).click()
  await analyst.getByRole('option', { name: 'Whoever may count', exact: true }).click()
  await analyst.getByText('no names of persons').waitFor()
  await expectAccessible(analyst, '[role=dialog]')
  await picture(analyst, 'explorer-keep-phone')
  await analyst.getByRole('button', { name: 'Save', exact: true }).click()
  await analyst.getByText('saved as “Nationalities 2023”').waitFor()
  await analyst.context().close()

  const colleague = await ground.page('caseworker', { width: 360, dir: 'rtl', theme: 'dark' })
  await open(colleague)
  await colleague.getByRole('button', { name: 'Saved tables' }).click()
  await colleague.getByText('From Test global analyst').waitFor()
  await colleague.getByRole('link', { name: 'Nationalities 2023' }).click()
  await colleague.getByRole('heading', { name: 'Instances of assistance by nationality, 2023' }).waitFor()
  expect(await colleague.locator('.figure-n').textContent()).toBe('122')
  await colleague.getByText('Counted over 1 of 3 offices').waitFor()
  await show(colleague, 'Map')
  await colleague.getByRole('img', { name: 'Ukraine: 114' }).waitFor()
  await expectNoSidewaysScroll(colleague)
  await expectAccessible(colleague)
  await picture(colleague, 'explorer-map-phone-dark')
  await show(colleague, 'Over time')
  await colleague.locator('.drawing svg circle').first().waitFor()
  await expectNoSidewaysScroll(colleague)
  await colleague.context().close()
})
