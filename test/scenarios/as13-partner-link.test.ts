import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { accepted, staffAt, tell } from './money-house.ts'
import { linkTo, recordOf, type Referred, referred, secrets, stranger } from './referral-house.ts'

/** AS13, and the door of a partner without an account: a link and a code, what they show, and when they end. */
let house: House
let kyiv: OfficeRow
let worker: Asker
let supervisor: Asker
let nobody: Asker
const noon = new Date('2026-03-02T09:00:00Z')

beforeAll(async () => {
  house = await openHouse()
  kyiv = await house.office('KYV', await house.office('HQ'))
  worker = await staffAt(house, 'caseworker', kyiv)
  supervisor = await staffAt(house, 'supervisor', kyiv)
  nobody = stranger(house)
})
beforeEach(() => {
  house.clock.now = noon
})
afterAll(() => house.close())

interface Pass {
  token: string
  code: string
}
const open = (pass: object) => nobody.ask('POST', '/partner/open', pass)
const answer = (pass: object, set: object) => nobody.ask('POST', '/partner/answer', { ...pass, ...set })
const stateOf = async (file: Referred) => (await recordOf(worker, file, file.referral))?.content.state

/** What everybody hears who has nothing to look for here. */
async function refusal(): Promise<{ status: number; body: string }> {
  const reply = await open({ token: 'x'.repeat(43), code: '12345678' })
  return { status: reply.statusCode, body: reply.body }
}
const said = (reply: { statusCode: number; body: string }) => ({ status: reply.statusCode, body: reply.body })

