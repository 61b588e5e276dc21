import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, expectAccessible, expectNoSidewaysScroll, type Ground, newCase, openGround } from './harness.ts'
import { picture } from './picture.ts'

/** Who may open a case, on the screen: raised by the worker, lowered by two, and a strict one that is not lost. */
let ground: Ground
let worker: Asker
let me = ''
beforeAll(async () => {
  ground = await openGround()
  worker = await ground.as('caseworker')
  me = (await worker.ask<{ id: string }>('GET', '/session')).id
})
afterAll(() => ground.close())

const opened = (name: string) =>
  newCase(worker, ground.offices.KYIV.id, {
    person: { givenNames: name, familyNames: 'Koval' },
    case: { caseworker: me },
  })

test('a case is restricted, a colleague let in, and lowered again by a second person', async () => {
  const file = await opened('Daryna')
  const page = await ground.page('caseworker', { at: `/cases/${file.case}`, width: 1440 })
  await page.getByRole('button', { name: 'Change the level' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Restricted' }).check()
  await dialog.getByText('It counts at once.').waitFor()
  await dialog.getByLabel('Why').fill('A relative works in this building.')
  await expectAccessible(page, '[role=dialog]')
  await dialog.getByRole('button', { name: 'Set the level' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Restricted case', { exact: true }).waitFor()

  const other = await ground.page('shelter_manager', { at: `/cases/${file.case}`, width: 360 })
  await other.getByRole('alert').waitFor()
  const missing = await other.getByRole('alert').textContent()
  await other.goto(`${ground.url}/cases/${crypto.randomUUID()}`)
  await other.getByRole('alert').waitFor()
  expect(await other.getByRole('alert').textContent()).toBe(missing)
  await other.goto(`${ground.url}/find`)
  await other.getByLabel('Name, case number, document or telephone').fill('Daryna Koval')
  await other.getByRole('button', { name: 'Search', exact: true }).click()
  await other.getByText('Nobody like this in the files open to you.').waitFor()
  expect(await other.getByText('Daryna').count()).toBe(0)

  await page.getByRole('button', { name: 'Let a colleague in' }).click()
  await dialog.getByRole('combobox', { name: 'Colleague' }).click()
  await page.getByRole('option', { name: /shelter/i }).click()
  await dialog.getByRole('combobox', { name: 'What for' }).click()
  await page.getByRole('option', { name: /Stands in/ }).click()
  await expectAccessible(page, '[role=dialog]')
  await dialog.getByRole('button', { name: 'Let in' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^End: / }).waitFor()
  await expectAccessible(page)
  await picture(page.getByRole('region', { name: 'Who may open this case' }), 'doors-1440')
  await other.goto(`${ground.url}/cases/${file.case}`)
  await other.getByRole('heading', { name: 'Who may open this case' }).waitFor()
  await expectNoSidewaysScroll(other)
  await expectAccessible(other)
  await picture(other.getByRole('region', { name: 'Who may open this case' }), 'doors-360')

  await page.getByRole('button', { name: 'Change the level' }).click()
  await dialog.getByRole('radio', { name: 'Ordinary' }).check()
  await dialog.getByText('this waits for a second person').waitFor()
  await dialog.getByLabel('Why').fill('The relative has left.')
  await picture(page, 'doors-dialog-1440')
  await dialog.getByRole('button', { name: 'Ask a second person' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Asked for: Ordinary.').waitFor()
  const boss = await ground.page('supervisor', { at: '/approvals', width: 1440 })
  await boss.getByText('The relative has left.').waitFor()
  await boss.getByRole('button', { name: 'Approve' }).click()
  await boss.getByText('The relative has left.').waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('[data-level="ordinary"]').waitFor()
})

test('a strict case is cared for without being read, and opened in an emergency', async () => {
  const file = await opened('Halyna')
  const page = await ground.page('caseworker', { at: `/cases/${file.case}`, width: 360 })
  await page.getByRole('button', { name: 'Change the level' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Strict', exact: true }).check()
  await dialog.getByLabel('Why').fill('A witness.')
  await expectAccessible(page, '[role=dialog]')
  await picture(page, 'doors-dialog-360')
  await dialog.getByRole('button', { name: 'Set the level' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Strict case', { exact: true }).waitFor()
  await expectNoSidewaysScroll(page)

  for (const width of [360, 1440]) {
    const boss = await ground.page('supervisor', { at: '/team', width })
    await boss.getByRole('tab', { name: 'Strict cases' }).click()
    await boss.locator(`[data-strict="${file.case}"]`).waitFor()
    await expectNoSidewaysScroll(boss)
    await expectAccessible(boss)
    await picture(boss, `strict-desk-${width}`)
    expect(await boss.getByText('Halyna').count()).toBe(0)
    if (width === 360) continue
    await boss.getByRole('button', { name: /Let in or give away/ }).click()
    const care = boss.getByRole('dialog')
    await care.getByRole('combobox', { name: 'Colleague' }).click()
    await boss.getByRole('option', { name: /supervisor/i }).click()
    await care.getByText('This is for emergencies').waitFor()
    await care.getByRole('combobox', { name: 'What for' }).click()
    await boss.getByRole('option', { name: /Emergency/ }).click()
    await care.getByLabel('Why').fill('She called from a station.')
    await expectAccessible(boss, '[role=dialog]')
    await picture(boss, 'strict-care-1440')
    await care.getByRole('button', { name: 'Let in' }).click()
    await care.waitFor({ state: 'detached' })
    await boss.locator(`[data-strict="${file.case}"]`).getByRole('link').click()
    await boss.getByText('Halyna').first().waitFor()
  }
  const officer = await ground.page('data_protection_officer', { width: 360 })
  await officer.getByRole('button', { name: /Notices/ }).click()
  await officer.getByText('Somebody let themselves into a strict case').waitFor()
  await expectAccessible(officer)
})
