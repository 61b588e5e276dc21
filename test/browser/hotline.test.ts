import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  answerNeutralSite,
  expectAccessible,
  expectNoSidewaysScroll,
  type Ground,
  neutralSite,
  newCase,
  openGround,
  push,
} from './harness.ts'

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
  if (shots) await page.screenshot({ path: `${shots}/hotline-1440.png` })
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
  await page.setViewportSize({ width: 360, height: 740 })
  await expectNoSidewaysScroll(page)
  if (shots) await page.screenshot({ path: `${shots}/hotline-360.png`, fullPage: true })
  await page.context().close()
})

test('AS11 quick exit empties the chat at once, Back does not open it, and the operator reads: do not contact', async () => {
  const administrator = await ground.page('administrator', { at: '/administration/offices' })
  await administrator
    .getByRole('button', { name: /Kyiv mission/ })
    .last()
    .click()
  await administrator.getByRole('switch', { name: 'Web chat' }).click()
  await administrator.getByRole('button', { name: 'Save' }).click()
  await administrator.getByRole('dialog').waitFor({ state: 'detached' })
  await administrator.context().close()

  const operator = await ground.page('hotline_operator')
  await operator.getByRole('link', { name: 'Hotline' }).click()
  // By the button with a click, and by the keyboard: Shift three times.
  for (const way of ['click', 'keydown'] as const) {
    const visitor = await ground.stranger({ width: 360 })
    await answerNeutralSite(visitor)
    const elsewhere = 'about:blank'
    await visitor.goto(elsewhere)
    await visitor.goto(`${ground.url}/chat`)
    await visitor.getByRole('button', { name: 'Begin' }).click()
    expect(await visitor.title()).toBe('Chat')
    expect(await visitor.locator('body').innerText()).not.toMatch(/traffick|victim|waymark/i)
    await visitor.getByRole('textbox', { name: 'Write here' }).fill('Is this job in a hotel real?')
    await visitor.getByRole('button', { name: 'Send' }).click()
    await visitor.getByRole('log').getByText('hotel').waitFor()
    await expectAccessible(visitor)
    await expectNoSidewaysScroll(visitor)
    if (shots) await visitor.screenshot({ path: `${shots}/chat-visitor.png` })

    // Whatever page they are on, and without a word of what is said.
    await operator.getByRole('link', { name: 'Somebody waits in the chat' }).waitFor()
    await operator.getByRole('button', { name: 'Answer' }).click()
    await operator.getByRole('log').getByText('hotel').waitFor()
    await operator.getByRole('textbox', { name: 'Write here' }).fill('Do not pay anything in advance.')
    await operator.getByRole('button', { name: 'Send' }).click()
    await visitor.getByRole('log').getByText('Do not pay').waitFor()
    if (shots && way === 'click') await operator.screenshot({ path: `${shots}/chat-operator.png`, fullPage: true })

    const cleared = Promise.withResolvers<number>()
    await visitor.exposeFunction('cleared', cleared.resolve)
    await visitor.evaluate(event => {
      let began = 0
      window.addEventListener(event, () => (began ||= performance.now()), { capture: true })
      new MutationObserver(() => {
        if (document.documentElement.textContent === '')
          (window as unknown as { cleared: (ms: number) => void }).cleared(performance.now() - began)
      }).observe(document, { childList: true, subtree: true })
    }, way)
    if (way === 'click') await visitor.getByRole('button', { name: 'Quick exit' }).click()
    else for (let n = 0; n < 3; n++) await visitor.keyboard.press('Shift')
    expect(await cleared.promise).toBeLessThan(200)
    await visitor.waitForURL(neutralSite)
    await visitor.goBack().catch(() => null)
    expect(await visitor.locator('body').innerText()).not.toContain('hotel')
    expect(visitor.url()).not.toContain('/chat')

    await operator.getByRole('region', { name: 'Chat', exact: true }).getByText('Left, do not contact').waitFor()
    expect(await operator.getByRole('textbox', { name: 'Write here' }).count()).toBe(0)
    if (way === 'click') await expectAccessible(operator)
    await operator.getByRole('group', { name: 'Topics' }).getByText('Checking an offer or agency').click()
    await operator.getByRole('button', { name: 'Write down and end' }).click()
    await operator.getByRole('button', { name: 'Save contact' }).waitFor()
    await visitor.context().close()
  }
  const asker = await ground.as('hotline_operator')
  const { items } = await asker.ask<Stored>('GET', '/lists/call?kind=chat')
  expect(items.map(({ record }) => record.content['state'])).toEqual(['left', 'left'])
  await operator.context().close()
})

test('from a contact one finds the case, and opening it ties them', async () => {
  const asker = await ground.as('hotline_operator')
  const { case: kase } = await newCase(asker, ground.offices.KYIV.id, {
    person: { givenNames: 'Halyna', familyNames: 'Testova' },
  })
  const page = await ground.page('hotline_operator')
  await page.getByRole('link', { name: 'Hotline' }).click()
  await page.getByRole('button', { name: 'Find or open the case' }).first().click()
  await page.getByText('The contact with the hotline will be tied').waitFor()
  await page.getByRole('textbox').fill('Halyna Testova')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.locator('.match-case').first().click()
  await page.waitForURL(`**/cases/${kase}`)
  const { items } = await asker.ask<Stored>('GET', '/lists/call')
  expect(items.filter(({ record }) => record.content['case'] === kase)).toHaveLength(1)
  await page.context().close()
}, 40_000)
