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

/** Return in the browser: the readiness list names what is open and settles it, the desk shows what is paused. */
let ground: Ground
let worker: Asker
beforeAll(async () => {
  ground = await openGround()
  worker = await ground.as('caseworker')
})
afterAll(() => ground.close())

test('AS27 on the screen: what is in the way, missing and settled; at a desk and on a phone', async () => {
  const open = await newCase(worker, ground.offices.KYIV.id, { case: { ageGroup: 'child' } })
  const at = { office: ground.offices.KYIV.id, ...open }
  const movement = crypto.randomUUID()
  await push(worker, [
    {
      type: 'movement',
      record: movement,
      ...at,
      set: { stage: 'paused', from: 'IT', to: 'UA', departedOn: '2026-01-10', childWishes: 'yes', unaccompanied: 'no' },
    },
    { type: 'movement_leg', ...at, set: { movement, from: 'IT', to: 'UA', mode: 'air', plannedOn: '2026-01-10' } },
    { type: 'best_interest', ...at, set: { kind: 'determination', authority: 'court', option: 'residence' } },
  ])
  for (const width of [1440, 360]) {
    const page = await ground.page('caseworker', { at: `/cases/${open.case}/return`, width })
    await page.getByRole('heading', { name: 'Before departure' }).waitFor()
    const stateOf = (item: string) => page.locator(`[data-item=${item}]`).getAttribute('data-state')
    expect(await stateOf('best_interest')).toBe('blocking')
    expect(await stateOf('return_consent')).toBe('missing')
    expect(await stateOf('leg')).toBe('green')
    expect(await stateOf('child_wish')).toBe('green')
    expect(await page.locator('[data-item]').first().getAttribute('data-item')).toBe('best_interest')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await page.goto(`${ground.url}/returns`)
    await page.getByRole('heading', { name: 'Paused' }).waitFor()
    await page.locator(`[data-record="${movement}"]`).first().waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }

  const page = await ground.page('caseworker', { at: `/cases/${open.case}/return` })
  await page.getByRole('button', { name: 'Enter it: Guardian in the country of departure' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radiogroup', { name: 'Involved in the preparations' }).getByText('Yes').click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.locator('[data-item=guardian_here][data-state=green]').waitFor()
})
