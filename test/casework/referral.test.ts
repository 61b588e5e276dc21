import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { consequences, notices } from '#casework/follow.ts'
import { handOverOf, secondCase } from '#casework/referral/hand-over.ts'
import { beyondMinimum, minimumFor, shareable, sharedFields, sharedItems } from '#casework/referral/minimum-data.ts'
import { daysWaiting, following, referralStates, stateOf } from '#casework/referral/state.ts'
import { type Around, nothingAround } from '#casework/rule-set.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn, codeOf, fieldOf, listOf } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

const provider = (content: Content) =>
  aRecord('provider', { state: 'active', ...content }, { id: 'provider-1', person: null, case: null })
const ngo = provider({ name: 'House', kind: 'ngo', agreementUntil: '2027-01-01' })
const agreed = aRecord('consent', { purpose: 'sharing', decision: 'yes', givenOn: '2026-11-01' })
const draft: Content = {
  need: 'shelter',
  recipientKind: 'ngo',
  recipientOrganisation: 'provider-1',
  shared: ['preferred_name', 'age_group'],
  sentOn: '2026-11-20',
  state: 'sent',
}
const around = (record: RecordView): Around => ({
  ...nothingAround,
  record: id => (id === record.id ? record : null),
})
const person = { id: 'u1', may: () => true }
const machine = { id: 'm', machine: true, may: () => true }

interface Asked {
  file?: CaseFile
  set: Content
  record?: RecordView
  provider?: RecordView
  actor?: typeof person
}
function refusals({ file = aCase({}, [agreed]), set, record, provider: known = ngo, actor = person }: Asked) {
  const before = record ? { ...file, records: [...file.records, record] } : file
  const change = aChange('referral', set, record ? { record: record.id, base: record.version } : {})
  return checkCase(builtIn, before, change, { today, actor, around: around(known) }).map(({ code }) => code)
}

describe('states', () => {
  const steps = referralStates.flatMap(from => referralStates.map(to => [from, to] as const))
  test.each(steps)('%s to %s', (from, to) => {
    const record = aRecord('referral', { ...draft, state: from, declineReason: 'full' })
    const expected = from === to || following[from].includes(to) ? [] : ['referral_state_order']
    expect(refusals({ record, set: { state: to } })).toEqual(expected)
  })

  test('a person begins with a draft or by sending; an import says how it ended', () => {
    expect(refusals({ set: { ...draft, state: 'accepted' } })).toEqual(['referral_state_order'])
    expect(refusals({ set: { ...draft, state: 'drafted' } })).toEqual([])
    expect(refusals({ set: { ...draft, state: 'done' }, actor: machine })).toEqual([])
  })

  test('the words of version 0.1 are read as those of now', () => {
    expect(['acknowledged', 'served', 'closed'].map(state => stateOf({ state }))).toEqual([
      'received',
      'done',
      'withdrawn',
    ])
  })

  test('whatever is done, what has ended stays ended', () => {
    const walk = fc.array(fc.constantFrom(...referralStates), { maxLength: 12 })
    fc.assert(
      fc.property(walk, wanted => {
        let content: Content = { ...draft, state: 'drafted', declineReason: 'full' }
        let ended: unknown = null
        for (const state of wanted) {
          if (refusals({ record: aRecord('referral', content), set: { state } }).length === 0)
            content = { ...content, state }
          if (ended !== null) expect(content.state).toBe(ended)
          if (following[stateOf(content) ?? 'drafted'].length === 0) ended = content.state
        }
      }),
    )
  })
})

