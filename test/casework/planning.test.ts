import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { consequences } from '#casework/follow.ts'
import { toBase } from '#casework/planning/money.ts'
import { planLines } from '#casework/planning/plan-lines.ts'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

const codes = (type: string, set: Content, records: readonly RecordView[] = []) =>
  checkCase(builtIn, aCase({}, records), aChange(type, set), { today }).map(({ code }) => code)

describe('a line of the plan', () => {
  const plan = aRecord('plan', { type: 'livelihood' }, { id: 'plan-1' })
  test.each([
    ['a service, alone', { type: 'legal' }, []],
    ['of a plan of this case', { type: 'legal', plan: 'plan-1' }, []],
    ['without a service', { objective: 'x' }, ['plan_line_type_missing']],
    ['of a plan of another case', { type: 'legal', plan: 'plan-2' }, ['plan_line_other_case']],
    ['that ends before it begins', { type: 'legal', from: '2026-03-02', to: '2026-03-01' }, ['date_before']],
    ['that lies ahead', { type: 'legal', from: '2027-03-02' }, []],
  ] as const)('%s', (_, set, expected) => expect(codes('plan_line', set, [plan])).toEqual(expected))

  test('counts what was given of it in its time, and is late when its time is over', () => {
    const service = (on: string, type = 'legal') => aRecord('service', { type, deliveredOn: on })
    const line = aRecord('plan_line', { type: 'legal', from: '2026-03-01', to: '2026-03-31', state: 'ongoing' })
    const others = [service('2026-02-28'), service('2026-03-01'), service('2026-03'), service('2026-03-02', 'medical')]
    const read = (state: string, day = today) => {
      const file = aCase({}, [{ ...line, content: { ...line.content, state } }, ...others])
      return planLines(file, day).map(({ given, late }) => [given.length, late])
    }
    expect(read('ongoing')).toEqual([[2, true]])
    expect(read('ongoing', '2026-03-31')).toEqual([[2, false]])
    expect(read('done')).toEqual([[2, false]])
    expect(read('dropped')).toEqual([[2, false]])
  })
})

describe('what a service cost in the currency of the account', () => {
  const cost = { amount: '1000', currency: 'UAH' }
  const usd = (amount: string) => ({ amount, currency: 'USD' })
  const rate = { rate: '0.025', rateOn: '2026-03-01' }
  test.each([
    ['the cost alone', { cost }, []],
    ['cost, rate, its day and what it comes to', { cost, ...rate, base: usd('25') }, []],
    ['the same number written otherwise', { cost, ...rate, base: usd('25.00') }, []],
    ['the same currency needs no rate', { cost: usd('7'), base: usd('7') }, []],
    ['a cent too much', { cost, ...rate, base: usd('25.01') }, ['service_base_differs']],
    ['another amount in the same currency', { cost: usd('7'), base: usd('8') }, ['service_base_differs']],
    ['no rate', { cost, base: usd('25') }, ['rate_missing']],
    ['no cost', { ...rate, base: usd('25') }, ['service_base_differs']],
    ['a rate of no day', { cost, rate: '0.025' }, ['service_rate_day']],
    ['a rate that is none', { cost, ...rate, rate: '0' }, ['rate_not_a_number']],
  ] as const)('%s', (_, set, expected) =>
    expect(codes('service', { type: 'legal', ...set } as Content)).toEqual(expected),
  )

  test('law: what follows from cost and rate is always accepted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 1, max: 10 ** 9 }), (cents, millionths) => {
        const amount = (cents / 100).toFixed(2)
        const by = (millionths / 1_000_000).toFixed(6)
        const base = usd(toBase(amount, by) ?? '')
        const set = { type: 'legal', cost: { amount, currency: 'UAH' }, rate: by, rateOn: '2026-03-01', base }
        expect(codes('service', set)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('the next contact', () => {
  const contact = (on: string, more: Content = {}) => aRecord('contact', { on, outcome: 'not_reached', ...more })
  const task = (set: Content) => aRecord('task', { kind: 'contact', ...set }, { id: 'task-1' })
  const follows = (...records: RecordView[]) =>
    consequences(builtIn, aCase({}, [aRecord('consent', {}), ...records]), today).map(({ record, set }) => [
      record ?? null,
      set,
    ])

  test('becomes a task, in the way that was used or named; once', () => {
    const first = contact('2026-03-01', { nextOn: '2026-03-08', nextAt: '1000', channel: 'call' })
    const set = { kind: 'contact', dueOn: '2026-03-08', at: '1000', channel: 'call' }
    expect(follows(first)).toEqual([[null, set]])
    expect(follows(first, task({ dueOn: '2026-03-08' }))).toEqual([])
    expect(follows(first, task({ dueOn: '2026-03-08', doneOn: '2026-03-07' }))).toEqual([])
    expect(follows(contact('2026-03-01'))).toEqual([])
  })

  test('is done by the contact after it, also when nobody was reached; a task of one’s own stays', () => {
    const [first, second] = [contact('2026-03-01', { nextOn: '2026-03-08' }), contact('2026-03-09')]
    expect(follows(first, second, task({ dueOn: '2026-03-08' }))).toEqual([['task-1', { doneOn: '2026-03-09' }]])
    expect(follows(first, second, task({ dueOn: '2026-03-20' }))).toEqual([])
  })

  test('obeys the rules of safe contact', () => {
    const rule = aRecord('contact_rule', { channel: 'call', from: '1800', until: '2000' })
    const next = (set: Content) => codes('contact', { on: '2026-03-01', nextOn: '2026-03-08', ...set }, [rule])
    expect(next({ channel: 'call', nextAt: '1900' })).toEqual(['unsafe_time'])
    expect(next({ channel: 'call', nextAt: '1700' })).toEqual([])
    expect(next({ channel: 'call', nextAt: '1900', nextChannel: 'text_message' })).toEqual([])
    expect(next({ nextAt: '1900' })).toEqual(['unsafe_time'])
  })
})
