// One story from the hospital to the follow-up, through two missions, told by the people who write it down: after the
// account of an old woman who was made to beg far from home, was found by a journalist, and went back.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '#register/accounts.ts'
import { atDesk } from '#register/desk.ts'
import { hashPassword } from '#register/password.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { addOffice } from '#register/offices.ts'
import { inWork, systemActor } from '#register/work.ts'
import { type Asker, expectNoSidewaysScroll, type Ground, openGround, password, push, signIn } from './harness.ts'

let ground: Ground
let moscow: OfficeRow
let kyiv: Asker
const login = 'caseworker.moscow@test.example'
const today = new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  ground = await openGround()
  const { register, offices } = ground
  const mission = { code: 'MOW', name: 'Moscow mission', kind: 'mission', country: 'RU', region: null } as const
  moscow = await inWork(register, systemActor, work => addOffice(work, { ...mission, parent: offices.HQ.id }))
  await register.refresh()
  const hash = await hashPassword(password, { memoryKiB: 64, passes: 2 })
  const grants = [{ role: 'caseworker', office: moscow.id, scope: 'office' }] as const
  await atDesk(register, systemActor, new Date(), desk =>
    createAccount(desk, { name: 'Moscow caseworker', login, password: hash, mustChange: false, grants }),
  )
  kyiv = await ground.as('caseworker')
})
afterAll(() => ground.close())

const caseOf = (page: Page) => page.url().split('/cases/')[1]?.split('/')[0] ?? ''
const choose = (page: Page, question: string, answer: string) =>
  page
    .getByRole('dialog')
    .getByRole('radiogroup', { name: question, exact: true })
    .getByText(answer, { exact: true })
    .click()

