import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Asker,
  expectAccessible,
  expectNoSidewaysScroll,
  type Ground,
  newCase,
  openGround,
  push,
} from './harness.ts'

/** A journey from Rome to Kyiv in the browser: legs as work of missions, steps on the way, a draft that goes on there. */
const shots = process.env['WAYMARK_SHOTS']
let ground: Ground
let officer: Asker
beforeAll(async () => {
  ground = await openGround()
  officer = await ground.as('return_officer')
})
afterAll(() => ground.close())

const today = new Date().toISOString().slice(0, 10)

async function aJourney() {
  const { ROME, KYIV } = ground.offices
  const open = await newCase(officer, ROME.id, { person: { preferredName: 'Sofiya' }, case: { ageGroup: 'adult' } })
  const at = { office: ROME.id, ...open }
  const [movement, referral] = [crypto.randomUUID(), crypto.randomUUID()]
  await push(officer, [
    {
      type: 'movement',
      record: movement,
      ...at,
      set: { stage: 'planned', from: 'IT', to: 'UA', departedOn: today, receivingOffice: KYIV.id },
    },
    {
      type: 'movement_leg',
      ...at,
      set: { movement, from: 'IT', to: 'UA', mode: 'air', plannedOn: today, mission: KYIV.id, state: 'booked' },
    },
    { type: 'consent', ...at, set: { purpose: 'sharing', decision: 'yes', givenOn: today } },
    {
      type: 'plan',
      ...at,
      set: { stage: 'draft', type: 'livelihood', agreedOn: today, objectives: 'A stall at the market' },
    },
    {
      type: 'referral',
      record: referral,
      ...at,
      set: {
        need: 'reception',
        recipientKind: 'own_mission',
        toOffice: KYIV.id,
        shared: ['preferred_name'],
        handedOver: ['plan'],
        sentOn: today,
        state: 'sent',
      },
    },
  ])
  return { ...at, movement, referral }
}

