import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficeRow } from '#register/office-directory.ts'
import { addOffice } from '#register/offices.ts'
import { inWork, systemActor } from '#register/work.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, records, staffAt, tell, usd } from './money-house.ts'

/** AS29: fund rules answer yes or no with the reason, through the API; the gap report counts who is left. */
let house: House
let keeper: Asker
const workers = new Map<string, Asker>()
const offices = new Map<string, OfficeRow>()
const funds: Record<string, string> = {}

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  keeper = await staffAt(house, 'fund_manager', hq, 'all')
  for (const country of ['UA', 'MX', 'PA', 'DK']) {
    const row = { code: country, name: country, kind: 'mission' as const, parent: hq.id, country, region: null }
    const office = await inWork(house.register, systemActor, work => addOffice(work, row))
    await house.register.refresh()
    offices.set(country, office)
    workers.set(country, await staffAt(house, 'caseworker', office))
  }
  const add = async (code: string, rules: object) => {
    funds[code] = await accepted(keeper, { type: 'fund', office: hq.id, set: { code, state: 'active', ...rules } })
  }
  await add('gaf', { requires: ['trafficked_across_border', 'no_other_project'], budget: usd('10000') })
  await add('rcm', { nationalityGroup: 'rcm', destinationGroup: 'rcm' })
  await add('erf', { nationalityNotGroup: 'eu', placeIn: ['DK'] })
})
afterAll(() => house.close())

const worker = (country: string) => workers.get(country) as Asker
const fileIn = (country: string, nationality: string, content = {}) =>
  aFile(worker(country), offices.get(country)?.id ?? '', { nationality: [nationality], sex: 'female' }, content)
const verdict = async (country: string, file: Opened, code: string) => {
  const { items } = (await worker(country).ask('GET', `/cases/${file.case}/eligibility`)).json() as {
    items: { source: { id: string }; answer: string; because: string | null }[]
  }
  const found = items.find(({ source }) => source.id === funds[code])
  return [found?.answer, found?.because]
}

test('AS29 (a) to (e): no, yes, yes, no for the nationality, no for a citizen of the Union', async () => {
  const internal = await fileIn('UA', 'UA', { traffickingType: 'internal' })
  expect(await verdict('UA', internal, 'gaf')).toEqual(['no', 'across_border'])
  const border = await fileIn('UA', 'UA', { traffickingType: 'cross_border' })
  expect(await verdict('UA', border, 'gaf')).toEqual(['yes', null])
  const honduran = await fileIn('MX', 'HN')
  await accepted(worker('MX'), { type: 'movement', ...honduran, set: { stage: 'planned', from: 'MX', to: 'HN' } })
  expect(await verdict('MX', honduran, 'rcm')).toEqual(['yes', null])
  const nepali = await fileIn('PA', 'NP', { traffickingType: 'internal' })
  expect(await verdict('PA', nepali, 'rcm')).toEqual(['no', 'nationality'])
  const bulgarian = await fileIn('DK', 'BG', { traffickingType: 'internal' })
  expect(await verdict('DK', bulgarian, 'erf')).toEqual(['no', 'not_citizen'])
})

test('AS29 the gap report counts e, in persons, with base, period and coverage', async () => {
  const reply = await worker('DK').ask('GET', '/funds/gap?from=2026-01-01&to=2026-12-31')
  expect(reply.json()).toMatchObject({
    unit: 'persons',
    persons: 1,
    none: 1,
    eligible: 0,
    unknown: 0,
    coverage: { cases: 1, offices: 1, complete: true },
  })
  const why = (reply.json().why as { source: string; condition: string; persons: number }[]).map(line => [
    line.source,
    line.condition,
    line.persons,
  ])
  expect(why).toContainEqual([funds.erf, 'not_citizen', 1])
  const all = (await keeper.ask('GET', '/funds/gap?from=2026-01-01&to=2026-12-31')).json()
  expect([all.persons, all.eligible, all.none]).toEqual([5, 2, 3])
  expect((await keeper.ask('GET', '/funds/gap?from=2025-01-01&to=2025-12-31')).json().persons).toBe(0)
})

test('AS29 a forged request for somebody whom the fund does not cover is refused, with the reason', async () => {
  const bulgarian = await fileIn('DK', 'BG')
  const told = await tell(worker('DK'), {
    type: 'fund_request',
    ...bulgarian,
    set: { fund: funds.erf ?? '', amount: usd('300') },
  })
  expect([told.status, told.codes]).toEqual(['refused', ['fund_not_eligible']])
})

test('money: asked by one, approved by another, paid inside the commitment; the balance follows', async () => {
  const file = await fileIn('UA', 'MD', { traffickingType: 'cross_border' })
  const me = worker('UA')
  const request = await accepted(me, {
    type: 'fund_request',
    ...file,
    set: {
      fund: funds.gaf ?? '',
      purpose: 'medical',
      askedOn: '2026-03-01',
      amount: { amount: '10000', currency: 'UAH' },
      rate: '0.025',
    },
  })
  const balance = async () => {
    const { items } = (await keeper.ask('GET', '/funds/balances')).json() as { items: { source: { id: string } }[] }
    return items.find(({ source }) => source.id === funds.gaf)
  }
  expect(await balance()).toMatchObject({ requested: usd('250'), committed: usd('0'), left: usd('10000') })
  const forged = await tell(me, {
    type: 'fund_request',
    ...file,
    record: request,
    base: 2,
    set: { state: 'committed' },
  })
  expect(forged.codes).toEqual(['fund_request_needs_approval'])
  const pay = (amount: string) => ({
    type: 'disbursement',
    ...file,
    set: { request, paidOn: '2026-03-02', paid: { amount, currency: 'UAH' } },
  })
  expect((await tell(me, pay('1'))).codes).toEqual(['disbursement_needs_commitment'])

  const [approval] = await records(me, file, 'approval')
  expect(approval?.content).toMatchObject({ kind: 'fund_request', of: request, state: 'waiting' })
  const answer = {
    type: 'approval',
    ...file,
    record: approval?.id ?? '',
    base: 1,
    set: { state: 'approved', decidedOn: '2026-03-02' },
  }
  expect((await tell(me, answer)).codes).toEqual(['approval_by_oneself'])
  await accepted(keeper, answer)
  expect((await records(me, file, 'fund_request'))[0]?.content.state).toBe('committed')
  await accepted(me, pay('6000'))
  expect((await tell(me, pay('4000.01'))).codes).toEqual(['disbursement_over_commitment'])
  await accepted(me, pay('4000'))
  expect((await records(me, file, 'fund_request'))[0]?.content.state).toBe('paid')
  expect(await balance()).toMatchObject({
    requested: usd('0'),
    committed: usd('250'),
    paid: usd('250'),
    left: usd('9750'),
  })
})

test('a project is made by whoever keeps the money, read by everybody who works with cases, and by nobody else', async () => {
  const office = offices.get('DK')?.id ?? ''
  const set = { code: 'P-1', state: 'active' }
  expect((await tell(worker('DK'), { type: 'project', office, set })).codes).toEqual(['not_allowed'])
  const analyst = await staffAt(house, 'researcher', offices.get('DK') as OfficeRow)
  expect((await analyst.ask('GET', '/funds/balances')).statusCode).not.toBe(200)
})
