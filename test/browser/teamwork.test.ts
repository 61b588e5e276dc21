import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, expectAccessible, expectNoSidewaysScroll, type Ground, newCase, openGround } from './harness.ts'

/** Working together in the browser: a supervisor reads the team, hands cases over, and settles what waits. */
let ground: Ground
let worker: Asker
beforeAll(async () => {
  ground = await openGround()
  worker = await ground.as('caseworker')
})
afterAll(() => ground.close())

const push = (set: object, at: { case: string; person: string; type: string; record?: string }) =>
  worker.ask('POST', '/changes', {
    changes: [
      {
        id: crypto.randomUUID(),
        type: at.type,
        record: at.record ?? crypto.randomUUID(),
        base: 0,
        office: ground.offices.KYIV.id,
        person: at.person,
        case: at.case,
        set,
        madeAt: new Date().toISOString(),
        dictionary: 0,
      },
    ],
  })

test('hand two cases over, approve a closure, read the notice; at a desk and on a phone', async () => {
  const cases = [
    await newCase(worker, ground.offices.KYIV.id, { person: { givenNames: 'Ірина', familyNames: 'Бойко' } }),
    await newCase(worker, ground.offices.KYIV.id, { person: { givenNames: 'Олена' } }),
  ]
  const [first] = cases
  if (!first) throw new Error('no case')
  await push({ kind: 'payment', dueOn: '2026-01-02' }, { ...first, type: 'task' })
  await push(
    {
      kind: 'closure',
      of: first.case,
      state: 'waiting',
      askedOn: '2026-02-01',
      reason: 'All goals of the plan are met.',
    },
    { ...first, type: 'approval' },
  )

  const page = await ground.page('supervisor', { width: 1440 })
  await page.getByRole('button', { name: 'Notices: one new' }).waitFor()
  await page.getByRole('link', { name: 'Team' }).click()
  await page.getByRole('heading', { name: 'Team' }).waitFor()
  await expectAccessible(page)

  await page.getByRole('tab', { name: 'Cases', exact: true }).click()
  await page.getByRole('checkbox').nth(1).waitFor()
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.getByRole('button', { name: 'Hand over 2 cases' }).click()
  await page.getByRole('combobox', { name: 'To whom' }).click()
  await page.getByRole('option', { name: /shelter/i }).click()
  await page.getByLabel('What the next colleague must know').fill('Both like to be called in the morning.')
  await page.getByRole('button', { name: 'Hand over', exact: true }).click()
  await expect.poll(() => page.getByText('Nobody carries this case').count()).toBe(0)

  await page.getByRole('tab', { name: 'Late work' }).click()
  await page.getByRole('link', { name: /Payment/ }).waitFor()
  await page.getByRole('tab', { name: 'Waiting for approval' }).click()
  await page.getByText('All goals of the plan are met.').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Approve' }).click()
  await page.getByText('Nothing waits.').waitFor()

  const told = await ground.page('caseworker', { width: 360 })
  await told.getByRole('button', { name: /Notices: one new/ }).click()
  await told.getByText('An approval you asked for was answered').waitFor()
  await expectNoSidewaysScroll(told)
  await expectAccessible(told)
  const shelter = await ground.page('shelter_manager', { width: 360 })
  await shelter.getByRole('button', { name: /Notices: 2 new/ }).click()
  await shelter.getByText('A case was given to you').first().click()
  await expect.poll(() => new URL(shelter.url()).pathname).toMatch(/^\/cases\//)
  await expectNoSidewaysScroll(shelter)
})

test('a filter is kept and found again', async () => {
  const page = await ground.page('supervisor', { at: '/team', width: 360 })
  await page.getByRole('tab', { name: 'Late work' }).click()
  await page.getByRole('combobox', { name: 'Task' }).click()
  await page.getByRole('option', { name: 'Payment' }).click()
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByLabel('Name of this filter').fill('Late payments')
  await page.getByRole('button', { name: 'Save this filter' }).click()
  await page.getByRole('button', { name: 'Late payments', exact: true }).waitFor()
  await expectNoSidewaysScroll(page)
  await page.reload()
  await page.getByRole('tab', { name: 'Late work' }).click()
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('button', { name: 'Late payments', exact: true }).click()
  await expect.poll(() => page.getByRole('combobox', { name: 'Task' }).inputValue()).toBe('Payment')
})

test('a case on paper: one reader at a time, on a phone', async () => {
  const at = await newCase(worker, ground.offices.KYIV.id, { person: { givenNames: 'Ірина', familyNames: 'Бойко' } })
  await push({ type: 'legal', what: 'Advice on wages', deliveredOn: '2026-02-01' }, { ...at, type: 'service' })
  const page = await ground.page('caseworker', { at: `/cases/${at.case}/summary`, width: 360 })
  await page.getByText('Advice on wages').waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByText('A partner', { exact: true }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByText('Advice on wages').count()).toBe(0)
})
