import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkRegister } from '#matching/link-register.ts'
import { contentOf, invented, registered } from '../matching/invented.ts'
import { expectAccessible, expectNoSidewaysScroll, type Ground, openGround } from './harness.ts'
import { picture } from './picture.ts'

/** A focal point goes through the pairs that a linkage found, with the keyboard alone. */
let ground: Ground
beforeAll(async () => {
  ground = await openGround()
  const worker = await ground.as('caseworker')
  const people = invented(150, 5).map(({ registration }) => contentOf(registration))
  await registered(changes => worker.ask('POST', '/changes', { changes }), ground.offices.KYIV.id, people)
  await linkRegister(ground.register, { train: false }, { step: () => undefined, warn: () => undefined })
}, 120_000)
afterAll(() => ground.close())

const nextAfter = (page: Page, id: string | null) => page.locator(`article.pair:not([data-pair="${id}"])`).waitFor()

/** Of these two people are asked, and one word decides nothing: left for later. */
async function passSampled(page: Page): Promise<void> {
  while ((await page.getByText('This one is asked of a second reviewer too.').count()) > 0) {
    const id = await page.locator('article.pair').getAttribute('data-pair')
    await page.keyboard.press('n')
    await nextAfter(page, id)
  }
}

test('a queue is reviewed by keyboard: a blind look, the evidence, the verdict, the next; and one is taken back', async () => {
  const page = await ground.page('data_focal_point', { at: '/review' })
  const pair = page.locator('article.pair')
  await pair.waitFor()
  const before = Number(/\((\d+)\)/.exec((await page.getByText(/^To decide \(/).textContent()) ?? '')?.[1])
  expect(before).toBeGreaterThan(3)
  // Nothing of the model before the first look.
  expect(await page.getByText(/The model gives/).count()).toBe(0)
  await expectAccessible(page)
  await picture(page, 'review-look-1440')
  await passSampled(page)
  await page.keyboard.press('s')
  await page.getByText(/The model gives/).waitFor()
  await page.getByRole('heading', { name: 'How common the name is' }).waitFor()
  await expectAccessible(page)
  await picture(page, 'review-evidence-1440')
  const first = await pair.getAttribute('data-pair')
  await page.keyboard.press('Enter')
  await page.getByText('Saved. The count of persons follows it at once.').waitFor()
  await nextAfter(page, first)

  await passSampled(page)
  // Second thoughts after the evidence; a letter in the reason is a letter.
  await page.keyboard.press('s')
  await page.getByText(/The model gives/).waitFor()
  await page.keyboard.press('c')
  const reason = page.getByRole('textbox', { name: 'Why (you may leave it empty)' })
  await reason.focus()
  await page.keyboard.type('ask the sister')
  expect(await page.getByRole('button', { name: 'Cannot decide' }).getAttribute('aria-pressed')).toBe('true')
  const second = await pair.getAttribute('data-pair')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText(/^Set aside\./).waitFor()
  await nextAfter(page, second)
  // Left for later: another one is shown, and nothing was written.
  const third = await pair.getAttribute('data-pair')
  await page.keyboard.press('n')
  await nextAfter(page, third)
  await page.getByText('Set aside (1)').waitFor()

  await page.setViewportSize({ width: 360, height: 800 })
  await page.keyboard.press('d')
  await page.getByText(/The model gives/).waitFor()
  await picture(page, 'review-evidence-360')
  await expectNoSidewaysScroll(page)

  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByText('Decided (1)').click()
  await page.getByRole('listitem').getByRole('button').first().click()
  await page.getByText(/: The same person\./).waitFor()
  await page.getByRole('button', { name: 'Take the decision back' }).click()
  await page.getByText(/^Taken back\./).waitFor()
  await page.getByText('Nothing has been decided since the latest linkage.').waitFor()
  expect(page.url()).not.toMatch(/[?#]/)
})

test('the count and the model: the interval, a threshold to move by keyboard, and what the model assumes', async () => {
  const page = await ground.page('data_focal_point', { at: '/review' })
  await page.getByRole('tab', { name: 'The count and the model' }).click()
  await page.getByRole('heading', { name: 'What the model assumes' }).waitFor()
  await expectAccessible(page)
  const slider = page.getByRole('slider')
  if ((await slider.count()) > 0) {
    const said = page.getByText(/^Links from/)
    const before = await said.textContent()
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(
      text =>
        [...document.querySelectorAll('p')].some(
          p => p.textContent?.startsWith('Links from') && p.textContent !== text,
        ),
      before,
    )
  }
  await picture(page, 'review-numbers-1440')
  await page.setViewportSize({ width: 360, height: 800 })
  await expectNoSidewaysScroll(page)
  await picture(page, 'review-numbers-360')
})
