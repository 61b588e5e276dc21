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
    const page = await ground.page('caseworker', { at: `/cases/${open.case}/assessment`, width })
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
    await page.locator('[data-level="medium"]').waitFor()
    expect(await page.locator('[data-suggested]').first().getAttribute('data-suggested')).toBe('high')
  }
})

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
    const page = await ground.page('caseworker', { at: `/cases/${open.case}/plan`, width })
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
      await line
        .locator('[data-base]')
        .getByText(/25\sUSD/)
        .waitFor()
      await line.getByRole('button', { name: 'Record service' }).click()
      await page
        .locator('[data-bases]')
        .getByText(/25\sUSD/)
        .waitFor()
    }
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
})

test('AS04 on the screen: an incident once, persons at once, each with their own consent; and the work of the day', async () => {
  const worker = await ground.as('caseworker')
  const page = await ground.page('caseworker', { at: '/incidents', width: 1440 })
  await page.getByRole('button', { name: 'Record an incident' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('[data-field="kind"]').getByText('Vessel at sea or in port', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Vessel at sea or in port' }).click()
  await page.getByLabel('How many persons').fill('33')
  await page.locator('[data-field="sex"]').getByText('Male', { exact: true }).click()
  await page.getByRole('button', { name: 'Open 33 cases' }).click()
  await page.getByText('33 cases opened').waitFor()
  await page.getByRole('heading', { name: '33 cases', exact: true }).waitFor()
  expect(await page.locator('[data-case]').count()).toBe(33)
  expect(await page.locator('[data-consents]').innerText()).toContain('Not asked yet: 33')
  await expectAccessible(page)
  const [first] = await page.locator('[data-case]').evaluateAll(rows => rows.map(row => row.getAttribute('data-case')))
  const file = await worker.ask<{ person: { id: string } }>('GET', `/cases/${first}`)
  const at = { office: ground.offices.KYIV.id, person: file.person.id, case: first ?? '' }
  await push(worker, [
    { ...at, type: 'consent', set: { purpose: 'service', decision: 'no', givenOn: '2026-02-01' } },
    { ...at, type: 'task', set: { kind: 'documents', dueOn: '2026-02-01' } },
  ])
  const phone = await ground.page('caseworker', { width: 360 })
  await phone.goto(page.url())
  await phone.getByText('Said no, or took it back: 1. Not asked yet: 32.').waitFor()
  await expectNoSidewaysScroll(phone)
  await expectAccessible(phone)
  await phone.goto(`${ground.url}/cases/${first}`)
  await phone.getByRole('link', { name: 'Part of an incident' }).waitFor()

  for (const each of [page, phone]) {
    await each.goto(`${ground.url}/work`)
    await each.getByText('Nothing is open for you').waitFor()
    await each.getByText('My team’s', { exact: true }).click()
    const line = each.locator('.case-lines > li', { hasText: 'Documents' })
    await line.locator('.meaning.stop').waitFor()
    await expectNoSidewaysScroll(each)
    await expectAccessible(each)
  }
})
