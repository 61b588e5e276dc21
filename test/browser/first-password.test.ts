import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, type Ground, openGround, password, signIn } from './harness.ts'

let ground: Ground
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground?.close())

const own = 'my own long password'

test('who comes in with a password that another person chose sees the change of it and nothing else', async () => {
  const administrator = await ground.as('administrator')
  const login = 'newcomer@test.example'
  await administrator.ask('POST', '/accounts', {
    name: 'Newcomer',
    login,
    password,
    grants: [{ role: 'caseworker', office: ground.offices.KYIV.id, scope: 'office' }],
  })
  const page = await ground.stranger({ width: 360 })
  await page.getByLabel('Sign-in name').fill(login)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Choose your own password' }).waitFor()
  await expectAccessible(page)
  // Another address shows the same page.
  await page.goto(`${ground.url}/find`)
  await page.getByRole('heading', { name: 'Choose your own password' }).waitFor()
  expect(await page.getByRole('navigation', { name: 'Desks' }).count()).toBe(0)

  await page.getByLabel('Present password').fill(password)
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('This is the present password. Choose another one.').waitFor()
  await page.getByLabel('New password').fill(own)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByRole('navigation', { name: 'Desks' }).waitFor()

  await signIn(await ground.stranger(), login, own)
})