describe('the door of a partner', () => {
  test('shows the shared fields and nothing else, and says that it was received', async () => {
    const file = await referred(worker, kyiv)
    const pass = await linkTo(worker, file.referral)
    const reply = await open(pass)
    expect(reply.json()).toMatchObject({ withdrawn: false, state: 'received', need: 'shelter', from: 'Office KYV' })
    expect(reply.json().fields).toEqual([
      { type: 'person', field: 'preferredName', value: secrets.preferredName },
      { type: 'person', field: 'sex', value: 'female' },
      { type: 'person', field: 'languages', value: ['uk'] },
      { type: 'referral', field: 'details', value: 'A quiet room, please.' },
    ])
    for (const word of [secrets.givenNames, secrets.familyNames, secrets.phone, secrets.safeContact, file.person])
      expect(reply.body).not.toContain(word)
    expect(await stateOf(file)).toBe('received')
  })

  test('accepting is an ordinary change; the team is told, the question closed, the person to be told', async () => {
    const file = await referred(worker, kyiv)
    const pass = await linkTo(worker, file.referral)
    expect((await answer(pass, { state: 'accepted' })).statusCode).toBe(200)
    const record = await recordOf(worker, file, file.referral)
    expect(record?.content).toMatchObject({ state: 'accepted', answeredThrough: 'link', acknowledgedOn: '2026-03-02' })
    const { rows } = await house.register.pool.query('select origin from change where record = $1 order by version', [
      file.referral,
    ])
    expect(rows).toEqual([{ origin: 'app' }, { origin: 'partner' }])
    const tasks = ((await worker.ask('GET', `/cases/${file.case}`)).json().records as { content: object }[])
      .map(({ content }) => content as Record<string, unknown>)
      .filter(({ about }) => about === file.referral)
    expect(tasks.find(({ kind }) => kind === 'referral_acknowledge')?.doneOn).toBeDefined()
    expect(tasks.find(({ kind }) => kind === 'referral_answer')).toMatchObject({ dueOn: '2026-03-04' })
    for (const who of [worker, supervisor]) {
      const notices = (await who.ask('GET', '/notices')).json().items as { kind: string; record: string }[]
      expect(notices.filter(({ record }) => record === file.referral).map(({ kind }) => kind)).toEqual([
        'referral_answered',
      ])
    }
    expect((await answer(pass, { state: 'done', feedback: 'She stayed a month.' })).statusCode).toBe(200)
    expect((await recordOf(worker, file, file.referral))?.content).toMatchObject({
      state: 'done',
      feedback: 'She stayed a month.',
    })
    expect(said(await open(pass))).toEqual(await refusal())
  })

  test('declining needs a reason and ends the door', async () => {
    const file = await referred(worker, kyiv)
    const pass = await linkTo(worker, file.referral)
    expect((await answer(pass, { state: 'declined' })).statusCode).toBe(400)
    expect((await answer(pass, { state: 'declined', declineReason: 'full' })).statusCode).toBe(200)
    expect(await stateOf(file)).toBe('declined')
    expect(said(await answer(pass, { state: 'accepted' }))).toEqual(await refusal())
  })

  test('a stranger, a wrong code and a door that has ended look alike, at every door', {
    timeout: 60_000,
  }, async () => {
    const expected = await refusal()
    expect(expected.status).toBe(404)
    const ends: Readonly<Record<string, (file: Referred, pass: Pass) => Promise<unknown>>> = {
      'a stranger': async (_, pass) => (pass.token = 'x'.repeat(43)),
      'a wrong code': async (_, pass) => (pass.code = pass.code === '00000000' ? '11111111' : '00000000'),
      'the code of another link': async (_, pass) =>
        (pass.code = (await linkTo(worker, (await referred(worker, kyiv)).referral)).code),
      'a newer link': file => linkTo(worker, file.referral),
      'ended by hand': file => worker.ask('DELETE', `/referrals/${file.referral}/link`),
      'its days are over': async () => (house.clock.now = new Date('2026-03-16T09:00:00Z')),
      declined: (_, pass) => answer(pass, { state: 'declined', declineReason: 'full' }),
      'withdrawn by the sender': file =>
        accepted(worker, {
          office: kyiv.id,
          person: file.person,
          case: file.case,
          type: 'referral',
          record: file.referral,
          base: 1,
          set: { state: 'withdrawn' },
        }),
    }
    for (const [what, end] of Object.entries(ends)) {
      house.clock.now = noon
      const file = await referred(worker, kyiv)
      const pass: Pass = await linkTo(worker, file.referral)
      await end(file, pass)
      const replies = [
        await open(pass),
        await answer(pass, { state: 'accepted' }),
        await nobody.ask('POST', '/partner/acknowledge', pass),
      ]
      for (const reply of replies) {
        expect({ what, ...said(reply) }).toEqual({ what, ...expected })
        expect(Object.keys(reply.headers)).toEqual(Object.keys(replies[0]?.headers ?? {}))
      }
    }
  })

  test('spaces in the code say nothing, and staff see that the door is open, then that it is over', async () => {
    const file = await referred(worker, kyiv)
    const pass = await linkTo(worker, file.referral)
    expect((await open({ ...pass, code: `${pass.code.slice(0, 4)} ${pass.code.slice(4)}` })).statusCode).toBe(200)
    const link = async () => (await worker.ask('GET', `/referrals/${file.referral}/link`)).json().link
    expect(await link()).toMatchObject({ ended: false, openedAt: noon.toISOString() })
    await worker.ask('DELETE', `/referrals/${file.referral}/link`)
    expect(await link()).toMatchObject({ ended: true })
  })

  test('five wrong codes lock it for the right one too', async () => {
    const file = await referred(worker, kyiv)
    const pass = await linkTo(worker, file.referral)
    const wrong = pass.code === '00000000' ? '11111111' : '00000000'
    const guesses = await Promise.all(Array.from({ length: 5 }, () => open({ ...pass, code: wrong })))
    for (const guess of guesses) expect(guess.statusCode).toBe(404)
    expect(said(await open(pass))).toEqual(await refusal())
    expect(await stateOf(file)).toBe('sent')
  })

  test('guessing is slowed down like signing in', async () => {
    const slow = await openHouse({ signInPerMinute: 3 })
    const pass = { token: 'y'.repeat(43), code: '1' }
    const codes: number[] = []
    for (let i = 0; i < 4; i++) codes.push((await stranger(slow).ask('POST', '/partner/open', pass)).statusCode)
    await slow.close()
    expect(codes).toEqual([404, 404, 404, 429])
  })

  test('neither token nor code stands in a log, and links are made for one’s own referrals only', async () => {
    const file = await referred(worker, kyiv)
    const pass = await linkTo(worker, file.referral)
    await open(pass)
    for (const word of [pass.token, pass.code, secrets.preferredName]) expect(house.log.join('')).not.toContain(word)
    const rows = await house.register.pool.query('select * from partner_link')
    for (const word of [pass.token, pass.code]) expect(JSON.stringify(rows.rows)).not.toContain(word)
    const elsewhere = await staffAt(house, 'caseworker', await house.office(`M${newId().slice(-4)}`))
    for (const method of ['GET', 'POST', 'DELETE'] as const)
      expect((await elsewhere.ask(method, `/referrals/${file.referral}/link`)).statusCode).toBe(404)
    const draft = await referred(worker, kyiv, { state: 'drafted' })
    expect((await worker.ask('POST', `/referrals/${draft.referral}/link`)).statusCode).toBe(404)
  })
})

test('who may not read a telephone number makes no link that shows one', async () => {
  const counter = await staffAt(house, 'data_focal_point', kyiv)
  const link = async (shared: readonly string[]) => {
    const file = await referred(worker, kyiv, { need: 'reception', shared })
    return (await counter.ask('POST', `/referrals/${file.referral}/link`)).statusCode
  }
  expect(await link(['sex', 'preferred_name'])).toBe(200)
  expect(await link(['sex', 'phone'])).toBe(404)
  expect(await link(['message'])).toBe(404)
})

