import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Asker,
  expectAccessible,
  expectNoSidewaysScroll,
  type Ground,
  newCase,
  openGround,
  push,
} from './harness.ts'

/** Tracing in the browser: a request, what was found, and a form that holds a child's place back and says why. */
const shots = process.env['WAYMARK_SHOTS']
let ground: Ground
let worker: Asker
beforeAll(async () => {
  ground = await openGround()
  worker = await ground.as('caseworker')
})
afterAll(() => ground.close())

const today = new Date().toISOString().slice(0, 10)

test('a relative asks for a child: found, told that the child is safe, and not where', async () => {
  const open = await newCase(worker, ground.offices.KYIV.id, { case: { ageGroup: 'child' } })
  const at = { office: ground.offices.KYIV.id, ...open }
  const sharing = { purpose: 'sharing', decision: 'yes', givenOn: today, guardianConsent: 'yes', childAssent: 'yes' }
  await push(worker, [{ type: 'consent', ...at, set: sharing }])
  const page = await ground.page('caseworker', { at: `/cases/${open.case}/tracing` })
  await page.getByText('A child is concerned.').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Record a request' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radiogroup', { name: 'Who asks' }).getByText('A relative').click()
  await dialog.getByRole('textbox', { name: 'Whom, and what is known' }).fill('An aunt looks for her niece.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('An aunt looks for her niece.').waitFor()
  await page.getByRole('button', { name: 'Record what was found' }).click()
  await dialog.getByRole('radiogroup', { name: 'Outcome' }).getByText('Found', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Findings' }).fill('Lives with us in House 3.')
  expect(await dialog.getByText('What is told').count()).toBe(0)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Nothing was told of this.').waitFor()

  await page.getByRole('button', { name: 'Tell', exact: true }).click()
  const place = dialog.getByRole('checkbox', { name: 'Where the person is' })
  expect(await place.isDisabled()).toBe(true)
  await dialog
    .getByText(/Stays here: Where a child is/)
    .first()
    .waitFor()
  expect(await dialog.getByRole('button', { name: 'Record that it was told' }).isDisabled()).toBe(true)
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/tracing-tell-1440.png` })
  await page.setViewportSize({ width: 360, height: 800 })
  await expectNoSidewaysScroll(page)
  if (shots) await page.screenshot({ path: `${shots}/tracing-tell-360.png` })
  await page.setViewportSize({ width: 1440, height: 900 })
  await dialog.getByRole('checkbox', { name: 'That the person is safe' }).check()
  await dialog.getByRole('button', { name: 'Record that it was told' }).click()
  await page.getByText('That the person is safe').waitFor()
  await page.getByText('Answered').waitFor()
  await expectAccessible(page)
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
    if (shots) await page.screenshot({ path: `${shots}/tracing-${width}.png`, fullPage: true })
  }
})

test('the desk lists who is still looked for, at a desk and on a phone', async () => {
  const open = await newCase(worker, ground.offices.KYIV.id)
  const request = crypto.randomUUID()
  await push(worker, [
    {
      type: 'tracing_request',
      record: request,
      office: ground.offices.KYIV.id,
      ...open,
      set: { requester: 'person', state: 'open', requestedOn: today, soughtAge: 'adult' },
    },
  ])
  for (const width of [1440, 360]) {
    const page = await ground.page('caseworker', { at: '/tracing', width })
    await page.locator(`[data-record="${request}"]`).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    if (shots) await page.screenshot({ path: `${shots}/tracing-desk-${width}.png` })
    await page.context().close()
  }
})
