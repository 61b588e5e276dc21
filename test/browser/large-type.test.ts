// Letters of twice the size, as a phone is set up by somebody who reads badly: everything is still there, and nothing needs scrolling sideways.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectNoSidewaysScroll, type Ground, newCase, openGround, push } from './harness.ts'
import { picture } from './picture.ts'

let ground: Ground
let id: string

beforeAll(async () => {
  ground = await openGround()
  const caseworker = await ground.as('caseworker')
  const office = ground.offices.KYIV.id
  const ids = await newCase(caseworker, office, {
    person: { givenNames: 'Zoryana', familyNames: 'Polishchuk' },
    case: { ageAtAssistance: 31, ageBasis: 'stated' },
  })
  id = ids.case
  const consent = { purpose: 'interview', decision: 'yes', agreesToInterview: 'yes', givenOn: '2026-01-05' }
  const task = { kind: 'follow_up', dueOn: '2026-01-10' }
  await push(caseworker, [
    { type: 'consent', office, ...ids, set: consent },
    { type: 'task', office, ...ids, set: task },
  ])
})
afterAll(() => ground.close())

describe('twice the size of letters', () => {
  test.each([
    '/',
    '/find',
    '/register',
    '/cases/$',
    '/cases/$/interview',
    '/cases/$/services',
    '/work',
    '/phone',
    '/figures',
    '/activities',
  ])('%s at 360 px', async path => {
    const page = await ground.page('caseworker', { at: path.replace('$', id), width: 360 })
    await page.getByRole('heading').first().waitFor()
    await page.addStyleTag({ content: ':root { font-size: 200% !important; }' })
    await page.waitForTimeout(400)
    await picture(page, `large-type-${path.replaceAll(/[/$]/g, '-')}`)
    await expectNoSidewaysScroll(page)
    const exit = await page.getByRole('button', { name: 'Quick exit' }).boundingBox()
    expect(exit && exit.x >= 0 && exit.x + exit.width <= 360).toBe(true)
  })
})
