import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Figure } from '#figures/figure-shape.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { accepted, aFile, staffAt, tell } from './money-house.ts'

/** AS09, AS10: one call through the door, and what of it stays. */
let house: House
let kyiv: OfficeRow
let rome: OfficeRow
let operator: Asker
let supervisor: Asker
let analyst: Asker
const number = '+380 44 555 01 23'

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  rome = await house.office('ROM', hq)
  operator = await staffAt(house, 'hotline_operator', kyiv)
  supervisor = await staffAt(house, 'supervisor', kyiv)
  analyst = await staffAt(house, 'global_analyst', hq, 'all')
})
afterAll(() => house.close())

const ring = (set: object, who = operator) =>
  tell(who, { type: 'call', office: kyiv.id, set: { receivedOn: '2026-03-01', channel: 'telephone', ...set } })
const changed = (record: string, base: number, set: object, who = operator) =>
  tell(who, { type: 'call', office: kyiv.id, record, base, set: { ...set } })
const count = async (indicator: string, by: string[] = []): Promise<Figure> =>
  (await analyst.ask('POST', '/figures', { indicator, by, where: {} })).json()
/** Everything the database holds, as text. */
const everything = async (): Promise<string> => {
  const { rows } = await house.register.pool.query(
    'select content::text as c from record union all select fields::text from change',
  )
  return JSON.stringify(rows)
}

test('AS09 one anonymous call about four topics: one call, four consultations, nobody identified', async () => {
  const told = await ring({
    caller: 'person_concerned',
    topics: ['legal', 'visa', 'health', 'documents'],
    state: 'done',
  })
  expect(told.status).toBe('accepted')
  const [calls, consultations, callers] = [await count('calls'), await count('consultations'), await count('callers')]
  expect([calls.base.n, consultations.base.n, callers.base.n]).toEqual([1, 4, null])
  expect((await count('consultations', ['topic'])).rows.map(({ key, n }) => [key, n])).toEqual(
    expect.arrayContaining([
      ['legal', 1],
      ['visa', 1],
      ['health', 1],
      ['documents', 1],
    ]),
  )
})

test.each([
  ['as a field', { callBackNumber: number }, 'number_refused'],
  ['as a field, refused', { callBackNumber: number, numberConsent: 'refused' }, 'number_refused'],
  ['in the note', { note: `Rang from ${number}` }, 'number_in_note'],
])('AS09 the number is refused %s', async (_, set, code) => {
  const told = await ring(set)
  expect([told.status, told.codes]).toEqual(['refused', [code]])
  expect(await everything()).not.toContain('555 01 23')
})

test('AS09 a number that may be kept is sealed, seen by those who ring back, and goes with the consent', async () => {
  const record = await accepted(operator, {
    type: 'call', office: kyiv.id, set: { receivedOn: '2026-03-01', numberConsent: 'agreed', callBackNumber: number },
  }) // biome-ignore format: one line a group
  const seen = async (who: Asker) => {
    const { items } = (await who.ask('GET', '/lists/call?limit=50')).json() as {
      items: { record: { id: string; content: Record<string, unknown> } }[]
    }
    return items.find(item => item.record.id === record)?.record.content['callBackNumber']
  }
  expect(await seen(operator)).toBe(number)
  expect(await seen(await staffAt(house, 'data_focal_point', kyiv))).toBeUndefined()
  expect(await everything()).not.toContain('555 01 23')
  expect((await changed(record, 1, { numberConsent: 'refused' })).codes).toEqual(['number_must_go'])
  expect((await changed(record, 1, { numberConsent: 'refused', callBackNumber: null })).status).toBe('accepted')
  expect(await seen(operator)).toBeUndefined()
  // Three digits of it alone may stand in the random name of a request.
  for (const said of [number, '555 01 23', '5550123']) expect(house.log.join('\n')).not.toContain(said)
})

