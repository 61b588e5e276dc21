import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, records, staffAt, tell, type Told, usd } from './money-house.ts'

/** The last money of a project is given once, whoever agrees first and however many agree at the same moment. */
let house: House
let hq: OfficeRow
let keeper: Asker
const missions: { office: OfficeRow; officer: Asker; supervisor: Asker }[] = []

beforeAll(async () => {
  house = await openHouse()
  hq = await house.office('HQ')
  keeper = await staffAt(house, 'fund_manager', hq, 'all')
  for (const code of ['KYV', 'ROM', 'ANK', 'MSK', 'WAR']) {
    const office = await house.office(code, hq)
    missions.push({
      office,
      officer: await staffAt(house, 'reintegration_officer', office),
      supervisor: await staffAt(house, 'supervisor', office),
    })
  }
})
afterAll(() => house.close())

const aProject = (budget: string) =>
  accepted(keeper, {
    type: 'project',
    office: hq.id,
    set: { code: `P-${budget}`, state: 'active', budget: usd(budget) },
  })
const leftOf = async (project: string) =>
  ((await keeper.ask('GET', '/funds/balances')).json().items as { source: { id: string }; left: unknown }[]).find(
    ({ source }) => source.id === project,
  )?.left

interface Asked {
  readonly file: Opened
  readonly approval: string
  readonly supervisor: Asker
}

/** Money asked for one person of each mission; gives the questions for a second person. */
async function asks(project: string, amount: string): Promise<Asked[]> {
  const all: Asked[] = []
  for (const { office, officer, supervisor } of missions) {
    const file = await aFile(officer, office.id, {})
    await accepted(officer, {
      type: 'fund_request',
      ...file,
      set: { project, purpose: 'in_kind', amount: usd(amount), askedOn: '2026-03-01' },
    })
    const [approval] = await records(officer, file, 'approval')
    all.push({ file, approval: approval?.id ?? '', supervisor })
  }
  return all
}
const agree = ({ file, approval, supervisor }: Asked): Promise<Told> =>
  tell(supervisor, {
    type: 'approval',
    ...file,
    record: approval,
    base: 1,
    set: { state: 'approved', decidedOn: '2026-03-02' },
  })

test('five agree at once to 300 of a budget of 1000: three are committed, two are told what is left', async () => {
  const project = await aProject('1000')
  const asked = await asks(project, '300')
  const told = await Promise.all(asked.map(agree))
  expect(told.filter(({ status }) => status === 'accepted')).toHaveLength(3)
  expect(told.filter(({ status }) => status === 'refused').map(({ codes }) => codes)).toEqual([
    ['budget_exceeded'],
    ['budget_exceeded'],
  ])
  expect(await leftOf(project)).toEqual(usd('100'))
  // What was refused waits still, and is agreed to once there is money.
  const late = asked[told.findIndex(({ status }) => status === 'refused')] as Asked
  const states = (await records(late.supervisor, late.file, 'fund_request')).map(({ content }) => content.state)
  expect(states).toEqual(['waiting'])
  expect((await agree(late)).codes).toEqual(['budget_exceeded'])
  await accepted(keeper, { type: 'project', office: hq.id, record: project, base: 1, set: { budget: usd('1200') } })
  expect((await agree(late)).status).toBe('accepted')
  expect(await leftOf(project)).toEqual(usd('0'))
})

test('two take the last money at once: once for a commitment and once for a delivery', async () => {
  for (const _ of [1, 2, 3]) {
    const project = await aProject('500')
    const [asked] = await asks(project, '400')
    const there = missions[1]
    if (!asked || !there) throw new Error('no mission')
    const file = await aFile(there.officer, there.office.id, {})
    const item = await accepted(there.officer, {
      type: 'package_item',
      ...file,
      set: { kind: 'in_kind', project, ceiling: usd('400'), agreed: usd('400') },
    })
    const set = { item, deliveredOn: '2026-03-01', amount: usd('400') }
    const told = await Promise.all([agree(asked), tell(there.officer, { type: 'delivery', ...file, set })])
    expect(told.map(({ status }) => status).sort()).toEqual(['accepted', 'refused'])
    expect(told.flatMap(({ codes }) => codes)).toEqual(['budget_exceeded'])
    expect(await leftOf(project)).toEqual(usd('100'))
  }
})

test('a budget is not lowered under what was promised, nor spent while it is lowered', async () => {
  const project = await aProject('1000')
  const asked = await asks(project, '600')
  const [first, second] = asked as [Asked, Asked]
  expect((await agree(first)).status).toBe('accepted')
  const lower = (budget: string) =>
    tell(keeper, { type: 'project', office: hq.id, record: project, base: 1, set: { budget: usd(budget) } })
  expect((await lower('599')).codes).toEqual(['budget_below_commitments'])
  await accepted(keeper, { type: 'project', office: hq.id, record: project, base: 1, set: { budget: usd('1200') } })
  const [down, taken] = await Promise.all([
    tell(keeper, { type: 'project', office: hq.id, record: project, base: 2, set: { budget: usd('1000') } }),
    agree(second),
  ])
  expect([down.status, taken.status].filter(status => status === 'accepted')).toHaveLength(1)
  expect(String(((await leftOf(project)) as { amount: string }).amount)).not.toMatch(/^-/)
})

test('nobody pays more than was committed, and no forged state commits', async () => {
  const project = await aProject('1000')
  const [asked] = await asks(project, '300')
  const there = missions[0]
  if (!asked || !there) throw new Error('no mission')
  const [request] = await records(there.officer, asked.file, 'fund_request')
  const of = { type: 'fund_request', ...asked.file, record: request?.id ?? '', base: request?.version ?? 0 }
  expect((await tell(there.officer, { ...of, set: { state: 'committed' } })).codes).toEqual([
    'fund_request_needs_approval',
  ])
  expect((await agree(asked)).status).toBe('accepted')
  const paid = { request: request?.id ?? '', paidOn: '2026-03-02', paid: usd('301') }
  expect((await tell(there.officer, { type: 'disbursement', ...asked.file, set: paid })).codes).toEqual([
    'disbursement_over_commitment',
  ])
})
