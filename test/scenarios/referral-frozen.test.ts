import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Content } from '#dictionary/answer.ts'
import { destroyKeys } from '#register/erase.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { asOwner } from '#register/work.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, staffAt, tell } from './money-house.ts'
import { linkTo, recordOf, type Referred, referred, secrets, stranger } from './referral-house.ts'

/** A partner sees what was sent, not what was written since; a mission that opens what was handed over has received it. */
let house: House
let kyiv: OfficeRow
let minsk: OfficeRow
let worker: Asker
let receiver: Asker

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  minsk = await house.office('MSQ', hq)
  worker = await staffAt(house, 'caseworker', kyiv)
  receiver = await staffAt(house, 'supervisor', minsk)
})
afterAll(() => house.close())

const rows = async (query: string, ...values: unknown[]) => (await house.register.pool.query(query, values)).rows
const kept = (file: Referred) => rows('select * from shared_answers where referral = $1', file.referral)
const edit = (file: Opened, type: 'person' | 'case', base: number, set: Content) =>
  accepted(worker, { type, ...file, record: file[type], base, case: type === 'person' ? null : file.case, set })

describe('what a partner sees', () => {
  const seenBy = async (file: Referred) => {
    const reply = await stranger(house).ask('POST', '/partner/open', await linkTo(worker, file.referral))
    expect(reply.statusCode).toBe(200)
    return Object.fromEntries(
      (reply.json().fields as { field: string; value: unknown }[]).map(({ field, value }) => [field, value]),
    )
  }
  const asSent = {
    preferredName: secrets.preferredName,
    sex: 'female',
    languages: ['uk'],
    details: 'A quiet room, please.',
  }

  test('is what was sent: not what was corrected, added or taken back since', async () => {
    const file = await referred(worker, kyiv)
    await edit(file, 'person', 1, { preferredName: 'Zqlater', languages: ['uk', 'ru'], sex: null })
    expect(await seenBy(file)).toEqual(asSent)
    await edit(file, 'person', 2, { preferredName: 'Zqlatest' })
    expect(await seenBy(file)).toEqual(asSent)
  })

  test('is what stood there at the sending, not when the draft was written, nor a moment before in the same breath', async () => {
    const file = await referred(worker, kyiv, { state: 'drafted' })
    expect(await kept(file)).toEqual([])
    const of = { office: kyiv.id, person: file.person, madeAt: '2026-03-01T10:00:00Z', dictionary: 0 }
    const changes = [
      { ...of, id: newId(), type: 'person', record: file.person, case: null, base: 1, set: { preferredName: 'Zqnew' } },
      { ...of, id: newId(), type: 'referral', record: file.referral, case: file.case, base: 1, set: { state: 'sent' } },
      {
        ...of,
        id: newId(),
        type: 'person',
        record: file.person,
        case: null,
        base: 2,
        set: { preferredName: 'Zqafter' },
      },
    ]
    const reply = await worker.ask('POST', '/changes', { changes })
    expect(reply.json().results.map(({ status }: { status: string }) => status)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ])
    expect(await seenBy(file)).toEqual({ ...asSent, preferredName: 'Zqnew' })
  })

  test('cannot be changed by writing to the recipient anew', async () => {
    const file = await referred(worker, kyiv)
    const of = { office: kyiv.id, person: file.person, case: file.case, type: 'referral', record: file.referral }
    expect((await tell(worker, { ...of, base: 1, set: { details: 'Another word.' } })).codes).toEqual([
      'referral_settled',
    ])
  })

  test('lies sealed, and is gone with the referral, with the consent, and with the person', async () => {
    const done = await referred(worker, kyiv)
    const [row] = await kept(done)
    for (const word of Object.values(secrets)) expect(row.sealed.includes(word)).toBe(false)
    await accepted(worker, {
      office: kyiv.id,
      person: done.person,
      case: done.case,
      type: 'referral',
      record: done.referral,
      base: 1,
      set: { state: 'withdrawn' },
    })
    expect(await kept(done)).toEqual([])

    const taken = await referred(worker, kyiv)
    const pass = await linkTo(worker, taken.referral)
    await accepted(worker, {
      office: kyiv.id,
      person: taken.person,
      case: taken.case,
      type: 'consent',
      record: taken.consent,
      base: 1,
      set: { withdrawnOn: '2026-03-02' },
    })
    expect(await kept(taken)).toEqual([])
    const reply = await stranger(house).ask('POST', '/partner/open', pass)
    expect(reply.json().fields ?? []).toEqual([])
    for (const word of Object.values(secrets)) expect(reply.body).not.toContain(word)

    const erased = await referred(worker, kyiv)
    await asOwner(house.register, client => destroyKeys(client, [erased.person], house.clock.now))
    expect(await kept(erased)).toEqual([])
  })

  test('of a referral that was sent before answers were frozen is what stands there at its first opening', async () => {
    const file = await referred(worker, kyiv)
    await rows('delete from shared_answers where referral = $1', file.referral)
    await edit(file, 'person', 1, { preferredName: 'Zqsince' })
    expect(await seenBy(file)).toEqual({ ...asSent, preferredName: 'Zqsince' })
    await edit(file, 'person', 2, { preferredName: 'Zqlater' })
    expect(await seenBy(file)).toEqual({ ...asSent, preferredName: 'Zqsince' })
  })
})

