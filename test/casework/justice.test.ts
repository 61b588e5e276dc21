import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { consequences } from '#casework/follow.ts'
import { claimSums } from '#casework/justice/claims.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

const refusals = (type: string, set: Content) =>
  checkCase(builtIn, aCase({}), aChange(type, set), { today }).map(p => [p.code, p.field])

test.each<[string, Content, [string, string][]]>([
  [
    'hearing',
    {},
    [
      ['hearing_incomplete', 'on'],
      ['hearing_incomplete', 'purpose'],
    ],
  ],
  ['hearing', { on: '2027-01-10', purpose: 'first', state: 'planned' }, []],
  ['hearing', { on: '2027-01-10', purpose: 'first', state: 'held' }, [['hearing_not_yet_held', 'state']]],
  ['hearing', { on: '2026-11', purpose: 'first', state: 'held' }, []],
  ['representation', { kind: 'power_of_attorney' }, [['power_without_end', 'validUntil']]],
  ['representation', { kind: 'power_of_attorney', validUntil: 'unknown' }, []],
  ['representation', { kind: 'lawyer' }, []],
  [
    'representation',
    { kind: 'lawyer', givenOn: '2026-02-02', validUntil: '2026-01-01' },
    [['date_before', 'validUntil']],
  ],
  ['paper_retrieval', { kind: 'passport', state: 'returned' }, [['paper_without_day', 'returnedOn']]],
  ['paper_retrieval', { kind: 'passport', askedOn: '2026-02-02', state: 'asked' }, []],
  ['stay_application', { kind: 'visa', state: 'granted' }, [['stay_without_day', 'until']]],
  ['stay_application', { kind: 'visa', state: 'granted', until: '2027-06' }, []],
  ['expert_opinion', { askedOn: '2027-03-01' }, [['date_in_future', 'askedOn']]],
])('%s %j: %j', (type, set, expected) => {
  expect(refusals(type, set)).toEqual(expected)
})

describe('deadlines open their tasks', () => {
  const consent = aRecord('consent', { purpose: 'service', decision: 'yes' })
  const opens = (...records: ReturnType<typeof aRecord>[]) =>
    consequences(builtIn, aCase({}, [consent, ...records]), today).map(({ set }) => set)

  test.each<[string, Content, Content[]]>([
    [
      'representation',
      { kind: 'power_of_attorney', validUntil: '2027-03-31' },
      [{ kind: 'power_ends', dueOn: '2027-03-01' }],
    ],
    [
      'representation',
      { kind: 'power_of_attorney', validUntil: '2027-03' },
      [{ kind: 'power_ends', dueOn: '2027-01-30' }],
    ],
    ['representation', { kind: 'power_of_attorney', validUntil: 'unknown' }, []],
    ['representation', { kind: 'power_of_attorney', validUntil: '2027-03-31', state: 'revoked' }, []],
    ['representation', { kind: 'lawyer', validUntil: '2027-03-31' }, []],
    ['stay_application', { state: 'granted', until: '2027-03-31' }, [{ kind: 'residence_ends', dueOn: '2027-01-30' }]],
    ['stay_application', { state: 'filed' }, []],
    ['expert_opinion', { askedOn: '2026-11-01' }, [{ kind: 'expert_evaluation', dueOn: '2026-11-15' }]],
    ['expert_opinion', { askedOn: '2026-11-01', plannedOn: '2026-12-01' }, []],
    ['expert_opinion', { askedOn: '2026-11-01', givenOn: '2026-11-09' }, []],
  ])('%s %j: %j', (type, content, expected) => {
    expect(opens(aRecord(type, content))).toEqual(expected)
  })

  test('once a day: not again when the task is there or done, anew when the end moves', () => {
    const power = (validUntil: string) => aRecord('representation', { kind: 'power_of_attorney', validUntil })
    const done = aRecord('task', { kind: 'power_ends', dueOn: '2027-03-01', doneOn: '2027-02-20' })
    expect(opens(power('2027-03-31'), done)).toEqual([])
    expect(opens(power('2028-03-31'), done)).toEqual([{ kind: 'power_ends', dueOn: '2028-03-01' }])
  })
})

test('claims are summed by currency, exactly, and never across', () => {
  const money = (amount: string, currency: string) => ({ amount, currency })
  const claim = (content: Content) => aRecord('claim', content)
  const file = aCase({}, [
    claim({ owed: money('0.10', 'USD'), awarded: money('100', 'UAH') }),
    claim({ owed: money('0.20', 'USD'), paid: money('900719925474099.01', 'USD') }),
    claim({ owed: 'unknown' }),
  ])
  expect(claimSums(file)).toEqual([
    { currency: 'UAH', owed: null, awarded: money('100', 'UAH'), paid: null },
    { currency: 'USD', owed: money('0.30', 'USD'), awarded: null, paid: money('900719925474099.01', 'USD') },
  ])
})
