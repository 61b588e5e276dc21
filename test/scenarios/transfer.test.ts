import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { listOf, builtIn } from '#dictionary/dictionary.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, staffAt, tell } from './money-house.ts'
import { secrets } from './referral-house.ts'

/** A person goes from one mission to another (A50): two case files, one person, and what was handed over can be read. */
let house: House
let kyiv: OfficeRow
let minsk: OfficeRow
let sender: Asker
let receiver: Asker
let elsewhere: Asker
let analyst: Asker

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  minsk = await house.office('MSQ', hq)
  sender = await staffAt(house, 'caseworker', kyiv)
  receiver = await staffAt(house, 'supervisor', minsk)
  elsewhere = await staffAt(house, 'supervisor', await house.office('TBS', hq))
  analyst = await staffAt(house, 'global_analyst', hq, 'all')
})
afterAll(() => house.close())

const kinds = listOf(builtIn, 'handed_over')?.codes.map(({ code }) => code) ?? []
/** One record of every kind that can be handed over; each carries a word of its own where it has words. */
const contents: Readonly<Record<string, Content>> = {
  screening: { state: 'open' },
  determination: { conclusion: 'not_trafficked', decidedOn: '2026-02-20', decidedBy: 'ngo', reason: 'No sign of it.' },
  episode: { startedOn: '2025' },
  leg: {},
  risk: { level: 'low', assessedOn: '2026-02-20' },
  health: {},
  plan: { type: 'social_care' },
  service: { type: 'shelter', deliveredOn: '2026-02-20' },
  movement: { stage: 'planned' },
  visit: { visitedOn: '2026-02-20' },
  note: { text: 'Zqnote' },
}

interface Handed extends Opened {
  readonly records: ReadonlyMap<string, string>
  readonly of: { office: string; person: string; case: string }
}

async function fileWith(types: readonly string[]): Promise<Handed> {
  const opened = await aFile(
    sender,
    kyiv.id,
    { ...secrets, sex: 'female' },
    { category: 'trafficked', ageGroup: 'child' },
  )
  const of = { office: kyiv.id, person: opened.person, case: opened.case }
  await accepted(sender, {
    ...of,
    type: 'consent',
    set: {
      purpose: 'sharing',
      decision: 'yes',
      givenOn: '2026-02-20',
      guardianConsent: 'yes',
      childAssent: 'yes',
    },
  })
  const records = new Map<string, string>()
  for (const type of types) records.set(type, await accepted(sender, { ...of, type, set: contents[type] ?? {} }))
  return { ...opened, of, records }
}

const handOver = (handedOver: readonly string[], state = 'sent'): Content => ({
  need: 'reception',
  recipientKind: 'own_mission',
  toOffice: minsk.id,
  shared: ['preferred_name'],
  handedOver,
  sentOn: '2026-03-01',
  state,
})

/** Everything that this asker can find of a file, by ids and by words. */
const allLists = ['case', 'risk', 'task', 'service', 'movement', 'visit']

async function visible(who: Asker, file: Handed, lists: readonly string[] = allLists): Promise<readonly string[]> {
  const replies = await Promise.all([
    who.ask('GET', `/cases/${file.case}`),
    who.ask('GET', `/persons/${file.person}`),
    who.ask('GET', `/cases/${file.case}/history`),
    who.ask('POST', '/find', { text: `${secrets.givenNames} ${secrets.familyNames}` }),
    who.ask('GET', '/lists/referral'),
    who.ask('GET', `/lists/referral?at=${minsk.id}`),
    ...lists.map(type => who.ask('GET', `/lists/${type}?at=${minsk.id}`)),
  ])
  for (const reply of replies) expect(reply.statusCode).toBeLessThan(500)
  const text = replies.map(({ body }) => body).join('\n')
  return [file.person, file.case, ...file.records.values()].filter(id => text.includes(id))
}