test('AS13 consent withdrawn after acceptance: access ends, the partner acknowledges, our help goes on', async () => {
  const file = await referred(worker, kyiv)
  const of = { office: kyiv.id, person: file.person, case: file.case }
  const pass = await linkTo(worker, file.referral)
  await answer(pass, { state: 'accepted' })
  await accepted(worker, { ...of, type: 'consent', record: file.consent, base: 1, set: { withdrawnOn: '2026-03-02' } })
  expect(await stateOf(file)).toBe('withdrawn')
  const seen = await open(pass)
  expect(seen.json()).toEqual({
    withdrawn: true,
    state: null,
    need: null,
    sentOn: null,
    from: 'Office KYV',
    fields: [],
  })
  for (const state of ['accepted', 'done']) expect(said(await answer(pass, { state }))).toEqual(await refusal())
  // Who does not hold the code does not even hear that something was taken back.
  expect(said(await open({ ...pass, code: '1' }))).toEqual(await refusal())
  const notice = async () =>
    ((await worker.ask('GET', `/cases/${file.case}`)).json().records as { type: string; content: object }[]).find(
      ({ type }) => type === 'withdrawal_notice',
    )?.content
  expect(await notice()).toMatchObject({ of: file.referral, state: 'awaiting_acknowledgement', dueOn: '2026-03-09' })
  expect((await nobody.ask('POST', '/partner/acknowledge', pass)).statusCode).toBe(200)
  expect(await notice()).toMatchObject({ state: 'acknowledged', acknowledgedOn: '2026-03-02' })
  expect(said(await open(pass))).toEqual(await refusal())
  // What we give ourselves asks none of this.
  await accepted(worker, { ...of, type: 'service', set: { type: 'medical', deliveredOn: '2026-03-02' } })
})

test('AS12 without consent a referral is refused by name of what is missing, also as a forged call', async () => {
  const file = await referred(worker, kyiv)
  const of = { office: kyiv.id, person: file.person, case: file.case, type: 'referral' }
  const police = await accepted(worker, {
    type: 'provider',
    office: kyiv.id,
    set: { name: 'Unit', kind: 'police', state: 'active' },
  })
  const set = {
    need: 'information',
    recipientKind: 'police',
    recipientOrganisation: police,
    sentOn: '2026-03-01',
    state: 'sent',
  }
  expect((await tell(worker, { ...of, set })).codes).toEqual(['sharing_consent_missing'])
  // Passed off as an NGO it is refused as well.
  expect((await tell(worker, { ...of, set: { ...set, recipientKind: 'ngo' } })).codes).toEqual([
    'referral_recipient_kind',
  ])
  expect((await tell(worker, { ...of, set: { ...set, state: 'drafted', shared: ['phone'] } })).codes).toEqual([
    'referral_more_than_needed',
  ])
})

test('AS12 an exception is asked with a reason and settled by a second person; only then it goes', async () => {
  const file = await referred(worker, kyiv, { state: 'drafted' })
  const of = { office: kyiv.id, person: file.person, case: file.case }
  await accepted(worker, { ...of, type: 'consent', record: file.consent, base: 1, set: { withdrawnOn: '2026-03-01' } })
  const send = (base: number) =>
    tell(worker, { ...of, type: 'referral', record: file.referral, base, set: { state: 'sent', sentOn: '2026-03-02' } })
  expect((await send(1)).codes).toEqual(['sharing_consent_withdrawn'])
  const question = { kind: 'consent_override', of: file.referral, state: 'waiting', askedOn: '2026-03-02' }
  const bare = await tell(worker, { ...of, type: 'approval', set: question })
  expect(bare.codes).toEqual(['override_incomplete', 'override_incomplete'])
  const approval = await accepted(worker, {
    ...of,
    type: 'approval',
    set: { ...question, reason: 'Her life is in danger.', legalGround: 'Article 9(2)(c).' },
  })
  const settle = { ...of, type: 'approval', record: approval, base: 1, set: { state: 'approved' } }
  expect((await tell(worker, settle)).codes).toEqual(['approval_by_oneself'])
  expect((await send(1)).codes).toEqual(['sharing_consent_withdrawn'])
  await accepted(supervisor, settle)
  // What was looked at is what goes: nothing moves under the signature.
  for (const [field, value] of [
    ['shared', ['preferred_name', 'phone']],
    ['recipientOrganisation', newId()],
    ['details', 'And her story.'],
  ] as const) {
    const set = { [field]: value, moreReason: 'safety', state: 'sent', sentOn: '2026-03-02' }
    const moved = await tell(worker, { ...of, type: 'referral', record: file.referral, base: 1, set })
    expect(moved.codes).toEqual(['referral_exception_moved'])
  }
  expect((await send(1)).codes).toEqual([])
  expect((await open(await linkTo(worker, file.referral))).json()).toMatchObject({ withdrawn: false, need: 'shelter' })
})
