import { afterAll, beforeEach, expect, test } from 'vitest'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, records, staffAt, tell } from './money-house.ts'
import { aFund, aJourney } from './return-house.ts'

/** A journey over three missions: each sees its own leg and task and no more; the last one receives the person. */
let house: House
let rome: OfficeRow
let ankara: OfficeRow
let kyiv: OfficeRow
let officer: Asker
let transit: Asker
let receiver: Asker
let file: Opened
let movement: string

beforeEach(async () => {
  await house?.close()
  house = await openHouse()
  const hq = await house.office('HQ')
  rome = await house.office('ROM', hq)
  ankara = await house.office('ANK', hq)
  kyiv = await house.office('KYV', hq)
  officer = await staffAt(house, 'return_officer', rome)
  transit = await staffAt(house, 'return_officer', ankara)
  receiver = await staffAt(house, 'supervisor', kyiv)
  file = await aFile(officer, rome.id, { givenNames: 'Zqolena', nationality: ['UA'] }, { ageGroup: 'adult' })
  movement = await aJourney(officer, file, {
    from: 'IT',
    to: 'UA',
    fund: await aFund(house, rome),
    departedOn: '2026-02-20',
    receivingOffice: kyiv.id,
  })
})
afterAll(() => house.close())

type Line = { record: RecordView; case: RecordView | null; name: string | null }
const asked = async (who: Asker, type: string, at: OfficeRow): Promise<Line[]> =>
  (await who.ask('GET', `/lists/${type}?at=${at.id}&open=yes`)).json().items as Line[]
const told = async (who: Asker, kind: string) =>
  ((await who.ask('GET', '/notices')).json().items as { kind: string; case: string | null }[]).filter(
    notice => notice.kind === kind,
  )
const aLeg = (set: Content) => accepted(officer, { type: 'movement_leg', ...file, set: { movement, ...set } })
const versionOf = async (type: string, id: string) =>
  (await records(officer, file, type)).find(record => record.id === id)?.version ?? 0
const begin = async () =>
  accepted(officer, { type: 'movement', ...file, record: movement, base: 1, set: { stage: 'departure' } })
const step = (set: Content) => ({ type: 'journey_step', ...file, set: { movement, ...set } })

