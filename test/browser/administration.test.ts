// The administration as an administrator uses it, and what the others then see.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '#register/accounts.ts'
import { atDesk } from '#register/desk.ts'
import { hashPassword } from '#register/password.ts'
import { systemActor } from '#register/work.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  type Ground,
  newCase,
  openGround,
  password,
  signIn,
} from './harness.ts'

let ground: Ground

beforeAll(async () => {
  ground = await openGround()
  // Wide roles take two people, and the first administrator may appoint only one alone.
  const hash = await hashPassword(password, { memoryKiB: 64, passes: 2 })
  const grants = [{ role: 'administrator', office: ground.offices.HQ.id, scope: 'all' } as const]
  await atDesk(ground.register, systemActor, new Date(), desk =>
    createAccount(desk, {
      name: 'Second Signer',
      login: 'second@test.example',
      password: hash,
      mustChange: false,
      grants,
    }),
  )
})
afterAll(() => ground?.close())

const open = async (page: Page, section: string, title: string) => {
  await page.goto(`${ground.url}/administration/${section}`)
  await page.getByRole('heading', { name: title, level: 2 }).waitFor()
}

/** Picks an option of a box that is searched in. */
const pick = async (page: Page, label: string, option: string) => {
  const box = page
    .getByRole('combobox', { name: label })
    .or(page.getByLabel(label, { exact: true }))
    .first()
  await box.click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('an administrator adds a person, who signs in with the password that was shown once and chooses another', async () => {
  const admin = await ground.page('administrator')
  await open(admin, 'accounts', 'People who sign in')
  await expectAccessible(admin)
  await admin.getByRole('button', { name: 'Add a person' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('New Colleague')
  await dialog.getByLabel('Sign-in name').fill('new.colleague@test.example')
  await pick(admin, 'Role', 'Caseworker')
  await pick(admin, 'Office', 'Rome mission')
  await expectAccessible(admin)
  await dialog.getByRole('button', { name: 'Add a person' }).click()
  const secret = (await admin.locator('[data-secret]').textContent()) ?? ''
  expect(secret).toMatch(/^[a-z]{4}(-[a-z]{4}){4}$/)
  await expectAccessible(admin)
  await admin.getByRole('button', { name: 'I have written it down' }).click()
  expect(await admin.getByText(secret).count()).toBe(0)
  expect(admin.url()).not.toContain(secret)

  // The first password opens one door only: to choose an own one.
  const page = await ground.stranger()
  await page.getByLabel('Sign-in name').fill('new.colleague@test.example')
  await page.getByLabel('Password', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('Present password').fill(secret)
  await page.getByLabel('New password').fill('four words of my own')
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByRole('navigation', { name: 'Desks' }).waitFor()
  expect(await page.getByRole('link', { name: 'Find', exact: true }).count()).toBe(1)
  expect(await page.getByRole('link', { name: 'Administration' }).count()).toBe(0)
  await page.context().close()

  await admin.getByRole('button', { name: 'Actions for New Colleague' }).click()
  await admin.getByRole('menuitem', { name: 'Close the account' }).click()
  // The colleague has changed the password meanwhile: that is said, the list is read again, the second try counts.
  const close = admin.getByRole('dialog').getByRole('button', { name: 'Close the account' })
  await close.click()
  await admin.getByText('Somebody else changed this').waitFor()
  await close.click()
  await admin
    .getByRole('row', { name: /New Colleague/ })
    .getByText('Closed')
    .waitFor()
  await admin.context().close()
})

test('a role with wide powers waits until somebody else signs', async () => {
  const admin = await ground.page('administrator')
  await open(admin, 'accounts', 'People who sign in')
  await admin.getByRole('button', { name: 'Actions for Test report writer' }).click()
  await admin.getByRole('menuitem', { name: 'Give a role' }).click()
  await pick(admin, 'Role', 'Global analyst')
  await pick(admin, 'Office', 'Lantern House')
  await admin.getByText('Takes two people').waitFor()
  await admin.getByRole('dialog').getByRole('button', { name: 'Give a role' }).click()
  const waiting = admin.getByRole('region', { name: 'Roles that wait for a second signature' })
  await waiting.getByText('You asked for it').waitFor()
  expect(await waiting.getByRole('button', { name: 'Sign' }).count()).toBe(0)
  await expectAccessible(admin)

  const second = await ground.stranger()
  await signIn(second, 'second@test.example')
  await open(second, 'accounts', 'People who sign in')
  const theirs = second.getByRole('region', { name: 'Roles that wait for a second signature' })
  await theirs.getByRole('button', { name: 'Sign' }).click()
  await theirs.waitFor({ state: 'detached' })
  const row = second.getByRole('row', { name: /Test report writer/ })
  expect(await row.textContent()).toContain('Global analyst')
  expect(await row.textContent()).not.toContain('waits')
  await second.context().close()
  await admin.context().close()
})

test('an own field made in the app stands in the person form and becomes a dimension of the figures', async () => {
  const worker = await ground.as('caseworker')
  const made = await newCase(worker, ground.offices.KYIV.id)
  const admin = await ground.page('administrator')
  await open(admin, 'fields', 'Own fields')
  await expectAccessible(admin)
  await admin.getByRole('button', { name: 'Add a field' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('Question', { exact: true }).fill('Favourite season')
  await dialog.getByLabel('Answers, one a line').fill('Spring\nSummer\nHöstmörker')
  await dialog.getByText('Figures, to break down and to filter').waitFor()
  await expectAccessible(admin)
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await dialog.waitFor({ state: 'detached' })
  await admin
    .getByRole('row', { name: /Favourite season/ })
    .getByText('own_favourite_season')
    .waitFor()
  await admin.getByText('Version 1').waitFor()
  await admin.context().close()

  const page = await ground.page('caseworker', { at: `/cases/${made.case}` })
  await page
    .getByRole('button', { name: /Own questions/ })
    .first()
    .click()
  const form = page.getByRole('dialog')
  await form.getByText('Favourite season').waitFor()
  await form.getByLabel('Höstmörker').check({ force: true })
  await form.getByRole('button', { name: 'Save' }).click()
  await form.waitFor({ state: 'detached' })

  await page.goto(`${ground.url}/figures`)
  await page.getByLabel('Broken down by').selectOption({ label: 'by favourite season' })
  await page.getByRole('rowheader', { name: 'Höstmörker' }).waitFor()
  await page.context().close()
})

test('a file with mistakes names each of them and publishes nothing; a good one shows where it will appear', async () => {
  const admin = await ground.page('administrator')
  await open(admin, 'fields', 'Own fields')
  await admin.getByRole('button', { name: 'More' }).click()
  await admin.getByRole('menuitem', { name: 'Publish from a file' }).click()
  const dialog = admin.getByRole('dialog')
  const choose = (json: string) =>
    admin
      .locator('input[type=file]')
      .setInputFiles({ name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(json) })
  await choose('{ "fields": [')
  await dialog.getByText('This is not a JSON file').waitFor()
  const field = { type: 'person', id: 'own_code', kind: 'code', label: { en: 'Colour' }, class: 'open' }
  await choose(JSON.stringify({ fields: [field] }))
  await dialog.getByText('fields.0.list').waitFor()
  expect(await dialog.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true)
  await choose(JSON.stringify({ fields: [{ ...field, list: 'sex' }] }))
  await dialog.getByRole('heading', { name: /Colour/ }).waitFor()
  await expectAccessible(admin)
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await dialog.waitFor({ state: 'detached' })
  await admin.getByRole('row', { name: /Colour/ }).waitFor()
  await admin.context().close()
})

test('an office is added below another and stands in the tree; a code that is taken is refused in words', async () => {
  const admin = await ground.page('administrator')
  await open(admin, 'offices', 'Offices')
  await expectAccessible(admin)
  await admin.getByRole('button', { name: 'Add an office below Rome mission' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('Name of the office').fill('Bari desk')
  await dialog.getByLabel('Code').fill('kyiv')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('This is already in use').first().waitFor()
  await dialog.getByLabel('Code').fill('bari')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await admin.getByRole('row', { name: /Bari desk/ }).textContent()).toContain('BARI')
  await admin.context().close()
})

test('a program gets a token that is shown once and works until it is revoked', async () => {
  const admin = await ground.page('administrator')
  await open(admin, 'programs', 'Programs')
  await admin.getByRole('button', { name: 'Add a program' }).click()
  await admin.getByLabel('Name of the program').fill('Monthly figures')
  await pick(admin, 'Role', 'Report writer')
  await pick(admin, 'Office', 'Kyiv mission')
  await pick(admin, 'How far it reaches', 'the office and those below')
  await admin.getByRole('dialog').getByRole('button', { name: 'Add a program' }).click()
  await admin.getByRole('button', { name: 'Make a token' }).click()
  await admin.getByLabel('Label').fill('Warehouse')
  await admin.getByRole('dialog').getByRole('button', { name: 'Make a token' }).click()
  const token = (await admin.locator('[data-secret]').textContent()) ?? ''
  const ask = () =>
    fetch(`${ground.url}/api/figures/choices`, { headers: { authorization: `Bearer ${token}` } }).then(r => r.status)
  expect(await ask()).toBe(200)
  await expectAccessible(admin)
  await admin.getByRole('button', { name: 'Revoke Warehouse' }).click()
  await admin.getByText('Revoked').waitFor()
  expect(await ask()).toBe(401)
  await admin.context().close()
})

test('the data protection officer sees who opened a file, and that the history is whole', async () => {
  const worker = await ground.as('caseworker')
  const made = await newCase(worker, ground.offices.KYIV.id)
  await worker.ask('GET', `/cases/${made.case}?purpose=open`).catch(() => worker.ask('GET', `/cases/${made.case}`))
  const page = await ground.page('data_protection_officer')
  await open(page, 'reads', 'Who read')
  await page.getByLabel('Person').first().fill(made.person)
  await page.getByRole('row', { name: /Test caseworker.*Opened a case file/s }).waitFor()
  await expectAccessible(page)
  await open(page, 'changes', 'Who changed')
  await page.getByText(made.case).first().waitFor()
  await expectAccessible(page)
  await open(page, 'history', 'Check the history')
  await page.getByRole('button', { name: 'Check now' }).click()
  await page.getByText('every seal is whole').waitFor()
  await page.context().close()
})

test('each role sees only the rooms that it opens', async () => {
  const page = await ground.page('data_protection_officer', { at: '/administration', width: 360 })
  const rooms = page.getByRole('navigation', { name: 'Rooms of the administration' })
  await rooms.getByRole('link', { name: 'Roles' }).waitFor()
  expect(await rooms.getByRole('link').allTextContents()).toEqual([
    'Who read',
    'Who changed',
    'Check the history',
    // Whether the files of erased persons are gone is this officer's to see to: the room opens with `verify`, as the history.
    'Files',
    'Roles',
  ])
  await open(page, 'files', 'Files')
  await expectAccessible(page)
  await page.goto(`${ground.url}/administration/accounts`)
  await page.getByText('There is no such room').waitFor()
  await open(page, 'roles', 'Roles')
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await page.context().close()
})

test('whoever manages the whole organisation chooses how small a number may be, and never less than usual', async () => {
  const admin = await ground.page('administrator')
  await open(admin, 'small_numbers', 'Small numbers')
  await admin.getByText('Left out: 1 to 4.').waitFor()
  const field = admin.getByLabel('Smallest number that is shown')
  await field.fill('3')
  await field.blur()
  expect(await field.inputValue()).toBe('5')
  await field.fill('11')
  await admin.getByRole('button', { name: 'Save' }).click()
  await admin.getByText('Left out: 1 to 10.').waitFor()
  await admin.getByText('Saved.').waitFor()
  await expectAccessible(admin)
  if (process.env['WAYMARK_PICTURES']) await admin.screenshot({ path: `${process.env['WAYMARK_PICTURES']}/small.png` })
})