test('A50 sent, found by the receiver, accepted into a case of its own: two instances, one person', async () => {
  const file = await fileWith(['episode', 'note'])
  const referral = await accepted(sender, { ...file.of, type: 'referral', set: handOver(['episode']) })
  const incoming = (await receiver.ask('GET', `/lists/referral?at=${minsk.id}&open=yes`)).json().items as {
    record: RecordView
    name: string | null
  }[]
  expect(incoming.filter(({ record }) => record.id === referral)).toHaveLength(1)
  expect((await receiver.ask('GET', '/notices')).json().items).toMatchObject([{ kind: 'referral_received' }])

  // Neither the sender nor a mission beside them answers for the receiver.
  for (const who of [sender, elsewhere])
    expect((await who.ask('POST', `/referrals/${referral}/answer`, { state: 'accepted' })).statusCode).toBe(404)
  const forged = await tell(sender, {
    ...file.of,
    type: 'referral',
    record: referral,
    base: 1,
    set: { state: 'accepted' },
  })
  expect(forged.codes).toEqual(['referral_answer_not_yours'])

  const answered = await receiver.ask('POST', `/referrals/${referral}/answer`, { state: 'accepted' })
  expect(answered.statusCode).toBe(200)
  const second = answered.json().case as string
  const own = (await receiver.ask('GET', `/cases/${second}`)).json()
  expect(own.case).toMatchObject({ office: minsk.id, person: file.person })
  expect(own.case.content).toMatchObject({
    category: 'trafficked',
    ageGroup: 'child',
    referralSource: 'own_mission',
    referredOn: '2026-03-01',
  })
  // A child needs a guardian there as well: the receiving mission's own rules run on its own case.
  expect(own.records.map(({ content }: RecordView) => content.kind)).toContain('guardian')
  expect(own.otherCases).toMatchObject([{ id: file.case }])

  const handed = (await receiver.ask('GET', `/cases/${file.case}`)).json()
  expect(handed.records.map(({ type }: RecordView) => type).sort()).toEqual(['episode', 'referral'])
  expect((await sender.ask('GET', `/cases/${second}`)).statusCode).toBe(404)
  expect((await sender.ask('GET', '/notices')).json().items).toMatchObject([{ kind: 'referral_answered' }])

  const count = async (indicator: string) =>
    (await analyst.ask('POST', '/figures', { indicator, where: { year: ['2026'] } })).json().base.n
  expect([await count('instances'), await count('persons')]).toEqual([2, 1])
  // Accepting once more opens no third case.
  expect((await receiver.ask('POST', `/referrals/${referral}/answer`, { state: 'accepted' })).statusCode).toBe(200)
  expect(await count('instances')).toBe(2)
})

test('what is handed over is read, never written; the person is written once there is a case', async () => {
  const file = await fileWith(['note'])
  const referral = await accepted(sender, { ...file.of, type: 'referral', set: handOver(['note']) })
  const note = file.records.get('note') ?? ''
  const attempts = [
    { ...file.of, type: 'note', record: note, base: 1, set: { text: 'changed' } },
    { ...file.of, type: 'note', set: { text: 'added' } },
    { ...file.of, type: 'referral', record: referral, base: 1, set: { state: 'withdrawn' } },
    { ...file.of, type: 'case', record: file.case, base: 1, set: { status: 'closed' } },
    { ...file.of, case: null, type: 'person', record: file.person, base: 1, set: { phone: '1' } },
  ]
  for (const attempt of attempts) expect((await tell(receiver, attempt)).status).toBe('refused')
  await receiver.ask('POST', `/referrals/${referral}/answer`, { state: 'accepted' })
  for (const attempt of attempts.slice(0, 4)) expect((await tell(receiver, attempt)).status).toBe('refused')
  expect((await tell(receiver, attempts[4] as (typeof attempts)[0])).status).toBe('accepted')
})

test('a colleague with the scope “own” reads what was handed over once the case is theirs', async () => {
  const file = await fileWith(['note'])
  const own = await staffAt(house, 'caseworker', minsk, 'own')
  const referral = await accepted(sender, { ...file.of, type: 'referral', set: handOver(['note']) })
  expect(await visible(own, file)).toEqual([])
  const second = (await receiver.ask('POST', `/referrals/${referral}/answer`, { state: 'accepted' })).json()
    .case as string
  expect(await visible(own, file)).toEqual([])
  const me = (await own.ask('GET', '/session')).json().id as string
  const given = await tell(receiver, {
    office: minsk.id,
    person: file.person,
    case: second,
    type: 'case',
    record: second,
    base: 1,
    set: { caseworker: me },
  })
  expect(given.codes).toEqual([])
  expect(await visible(own, file)).toEqual([file.person, file.case, file.records.get('note')])
})

