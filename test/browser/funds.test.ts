import { afterAll, beforeAll, expect, test } from 'vitest'
import { inWork, systemActor } from '#register/work.ts'
import { pushChanges } from '#register/push.ts'
import { type Asker, expectAccessible, expectNoSidewaysScroll, type Ground, newCase, openGround } from './harness.ts'

/** Package and balance at a desk and on a phone; what may pay, with its reason; the desk Funds. */
let ground: Ground
let worker: Asker
const [project, fund] = [crypto.randomUUID(), crypto.randomUUID()]
const usd = (amount: string) => ({ amount, currency: 'USD' })

beforeAll(async () => {
  ground = await openGround()
  worker = await ground.as('caseworker')
  const change = (type: string, record: string, set: object) => ({
    id: crypto.randomUUID(),
    type,
    record,
    base: 0,
    office: ground.offices.HQ.id,
    person: null,
    case: null,
    set: set as never,
    madeAt: new Date().toISOString(),
    dictionary: 0,
  })
  const results = await inWork(ground.register, systemActor, work =>
    pushChanges(work, [
      change('project', project, {
        code: 'HLN-1',
        name: 'Coming home',
        state: 'active',
        budget: usd('50000'),
        sexes: ['female'],
        ceilingInKind: usd('2200'),
      }),
      change('fund', fund, { code: 'erf', state: 'active', nationalityNotGroup: 'eu' }),
    ]),
  )
  expect(results.map(({ status }) => status)).toEqual(['accepted', 'accepted'])
})
afterAll(() => ground.close())

test('AS30 on the screen: the balance counts along, over the ceiling it waits; eligibility says why not', async () => {
  const open = await newCase(worker, ground.offices.KYIV.id, { person: { sex: 'male', nationality: ['BG'] } })
  const item = crypto.randomUUID()
  const push = async (type: string, record: string, set: object) => {
    const at = { base: 0, office: ground.offices.KYIV.id, person: open.person, case: open.case }
    const sent = { id: crypto.randomUUID(), type, record, ...at, set, madeAt: new Date().toISOString(), dictionary: 0 }
    const reply = await worker.ask<{ results: { status: string }[] }>('POST', '/changes', { changes: [sent] })
    expect(reply.results[0]?.status).toBe('accepted')
  }
  await push('package_item', item, { kind: 'in_kind', project, ceiling: usd('2200'), agreed: usd('2200') })
  await push('delivery', crypto.randomUUID(), { item, deliveredOn: '2026-02-01', amount: usd('1900'), what: 'Tools' })
  await push('movement', crypto.randomUUID(), {
    to: 'BG',
    departedOn: '2026-01-10',
    arrivedOn: '2026-01-11',
  })
  await push('sustainability_survey', crypto.randomUUID(), {
    askedOn: '2026-02-01',
    version: '1',
    economicSituation: 'rather',
    canBorrow: 'yes',
    workAccess: 'fair',
    earnsLiving: 'partly',
  })

  for (const width of [1440, 360]) {
    const page = await ground.page('caseworker', { at: `/cases/${open.case}/reintegration`, width })
    await page.getByRole('heading', { name: 'Reintegration', exact: true }).waitFor()
    await page.getByText('May not pay').first().waitFor()
    await page.getByText('A citizen of a country it leaves out').waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    if (width === 360) continue
    const line = page.getByRole('form', { name: 'Record a delivery' })
    await line.getByRole('textbox', { name: 'Amount' }).fill('250')
    await line.getByText('After this: 50 USD left').waitFor()
    await line.getByRole('textbox', { name: 'Amount' }).fill('400')
    await line.getByText('Over by 100 USD').waitFor()
    await line.getByRole('button', { name: 'Record delivery' }).click()
    await page.getByText('Waits: over the ceiling').waitFor()
    expect(await page.locator(`[data-item="${item}"] td.left`).innerText()).toContain('300')
  }
  const desk = await ground.page('supervisor', { width: 1440 })
  await desk.getByRole('link', { name: 'Funds' }).click()
  await desk.getByRole('heading', { name: 'Funds', exact: true }).waitFor()
  await expect.poll(() => desk.locator(`[data-source="${project}"]`).innerText()).toMatch(/1.900 USD/)
  await expectAccessible(desk)
  await desk.getByRole('tab', { name: 'Who is eligible for nothing' }).click()
  await desk.getByText(/of 1 person is eligible for nothing/).waitFor()
  await expectAccessible(desk)
  const phone = await ground.page('supervisor', { at: '/funds', width: 360 })
  await phone.getByRole('heading', { name: 'Funds', exact: true }).waitFor()
  await expectNoSidewaysScroll(phone)
})
