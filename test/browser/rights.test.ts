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

/** A person's rights on the screen: written down by a caseworker, decided and carried out by the data protection officer. */
let ground: Ground
let worker: Asker
beforeAll(async () => {
  ground = await openGround()
  worker = await ground.as('caseworker')
})
afterAll(() => ground.close())

test('AS14, AS15 and AS13 on the screen: consent taken back, a copy to hand over, an erasure that takes two', async () => {
  const office = ground.offices.KYIV.id
  const open = await newCase(worker, office, { person: { givenNames: 'Olena', familyNames: 'Moroz' } })
  const of = { office, person: open.person, case: open.case }
  const today = new Date().toISOString().slice(0, 10)
  const yes = { purpose: 'sharing', decision: 'yes', givenOn: today, recipientKind: 'ngo' }
  await push(worker, [
    { type: 'consent', ...of, set: yes },
    {
      type: 'disclosure',
      ...of,
      set: { recipientKind: 'ngo', state: 'made', madeOn: today, what: ['name'], ground: 'consent' },
    },
    { type: 'rights_request', ...of, case: null, set: { kind: 'access', receivedOn: today } },
  ])

  const page = await ground.page('caseworker', { at: `/cases/${open.case}` })
  await page.getByRole('button', { name: 'Consent taken back' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox').check()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Take back' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Waiting for the partner’s acknowledgement').first().waitFor()
  // A request is written down on the case page, and decided elsewhere.
  await page.locator('[data-add="rights_request"]').click()
  await dialog.getByText('To erase', { exact: true }).click()
  expect(await dialog.getByText('Decided by').count()).toBe(0)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })

  for (const width of [1440, 360]) {
    const desk = await ground.page('data_protection_officer', { at: '/rights', width })
    await desk.getByRole('heading', { name: 'A copy of what is kept' }).waitFor()
    await desk.getByRole('heading', { name: 'To erase' }).waitFor()
    await expectNoSidewaysScroll(desk)
    await expectAccessible(desk)
    for (const [tab, text] of [
      ['Exceptions', 'Nobody asks to share without consent.'],
      ['Taken back', 'KYIV'],
    ] as const) {
      await desk.getByRole('tab', { name: tab }).click()
      await desk.getByText(text).first().waitFor()
      await expectNoSidewaysScroll(desk)
      await expectAccessible(desk)
    }
    await desk.close()
  }

  const desk = await ground.page('data_protection_officer')
  await desk.getByRole('link', { name: 'Data protection' }).click()
  const copy = desk.locator('[data-request]', { hasText: 'A copy of what is kept' })
  await copy.getByRole('button', { name: 'Grant', exact: true }).click()
  const file = desk.waitForEvent('download')
  await copy.getByRole('button', { name: 'Copy as PDF' }).click()
  expect((await file).suggestedFilename()).toBe('waymark-copy.pdf')
  await copy.getByRole('button', { name: 'The person was told' }).click()
  await copy.waitFor({ state: 'detached' })

  const erasure = desk.locator('[data-request]', { hasText: 'To erase' })
  await erasure.getByRole('button', { name: 'Grant', exact: true }).click()
  await erasure.getByRole('button', { name: 'Erase' }).click()
  const sure = desk.getByRole('dialog')
  expect(await sure.getByRole('button', { name: 'Erase for good' }).isDisabled()).toBe(true)
  await sure.getByRole('checkbox').check()
  await expectAccessible(desk)
  await sure.getByRole('button', { name: 'Erase for good' }).click()
  await desk.getByText('Nobody waits for an answer.').waitFor()
  await desk.getByText('Answered', { exact: true }).click()
  await desk.getByRole('heading', { name: 'To erase' }).waitFor()

  await page.goto(`${ground.url}/cases/${open.case}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByText('Moroz').count()).toBe(0)
})
