import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, expectAccessible, expectNoSidewaysScroll, type Ground, openGround } from './harness.ts'
import { picture } from './picture.ts'

/** The desk of those who write the situation report: record, count, see what is missing; surveys, coverage, numbers from outside. */
let ground: Ground
let focal: Asker

beforeAll(async () => {
  ground = await openGround()
  focal = await ground.as('data_focal_point')
  const today = new Date().toISOString().slice(0, 10)
  const campaign = await push('activity', {
    pillar: 'advocacy',
    kind: 'materials',
    title: 'Leaflet on rights at work',
    countries: ['UA'],
    from: today,
    state: 'ongoing',
    text: 'Handed out at borders and stations.',
  })
  await push('activity_number', {
    activity: campaign,
    measure: 'printed',
    material: 'leaflet',
    number: 9000,
    accumulation: 'to_date',
    to: today,
  })
  await push('activity_number', {
    activity: campaign,
    measure: 'distributed',
    material: 'leaflet',
    number: 9500,
    accumulation: 'to_date',
    to: today,
  })
  const survey = await push('survey', {
    title: 'At work away from home',
    countries: ['UA'],
    from: today,
    respondents: 500,
  })
  await push('survey_result', { survey, question: 'Papers kept', answer: 'Yes', count: 40, of: 480, proxy: 'yes' })
  await push('survey_result', { survey, question: 'Pay kept', answer: 'Yes', count: 90, of: 480, proxy: 'yes' })
})
afterAll(() => ground.close())

async function push(type: string, set: object): Promise<string> {
  const record = crypto.randomUUID()
  const at = { base: 0, office: ground.offices.KYIV.id, person: null, case: null, dictionary: 0 }
  const change = { id: crypto.randomUUID(), type, record, ...at, set, madeAt: new Date().toISOString() }
  const reply = await focal.ask<{ results: { status: string; problems: unknown[] }[] }>('POST', '/changes', {
    changes: [change],
  })
  expect(reply.results).toEqual([expect.objectContaining({ status: 'accepted', problems: [] })])
  return record
}

test('record a training and its number; what is missing stands beside it', async () => {
  const page = await ground.page('data_focal_point', { at: '/activities', width: 1440 })
  await page.getByRole('heading', { name: 'Activities', exact: true }).waitFor()
  await page.getByText('More distributed than printed').waitFor()
  await page.getByText('One still misses something.').waitFor()
  await page.getByRole('button', { name: 'Record an activity: Training and capacity development' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Title', exact: true }).fill('Training for border guards')
  await form.getByRole('combobox', { name: 'Countries of the activity' }).fill('Ukrai')
  await page.getByRole('option', { name: 'Ukraine' }).click()
  await page.keyboard.press('Escape')
  await form.getByRole('group', { name: 'From', exact: true }).getByRole('button', { name: 'Today' }).click()
  await form.getByRole('button', { name: 'Save' }).click()
  const card = page.getByRole('article', { name: 'Training for border guards' })
  await card.waitFor()
  await card.getByText('No words for the report').waitFor()
  await card.getByRole('button', { name: 'Add a number: Training for border guards' }).click()
  await page.getByRole('menuitem', { name: 'Participants', exact: true }).click()
  const number = page.getByRole('dialog')
  expect(await number.getByText('Material', { exact: true }).count()).toBe(0)
  await number.getByRole('textbox', { name: 'How many', exact: true }).fill('37')
  await number.getByRole('group', { name: 'Last day' }).getByRole('button', { name: 'Today' }).click()
  await number.getByRole('button', { name: 'Save' }).click()
  await number.getByText('Say how it is counted').waitFor()
  await number.getByText('Within a period', { exact: true }).click()
  await number.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => card.getByRole('row').last().innerText()).toMatch(/37\s+Participants/)
  await expectAccessible(page)
  await page.evaluate(() => scrollTo(0, 0))
  await picture(page, 'activities-1440')
})

test('on a phone, and the other three tabs', async () => {
  for (const width of [1440, 360]) {
    const page = await ground.page('data_focal_point', { at: '/activities', width })
    await page.getByText('More distributed than printed').waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    if (width === 360) await picture(page, 'activities-360')
    await page.getByRole('tab', { name: 'Surveys' }).click()
    await page.getByText('between 90 and 130 of 480').waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await picture(page, `surveys-${width}`)
    await page.getByRole('tab', { name: 'Coverage' }).click()
    await page.getByRole('button', { name: 'State a year' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('tab', { name: 'Numbers from outside' }).click()
    await page.getByRole('button', { name: 'Record a number' }).waitFor()
    await expectAccessible(page)
  }
})

test('a number from outside is quoted with its source, by whom writes reports', async () => {
  const page = await ground.page('report_writer', { at: '/activities', width: 1440 })
  await page.getByRole('heading', { name: 'Activities', exact: true }).waitFor()
  expect(await page.getByRole('button', { name: /^Record an activity/ }).count()).toBe(0)
  await page.getByRole('tab', { name: 'Numbers from outside' }).click()
  await page.getByRole('button', { name: 'Record a number' }).click()
  const form = page.getByRole('dialog')
  const field = (name: string) => form.getByRole('textbox', { name, exact: true })
  await field('What it says').fill('People in forced labour')
  await field('Value').fill('27.6 million')
  await field('Unit').fill('people')
  await form.getByRole('group', { name: 'Of the year' }).getByRole('textbox', { name: 'Year' }).fill('2021')
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByText('needs its value, unit, year and source').first().waitFor()
  await field('Source').fill('ILO, Global Estimates, 2022')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByText('27.6 million').waitFor()
})
