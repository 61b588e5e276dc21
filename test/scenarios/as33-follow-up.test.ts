import { afterAll, beforeAll, expect, test } from 'vitest'
import { traffickedAgain } from '#casework/reintegration/again.ts'
import type { CaseFile } from '#changes/change.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, records, tell } from './money-house.ts'
import { aFund, aJourney } from './return-house.ts'

/** AS33: closed with success at month 6; month 24 is due all the same, an attempt is an attempt, a new episode counts. */
let house: House
let worker: Asker
let supervisor: Asker
let file: Opened
const accounts: string[] = []

/** Moves the clock, and signs everybody in again. */
async function on(day: string): Promise<void> {
  house.clock.now = new Date(`${day}T09:00:00Z`)
  const signedIn = await Promise.all(accounts.map(account => house.as(account)))
  worker = signedIn[0] as Asker
  supervisor = signedIn[1] as Asker
}

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  const mission = await house.office('KYV', hq)
  for (const role of ['caseworker', 'supervisor'] as const)
    accounts.push(await house.account(newId(), [{ role, office: mission.id, scope: 'office' }]))
  await on('2026-03-02')
  file = await aFile(
    worker,
    mission.id,
    { nationality: ['UA'] },
    { registeredOn: '2026-02-10', exitedOn: '2026-02-01' },
  )
  await accepted(worker, {
    type: 'consent',
    ...file,
    set: { purpose: 'service', decision: 'yes', givenOn: '2026-02-10' },
  })
  await accepted(worker, { type: 'episode', ...file, set: { startedOn: '2025-03', endedOn: '2026-02-01' } })
  const journey = await aJourney(worker, file, { from: 'PL', to: 'UA', fund: await aFund(house, mission) })
  const arrived = { stage: 'completed', departedOn: '2026-02-28', arrivedOn: '2026-03-01' }
  await accepted(worker, { type: 'movement', ...file, record: journey, base: 1, set: arrived })
})
afterAll(() => house.close())

const followUps = async () =>
  (await records(worker, file, 'task'))
    .filter(({ content }) => content.kind === 'follow_up')
    .map(({ content }) => [content.dueOn, content.doneOn ?? null])
const visit = (day: string, situation: string) =>
  accepted(worker, { type: 'visit', ...file, set: { visitedOn: day, situation } })

test('AS33 the schedule opens one follow-up after the other, also after closing', async () => {
  expect(await followUps()).toEqual([['2026-06-01', null]])
  await on('2026-06-03')
  await visit('2026-06-03', 'stable')
  expect(await followUps()).toEqual([
    ['2026-06-01', '2026-06-03'],
    ['2026-09-01', null],
  ])
  await on('2026-09-02')
  await visit('2026-09-02', 'well')
  const close = {
    type: 'case',
    ...file,
    record: file.case,
    base: 1,
    set: { status: 'closed', closedOn: '2026-09-02', outcome: 'reintegrated' },
  }
  expect((await tell(worker, close)).codes).toEqual(['closure_needs_approval'])
  const asked = await accepted(worker, {
    type: 'approval',
    ...file,
    set: { kind: 'closure', of: file.case, state: 'waiting', askedOn: '2026-09-02' },
  })
  await accepted(supervisor, { type: 'approval', ...file, record: asked, base: 1, set: { state: 'approved' } })
  await accepted(worker, close)
  for (const day of ['2027-03-01', '2027-09-01']) {
    await on(day)
    await visit(day, 'well')
  }
  expect((await followUps()).at(-1)).toEqual(['2028-03-01', null])
})

test('AS33 an unsuccessful contact is recorded as such and does not count as reached', async () => {
  await on('2028-03-02')
  const claims = await tell(worker, {
    type: 'visit',
    ...file,
    set: { visitedOn: '2028-03-02', situation: 'not_reached', income: { amount: '90', currency: 'USD' } },
  })
  expect(claims.codes).toEqual(['visit_not_reached'])
  await visit('2028-03-02', 'not_reached')
  expect((await followUps()).at(-1)).toEqual(['2028-03-01', null])
  await on('2028-03-05')
  await visit('2028-03-05', 'difficult')
  expect((await followUps()).at(-1)).toEqual(['2028-03-01', '2028-03-05'])
})

test('AS33 a new episode sets re-trafficking on the same case, with the months since the way out', async () => {
  await on('2028-06-20')
  await accepted(worker, { type: 'episode', ...file, set: { startedOn: '2028-06-15' } })
  const seen = (await worker.ask('GET', `/cases/${file.case}`)).json() as CaseFile
  expect(seen.case.content.reTrafficked).toBe('yes')
  expect(traffickedAgain(seen)).toMatchObject({ exitedOn: '2026-09-02', months: 21 })
  const told = (await supervisor.ask('GET', '/notices')).json().items as { kind: string }[]
  expect(told.map(({ kind }) => kind)).toContain('trafficked_again')
})
