import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, type Ground, newCase, openGround, push } from './harness.ts'

/** Papers of a proceeding, and a passport that runs out: on the page of justice, among documents, and on the desk Work. */
const shots = process.env['WAYMARK_SHOTS']
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
let ground: Ground
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground.close())

test('a document is tied to a step, opened by its kind, and asks for a new one before it ends', async () => {
  const worker = await ground.as('caseworker')
  const office = ground.offices.KYIV.id
  const open = await newCase(worker, office, { person: { givenNames: 'Halyna' } })
  const of = (type: string, set: object) => ({ type, office, person: open.person, case: open.case, set })
  await push(worker, [
    of('consent', { purpose: 'service', decision: 'yes' }),
    of('proceeding', { kind: 'labour', openedOn: '2026-02-03' }),
    of('claim', { kind: 'wages', state: 'filed', filedOn: '2026-02-10' }),
    of('document', { kind: 'travel_document', title: 'Passport', receivedOn: '2026-01-10', validUntil: dayIn(100) }),
  ])

  const page = await ground.page('caseworker', { at: `/cases/${open.case}/justice` })
  await page.getByText('add a document and choose the step').waitFor()
  await page.getByRole('button', { name: 'Add a document' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a document' })
  await dialog.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Paper of a court or the police' }).click()
  await dialog.getByRole('textbox', { name: 'What it is' }).fill('Statement of claim')
  await dialog.getByRole('combobox', { name: 'Belongs to' }).click()
  // Steps of justice only: neither the consent nor another document.
  expect(await page.getByRole('option', { name: /^(Proceeding|Claim): / }).count()).toBe(2)
  expect(await page.getByRole('option', { name: /^(Consent|Document)/ }).count()).toBe(0)
  await page.getByRole('option', { name: /^Claim: / }).click()
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/step-dialog-1440.png` })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  const line = page.getByRole('list', { name: 'Documents', exact: true }).getByRole('listitem')
  await line
    .filter({ hasText: 'Statement of claim' })
    .getByText(/Belongs to Claim: /)
    .waitFor()
  expect(await line.count()).toBe(1)
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/step-justice-1440.png`, fullPage: true })
  await page.setViewportSize({ width: 360, height: 740 })
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/step-justice-360.png`, fullPage: true })
  await page.context().close()

  // Somebody who reads nothing of justice learns neither what the paper is tied to nor what is in it.
  const house = await ground.page('shelter_manager', { at: `/cases/${open.case}/documents`, width: 360 })
  await house.getByText('Statement of claim').waitFor()
  expect(await house.getByText('Belongs to').count()).toBe(0)
  await house.getByText('Runs out soon: see to a new one').waitFor()
  await expectNoSidewaysScroll(house)
  await expectAccessible(house)
  if (shots) await house.screenshot({ path: `${shots}/step-documents-360.png`, fullPage: true })

  for (const width of [1440, 360]) {
    const desk = await ground.page('caseworker', { at: '/work', width })
    await desk.getByText('My team’s', { exact: true }).click()
    await desk.locator('.case-line-what', { hasText: 'A document runs out: see to a new one' }).waitFor()
    await expectNoSidewaysScroll(desk)
    await expectAccessible(desk)
    if (shots) await desk.screenshot({ path: `${shots}/step-work-${width}.png`, fullPage: true })
  }
})
