import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecordView } from '#changes/change.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { remind } from '#register/reminders.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, records, staffAt, tell } from './money-house.ts'

/** AS12 and AS13 through the API: nothing leaves without consent or two people, and consent taken back is told and heard. */
let house: House
let kyiv: OfficeRow
let worker: Asker
let supervisor: Asker
let officer: Asker
let file: Opened

beforeAll(async () => {
  house = await openHouse({ idleMinutes: 60 * 24 * 30, longestHours: 24 * 30 })
  const hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  worker = await staffAt(house, 'caseworker', kyiv)
  supervisor = await staffAt(house, 'supervisor', kyiv)
  officer = await staffAt(house, 'data_protection_officer', hq, 'all')
})
afterAll(() => house.close())

const consent = (set: object) =>
  accepted(worker, { type: 'consent', ...file, set: { purpose: 'sharing', givenOn: '2026-02-20', ...set } })
const kinds = async (who: Asker) =>
  ((await who.ask('GET', '/notices')).json().items as { kind: string }[]).map(({ kind }) => kind)
const given = { recipientKind: 'police', state: 'made', madeOn: '2026-03-01', what: ['name'], ground: 'court_order' }

test('AS12 police without consent: refused by name; an exception takes a reason, a rule of law and a second person', async () => {
  file = await aFile(worker, kyiv.id, { sex: 'female' })
  await accepted(worker, { type: 'consent', ...file, set: { purpose: 'service', decision: 'yes' } })
  await consent({ decision: 'yes' })
  await consent({ decision: 'no', recipientKind: 'police' })
  const of = await accepted(worker, {
    type: 'disclosure',
    ...file,
    set: { recipientKind: 'police', state: 'prepared' },
  })
  const give = () => tell(worker, { type: 'disclosure', ...file, record: of, base: 1, set: given })
  expect((await give()).codes).toEqual(['sharing_consent_refused'])
  // The same without the screen's detour over a prepared one.
  expect((await tell(worker, { type: 'disclosure', ...file, set: given })).codes).toEqual(['sharing_consent_refused'])

  const ask = { kind: 'consent_override', of, state: 'waiting', askedOn: '2026-03-01' }
  expect((await tell(worker, { type: 'approval', ...file, set: ask })).codes).toEqual([
    'override_incomplete',
    'override_incomplete',
  ])
  const asked = { ...ask, reason: 'Another person is held there.', legalGround: 'Criminal code 396' }
  const approval = await accepted(worker, { type: 'approval', ...file, set: asked })
  const list = (await officer.ask('GET', '/lists/approval?kind=consent_override&open=yes')).json().items
  expect((list as { record: RecordView }[]).map(({ record }) => record.id)).toEqual([approval])
  expect(await kinds(officer)).toContain('approval_waiting')

  const settle = (who: Asker) =>
    tell(who, { type: 'approval', ...file, record: approval, base: 1, set: { state: 'approved' } })
  expect((await settle(worker)).codes).toEqual(['approval_by_oneself'])
  expect((await settle(supervisor)).status).toBe('accepted')
  expect(await kinds(officer)).toContain('override_approved')
  expect((await give()).status).toBe('accepted')
  const changed = await tell(worker, { type: 'disclosure', ...file, record: of, base: 2, set: { what: ['codes'] } })
  expect(changed.codes).toEqual(['disclosure_already_made'])
})

test('AS13 taken back after sharing: a notice awaits, goes up at seven days, and our own help goes on', async () => {
  file = await aFile(worker, kyiv.id, { sex: 'male' })
  const yes = await consent({ decision: 'yes', recipientKind: 'ngo' })
  const ngo = { ...given, recipientKind: 'ngo', ground: 'consent' }
  const of = await accepted(worker, { type: 'disclosure', ...file, set: ngo })
  expect(await records(worker, file, 'withdrawal_notice')).toEqual([])
  await accepted(worker, { type: 'consent', ...file, record: yes, base: 1, set: { withdrawnOn: '2026-03-02' } })
  const [notice, ...others] = await records(worker, file, 'withdrawal_notice')
  expect(others).toEqual([])
  expect(notice?.content).toEqual({
    consent: yes,
    of,
    recipientKind: 'ngo',
    sentOn: '2026-03-02',
    dueOn: '2026-03-09',
    state: 'awaiting_acknowledgement',
  })
  expect((await tell(worker, { type: 'disclosure', ...file, set: ngo })).codes).toEqual(['sharing_consent_withdrawn'])
  // Assistance by us is unchanged.
  await accepted(worker, { type: 'service', ...file, set: { type: 'counselling', deliveredOn: '2026-03-02' } })

  await remind(house.register)
  expect(await kinds(officer)).not.toContain('withdrawal_unacknowledged')
  house.clock.now = new Date('2026-03-09T09:00:00Z')
  await remind(house.register)
  await remind(house.register)
  for (const who of [officer, supervisor])
    expect((await kinds(who)).filter(kind => kind === 'withdrawal_unacknowledged')).toHaveLength(1)
  const late = (await officer.ask('GET', '/lists/withdrawal_notice?open=yes&to=2026-03-09')).json().items
  expect((late as { record: RecordView }[]).map(({ record }) => record.id)).toEqual([notice?.id])

  const answer = { type: 'withdrawal_notice', ...file, record: notice?.id ?? '', base: 1 }
  expect((await tell(worker, { ...answer, set: { state: 'acknowledged' } })).codes).toEqual([
    'withdrawal_notice_incomplete',
  ])
  await accepted(worker, { ...answer, set: { state: 'acknowledged', acknowledgedOn: '2026-03-09' } })
  const left = (await officer.ask('GET', '/lists/withdrawal_notice?open=yes')).json().items
  expect(left).toEqual([])
})

