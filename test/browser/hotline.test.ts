import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, type Ground, openGround, push } from './harness.ts'

let ground: Ground
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground.close())

const shots = process.env['WAYMARK_SHOTS']

interface Stored {
  readonly items: readonly { readonly record: { readonly content: Record<string, unknown> } }[]
}

test('a simple call takes three taps; an unsafe call-back is refused; the next form is blank', async () => {
  const operator = await ground.as('hotline_operator')
  await push(operator, [
    {
      type: 'provider',
      office: ground.offices.KYIV.id,
      person: null,
      case: null,
      set: {
        name: 'Harbour Legal Aid',
        kind: 'ngo',
        state: 'active',
        town: 'Odesa',
        services: ['legal'],
        hours: '9 to 17',
      },
    },
  ])
  const page = await ground.page('hotline_operator')
  await page.getByRole('link', { name: 'Hotline' }).click()
  await page.getByRole('heading', { name: 'Hotline', level: 1 }).waitFor()

  let taps = 0
  const tap = async (name: string, role: 'checkbox' | 'radio' | 'button' = 'radio') => {
    taps += 1
    if (role === 'button') await page.getByRole('button', { name }).click()
    else await page.getByText(name, { exact: true }).first().click()
  }
  await tap('Legal question', 'checkbox')
  await tap('The person concerned')
  await tap('Save contact', 'button')
  await page.getByText(/^\s*Saved/).waitFor()
  expect(taps).toBe(3)
  const { items } = await operator.ask<Stored>('GET', '/lists/call')
  expect(items.map(({ record }) => record.content)).toEqual([
    expect.objectContaining({
      topics: ['legal'],
      caller: 'person_concerned',
      channel: 'telephone',
      state: 'done',
      minutes: 1,
    }),
  ])
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0)

  await page.getByRole('textbox', { name: 'Service, place or language' }).fill('odesa legal')
  await page.getByText('Harbour Legal Aid').waitFor()
  await page.getByRole('textbox', { name: 'Service, place or language' }).fill('odesa medical')
  await page.getByText('Nobody in the directory fits.', { exact: false }).waitFor()

  // AS10: 18:00 to 20:00 is unsafe, and 19:00 lies within.
  await page.getByText('We call back', { exact: true }).click()
  expect(await page.getByRole('textbox', { name: 'Number', exact: true }).count()).toBe(0)
  await page.getByText('Yes, to call back', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Number', exact: true }).fill('044 555 01 23')
  const choose = async (field: string, time: string) => {
    const box = page.getByRole('combobox', { name: field, exact: true })
    await box.fill(time)
    await page.getByRole('option', { name: time }).click()
  }
  await choose('Unsafe from', '18:00')
  await choose('Unsafe until', '20:00')
  await choose('Call back at', '19:00')
  await page.locator('[data-field="callBackOn"]').getByRole('button', { name: 'Today' }).click()
  await page.getByRole('button', { name: 'Save contact' }).click()
  await page.getByText('Unsafe time', { exact: false }).waitFor()
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/hotline-unsafe.png` })
  await choose('Call back at', '17:30')
  await page.getByRole('button', { name: 'Save contact' }).click()
  const covered = page.getByRole('button', { name: 'Show the number ••• 23' })
  await covered.waitFor()
  expect(await page.getByText('044 555').count()).toBe(0)
  await covered.click()
  await page.getByText('044 555 01 23').waitFor()
  if (shots) await page.screenshot({ path: `${shots}/hotline-1440.png` })
  await page.setViewportSize({ width: 360, height: 740 })
  await expectNoSidewaysScroll(page)
  if (shots) await page.screenshot({ path: `${shots}/hotline-360.png`, fullPage: true })
  await page.context().close()
}, 60_000)
