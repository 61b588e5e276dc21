import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { s3Files } from '#register/s3-files.ts'
import { openS3, type S3Server } from '../setup/s3-server.ts'
import { expectAccessible, expectNoSidewaysScroll, type Ground, newCase, openGround, push } from './harness.ts'

/** An S3 store that falls ill: what the caseworker, the data protection officer and the administrator see of it. */
const shots = process.env['WAYMARK_SHOTS']
let s3: S3Server
let ground: Ground
beforeAll(async () => {
  s3 = await openS3()
  ground = await openGround({ store: s3Files(s3.settings, { timeout: 5_000, pause: 1, attempts: 3 }) })
})
afterAll(async () => {
  await ground.close()
  await s3.close()
})

const falls = (ill: boolean) => {
  s3.instead.length = 0
  if (ill) s3.instead.push(...Array.from({ length: 50 }, () => ({ status: 503, code: 'SlowDown' })))
}

test('a store that is ill loses nothing, and after an erasure its files go as soon as it is well', async () => {
  const worker = await ground.as('caseworker')
  const office = ground.offices.KYIV.id
  const open = await newCase(worker, office, { person: { givenNames: 'Olena' } })
  const of = { office, person: open.person, case: open.case }
  const today = new Date().toISOString().slice(0, 10)
  await push(worker, [
    { type: 'document', ...of, set: { kind: 'photo', title: 'Scar on the left hand' } },
    { type: 'rights_request', ...of, case: null, set: { kind: 'erasure', receivedOn: today } },
  ])

  const page = await ground.page('caseworker', { at: `/cases/${open.case}/documents`, width: 360 })
  const picture = sharp({ create: { width: 90, height: 60, channels: 3, background: '#7a8b6f' } })
  const file = { name: 'x.jpg', mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() }
  falls(true)
  await page.getByRole('button', { name: 'Add the file' }).click()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('The place where files are kept does not answer.').waitFor()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/files-ill-360.png`, fullPage: true })
  falls(false)
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('link', { name: 'Open Photograph' }).waitFor()
  expect(s3.objects.size).toBe(1)

  falls(true)
  const desk = await ground.page('data_protection_officer', { at: '/rights' })
  const erasure = desk.locator('[data-request]', { hasText: 'To erase' })
  await erasure.getByRole('button', { name: 'Grant', exact: true }).click()
  await erasure.getByRole('button', { name: 'Erase' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await dialog.getByText('1 sealed file could not be deleted yet').waitFor()
  await expectAccessible(desk)
  if (shots) await desk.screenshot({ path: `${shots}/files-erased-1440.png` })
  await dialog.getByRole('button', { name: 'Understood' }).click()
  await desk.getByText('Nobody waits for an answer.').waitFor()

  for (const width of [1440, 360]) {
    const admin = await ground.page('administrator', { at: '/administration/files', width })
    await admin.getByText('1 file of an erased person could not be deleted yet.').waitFor()
    await admin.getByText('The file store answers that it is broken or busy.').waitFor()
    await expectNoSidewaysScroll(admin)
    await expectAccessible(admin)
    if (shots) await admin.screenshot({ path: `${shots}/files-admin-${width}.png`, fullPage: true })
    if (width === 1440) continue
    falls(false)
    await admin.getByRole('button', { name: 'Try again now' }).click()
    await admin.getByText('No file of an erased person is left.').waitFor()
    await expectAccessible(admin)
    expect(s3.objects.size).toBe(0)
  }
})