test('Sofiya, from the hospital to the follow-up, in two missions', async () => {
  // A journalist writes of an old woman in a hospital. Nobody has met her yet: a lead counts no one.
  const desk = await ground.stranger()
  await signIn(desk, login)
  await desk.getByRole('link', { name: 'Leads' }).click()
  await desk.getByRole('button', { name: 'New: Lead' }).click()
  await choose(desk, 'Where it came from', 'Press or media')
  await desk
    .getByRole('dialog')
    .getByRole('textbox', { name: 'What is said' })
    .fill('An old woman was found in the metro.')
  await desk.getByRole('dialog').getByRole('button', { name: 'Save' }).click()

  // She is met at the bedside, and the lead becomes a case.
  await desk.getByRole('button', { name: 'Open a case' }).click()
  await desk.getByRole('textbox', { name: 'Given names' }).fill('Софія')
  await desk.getByRole('textbox', { name: 'Age at first assistance' }).fill('80')
  await desk.getByRole('button', { name: 'Register', exact: true }).click()
  await desk.getByRole('heading', { name: 'Софія' }).waitFor()
  const abroad = caseOf(desk)
  expect(desk.url()).not.toContain('Соф')
  const file = await inMoscow<{ person: { id: string } }>(desk, `/cases/${abroad}`)
  const at = { office: moscow.id, person: file.person.id, case: abroad }

  // Consent first, one purpose at a time; then what she tells, in her own time.
  const consent = (purpose: string, more: object = {}) => ({
    ...at,
    type: 'consent',
    set: {
      purpose,
      decision: 'yes',
      agreesToInterview: 'yes',
      givenOn: today,
      language: 'uk',
      form: 'written',
      ...seven,
      ...more,
    },
  })
  const episode = crypto.randomUUID()
  await asMoscow(desk, [
    ...['interview', 'service', 'data', 'return'].map(purpose => consent(purpose)),
    consent('sharing', { recipientKind: 'own_mission' }),
    {
      ...at,
      type: 'screening',
      set: {
        state: 'concluded',
        startedOn: today,
        act: { recruitment: 'yes', transportation: 'yes' },
        means: { withholds_documents: 'yes', physical_abuse: 'yes', threats: 'yes' },
        purpose: { begging: 'yes' },
      },
    },
    {
      ...at,
      type: 'episode',
      record: episode,
      set: {
        exploitation: { begging: 'yes' },
        means: { withholds_documents: 'yes' },
        countryOfExploitation: ['UA', 'RU'],
      },
    },
    { ...at, type: 'service', set: { type: 'medical', what: 'Geriatric care', deliveredOn: today } },
  ])

  // The evidence is read by the machine, the conclusion is drawn by a person.
  await desk.goto(`${ground.url}/cases/${abroad}`)
  await desk.getByRole('button', { name: 'Record determination' }).click()
  await choose(desk, 'Conclusion', 'Trafficked')
  await desk
    .getByRole('dialog')
    .getByRole('radiogroup', { name: /Decided by/ })
    .getByText('Our own organisation')
    .click()
  await desk.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('Her own account over two talks.')
  await desk.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await desk.locator('[data-category="trafficked"]').waitFor()

  // She wishes to go home. The journey does not begin while anything is open, and says all of it at once.
  const journey = crypto.randomUUID()
  await asMoscow(desk, [
    {
      ...at,
      type: 'movement',
      record: journey,
      set: {
        stage: 'planned',
        from: 'RU',
        to: 'UA',
        escort: 'medical',
        receivingOffice: ground.offices.KYIV.id,
        fitToTravel: 'yes',
      },
    },
    {
      ...at,
      type: 'movement_leg',
      set: { movement: journey, from: 'RU', to: 'UA', mode: 'rail', plannedOn: today, state: 'planned' },
    },
  ])
  await desk.goto(`${ground.url}/cases/${abroad}/return`)
  const state = (item: string) => desk.locator(`[data-item=${item}]`).getAttribute('data-state')
  await desk.locator('[data-item=counselling]').waitFor()
  expect(await Promise.all(['counselling', 'funding', 'travel_documents', 'return_consent'].map(state))).toEqual([
    'missing',
    'missing',
    'missing',
    'green',
  ])
  expect(await desk.getByRole('button', { name: 'Begin the journey' }).count()).toBe(0)
  const gaf = crypto.randomUUID()
  await push(await ground.as('fund_manager'), [
    {
      type: 'fund',
      record: gaf,
      office: ground.offices.HQ.id,
      person: null,
      case: null,
      set: { code: 'gaf', name: 'Global Assistance Fund', state: 'active' },
    },
  ])
  await asMoscow(desk, [
    {
      ...at,
      type: 'counselling',
      set: { heldOn: today, explained: ['return', 'residence', 'asylum'], chosen: 'return' },
    },
  ])
  const versions = await inMoscow<{ records: { id: string; version: number }[] }>(desk, `/cases/${abroad}`)
  await asMoscow(desk, [
    {
      ...at,
      type: 'movement',
      record: journey,
      base: versions.records.find(({ id }) => id === journey)?.version ?? 0,
      set: { fund: gaf, documentsReady: 'yes', asylumFlag: 'no' },
    },
  ])
  await desk.reload()
  await desk.getByRole('button', { name: 'Begin the journey' }).click()
  await choose(desk, 'Stage', 'Departure')
  await desk.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await desk.getByRole('dialog').waitFor({ state: 'hidden' })
  await desk.locator(`[data-journey="${journey}"]`).getByText('Departure', { exact: true }).waitFor()

  // What the other mission needs is handed over with her consent, and nothing else.
  await asMoscow(desk, [
    { ...at, type: 'note', set: { text: 'Zqmoscow: what the ward told us.' } },
    {
      ...at,
      type: 'referral',
      set: {
        need: 'reception',
        recipientKind: 'own_mission',
        toOffice: ground.offices.KYIV.id,
        shared: ['preferred_name'],
        handedOver: ['service', 'movement'],
        sentOn: today,
        state: 'sent',
      },
    },
  ])

  // Kyiv accepts on a telephone: a case of its own, of the same person.
  const phone = await ground.page('caseworker', { at: '/referrals', width: 360 })
  await phone.getByRole('button', { name: 'Accept' }).click()
  await phone.waitForURL(/cases/)
  const home = caseOf(phone)
  expect(home).not.toBe(abroad)
  await phone.getByText('Софія').first().waitFor()
  await expectNoSidewaysScroll(phone)
  const handed = JSON.stringify(await kyiv.ask('GET', `/cases/${abroad}`))
  expect(handed).toContain('Geriatric care')
  expect(handed).not.toContain('Zqmoscow')

  // Months later: how are things? The visit is written at her kitchen table, and the next one is due by itself.
  const there = { office: ground.offices.KYIV.id, person: file.person.id, case: home }
  await push(kyiv, [
    {
      ...there,
      type: 'service',
      set: { type: 'housing', what: 'A room near the daughter of a neighbour', deliveredOn: today },
    },
  ])
  await phone.goto(`${ground.url}/cases/${home}/reintegration`)
  await phone.getByRole('heading', { name: 'Reintegration' }).waitFor()
  await push(kyiv, [
    {
      ...there,
      type: 'visit',
      set: { visitedOn: today, method: 'in_person', situation: 'stable', livelihood: ['benefits'] },
    },
  ])
  await phone.goto(`${ground.url}/cases/${home}`)
  await phone
    .getByRole('button', { name: /Follow-up/ })
    .first()
    .waitFor()
  await expectNoSidewaysScroll(phone)

  // Two missions assisted one person: two instances, one human being, both kinds of country.
  const analyst = await ground.as('global_analyst')
  const figure = async (indicator: string) =>
    (
      await analyst.ask<{ base: { n: number } }>('POST', '/figures', {
        indicator,
        year: Number(today.slice(0, 4)),
        by: [],
        where: {},
      })
    ).base.n
  expect([await figure('instances'), await figure('persons')]).toEqual([2, 1])
}, 240_000)

const seven = Object.fromEntries(
  [
    'informedOfPurpose',
    'informedOfUse',
    'informedOfResearch',
    'informedOfAccess',
    'informedOfRetention',
    'informedOfWithdrawal',
  ].map(question => [question, 'yes']),
)

/** As the colleague in Moscow, with the session of the browser. */
async function inMoscow<Reply>(page: Page, path: string): Promise<Reply> {
  const reply = await page.request.get(`${ground.url}/api${path}`)
  return (await reply.json()) as Reply
}

async function asMoscow(
  page: Page,
  records: readonly { base?: number; record?: string; [key: string]: unknown }[],
): Promise<void> {
  const changes = records.map(record => ({
    record: crypto.randomUUID(),
    base: 0,
    ...record,
    id: crypto.randomUUID(),
    madeAt: new Date().toISOString(),
    dictionary: 0,
  }))
  const reply = await page.request.post(`${ground.url}/api/changes`, {
    headers: { 'x-waymark': '1' },
    data: { changes },
  })
  const { results } = (await reply.json()) as { results: { status: string; problems: unknown[] }[] }
  expect(results.map(({ status, problems }) => [status, problems])).toEqual(results.map(() => ['accepted', []]))
}