describe('a mission', () => {
  async function handedOver(): Promise<Referred> {
    const file = await aFile(worker, kyiv.id, { ...secrets }, { category: 'trafficked' })
    const consent = await accepted(worker, {
      type: 'consent',
      ...file,
      set: { purpose: 'sharing', decision: 'yes', givenOn: '2026-02-20' },
    })
    const set = {
      need: 'reception',
      recipientKind: 'own_mission',
      toOffice: minsk.id,
      shared: ['preferred_name'],
      sentOn: '2026-03-01',
      state: 'sent',
    }
    return { ...file, consent, provider: '', referral: await accepted(worker, { type: 'referral', ...file, set }) }
  }
  const openedBy = async (who: Asker, file: Opened) => (await who.ask('GET', `/cases/${file.case}`)).statusCode
  const stands = async (file: Referred) => (await recordOf(worker, file, file.referral))?.content

  test('that opens it for the first time has received it: by whom, on which day, once', async () => {
    const file = await handedOver()
    await receiver.ask('GET', `/lists/referral?at=${minsk.id}&open=yes`)
    expect((await stands(file))?.state).toBe('sent')
    const colleague = await staffAt(house, 'caseworker', minsk)
    expect(await Promise.all([openedBy(receiver, file), openedBy(colleague, file)])).toEqual([200, 200])
    expect(await stands(file)).toMatchObject({
      state: 'received',
      receivedOn: '2026-03-02',
      answeredThrough: 'mission',
    })
    expect(await openedBy(receiver, file)).toBe(200)
    const log = await rows(
      'select origin, version, author, received_at from change where record = $1 order by version',
      file.referral,
    )
    expect(log).toMatchObject([{ origin: 'app' }, { origin: 'mission', received_at: house.clock.now }])
    // The answer still waits: who sent it is not told of an opening, and accepting goes on from here.
    const answer = await receiver.ask('POST', `/referrals/${file.referral}/answer`, { state: 'accepted' })
    expect(answer.statusCode).toBe(200)
    expect(await stands(file)).toMatchObject({ state: 'accepted', receivedOn: '2026-03-02' })
  })

  test('that has opened it does not keep it open: who withdraws without knowing of the opening is obeyed at once', async () => {
    const file = await handedOver()
    expect(await openedBy(receiver, file)).toBe(200)
    const of = { office: kyiv.id, person: file.person, case: file.case, type: 'referral', record: file.referral }
    expect(await tell(worker, { ...of, base: 1, set: { state: 'withdrawn' } })).toMatchObject({ status: 'merged' })
    expect(await openedBy(receiver, file)).toBe(404)
    // What is over stays over: there is nothing to take back from it.
    const done = await handedOver()
    await receiver.ask('POST', `/referrals/${done.referral}/answer`, { state: 'declined', declineReason: 'full' })
    const late = await tell(worker, {
      ...of,
      person: done.person,
      case: done.case,
      record: done.referral,
      base: 1,
      set: { state: 'withdrawn' },
    })
    expect(late.codes).toEqual(['referral_state_order'])
  })

  test('has not received what others open: the sender, who answers for both, who may not answer, a stranger', async () => {
    const file = await handedOver()
    const hq = house.register.offices().byCode('HQ')
    const elsewhere = await staffAt(house, 'supervisor', await house.office('TBS', hq))
    const both = await house.as(
      await house.account('both.missions', [
        { role: 'supervisor', office: kyiv.id, scope: 'office' },
        { role: 'supervisor', office: minsk.id, scope: 'office' },
      ]),
    )
    const reader = await staffAt(house, 'data_protection_officer', minsk)
    expect(await openedBy(worker, file)).toBe(200)
    expect(await openedBy(both, file)).toBe(200)
    await openedBy(reader, file)
    expect(await openedBy(elsewhere, file)).toBe(404)
    expect((await stands(file))?.state).toBe('sent')
  })

  test('cannot say so by itself, nor can the sender say it for the mission', async () => {
    const file = await handedOver()
    const of = { office: kyiv.id, person: file.person, case: file.case, type: 'referral', record: file.referral }
    expect((await tell(worker, { ...of, base: 1, set: { state: 'received' } })).codes).toEqual([
      'referral_answer_not_yours',
    ])
    expect((await tell(worker, { ...of, base: 1, set: { receivedOn: '2026-03-01' } })).codes).toEqual(['fixed_field'])
    expect((await stands(file))?.state).toBe('sent')
  })
})