test('AS10 a call-back in the unsafe hours is blocked, at once, later, and for a supervisor', async () => {
  const agreed = { numberConsent: 'agreed', callBackNumber: number, unsafeFrom: '1800', unsafeUntil: '2000' }
  const back = { ...agreed, state: 'call_back', callBackOn: '2026-03-04' }
  expect((await ring({ ...back, callBackAt: '1900' })).codes).toEqual(['unsafe_time'])
  const record = await accepted(operator, {
    type: 'call', office: kyiv.id, set: { receivedOn: '2026-03-01', ...back, callBackAt: '1700' },
  }) // biome-ignore format: one line a group
  expect((await changed(record, 1, { callBackAt: '1900' }, supervisor)).codes).toEqual(['unsafe_time'])
  expect((await changed(record, 1, { unsafeFrom: '1630' })).codes).toEqual(['unsafe_time'])
  expect((await changed(record, 1, { callBackAt: '2030' }, supervisor)).status).toBe('accepted')
})

test('a caller with a word of their own is found again, by it alone', async () => {
  const fingerprint = async (code: string, office = kyiv.id, who = operator) =>
    who.ask('POST', '/hotline/callers', { office, code })
  const caller = (await fingerprint('Green Boat 7')).json().caller as string
  expect((await fingerprint('green-boat 7')).json().caller).toBe(caller)
  const first = await accepted(operator, {
    type: 'call', office: kyiv.id, set: { receivedOn: '2026-02-20', topics: ['legal'], repeatCaller: caller },
  }) // biome-ignore format: one line a group
  const earlier = (await operator.ask('GET', `/lists/call?at=${caller}`)).json() as {
    items: { record: { id: string } }[]
  }
  expect(earlier.items.map(({ record }) => record.id)).toEqual([first])
  expect((await fingerprint('a - b - 1')).json().problems).toEqual([{ code: 'caller_code_short', field: 'code' }])
  const abroad = await staffAt(house, 'hotline_operator', rome)
  expect((await fingerprint('Green Boat 7', kyiv.id, abroad)).statusCode).toBe(404)
  expect((await fingerprint('Green Boat 7', rome.id, abroad)).json().caller).not.toBe(caller)
  expect((await everything()).toLowerCase()).not.toContain('boat')
  // Known by a word is not known by name.
  expect((await count('callers')).base.n).toBeNull()
})

test('danger is told to the supervisor in neutral words', async () => {
  await ring({ danger: 'immediate', state: 'escalated' })
  const { items } = (await supervisor.ask('GET', '/notices')).json() as { items: { kind: string; case: unknown }[] }
  expect(items.map(({ kind, case: kase }) => [kind, kase])).toEqual([['call_escalated', null]])
})

test('a call is of its office: nobody of another mission finds or changes it', async () => {
  const record = await accepted(operator, { type: 'call', office: kyiv.id, set: { receivedOn: '2026-03-01' } })
  const abroad = await staffAt(house, 'hotline_operator', rome)
  const { items } = (await abroad.ask('GET', '/lists/call?limit=50')).json() as { items: unknown[] }
  expect(items).toEqual([])
  expect((await changed(record, 1, { topics: ['legal'] }, abroad)).codes).toEqual(['not_found'])
  expect((await changed(newId(), 3, { topics: ['legal'] })).codes).toEqual(['unknown_version'])
})

test('AS10 what the person of the case said about safe hours counts for a call-back too', async () => {
  const worker = await staffAt(house, 'caseworker', kyiv)
  const file = await aFile(worker, kyiv.id, { sex: 'female' })
  await accepted(worker, {
    type: 'contact_rule',
    ...file,
    case: null,
    set: { channel: 'call', from: '1800', until: '2000' },
  })
  const back = { case: file.case, channel: 'telephone', state: 'call_back', callBackOn: '2026-03-04' }
  expect((await ring({ ...back, callBackAt: '1900' })).codes).toEqual(['unsafe_time'])
  const told = await ring({ ...back, callBackAt: '2000' })
  expect(told.status).toBe('accepted')
  expect((await changed(told.record, 1, { callBackAt: '1930' })).codes).toEqual(['unsafe_time'])
  // The rule is about the telephone.
  expect((await changed(told.record, 1, { callBackAt: '1930', channel: 'email' })).status).toBe('accepted')
})
