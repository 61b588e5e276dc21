import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, expectAccessible, expectNoSidewaysScroll, type Ground, openGround } from './harness.ts'

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

test('what is missing stands beside an activity; a form opens under its pillar', async () => {
  const page = await ground.page('data_focal_point', { width: 1440 })
  await page.goto(`${ground.url}/activities`)
  await page.getByRole('heading', { name: 'Activities', exact: true }).waitFor()
  await page.getByText('More distributed than printed').waitFor()
  await page.getByText('One still misses something.').waitFor()
  await page.getByRole('button', { name: 'Record an activity: Training and capacity development' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Title', { exact: true }).fill('Training for border guards')
  await expectAccessible(page)
})

test('on a phone, and the other three tabs', async () => {
  for (const width of [1440, 360]) {
    const page = await ground.page('data_focal_point', { width })
    await page.goto(`${ground.url}/activities`)
    await page.getByText('More distributed than printed').waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    if (width === 360) await page.screenshot({ path: 'test-results/activities-360.png', fullPage: true })
    await page.getByRole('tab', { name: 'Surveys' }).click()
    await page.getByText('between 90 and 130 of 480').waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await page.screenshot({ path: `test-results/surveys-${width}.png`, fullPage: true })
    await page.getByRole('tab', { name: 'Coverage' }).click()
    await page.getByRole('button', { name: 'State a year' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('tab', { name: 'Numbers from outside' }).click()
    await page.getByRole('button', { name: 'Record a number' }).waitFor()
    await expectAccessible(page)
  }
})

test('who writes reports records numbers from outside, and no activities', async () => {
  const page = await ground.page('report_writer', { width: 1440 })
  await page.goto(`${ground.url}/activities`)
  await page.getByRole('heading', { name: 'Activities', exact: true }).waitFor()
  expect(await page.getByRole('button', { name: /^Record an activity/ }).count()).toBe(0)
  await page.getByRole('tab', { name: 'Numbers from outside' }).click()
  await page.getByRole('button', { name: 'Record a number' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Source', { exact: true }).fill('ILO, Global Estimates, 2022')
})
