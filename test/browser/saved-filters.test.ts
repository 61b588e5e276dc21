import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoleId } from '#access/role.ts'
import { expectAccessible, expectNoSidewaysScroll, type Ground, openGround, push } from './harness.ts'

/** Every list and desk that can be narrowed keeps a filter under a name, and finds it again after a reload. */
let ground: Ground
beforeAll(async () => {
  ground = await openGround()
  const of = { office: ground.offices.KYIV.id, person: null, case: null }
  await push(await ground.as('supervisor'), [
    { ...of, type: 'shelter', set: { code: 'House 3', state: 'open' } },
    { ...of, type: 'shelter', set: { code: 'House 7', state: 'open' } },
    {
      ...of,
      type: 'provider',
      set: { name: 'Lantern Clinic', kind: 'health', services: ['medical'], state: 'active' },
    },
  ])
})
afterAll(() => ground.close())

interface Desk {
  readonly role: RoleId
  readonly path: string
  readonly tab?: string
  /** What is chosen where; of a list of choices. */
  readonly box: string
  readonly option: string
}

const desks: readonly Desk[] = [
  { role: 'caseworker', path: '/work', box: 'Task', option: 'Payment' },
  { role: 'supervisor', path: '/team', tab: 'Cases', box: 'Whose', option: 'Mine' },
  { role: 'supervisor', path: '/team', tab: 'Waiting for approval', box: 'What for', option: 'Plan' },
  { role: 'supervisor', path: '/returns', box: 'Whose', option: 'Mine' },
  { role: 'supervisor', path: '/incidents', box: 'Kind', option: 'Police raid' },
  { role: 'supervisor', path: '/justice', box: 'Whose', option: 'Mine' },
  { role: 'supervisor', path: '/referrals', tab: 'Incoming', box: 'For which service', option: 'Legal' },
  { role: 'supervisor', path: '/referrals', tab: 'All we sent', box: 'State', option: 'Sent' },
  { role: 'supervisor', path: '/directory', box: 'Service', option: 'Medical' },
  { role: 'supervisor', path: '/shelter', box: 'House', option: 'House 7' },
  { role: 'caseworker', path: '/leads', box: 'State', option: 'New' },
  { role: 'hotline_operator', path: '/records/call', box: 'Channel', option: 'Phone' },
  { role: 'fund_manager', path: '/funds', tab: 'Requests that wait', box: 'For', option: 'Allowance' },
  { role: 'fund_manager', path: '/approvals', box: 'What for', option: 'Money from a fund' },
  { role: 'data_protection_officer', path: '/rights', tab: 'Requests', box: 'What the person asks', option: 'Erase' },
  { role: 'data_protection_officer', path: '/rights', tab: 'Taken back', box: 'To whom', option: 'Family' },
]

/** One page a role, which goes from desk to desk as people do. */
const pages = new Map<RoleId, Page>()
const pageOf = async (role: RoleId) => {
  const page = pages.get(role) ?? (await ground.page(role))
  pages.set(role, page)
  await page.setViewportSize({ width: 1440, height: 900 })
  return page
}

const open = async (page: Page, { path, tab }: Desk) => {
  await page.goto(`${ground.url}${path}`)
  if (tab) await page.getByRole('tab', { name: tab, exact: true }).click()
}

test.each(desks)('$path keeps a filter: $box', async desk => {
  const page = await pageOf(desk.role)
  await open(page, desk)
  const box = page.getByRole('combobox', { name: desk.box, exact: true })
  await box.click()
  await page.getByRole('option', { name: desk.option }).first().click()
  const chosen = await box.inputValue()
  expect(chosen).not.toBe('')
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByLabel('Name of this filter').fill(`My ${desk.tab ?? desk.path}`)
  await page.getByRole('button', { name: 'Save this filter' }).click()
  const kept = page.getByRole('button', { name: `My ${desk.tab ?? desk.path}`, exact: true })
  await kept.and(page.locator('[aria-current=true]')).waitFor()
  await expectAccessible(page)

  await page.setViewportSize({ width: 360, height: 800 })
  await open(page, desk)
  await box.waitFor()
  expect(await box.inputValue()).not.toBe(chosen)
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await kept.click()
  await expect.poll(() => box.inputValue()).toBe(chosen)
  await expectNoSidewaysScroll(page)
})

test('a house and who looks for room in it are kept together', async () => {
  const page = await ground.page('supervisor', { at: '/shelter' })
  await page.getByRole('button', { name: 'Look for room' }).click()
  await page.getByRole('radiogroup').getByText('Child', { exact: true }).click()
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByLabel('Name of this filter').fill('A child tonight')
  await page.getByRole('button', { name: 'Save this filter' }).click()
  await page.getByRole('button', { name: 'A child tonight', exact: true }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('button', { name: 'A child tonight', exact: true }).click()
  await expect.poll(() => page.getByRole('radio', { name: 'Child' }).isChecked()).toBe(true)
})

test('a time of the gap and a reader of the log are kept', async () => {
  const manager = await ground.page('fund_manager', { at: '/funds' })
  await manager.getByRole('tab', { name: 'Who is eligible for nothing' }).click()
  const year = manager.getByRole('group', { name: 'From' }).getByLabel('Year')
  await year.fill('2025')
  await manager.getByRole('button', { name: 'Saved filters' }).click()
  await manager.getByLabel('Name of this filter').fill('Since 2025')
  await manager.getByRole('button', { name: 'Save this filter' }).click()
  await manager.getByRole('button', { name: 'Since 2025', exact: true }).waitFor()
  await manager.reload()
  await manager.getByRole('tab', { name: 'Who is eligible for nothing' }).click()
  await manager.getByRole('button', { name: 'Saved filters' }).click()
  await manager.getByRole('button', { name: 'Since 2025', exact: true }).click()
  await expect.poll(() => year.inputValue()).toBe('2025')

  const officer = await ground.page('data_protection_officer', { at: '/administration/reads' })
  const person = officer.getByLabel('Person', { exact: true })
  await person.fill('0198c0de-0000-7000-8000-000000000000')
  await officer.getByRole('button', { name: 'Saved filters' }).click()
  await officer.getByLabel('Name of this filter').fill('One file')
  await officer.getByRole('button', { name: 'Save this filter' }).click()
  await officer.getByRole('button', { name: 'One file', exact: true }).waitFor()
  await officer.reload()
  await officer.getByRole('button', { name: 'Saved filters' }).click()
  await officer.getByRole('button', { name: 'One file', exact: true }).click()
  await expect.poll(() => person.inputValue()).toBe('0198c0de-0000-7000-8000-000000000000')
})
