import { afterAll, beforeAll, expect, test } from 'vitest'
import { balanceOf, judgeDelivery } from '#casework/reintegration/package.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, records, staffAt, tell, usd } from './money-house.ts'

/** AS30: a ceiling of 2,200 USD, 1,900 delivered; 400 more in local currency waits, and no forged call releases it. */
let house: House
let officer: Asker
let supervisor: Asker
let keeper: Asker
let file: Opened
let item = ''
let project = ''

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  const mission = await house.office('KTM', hq)
  officer = await staffAt(house, 'reintegration_officer', mission)
  supervisor = await staffAt(house, 'supervisor', mission)
  keeper = await staffAt(house, 'fund_manager', hq, 'all')
  project = await accepted(keeper, {
    type: 'project',
    office: hq.id,
    set: { code: 'NP-1', state: 'active', budget: usd('50000'), ceilingInKind: usd('2200') },
  })
  const worker = await staffAt(house, 'caseworker', mission)
  file = await aFile(worker, mission.id, { nationality: ['NP'] })
  const over = await tell(officer, {
    type: 'package_item',
    ...file,
    set: { kind: 'in_kind', project, ceiling: usd('2500') },
  })
  expect(over.codes).toEqual(['ceiling_over_project'])
  item = await accepted(officer, {
    type: 'package_item',
    ...file,
    set: { kind: 'in_kind', project, ceiling: usd('2200'), agreed: usd('2200') },
  })
  await accepted(officer, { type: 'delivery', ...file, set: { item, deliveredOn: '2026-02-20', amount: usd('1900') } })
})
afterAll(() => house.close())

const caseFile = async (): Promise<CaseFile> => (await officer.ask('GET', `/cases/${file.case}`)).json()
const delivered = async () => {
  const { items } = (await keeper.ask('GET', '/funds/balances')).json() as {
    items: { source: { id: string }; delivered: object }[]
  }
  return items.find(({ source }) => source.id === project)?.delivered
}

test('AS30 saves as pending over-ceiling 100 USD and is not released until approved', async () => {
  // 400 USD in rupees at the stored rate of that day.
  const set = {
    item,
    deliveredOn: '2026-03-01',
    amount: { amount: '53600', currency: 'NPR' },
    rate: '0.007462686567',
    what: 'A sewing machine',
  }
  const phone = await caseFile()
  const onItem = phone.records.find(({ id }) => id === item) as RecordView
  expect(balanceOf(phone, onItem)?.left).toEqual(usd('300'))
  expect(judgeDelivery(phone, 'offline', set)).toEqual({ state: 'pending_over_ceiling', overBy: usd('100') })

  const forged = await tell(officer, { type: 'delivery', ...file, set: { ...set, state: 'released' } })
  expect([forged.status, forged.codes]).toEqual(['refused', ['over_ceiling_needs_approval']])
  const delivery = await accepted(officer, { type: 'delivery', ...file, set })
  const stored = async () => (await records(officer, file, 'delivery')).find(({ id }) => id === delivery)
  expect((await stored())?.content).toMatchObject({ state: 'pending_over_ceiling', overBy: usd('100') })
  expect(await delivered()).toEqual(usd('1900'))
  const later = await tell(officer, {
    type: 'delivery',
    ...file,
    record: delivery,
    base: (await stored())?.version ?? 0,
    set: { state: 'released' },
  })
  expect(later.codes).toEqual(['over_ceiling_needs_approval'])

  const [approval] = await records(officer, file, 'approval')
  expect(approval?.content).toMatchObject({ kind: 'over_ceiling', of: delivery, state: 'waiting' })
  const answer = {
    type: 'approval',
    ...file,
    record: approval?.id ?? '',
    base: 1,
    set: { state: 'approved', decidedOn: '2026-03-02' },
  }
  expect((await tell(officer, answer)).codes).toEqual(['approval_by_oneself'])
  await accepted(supervisor, answer)
  expect((await stored())?.content.state).toBe('released')
  expect(await delivered()).toEqual(usd('2300'))
  const more = await tell(officer, {
    type: 'delivery',
    ...file,
    record: delivery,
    base: (await stored())?.version ?? 0,
    set: { rate: '1' },
  })
  expect(more.codes).toEqual(['delivery_settled'])
})