describe('what may be sent', () => {
  const sent = aRecord('referral', draft)
  test.each<[string, Asked, string[]]>([
    ['whole, with consent', { set: draft }, []],
    ['AS12 nobody asked for consent', { set: draft, file: aCase({}, []) }, ['sharing_consent_missing']],
    [
      'AS12 the person said no',
      { set: draft, file: aCase({}, [aRecord('consent', { purpose: 'sharing', decision: 'no' })]) },
      ['sharing_consent_refused'],
    ],
    [
      'AS12 a second person approved an exception for it',
      {
        record: aRecord('referral', { ...draft, state: 'drafted' }, { id: 'r1' }),
        set: { state: 'sent' },
        file: aCase({}, [aRecord('approval', { kind: 'consent_override', of: 'r1', state: 'approved' })]),
      },
      [],
    ],
    ['a draft needs no consent', { set: { ...draft, state: 'drafted' }, file: aCase({}, []) }, []],
    ['for what', { set: { ...draft, need: null } }, ['referral_incomplete']],
    ['to whom', { set: { ...draft, recipientOrganisation: null } }, ['referral_incomplete']],
    ['an unknown organisation', { set: { ...draft, recipientOrganisation: 'x' } }, ['referral_incomplete']],
    [
      'more than the service needs',
      { set: { ...draft, shared: ['preferred_name', 'phone'] } },
      ['referral_more_than_needed'],
    ],
    ['more, with the reason', { set: { ...draft, shared: ['phone'], moreReason: 'person_asks' } }, []],
    [
      'no agreement with an NGO',
      { set: draft, provider: provider({ name: 'House', kind: 'ngo' }) },
      ['referral_no_agreement'],
    ],
    [
      'an agreement that ran out',
      { set: draft, provider: provider({ name: 'House', kind: 'private', agreementUntil: '2026-11-01' }) },
      ['referral_recipient_kind'],
    ],
    [
      'an authority is only warned about',
      { set: { ...draft, recipientKind: 'health' }, provider: provider({ name: 'Clinic', kind: 'health' }) },
      [],
    ],
    [
      'police passed off as an NGO',
      { set: draft, provider: provider({ name: 'Unit', kind: 'police' }) },
      ['referral_recipient_kind'],
    ],
    [
      'police under a general consent',
      { set: { ...draft, recipientKind: 'police' }, provider: provider({ name: 'Unit', kind: 'police' }) },
      ['sharing_consent_missing'],
    ],
    [
      'an organisation that has ended',
      { set: draft, provider: provider({ name: 'House', kind: 'ngo', state: 'ended' }) },
      ['referral_provider_ended'],
    ],
    ['two recipients', { set: { ...draft, toOffice: 'minsk' } }, ['referral_recipients']],
    [
      'to one’s own office',
      { set: { ...draft, recipientOrganisation: null, toOffice: 'kyiv', recipientKind: 'own_mission' } },
      ['referral_own_office'],
    ],
    [
      'to a mission, as an NGO',
      { set: { ...draft, recipientOrganisation: null, toOffice: 'minsk' } },
      ['referral_recipient_kind'],
    ],
    [
      'records handed over to an organisation',
      { set: { ...draft, handedOver: ['note'] } },
      ['referral_handed_over_outside'],
    ],
    ['what was sent does not change', { record: sent, set: { shared: ['names'] } }, ['referral_settled']],
    ['declining says why', { record: sent, set: { state: 'declined' } }, ['referral_decline_reason']],
    ['an answer that was told to us', { record: sent, set: { state: 'declined', declineReason: 'full' } }, []],
  ])('%s', (_, asked, codes) => expect(refusals(asked)).toEqual(codes))

  test('another mission answers for itself: the sender cannot', () => {
    const record = aRecord('referral', { need: 'reception', toOffice: 'minsk', state: 'sent' })
    for (const state of ['received', 'accepted', 'declined'])
      expect(refusals({ record, set: { state } })).toEqual(['referral_answer_not_yours'])
    expect(refusals({ record, set: { state: 'withdrawn' } })).toEqual([])
    expect(refusals({ record, set: { state: 'accepted' }, actor: machine })).toEqual([])
  })
})

describe('minimum data', () => {
  test('every item stands for fields that the dictionary has, and is a code of its list', () => {
    expect(listOf(builtIn, 'shared_item')?.codes.map(({ code }) => code)).toEqual(sharedItems)
    for (const [type, field] of Object.values(shareable).flat()) expect(fieldOf(builtIn, type, field)).toBeDefined()
  })

  test('no service needs a telephone, a nationality and a place at once; none hears of health', () => {
    for (const { code } of listOf(builtIn, 'service_type')?.codes ?? []) {
      const items = minimumFor(code)
      expect(new Set(items).size).toBe(items.length)
      for (const [type, field] of items.flatMap(item => shareable[item]))
        expect(['health', 'justice', 'protected', 'location']).not.toContain(fieldOf(builtIn, type, field)?.class)
      expect(beyondMinimum({ need: code, shared: items })).toEqual([])
    }
  })

  test('what leaves is what was chosen and answered, whatever else the file holds', () => {
    const items = fc.subarray([...sharedItems])
    fc.assert(
      fc.property(items, shared => {
        const file = aCase({ ageGroup: 'child', legalStatus: 'unknown' }, [], {
          preferredName: 'Nana',
          familyNames: 'Secret',
          phone: '1',
          sex: 'female',
        })
        const allowed = new Set(shared.flatMap(item => shareable[item].map(([type, field]) => `${type}.${field}`)))
        for (const { type, field, value } of sharedFields(file, { shared })) {
          expect(allowed).toContain(`${type}.${field}`)
          expect(value).not.toBe('unknown')
        }
      }),
    )
  })
})

test.each([
  [{ state: 'sent', sentOn: '2026-11-12' }, 10],
  [{ state: 'received', sentOn: '2026-11-22' }, 0],
  [{ state: 'sent', sentOn: '2026-12-01' }, 0],
  [{ state: 'sent', sentOn: '2026-11' }, null],
  [{ state: 'accepted', sentOn: '2026-11-12' }, null],
  [{ sentOn: '2026-11-12' }, null],
])('days waiting of %o on 2026-11-22: %s', (content, days) => expect(daysWaiting(content, today)).toBe(days))

