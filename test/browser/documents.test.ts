import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, type Ground, newCase, openGround, push } from './harness.ts'

/** A photograph from a telephone: it is added, stopped half-way, added again, opened without its place. */
let ground: Ground
let file: { person: string; case: string }
beforeAll(async () => {
  ground = await openGround()
  const worker = await ground.as('caseworker')
  const office = ground.offices.KYIV.id
  file = await newCase(worker, office)
  const paper = { kind: 'travel_document', title: 'Passport, photographed', validUntil: '2025-03' }
  await push(worker, [
    { office, ...file, type: 'document', set: paper },
    { office, ...file, type: 'document', set: { kind: 'court_paper', title: 'Summons as a witness' } },
  ])
})
afterAll(() => ground.close())

const photograph = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#7a8b6f' } })
    .withExif({ IFD0: { Make: 'Zqphone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 27/1 59/1' } })
    .jpeg()
    .toBuffer()

test('AS25 on the screen: a photograph goes up, can be stopped, and comes back without its place', async () => {
  const buffer = await photograph()
  const picture = { name: 'Yablunevyi lane.jpg', mimeType: 'image/jpeg', buffer }
  const desk = await ground.page('caseworker', { at: `/cases/${file.case}/documents` })
  await desk.getByText('Not valid any more').waitFor()
  await desk.getByRole('button', { name: 'Add a document' }).click()
  const dialog = desk.getByRole('dialog', { name: 'Add a document' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Choose what kind of document it is').waitFor()
  await dialog.getByRole('combobox', { name: 'Kind' }).click()
  await desk.getByRole('option', { name: 'Photograph' }).click()
  await dialog.getByRole('textbox', { name: 'What it is' }).fill('Scar on the left hand')
  await dialog.locator('input[type=file]').setInputFiles(picture)
  await expectAccessible(desk)
  // A line so slow that somebody gives up.
  await desk.route('**/api/documents/*/content', () => undefined, { times: 1 })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('button', { name: 'Stop sending' }).click()
  await dialog.getByText('Stopped. The document is listed without its file').waitFor()
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  const line = desk.getByRole('listitem').filter({ hasText: 'Scar on the left hand' })
  await line.getByRole('button', { name: 'Add the file' }).click()
  await line.locator('input[type=file]').setInputFiles({ ...picture, buffer: Buffer.from('<html>'), name: 'x.jpg' })
  await line.getByText('This kind of file is not kept.').waitFor()
  await line.locator('input[type=file]').setInputFiles(picture)
  const link = line.getByRole('link', { name: 'Open Photograph' })
  await link.waitFor()
  const waiting = desk.waitForEvent('download')
  await link.click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('document.jpg')
  const kept = await readFile(await download.path())
  expect((await sharp(kept).metadata()).width).toBe(900)
  expect(kept.includes('Zqphone')).toBe(false)
  expect(await desk.content()).not.toContain('Yablunevyi')
  await expectAccessible(desk)

  const phone = await ground.page('shelter_manager', { at: `/cases/${file.case}/documents`, width: 360 })
  await phone.getByRole('link', { name: 'Open Photograph' }).waitFor()
  // Made small in the browser when it is asked for, and gone when it is hidden.
  await phone.getByRole('button', { name: 'Show Photograph' }).click()
  const small = phone.getByRole('img', { name: 'Photograph' })
  await expect.poll(() => small.evaluate(canvas => (canvas as HTMLCanvasElement).width)).toBe(320)
  await expectNoSidewaysScroll(phone)
  await expectAccessible(phone)
  await phone.getByRole('button', { name: 'Hide Photograph' }).click()
  expect(await small.count()).toBe(0)
})