test('a leg is work of its mission; interest, transit, arrival and hand-over; the draft goes on at the receiver', async () => {
  const { office, case: home, person, movement, referral } = await aJourney()
  // The mission of the leg: the desk Returns and the desk Work, at a desk and on a phone.
  for (const width of [1440, 360]) {
    const page = await ground.page('supervisor', { at: '/returns', width })
    await page.getByRole('heading', { name: 'Legs that this mission sees to' }).waitFor()
    await page.getByText('Sofiya').first().waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    if (shots) await page.screenshot({ path: `${shots}/returns-${width}.png`, fullPage: true })
    await page.goto(`${ground.url}/work`)
    await page.getByText('Asked by others').click()
    await page.getByText('See to a leg of a journey').first().waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    if (shots) await page.screenshot({ path: `${shots}/work-asked-${width}.png`, fullPage: true })
    if (width === 360) {
      await page.getByRole('button', { name: 'Done', exact: true }).click()
      await page.getByText('No journey asks anything').waitFor()
    }
    await page.context().close()
  }

  // The sending mission: interest first, then what happened on the way.
  const page = await ground.page('return_officer', { at: `/cases/${home}/return` })
  await page.getByRole('button', { name: 'Record the interest' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.locator('[data-step=interest]').waitFor()
  expect(await page.getByRole('button', { name: 'Record the arrival' }).count()).toBe(0)
  const fund = crypto.randomUUID()
  await push(await ground.as('fund_manager'), [
    {
      type: 'fund',
      record: fund,
      office: ground.offices.HQ.id,
      person: null,
      case: null,
      set: { code: 'gaf', state: 'active' },
    },
  ])
  const seven = ['Purpose', 'Use', 'Research', 'Access', 'Retention', 'Withdrawal'].map(name => [
    `informedOf${name}`,
    'yes',
  ])
  await push(officer, [
    {
      type: 'consent',
      office,
      case: home,
      person,
      set: {
        purpose: 'return',
        decision: 'yes',
        form: 'written',
        givenOn: today,
        agreesToInterview: 'yes',
        ...Object.fromEntries(seven),
      },
    },
    { type: 'counselling', office, case: home, person, set: { explained: ['return', 'residence'], chosen: 'return' } },
  ])
  const change = (set: object) =>
    officer.ask<{ results: { status: string; problems: unknown[] }[] }>('POST', '/changes', {
      changes: [
        {
          id: crypto.randomUUID(),
          type: 'movement',
          record: movement,
          base: 1,
          office,
          person,
          case: home,
          set,
          madeAt: new Date().toISOString(),
          dictionary: 1,
        },
      ],
    })
  const begun = await change({ stage: 'departure', asylumFlag: 'no', documentsReady: 'yes', fund })
  expect(begun.results[0]).toMatchObject({ status: 'accepted' })
  await (await ground.as('supervisor')).ask('POST', `/referrals/${referral}/answer`, { state: 'accepted' })
  await page.reload()
  await page.getByRole('button', { name: 'Record the arrival' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.locator('[data-step=arrival]').waitFor()
  await page.getByRole('button', { name: 'Hand over' }).click()
  const dialog = page.getByRole('dialog')
  // Without a word to the receiver it is refused, and says what to do.
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Write what the receiving mission must know').waitFor()
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Speak slowly; she reads lips.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.locator('[data-step=handed_over]').waitFor()
  await page.getByText('Completed').first().waitFor()
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/return-steps-1440.png`, fullPage: true })
  await page.setViewportSize({ width: 360, height: 800 })
  await expectNoSidewaysScroll(page)
  if (shots) await page.screenshot({ path: `${shots}/return-steps-360.png`, fullPage: true })

  // The receiving mission: the note on its desk, and the draft in its own case.
  const there = await ground.page('supervisor', { at: '/returns' })
  await there.getByText('Speak slowly; she reads lips.').waitFor()
  await expectAccessible(there)
  const { items } = await (await ground.as('supervisor')).ask<{ items: { kind: string; case: string | null }[] }>(
    'GET',
    '/notices',
  )
  const own = items.find(({ kind }) => kind === 'journey_handed_over')?.case
  await there.goto(`${ground.url}/cases/${own}/reintegration`)
  await there.getByRole('heading', { name: 'Draft of Rome mission' }).waitFor()
  await there.getByText('A stall at the market').waitFor()
  await expectAccessible(there)
  if (shots) await there.screenshot({ path: `${shots}/plan-draft-1440.png`, fullPage: true })
  await there.setViewportSize({ width: 360, height: 800 })
  await expectNoSidewaysScroll(there)
  if (shots) await there.screenshot({ path: `${shots}/plan-draft-360.png`, fullPage: true })
  await there.setViewportSize({ width: 1440, height: 900 })
  await there.getByRole('button', { name: 'Continue this draft here' }).click()
  await there.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await there.getByRole('columnheader', { name: 'Draft of Rome mission' }).waitFor()
  await there.getByRole('button', { name: 'Make it final' }).click()
  const final = there.getByRole('dialog')
  await final.getByRole('textbox', { name: 'Objectives' }).fill('A bakery at home')
  await final.getByRole('button', { name: 'Save' }).click()
  await final.getByText('Say on which day the person agreed').waitFor()
  await final.getByRole('group', { name: 'Agreed with the person on' }).getByRole('button', { name: 'Today' }).click()
  await final.getByRole('button', { name: 'Save' }).click()
  // The table of versions, not what still stands in the dialog: the draft that was continued is no longer beside its copy.
  await there.getByRole('cell', { name: 'A bakery at home' }).waitFor()
  expect(await there.getByRole('cell', { name: 'A stall at the market' }).count()).toBe(1)
  if (shots) await there.screenshot({ path: `${shots}/plan-final-1440.png`, fullPage: true })
})
