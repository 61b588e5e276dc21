import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import {
  type Asker,
  expectAccessible,
  expectNoSidewaysScroll,
  type Ground,
  newCase,
  openGround,
  push,
} from './harness.ts'

/** Two rings, one of which shares its recruiter; a way across a border; and one tie that is only possible. */
let ground: Ground
let worker: Asker
const rosa = uuidv7()
const teacher = uuidv7()

beforeAll(async () => {
  ground = await openGround()
  worker = await ground.as('caseworker')
  const office = ground.offices.KYIV.id
  const of = { office, person: null, case: null }
  await push(worker, [
    { ...of, type: 'suspect', record: rosa, set: { kind: 'person', label: 'Called “Aunt Rosa”', state: 'in_view' } },
    { ...of, type: 'suspect', record: teacher, set: { kind: 'company', label: 'Teacher & Sons', state: 'in_view' } },
  ])
  for (const place of [0, 1, 2, 3, 4]) {
    const file = { office, ...(await newCase(worker, office, { person: { givenNames: `Zqname${place}` } })) }
    const set = { from: place < 4 ? rosa : teacher, role: 'recruiter', since: '2025-03', country: 'UA' }
    await push(worker, [
      { type: 'tie', ...file, set: { ...set, certainty: place === 3 ? 'possible' : 'probable' } },
      { type: 'leg', ...file, set: { from: 'UA', to: 'PL' } },
    ])
  }
})
afterAll(() => ground.close())

test('TH02 the network asks why, shows what cases share without a name, by picture and by table, and is logged', async () => {
  const page = await ground.page('network_analyst', { width: 1440 })
  const loud: string[] = []
  page.on('console', line => line.type() === 'error' && loud.push(line.text()))
  page.on('pageerror', error => loud.push(error.message))
  await page.getByRole('link', { name: 'Network' }).click()
  await page.getByRole('heading', { name: 'Network', exact: true }).waitFor()
  const open = page.getByRole('button', { name: 'Open the network' })
  expect(await open.isDisabled()).toBe(true)
  await expectAccessible(page)
  await page.getByText('To look for patterns').click()
  await open.click()
  await page.getByText('2 suspects, 5 persons, 5 ties').waitFor()
  await page.locator('.network-drawing[data-drawn]').waitFor()
  expect(await page.content()).not.toContain('Zqname')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  // The picture: it is drawn, and a press on a circle picks what it stands for.
  const canvas = page.locator('.network-canvas')
  const box = (await canvas.boundingBox()) ?? { width: 0, height: 0 }
  const colours = () => canvas.evaluate(inkIn)
  await expect.poll(colours).toBeGreaterThan(20)
  const chosen = page.getByRole('region', { name: 'Chosen' })
  await canvas.click({ position: { x: box.width / 2, y: 4 } })
  await chosen.getByText('Choose a suspect').waitFor()
  await canvas.click({ position: await canvas.evaluate(firstAccent) })
  await chosen.getByText(/\d ties?/).waitFor()

  // The same by keys alone: the shared recruiter, then one of the persons it is tied to.
  const row = page.locator(`[data-row="${rosa}"]`)
  expect(await row.innerText()).toMatch(/Aunt Rosa[\s\S]*4/)
  await row.getByRole('button').focus()
  await page.keyboard.press('Enter')
  await chosen.getByText('4 ties').waitFor()
  await chosen.getByText('Mar 2025').first().waitFor()
  await chosen.getByRole('button', { name: /KYIV-/ }).first().focus()
  await page.keyboard.press('Enter')
  await chosen.getByRole('link', { name: /KYIV-/ }).waitFor()

  await page.getByRole('tab', { name: 'Routes' }).click()
  expect(await page.locator('[data-row="route-UA-PL"]').innerText()).toMatch(/Ukraine to Poland\s*5\s*1/)
  await page.getByRole('tab', { name: 'Communities' }).click()
  await page.getByRole('button', { name: /Community 1/ }).click()
  await expectAccessible(page)

  // Narrowing asks the server nothing.
  await page.getByText('Possible', { exact: true }).click()
  await page.getByText('1 suspect, 1 person, 1 tie', { exact: true }).waitFor()
  await page.getByRole('tab', { name: 'Shared recruiters' }).click()
  await page.getByText('No suspect is tied to two persons as recruiter.').waitFor()
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByText('2 suspects, 5 persons, 5 ties').waitFor()
  expect(loud).toEqual([])

  const officer = await ground.as('data_protection_officer')
  const { items } = await officer.ask<{ items: { action: string; person: string | null; purpose: string }[] }>(
    'GET',
    '/read-log?limit=200',
  )
  const openings = items.filter(({ action }) => action === 'open_network')
  expect(openings.map(({ purpose }) => purpose)).toEqual(Array.from({ length: 6 }, () => 'patterns'))
  expect(openings.filter(({ person }) => person === null)).toHaveLength(1)
})

