import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, type Ground, newCase, openGround, push } from './harness.ts'

/** A case on its way to justice, and the calendar of all of them. */
let ground: Ground
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground.close())

const shots = process.env['WAYMARK_SHOTS']
const none = 'Nothing recorded\n–'
const money = (amount: string, currency: string) => ({ amount, currency })
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('claims sum by currency; hearings and deadlines stand in a calendar that shows no names', async () => {
  const worker = await ground.as('caseworker')
  const office = ground.offices.KYIV.id
  const open = await newCase(worker, office, { person: { givenNames: 'Halyna', familyNames: 'Testova' } })
  const of = (type: string, set: object) => ({ type, office, person: open.person, case: open.case, set })
  await push(worker, [
    of('consent', { purpose: 'service', decision: 'yes' }),
    of('claim', { kind: 'wages', state: 'part_paid', owed: money('1200.10', 'EUR'), paid: money('0.20', 'EUR') }),
    of('claim', { kind: 'compensation', state: 'filed', owed: money('0.20', 'EUR'), awarded: money('50000', 'UAH') }),
    of('hearing', { on: dayIn(9), at: '1030', purpose: 'statement', state: 'planned', outcome: 'Ask for a screen.' }),
    of('representation', { kind: 'power_of_attorney', givenOn: dayIn(-10), validUntil: dayIn(200), state: 'in_force' }),
  ])

  const page = await ground.page('caseworker')
  await page.getByRole('link', { name: 'Justice', exact: true }).click()
  await page.getByText('Hearing: ', { exact: false }).waitFor()
  await page.getByText('A power of attorney runs out').waitFor()
  expect(await page.locator('[data-day]').evaluateAll(days => days.map(day => day.getAttribute('data-day')))).toEqual([
    dayIn(9),
    dayIn(170),
  ])
  expect(await page.locator('main').innerText()).not.toMatch(/Halyna|Testova/)
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/justice-calendar-1440.png` })

  await page
    .locator(`[data-day="${dayIn(9)}"]`)
    .getByRole('link')
    .click()
  await page.getByRole('heading', { name: 'Justice', level: 1, exact: true }).waitFor()
  await page.locator('[data-currency]').first().waitFor()
  const sum = async (currency: string) =>
    (await page.locator(`[data-currency="${currency}"] td`).allInnerTexts()).map(text => text.replaceAll('\u202f', ''))
  expect(await sum('EUR')).toEqual(['1200.30 EUR', none, '0.20 EUR'])
  expect(await sum('UAH')).toEqual([none, '50000 UAH', none])

  await page.getByRole('button', { name: 'Record a step' }).click()
  await page.getByRole('menuitem', { name: 'Paper taken away' }).click()
  await page.getByText('Passport', { exact: true }).click()
  await page.getByText('Returned', { exact: true }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Say on which day the paper was returned.').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/justice-1440.png`, fullPage: true })
  await page.setViewportSize({ width: 360, height: 740 })
  await expectNoSidewaysScroll(page)
  if (shots) await page.screenshot({ path: `${shots}/justice-360.png`, fullPage: true })
  await page.goto(`${ground.url}/justice`)
  await page.getByText('A power of attorney runs out').waitFor()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/justice-calendar-360.png`, fullPage: true })
  await page.context().close()
})
