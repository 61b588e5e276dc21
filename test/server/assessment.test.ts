import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficeRow } from '#register/office-directory.ts'
import { accepted, aFile, records, staffAt, tell } from '../scenarios/money-house.ts'
import { type Asker, type House, openHouse } from './house.ts'

/** Assessment through the door: what is refused, and what opens by itself. */
let house: House
let office: OfficeRow
let worker: Asker
beforeAll(async () => {
  house = await openHouse()
  office = await house.office('KYIV', await house.office('HQ'))
  worker = await staffAt(house, 'caseworker', office)
})
afterAll(() => house.close())

const rescreen = async (file: Awaited<ReturnType<typeof aFile>>) =>
  (await records(worker, file, 'task')).filter(({ content }) => content.kind === 'rescreen')

test('a follow-up that finds exploitation opens one task to screen again; the screening closes it', async () => {
  const file = await aFile(worker, office.id, { sex: 'female' })
  const consent = { purpose: 'interview', decision: 'yes', agreesToInterview: 'yes', givenOn: '2026-02-11' }
  await accepted(worker, { type: 'consent', ...file, set: consent })
  await accepted(worker, { type: 'screening', ...file, set: { state: 'concluded', startedOn: '2026-02-11' } })
  await accepted(worker, { type: 'visit', ...file, set: { visitedOn: '2026-02-20', situation: 'stable' } })
  expect(await rescreen(file)).toEqual([])
  await accepted(worker, { type: 'visit', ...file, set: { visitedOn: '2026-02-25', situation: 'exploited_again' } })
  await accepted(worker, { type: 'note', ...file, set: { notedOn: '2026-02-26', signs: ['debt'], text: 'x' } })
  expect((await rescreen(file)).map(({ content }) => content.doneOn ?? null)).toEqual([null])
  house.clock.now = new Date('2026-03-02T09:05:00Z')
  await accepted(worker, { type: 'screening', ...file, set: { state: 'open', startedOn: '2026-03-02' } })
  expect((await rescreen(file)).map(({ content }) => content.doneOn)).toEqual(['2026-03-02'])
})

test('the level that a person chose is stored as it is, whatever likelihood and severity suggest', async () => {
  const file = await aFile(worker, office.id, { sex: 'female' })
  const set = { assessedOn: '2026-03-01', level: 'low', likelihood: 'likely', severity: 'grave', threat: ['debt'] }
  await accepted(worker, { type: 'risk', ...file, set })
  expect((await records(worker, file, 'risk'))[0]?.content).toEqual(set)
})

test('a forged need that cannot wait and is no need is refused', async () => {
  const file = await aFile(worker, office.id, { sex: 'female' })
  const told = await tell(worker, { type: 'needs_assessment', ...file, set: { needs: ['legal'], urgent: ['medical'] } })
  expect([told.status, told.codes]).toEqual(['refused', ['urgent_without_need']])
})

test('a reader without the right on assessments sees none of them', async () => {
  const file = await aFile(worker, office.id, { sex: 'female' })
  await accepted(worker, { type: 'needs_assessment', ...file, set: { assessedOn: '2026-03-01', needs: ['legal'] } })
  const hotline = await staffAt(house, 'hotline_operator', office)
  expect((await hotline.ask('GET', `/cases/${file.case}`)).body).not.toContain('needs_assessment')
})

test('a doubt about the age keeps somebody a child until a second person decides; a forged call meets the same refusals', async () => {
  const file = await aFile(worker, office.id, { sex: 'female' }, { ageGroup: 'adult' })
  const guardians = async () =>
    (await records(worker, file, 'task')).filter(({ content }) => content.kind === 'guardian').length
  expect(await guardians()).toBe(0)
  const raised = {
    raisedOn: '2026-02-20',
    raisedBy: 'police',
    claim: 'adult',
    state: 'open',
    evidence: 'Zqlooks young.',
  }
  expect((await tell(worker, { type: 'age_dispute', ...file, set: { state: 'open' } })).codes).toEqual([
    'age_dispute_incomplete',
    'age_dispute_incomplete',
  ])
  const doubt = await accepted(worker, { type: 'age_dispute', ...file, set: raised })
  expect(await guardians()).toBe(1)
  const decision = {
    state: 'decided',
    decision: 'adult',
    decidedBy: 'own_office',
    decidedOn: '2026-03-01',
    method: ['papers'],
    reason: 'Her passport.',
  }
  const ending = { type: 'age_dispute', ...file, record: doubt, base: 1 }
  expect((await tell(worker, { ...ending, set: decision })).codes).toEqual(['age_dispute_by_oneself'])
  expect((await tell(worker, { ...ending, set: { ...decision, method: ['medical'] } })).codes).toEqual([
    'age_dispute_medical_alone',
  ])
  expect((await tell(worker, { ...ending, set: { state: 'decided', decision: 'adult' } })).codes).toContain(
    'age_dispute_undecided',
  )
  const other = await staffAt(house, 'supervisor', office)
  await accepted(other, { ...ending, set: decision })
})