test('a caseworker ties a suspect by its words, though sixty newer ones were entered since', async () => {
  const office = ground.offices.KYIV.id
  const of = { office, person: null, case: null, type: 'suspect' }
  const set = (place: number) => ({
    kind: 'person',
    label: `Passer-by ${place}`,
    notedOn: '2026-01-01',
    state: 'in_view',
  })
  await push(worker, [{ ...of, set: { ...set(0), label: 'Called “the Ferryman”', notedOn: '2019-01-01' } }])
  await push(
    worker,
    Array.from({ length: 60 }, (_, place) => ({ ...of, set: set(place) })),
  )
  const file = await newCase(worker, office)
  const page = await ground.page('caseworker', { at: `/cases/${file.case}`, width: 1440 })
  await page.locator('[data-add="tie"]').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Suspect', exact: true }).fill('ferry')
  await page.getByRole('option', { name: /the Ferryman/ }).click()
  await dialog.getByRole('combobox', { name: 'Role' }).click()
  await page.getByRole('option', { name: 'Transported', exact: true }).click()
  await dialog.getByText('Possible: heard, or guessed').click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Tie to a suspect').first().waitFor()
})

test('on a phone the network fits, and a caseworker has no way to it', async () => {
  const phone = await ground.page('network_analyst', { at: '/network', width: 360, theme: 'dark' })
  await phone.getByText('To judge a danger').click()
  await phone.getByRole('button', { name: 'Open the network' }).click()
  await phone.getByText(/\d suspects, \d persons, \d ties/).waitFor()
  await phone.locator('.network-drawing[data-drawn]').waitFor()
  await expectNoSidewaysScroll(phone)
  await expectAccessible(phone)

  const page = await ground.page('caseworker')
  expect(await page.getByRole('link', { name: 'Network' }).count()).toBe(0)
  await page.goto(`${ground.url}/network`)
  await page.getByText('To judge a danger').click()
  await page.getByRole('button', { name: 'Open the network' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.content()).not.toContain('Aunt Rosa')
})

/** In the page: how many different colours the picture has. */
function inkIn(canvas: HTMLElement | SVGElement): number {
  const { width, height } = canvas as HTMLCanvasElement
  const { data } = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] }
  const seen = new Set<number>()
  for (let at = 0; at < data.length; at += 4)
    seen.add((data[at] ?? 0) * 65_536 + (data[at + 1] ?? 0) * 256 + (data[at + 2] ?? 0))
  return seen.size
}

/** In the page: the first point of the picture that has the colour of suspects. */
function firstAccent(canvas: HTMLElement | SVGElement): { x: number; y: number } {
  const { width, height, clientWidth } = canvas as HTMLCanvasElement
  const { data } = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] }
  for (let at = 0; at < data.length; at += 4)
    if (data[at] === 0x0f && data[at + 1] === 0x5c && data[at + 2] === 0x5c && data[at + 3] === 255)
      return { x: ((at / 4) % width) * (clientWidth / width), y: Math.floor(at / 4 / width) * (clientWidth / width) }
  return { x: 0, y: 0 }
}
