import { afterAll, beforeAll, expect, test } from 'vitest'
import { planVersions } from '#casework/reintegration/plan-versions.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, aFile, records, staffAt, tell } from './money-house.ts'
import { aFund, aJourney } from './return-house.ts'

/** AS31: a draft before the journey, a final plan after it; both stay readable, the village contact sees neither. */
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('AS31 both versions are readable, changes are marked, the agreement is dated, a village contact sees neither', async () => {
  const hq = await house.office('HQ')
  const mission = await house.office('VTE', hq)
  const village = await house.office('VIL', undefined, 'partner')
  const sender: Asker = await staffAt(house, 'return_officer', mission)
  const receiver: Asker = await staffAt(house, 'reintegration_officer', mission)
  const contact = await staffAt(house, 'partner', village)
  const worker = await staffAt(house, 'caseworker', mission)
  const file = await aFile(worker, mission.id, { nationality: ['LA'] })
  const draft = await accepted(sender, {
    type: 'plan',
    ...file,
    set: { stage: 'draft', type: 'livelihood', agreedOn: '2026-01-10', objectives: 'A stall at the market' },
  })
  await accepted(receiver, {
    type: 'plan',
    ...file,
    set: { stage: 'final', follows: draft, type: 'livelihood', agreedOn: '2026-02-20', objectives: 'A bakery at home' },
  })
  const seen = (await receiver.ask('GET', `/cases/${file.case}`)).json() as CaseFile
  const [pair] = planVersions(seen)
  expect([pair?.draft?.content.objectives, pair?.final.content.objectives]).toEqual([
    'A stall at the market',
    'A bakery at home',
  ])
  expect([pair?.draft?.content.agreedOn, pair?.final.content.agreedOn]).toEqual(['2026-01-10', '2026-02-20'])
  expect(pair?.fields.filter(({ changed }) => changed).map(({ field }) => field)).toContain('objectives')
  expect((await contact.ask('GET', `/cases/${file.case}`)).statusCode).toBe(404)
})

test('AS31 over two cases: the draft of the sending mission goes on in the receiving mission’s case', async () => {
  const hq = await house.office('HQ2')
  const [paris, vientiane] = [await house.office('PAR', hq), await house.office('VTE2', hq)]
  const village = await staffAt(house, 'partner', await house.office('VIL2', undefined, 'partner'))
  const sender = await staffAt(house, 'return_officer', paris)
  const receiver = await staffAt(house, 'supervisor', vientiane)
  const file = await aFile(sender, paris.id, { nationality: ['LA'] }, { ageGroup: 'adult' })
  const movement = await aJourney(sender, file, { from: 'FR', to: 'LA', fund: await aFund(house, paris) })
  const planned = { stage: 'draft', type: 'livelihood', agreedOn: '2026-01-10', objectives: 'A stall at the market' }
  const draft = await accepted(sender, { type: 'plan', ...file, set: planned })
  const sharing = { purpose: 'sharing', decision: 'yes', givenOn: '2026-02-12' }
  await accepted(sender, { type: 'consent', ...file, set: sharing })
  const referral = await accepted(sender, {
    type: 'referral',
    ...file,
    set: {
      need: 'reception',
      recipientKind: 'own_mission',
      toOffice: vientiane.id,
      shared: ['preferred_name'],
      handedOver: ['plan'],
      sentOn: '2026-02-15',
      state: 'sent',
    },
  })
  const answered = await receiver.ask('POST', `/referrals/${referral}/answer`, { state: 'accepted' })
  const second = { office: vientiane.id, person: file.person, case: answered.json().case as string }
  await accepted(sender, { type: 'movement', ...file, record: movement, base: 1, set: { stage: 'arrival' } })
  await accepted(sender, { type: 'journey_step', ...file, set: { movement, step: 'arrival', on: '2026-02-20' } })
  await accepted(sender, {
    type: 'journey_step',
    ...file,
    set: {
      movement,
      step: 'handed_over',
      on: '2026-02-21',
      receivedBy: 'own_mission',
      mission: vientiane.id,
      note: 'The draft is with you.',
    },
  })
  const task = async () =>
    (await records(receiver, second, 'task')).find(({ content }) => content.kind === 'plan_final')
  expect((await task())?.content).toMatchObject({ about: draft, dueOn: '2026-03-23' })

  // The receiver reads the draft where it was written, and continues it in its own case.
  const there = (await records(receiver, file, 'plan'))[0] as RecordView
  expect(there.content.objectives).toBe('A stall at the market')
  const own = await accepted(receiver, { type: 'plan', ...second, set: { ...there.content, follows: draft } })
  const final = { stage: 'final', type: 'livelihood', follows: own, objectives: 'A bakery at home' }
  expect((await tell(receiver, { type: 'plan', ...second, set: final })).codes).toEqual(['plan_final_undated'])
  const early = await tell(receiver, { type: 'plan', ...second, set: { ...final, agreedOn: '2026-01-09' } })
  expect(early.codes).toEqual(['plan_final_before_draft'])
  const foreign = await aFile(receiver, vientiane.id, {})
  const unknown = await tell(receiver, { type: 'plan', ...foreign, set: { stage: 'draft', follows: draft } })
  expect(unknown.codes).toEqual(['plan_follows_unknown'])
  await accepted(receiver, { type: 'plan', ...second, set: { ...final, agreedOn: '2026-03-01' } })
  expect((await task())?.content.doneOn).toBeDefined()

  const versions = async (earlier: readonly RecordView[]) => {
    const seen = (await receiver.ask('GET', `/cases/${second.case}`)).json() as CaseFile
    return planVersions(seen, earlier)
  }
  const [pair, continued] = await versions([there])
  expect([pair?.draft?.content.objectives, pair?.final.content.objectives]).toEqual([
    'A stall at the market',
    'A bakery at home',
  ])
  expect([pair?.draft?.content.agreedOn, pair?.final.content.agreedOn]).toEqual(['2026-01-10', '2026-03-01'])
  const changed = pair?.fields.filter(each => each.changed).map(({ field }) => field)
  expect(changed?.toSorted()).toEqual(['agreedOn', 'objectives', 'stage'])
  // Across the two cases nothing of the draft was lost.
  expect([continued?.draft?.office, continued?.final.office]).toEqual([paris.id, vientiane.id])
  expect(continued?.fields.filter(each => each.changed)).toEqual([])

  // When the referral ends the sender’s draft is closed to the receiver; both versions stay readable in its own case.
  await receiver.ask('POST', `/referrals/${referral}/answer`, { state: 'done' })
  expect((await receiver.ask('GET', `/cases/${file.case}`)).statusCode).toBe(404)
  const [still] = await versions([])
  expect(still?.draft?.content.objectives).toBe('A stall at the market')
  for (const of of [file, second]) expect((await village.ask('GET', `/cases/${of.case}`)).statusCode).toBe(404)
  expect((await sender.ask('GET', `/cases/${second.case}`)).statusCode).toBe(404)
})
