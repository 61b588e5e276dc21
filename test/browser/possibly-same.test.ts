import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, expectAccessible, expectNoSidewaysScroll, type Ground, newCase, openGround } from './harness.ts'
import { picture } from './picture.ts'

/** While somebody is being registered: who is known already and may be the same, and why. */
let ground: Ground
let worker: Asker
beforeAll(async () => {
  ground = await openGround()
  worker = await ground.as('caseworker')
})
afterAll(() => ground.close())

test('the name in another script is recognised as it is typed; the form can be saved all the same', async () => {
  await newCase(worker, ground.offices.KYIV.id, {
    person: {
      givenNames: 'Наталія',
      familyNames: 'Коваленко',
      birthDate: '1990-05-03',
      sex: 'female',
      nationality: ['UA'],
    },
  })
  const page = await ground.page('caseworker', { at: '/register' })
  await page.getByRole('textbox', { name: 'Given names' }).fill('Natalya')
  await page.getByRole('textbox', { name: 'Family names' }).fill('Kovalenko')
  const section = page.getByRole('region', { name: 'Perhaps already known' })
  await section.waitFor()
  await page.getByRole('radiogroup', { name: 'Sex' }).getByText('Female', { exact: true }).click()
  await section.getByText('Sex: the same').waitFor()
  await section.getByText('Family name: the same').waitFor()
  expect(await section.getByRole('link').count()).toBe(1)
  expect(page.url()).not.toMatch(/Koval/i)
  await expectAccessible(page)
  await picture(page, 'possibly-same-1440')
  await page.setViewportSize({ width: 360, height: 800 })
  await expectNoSidewaysScroll(page)
  await picture(page, 'possibly-same-360')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await page.waitForURL(/\/cases\//)
})
