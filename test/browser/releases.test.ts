import { afterAll, beforeAll, expect, test } from 'vitest'
import { registered } from '../matching/invented.ts'
import { expectAccessible, expectNoSidewaysScroll, type Ground, openGround } from './harness.ts'
import { picture } from './picture.ts'

/** A release from end to end: prepared by one, previewed, approved by two, its files taken along. */
let ground: Ground
beforeAll(async () => {
  ground = await openGround()
  const worker = await ground.as('caseworker')
  const people = Array.from({ length: 160 }, (_, i) => ({
    sex: i % 3 === 0 ? 'male' : 'female',
    nationality: [i % 4 === 0 ? 'MD' : 'UA'],
  }))
  await registered(changes => worker.ask('POST', '/changes', { changes }), ground.offices.KYIV.id, people)
}, 120_000)
afterAll(() => ground.close())

test('one prepares it, both look and approve, and the files can be taken along', async () => {
  const one = await ground.page('global_analyst', { at: '/releases' })
  await one.getByText('Nothing has been released yet.', { exact: false }).waitFor()
  await one.getByRole('button', { name: 'Prepare a release' }).click()
  await one.getByRole('checkbox', { name: 'gender' }).check()
  await one.getByRole('checkbox', { name: 'citizenship', exact: true }).check()
  await one.getByRole('textbox', { name: 'Epsilon' }).fill('2')
  await one.getByRole('textbox', { name: 'What for' }).fill('The yearly data set for researchers.')
  await expectAccessible(one)
  await picture(one, 'release-ask-1440')
  await one.getByRole('button', { name: 'Put it forward' }).click()
  const sheet = one.getByRole('article', { name: 'Noisy counts and synthetic records' })
  await sheet.getByText('2 people have to approve it', { exact: false }).waitFor()
  // Nobody approves what they have not seen.
  expect(await sheet.getByRole('button', { name: 'Approve' }).count()).toBe(0)
  await sheet.getByRole('button', { name: 'Make a preview' }).click()
  await sheet.getByRole('table', { name: 'How near it is to the truth' }).waitFor()
  await expectAccessible(one)
  await picture(one, 'release-preview-1440')
  await one.setViewportSize({ width: 360, height: 800 })
  await expectNoSidewaysScroll(one)
  await picture(one, 'release-preview-360')
  await sheet.getByRole('button', { name: 'Approve', exact: true }).click()
  await sheet.getByText('One more person has to approve it.').waitFor()
  expect(await sheet.getByRole('button', { name: 'Approve' }).count()).toBe(0)

  const other = await ground.page('data_protection_officer', { at: '/releases' })
  const theirs = other.getByRole('article', { name: 'Noisy counts and synthetic records' })
  await theirs.getByText('Approved by Test global analyst', { exact: false }).waitFor()
  await theirs.getByRole('button', { name: 'Approve and publish' }).click()
  await theirs.getByText('Published', { exact: true }).waitFor()
  const download = other.waitForEvent('download')
  await theirs.getByRole('button', { name: 'synthetic.csv' }).click()
  expect((await download).suggestedFilename()).toBe('synthetic.csv')
  await theirs.getByRole('button', { name: 'signature.json' }).waitFor()
  await expectAccessible(other)
  await picture(other, 'release-published-1440')
  await other.getByText(/^Of this year’s budget 0\.0?[1-9]/).waitFor()
})
