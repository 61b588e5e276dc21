import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, type Ground, newCase, openGround, push } from './harness.ts'

/** From an assessment with its suggestion to the work of the day, at a desk and on a phone. */
let ground: Ground
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground.close())

test('assessment: the table suggests and the person decides; hints, series and what still blocks', async () => {
  const worker = await ground.as('caseworker')
  const open = await newCase(worker, ground.offices.KYIV.id)
  const at = { office: ground.offices.KYIV.id, ...open }
  await push(worker, [
    {
      ...at,
      type: 'needs_assessment',
      set: { assessedOn: '2026-01-05', needs: ['shelter', 'legal'], urgent: ['shelter'] },
    },
    { ...at, type: 'needs_assessment', set: { assessedOn: '2026-02-05', needs: ['legal', 'wages_owed'] } },
    { ...at, type: 'service', set: { type: 'legal', deliveredOn: '2026-02-07' } },
  ])
  for (const width of [1440, 360]) {
    const page = await ground.page('caseworker', { width })
    await page.goto(`${ground.url}/cases/${open.case}/assessment`)
    await page.getByRole('heading', { name: 'Assessment and risk', exact: true }).waitFor()
    await page.getByText('Later records hint at trafficking').waitFor()
    expect(await page.locator('[data-need="legal"]').innerText()).toContain('given')
    expect(await page.locator('[data-series="needs_assessment"] .series > li').first().innerText()).toMatch(
      /new: Unpaid wages[^]*no longer: A place to stay/,
    )
    await page.getByText('Not compared with a published original.').first().waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    if (width === 360) continue
    await page.getByRole('button', { name: 'Assess the risk' }).click()
    const dialog = page.getByRole('dialog')
    const choose = (field: string, option: string) =>
      dialog.locator(`[data-field="${field}"]`).getByText(option, { exact: true }).click()
    await choose('likelihood', 'Likely')
    await choose('severity', 'Danger to life or freedom')
    await dialog.getByText('The table suggests High').waitFor()
    await choose('level', 'Medium')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => page.locator('[data-level]').getAttribute('data-level')).toBe('medium')
    expect(await page.locator('[data-suggested]').first().getAttribute('data-suggested')).toBe('high')
  }
}, 120_000)

test('plan and money: planned against given, a rate with its day, the next contact as a task', async () => {
  const worker = await ground.as('caseworker')
  const open = await newCase(worker, ground.offices.KYIV.id)
  const at = { office: ground.offices.KYIV.id, ...open }
  await push(worker, [
    { ...at, type: 'consent', set: { purpose: 'service', decision: 'yes' } },
    { ...at, type: 'plan_line', set: { type: 'legal', from: '2026-01-05', to: '2026-02-05', state: 'ongoing' } },
    { ...at, type: 'service', set: { type: 'legal', deliveredOn: '2026-01-07' } },
    {
      ...at,
      type: 'contact',
      set: { on: '2026-01-05', outcome: 'not_reached', channel: 'call', nextOn: '2026-01-09' },
    },
  ])
  for (const width of [1440, 360]) {
    const page = await ground.page('caseworker', { width })
    await page.goto(`${ground.url}/cases/${open.case}/plan`)
    await page.getByRole('heading', { name: 'Plan and contacts', exact: true }).waitFor()
    expect(await page.locator('[data-line]').innerText()).toMatch(/Legal assistance[^]*late[^]*1$/)
    expect(await page.locator('[data-task]').innerText()).toContain('Get in touch')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await page.goto(`${ground.url}/cases/${open.case}/services`)
    const line = page.getByRole('form')
    await line.getByRole('button', { name: 'Goods, or another currency' }).click()
    if (width === 1440) {
      await line.getByLabel('Service', { exact: true }).fill('Medical')
      await page.keyboard.press('Enter')
      await line.getByLabel('Currency', { exact: true }).fill('UAH')
      await page.getByRole('option', { name: 'UAH' }).click()
      await line.getByRole('textbox', { name: 'Amount' }).fill('1000')
      await line.getByLabel('Rate', { exact: true }).fill('0.025')
      await expect.poll(() => line.locator('[data-base]').innerText()).toMatch(/25 USD/)
      await line.getByRole('button', { name: 'Record service' }).click()
      await expect.poll(() => page.locator('[data-bases]').innerText()).toMatch(/25 USD/)
    }
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
}, 120_000)
