import { afterAll, beforeAll, expect, test } from 'vitest'
import { planVersions } from '#casework/reintegration/plan-versions.ts'
import type { CaseFile } from '#changes/change.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, aFile, staffAt } from './money-house.ts'

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