describe('what follows', () => {
  const consent = { purpose: 'sharing', decision: 'yes', givenOn: '2026-11-01' }
  const opened = (records: RecordView[]) =>
    consequences(builtIn, aCase({ status: 'open' }, records), today)
      .filter(({ type }) => type === 'task' || type === 'referral')
      .map(({ record, set }) => [record ?? null, set])
  const sent = aRecord('referral', draft, { id: 'r1' })
  const accepted = aRecord('referral', { ...draft, state: 'accepted', acknowledgedOn: '2026-11-21' }, { id: 'r1' })
  const question = aRecord('task', { kind: 'referral_acknowledge', dueOn: '2026-11-27', about: 'r1' }, { id: 't1' })

  test('what was sent is asked after in a week, once', () => {
    expect(opened([aRecord('consent', consent), sent])).toEqual([
      [null, { kind: 'referral_acknowledge', dueOn: '2026-11-27', about: 'r1' }],
    ])
    expect(opened([aRecord('consent', consent), sent, question])).toEqual([])
  })

  test('an answer closes the question; one that came by itself is told to the person', () => {
    expect(opened([aRecord('consent', consent), accepted, question])).toEqual([['t1', { doneOn: today }]])
    const byLink = { ...accepted, content: { ...accepted.content, answeredThrough: 'link' } }
    expect(opened([aRecord('consent', consent), byLink])).toEqual([
      [null, { kind: 'referral_answer', dueOn: '2026-11-23', about: 'r1' }],
    ])
  })

  test.each([
    ['AS13 withdrawn after sending', { ...consent, withdrawnOn: '2026-11-22' }, [['r1', { state: 'withdrawn' }]]],
    ['withdrawn in a week from now', { ...consent, withdrawnOn: '2026-11-29' }, []],
    ['still given', consent, []],
  ])('%s', (_, content, expected) => {
    expect(opened([aRecord('consent', content), accepted])).toEqual(expected)
  })

  test('AS13 a closed case ends what it shared as well', () => {
    const file = aCase({ status: 'closed' }, [
      aRecord('consent', { ...consent, withdrawnOn: '2026-11-22' }),
      aRecord('referral', { ...draft, state: 'accepted' }, { id: 'r1' }),
    ])
    const ended = consequences(builtIn, file, today).filter(({ type }) => type === 'referral')
    expect(ended.map(({ record, set }) => [record, set])).toEqual([['r1', { state: 'withdrawn' }]])
  })

  test('sender, caseworker and supervisor hear of an answer; a mission hears of what is sent to it', () => {
    const told = (before: RecordView | null, record: RecordView) =>
      notices({
        d: builtIn,
        file: aCase({ caseworker: 'u7' }, [record]),
        change: aChange('referral', {}),
        before,
        record,
        today,
      }).map(({ kind, to }) => [kind, 'account' in to ? to.account : `${to.role} ${to.office}`])
    expect(told(sent, accepted)).toEqual([
      ['referral_answered', 'u1'],
      ['referral_answered', 'u7'],
      ['referral_answered', 'supervisor kyiv'],
    ])
    expect(told(accepted, accepted)).toEqual([])
    expect(told(null, aRecord('referral', { state: 'sent', toOffice: 'minsk' }))).toEqual([
      ['referral_received', 'supervisor minsk'],
    ])
  })
})

describe('hand-over', () => {
  test.each(referralStates)('%s', state => {
    const open = ['sent', 'received', 'accepted'].includes(state)
    expect(handOverOf({ state, toOffice: 'minsk', handedOver: ['note'] })).toEqual(
      open ? { office: 'minsk', types: ['note'] } : null,
    )
    expect(handOverOf({ state, recipientOrganisation: 'p' })).toBeNull()
  })

  test('every kind that can be handed over is a record type of a case', () => {
    for (const { code } of listOf(builtIn, 'handed_over')?.codes ?? [])
      expect(builtIn.recordTypes.get(code)?.under).toBe('case')
  })

  test('the second case begins with codes, and a child stays a child', () => {
    const content = secondCase(
      { category: 'trafficked', ageAtAssistance: 16, number: 'K-1', countryOfOrigin: 'UA', caseworker: 'u1' },
      { sentOn: '2026-11-20', reason: 'relocation' },
      { child: true, on: '2026-11-22' },
    )
    expect(content).toEqual({
      category: 'trafficked',
      countryOfOrigin: 'UA',
      ageGroup: 'child',
      registeredOn: '2026-11-22',
      referralSource: 'own_mission',
      referredOn: '2026-11-20',
      referralReason: 'relocation',
    })
    for (const [field, value] of Object.entries(content)) {
      const declared = fieldOf(builtIn, 'case', field)
      expect(declared?.class).toBe('open')
      if (declared?.kind === 'code') expect(codeOf(builtIn, declared.list ?? '', value as string)).toBeDefined()
    }
  })
})