test('declining closes the file again, and says why', async () => {
  const file = await fileWith(['note'])
  const referral = await accepted(sender, { ...file.of, type: 'referral', set: handOver(['note']) })
  const decline = (body: object) => receiver.ask('POST', `/referrals/${referral}/answer`, body)
  expect((await decline({ state: 'declined' })).statusCode).toBe(400)
  expect((await decline({ state: 'declined', declineReason: 'full', feedback: 'In May again.' })).statusCode).toBe(200)
  expect(await visible(receiver, file)).toEqual([])
  const record = ((await sender.ask('GET', `/cases/${file.case}`)).json().records as RecordView[]).find(
    ({ id }) => id === referral,
  )
  expect(record?.content).toMatchObject({ state: 'declined', declineReason: 'full', feedback: 'In May again.' })
})

test('AS13 consent withdrawn closes the file to the other mission in the same moment', async () => {
  const file = await fileWith(['note'])
  await accepted(sender, { ...file.of, type: 'referral', set: handOver(['note']) })
  expect(await visible(receiver, file)).toHaveLength(3)
  const consent = ((await sender.ask('GET', `/cases/${file.case}`)).json().records as RecordView[]).find(
    ({ type }) => type === 'consent',
  )
  await accepted(sender, {
    ...file.of,
    type: 'consent',
    record: consent?.id ?? '',
    base: 1,
    set: { withdrawnOn: '2026-03-02' },
  })
  expect(await visible(receiver, file, ['case', 'risk', 'service', 'movement', 'visit'])).toEqual([])
  // What stays is the notice: work of that mission, which names the file by ids it knew and says nothing else of it.
  const { body } = await receiver.ask('GET', `/lists/task?at=${minsk.id}`)
  expect(body).toContain(file.case)
  for (const secret of Object.values(secrets)) expect(body).not.toContain(secret)
})

test('nothing but what was handed over is seen, never before it is sent, never after it is withdrawn', {
  timeout: 120_000,
}, async () => {
  const walk = fc.record({
    handed: fc.subarray(kinds),
    again: fc.option(fc.subarray(kinds), { nil: null }),
    first: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(walk, async ({ handed, again, first }) => {
      const written = kinds.filter(kind => kind !== 'health')
      const file = await fileWith(written)
      const seen = async () => [...(await visible(receiver, file))].sort()
      const ids = (types: readonly string[]) =>
        [file.person, file.case, ...types.flatMap(type => file.records.get(type) ?? [])].sort()
      const one = await accepted(sender, { ...file.of, type: 'referral', set: handOver(handed, 'drafted') })
      expect(await seen()).toEqual([])
      // The receiver has opened it meanwhile, of which the sender knows nothing.
      const move = async (record: string, base: number, state: string) => {
        const { status } = await tell(sender, { ...file.of, type: 'referral', record, base, set: { state } })
        expect(['accepted', 'merged']).toContain(status)
      }
      await move(one, 1, 'sent')
      expect(await seen()).toEqual(ids(handed))
      // What is written afterwards stays at home.
      const later = await accepted(sender, { ...file.of, type: 'note', set: { text: newId() } })
      expect((await receiver.ask('GET', `/cases/${file.case}`)).body).not.toContain(later)
      expect(await visible(elsewhere, file)).toEqual([])
      if (again) {
        const two = await accepted(sender, { ...file.of, type: 'referral', set: handOver(again) })
        expect(await seen()).toEqual(ids([...new Set([...handed, ...again])]))
        const [ended, stays, base] = first ? [one, again, 2] : [two, handed, 1]
        await move(ended, base, 'withdrawn')
        expect(await seen()).toEqual(ids(stays))
        await move(first ? two : one, first ? 1 : 2, 'withdrawn')
      } else await move(one, 2, 'withdrawn')
      expect(await seen()).toEqual([])
      const left = await house.register.pool.query(
        `select (select count(*) from record where person = $1 and shared <> '{}') + (select count(*) from subject_key where subject = $1 and shared <> '{}')
          + (select count(*) from name_token where person = $1 and shared <> '{}') + (select count(*) from exact_token where person = $1 and shared <> '{}')
          + (select count(*) from listed where person = $1 and shared <> '{}') as n`,
        [file.person],
      )
      expect(left.rows).toEqual([{ n: 0 }])
    }),
    { numRuns: 8 },
  )
})