test('AS13 another mission hears on its own desk, and its word there is the acknowledgement', async () => {
  const rome = await house.office('ROM')
  const boss = await staffAt(house, 'supervisor', rome)
  const colleague = await staffAt(house, 'caseworker', rome)
  const away = await staffAt(house, 'supervisor', await house.office('WAR'))
  file = await aFile(worker, kyiv.id, { sex: 'female', preferredName: 'Zqnana' })
  const yes = await consent({ decision: 'yes', recipientKind: 'own_mission' })
  const to = { need: 'shelter', recipientKind: 'own_mission', toOffice: rome.id }
  const sent = {
    shared: ['preferred_name', 'sex', 'languages', 'message'],
    details: 'Quiet.',
    sentOn: '2026-03-02',
    state: 'sent',
  }
  await accepted(worker, { type: 'referral', ...file, set: { ...to, ...sent } })
  await accepted(worker, { type: 'consent', ...file, record: yes, base: 1, set: { withdrawnOn: '2026-03-09' } })
  expect(await kinds(boss)).toContain('withdrawal_for_mission')
  expect(await kinds(away)).not.toContain('withdrawal_for_mission')

  const desk = async (who: Asker, office = rome.id) =>
    (await who.ask('GET', `/lists/task?at=${office}&open=yes&kind=consent_withdrawn`)).json().items as {
      record: RecordView
      name: string | null
    }[]
  const [line, ...more] = await desk(colleague)
  expect([line?.record.content.dueOn, line?.name, more]).toEqual(['2026-03-16', null, []])
  expect(await desk(away)).toEqual([])
  const done = (who: Asker) => who.ask('POST', `/tasks/${line?.record.id}/done`, { on: '2026-03-09' })
  expect((await done(away)).statusCode).toBe(404)
  expect((await done(colleague)).statusCode).toBe(200)
  expect(await desk(colleague)).toEqual([])
  const [notice] = await records(worker, file, 'withdrawal_notice')
  expect(notice?.content).toMatchObject({ state: 'acknowledged', acknowledgedOn: '2026-03-09' })
})

test('AS13 what was written on the case ends the task of the mission', async () => {
  const rome = house.register.offices().byCode('ROM')
  const [task] = (await records(worker, file, 'task')).filter(({ content }) => content.kind === 'consent_withdrawn')
  expect([task?.content.mission, task?.content.doneOn]).toEqual([rome?.id, '2026-03-09'])
  const opened = await aFile(worker, kyiv.id, { sex: 'male' })
  file = opened
  const yes = await consent({ decision: 'yes', recipientKind: 'own_mission' })
  const to = { need: 'shelter', recipientKind: 'own_mission', toOffice: rome?.id ?? '' }
  const sent = { shared: ['sex', 'languages', 'message'], details: 'x', sentOn: '2026-03-02', state: 'sent' }
  await accepted(worker, { type: 'referral', ...file, set: { ...to, ...sent } })
  await accepted(worker, { type: 'consent', ...file, record: yes, base: 1, set: { withdrawnOn: '2026-03-09' } })
  const [notice] = await records(worker, file, 'withdrawal_notice')
  const heard = { state: 'acknowledged', acknowledgedOn: '2026-03-09' }
  await accepted(worker, { type: 'withdrawal_notice', ...file, record: notice?.id ?? '', base: 1, set: heard })
  const tasks = (await records(worker, file, 'task')).filter(({ content }) => content.kind === 'consent_withdrawn')
  expect(tasks.map(({ content }) => content.doneOn)).toEqual(['2026-03-09'])
})

test('safe contact: a call at an unsafe time is refused through the API, by a rule that hangs on the person', async () => {
  file = await aFile(worker, kyiv.id, { sex: 'female' })
  const rule = { channel: 'call', from: '1800', until: '2200', neverSay: 'shelter' }
  await accepted(worker, { type: 'contact_rule', ...file, case: null, set: rule })
  const call = (at: string) =>
    tell(worker, { type: 'task', ...file, set: { kind: 'other', dueOn: '2026-04-01', at, channel: 'call' } })
  expect((await call('1900')).codes).toEqual(['unsafe_time'])
  expect((await call('1200')).status).toBe('accepted')
})