test('a transit mission finds its leg and its task in its worklist, and nobody’s name', async () => {
  const leg = await aLeg({ from: 'IT', to: 'TR', plannedOn: '2026-03-05', mission: ankara.id, details: 'Zqdetails' })
  const [task] = await asked(transit, 'task', ankara)
  expect(task?.record.content).toMatchObject({ kind: 'journey_leg', about: leg, dueOn: '2026-03-05' })
  expect([task?.case, task?.name]).toEqual([null, null])
  expect((await asked(transit, 'movement_leg', ankara)).map(({ record }) => record.id)).toEqual([leg])
  expect(await told(transit, 'leg_assigned')).toMatchObject([{ case: null }])
  const all = await Promise.all(
    [
      `/lists/task?at=${ankara.id}`,
      `/lists/movement_leg?at=${ankara.id}`,
      `/persons/${file.person}`,
      `/cases/${file.case}`,
      `/cases/${file.case}/history`,
    ].map(path => transit.ask('GET', path)),
  )
  expect(all.map(({ body }) => body).join('\n')).not.toMatch(/Zqolena|Zqdetails/)
  expect(all.slice(2).map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
  // The mission beside it sees nothing of this, and cannot say that it is done.
  expect(await asked(receiver, 'task', ankara)).toEqual([])
  const id = task?.record.id ?? ''
  expect((await receiver.ask('POST', `/tasks/${id}/done`, {})).statusCode).toBe(404)

  expect((await transit.ask('POST', `/tasks/${id}/done`, {})).statusCode).toBe(200)
  expect(await asked(transit, 'task', ankara)).toEqual([])
  const done = (await records(officer, file, 'task')).find(record => record.id === id)
  expect(done?.content.doneOn).toBe('2026-03-02')
  // A colleague of the sending mission took the leg away: it is closed to the first mission and open to the second.
  await accepted(officer, {
    type: 'movement_leg',
    ...file,
    record: leg,
    base: await versionOf('movement_leg', leg),
    set: { mission: kyiv.id },
  })
  expect(await asked(transit, 'movement_leg', ankara)).toEqual([])
  expect((await transit.ask('POST', `/tasks/${id}/done`, {})).statusCode).toBe(404)
  expect((await asked(receiver, 'task', kyiv)).map(({ record }) => record.id)).toEqual([id])
})

test('nobody sets the mission of a task by hand', async () => {
  const forged = await tell(officer, { type: 'task', ...file, set: { kind: 'payment', mission: ankara.id } })
  expect(forged.codes).toEqual(['fixed_field'])
})

test('forged steps meet the same refusals as buttons', async () => {
  const on = '2026-03-01'
  expect((await tell(officer, step({ step: 'transit', on }))).codes).toEqual(['step_before_departure'])
  const [leg] = await records(officer, file, 'movement_leg')
  const travelled = { type: 'movement_leg', ...file, record: leg?.id ?? '', base: 1, set: { state: 'travelled' } }
  expect((await tell(officer, travelled)).codes).toEqual(['leg_before_departure'])
  await begin()
  expect((await tell(officer, step({ step: 'handed_over', on, receivedBy: 'family' }))).codes).toEqual([
    'handover_before_arrival',
  ])
  await accepted(officer, { type: 'risk', ...file, set: { level: 'high', assessedOn: on } })
  expect((await tell(officer, step({ step: 'arrival', on }))).codes).toEqual(['step_while_paused'])
})

test('interest, transit, arrival, hand-over: the stage follows, and the receiver finds note and task', async () => {
  await accepted(officer, step({ step: 'interest', on: '2026-02-11' }))
  const leg = await aLeg({ from: 'IT', to: 'TR', plannedOn: '2026-02-20', mission: ankara.id })
  await begin()
  await accepted(officer, step({ step: 'transit', on: '2026-02-20', country: 'TR', leg }))
  const stage = async () => (await records(officer, file, 'movement'))[0]?.content
  expect((await stage())?.stage).toBe('transit')
  expect((await asked(transit, 'task', ankara)).length).toBe(0)
  expect((await records(officer, file, 'movement_leg')).find(({ id }) => id === leg)?.content.state).toBe('travelled')
  await accepted(officer, step({ step: 'arrival', on: '2026-02-21', country: 'UA' }))
  expect(await stage()).toMatchObject({ stage: 'arrival', arrivedOn: '2026-02-21' })

  const over = step({
    step: 'handed_over',
    on: '2026-02-22',
    receivedBy: 'own_mission',
    mission: kyiv.id,
    note: 'Zqnote: speak slowly, she reads lips.',
  })
  expect((await tell(officer, over)).codes).toEqual(['handover_needs_referral', 'sharing_consent_missing'])
  const consent = { purpose: 'sharing', decision: 'yes', givenOn: '2026-02-12' }
  await accepted(officer, { type: 'consent', ...file, set: consent })
  const referral = await accepted(officer, {
    type: 'referral',
    ...file,
    set: {
      need: 'reception',
      recipientKind: 'own_mission',
      toOffice: kyiv.id,
      shared: ['preferred_name'],
      handedOver: ['movement'],
      sentOn: '2026-02-15',
      state: 'sent',
    },
  })
  expect((await tell(officer, over)).codes).toEqual(['handover_needs_referral'])
  const answered = await receiver.ask('POST', `/referrals/${referral}/answer`, { state: 'accepted' })
  const second = answered.json().case as string
  await accepted(officer, over)
  expect((await stage())?.stage).toBe('completed')

  const theirs = (await receiver.ask('GET', `/cases/${second}`)).json().records as RecordView[]
  expect(theirs.map(({ content }) => content.kind)).toContain('receive_person')
  expect(await told(receiver, 'journey_handed_over')).toMatchObject([{ case: second }])
  const [received] = await asked(receiver, 'journey_step', kyiv)
  expect(received?.record.content.note).toContain('Zqnote')
  // The transit mission hears nothing of it; when the referral ends so does the note.
  expect(JSON.stringify(await asked(transit, 'journey_step', kyiv))).not.toContain('Zqnote')
  await receiver.ask('POST', `/referrals/${referral}/answer`, { state: 'done' })
  expect(await asked(receiver, 'journey_step', kyiv)).toEqual([])
})
