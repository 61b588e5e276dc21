import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { balanceIn, spends } from '#casework/fund/budget.ts'
import type { MoneyTotal } from '#casework/fund/money-total.ts'
import { amountText } from '#casework/planning/money.ts'
import { nothingAround } from '#casework/rule-set.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

/** A budget gives what it holds: the last money once, and the reason says how much there is. */
const usd = (amount: string) => ({ amount, currency: 'USD' })
const total = (more: Partial<MoneyTotal>): MoneyTotal => ({
  source: 'project-1',
  kind: 'request',
  state: 'committed',
  currency: 'USD',
  amount: '0',
  based: null,
  unrated: 0,
  ...more,
})
const office = { person: null, case: null, office: 'hq', id: 'project-1' }
const project = (budget: Content = { budget: usd('1000') }) =>
  aRecord('project', { state: 'active', ...budget }, office)
const committed = (amount: string) => [total({ amount })]
const judged = (totals: readonly MoneyTotal[], source = project()) => ({
  today,
  actor: { id: 'u2', may: () => true },
  around: { ...nothingAround, record: (id: string) => (id === source.id ? source : null), spent: () => totals },
})
const check = (file: CaseFile | null, change: ReturnType<typeof aChange>, on: ReturnType<typeof judged>) =>
  checkCase(builtIn, file, change, on)

const request = (more: Content = {}) =>
  aRecord('fund_request', { project: 'project-1', amount: usd('300'), state: 'waiting', ...more }, { id: 'request' })
const asked = (kind: string, of: string) =>
  aRecord('approval', { kind, of, state: 'waiting' }, { id: 'approval', author: 'u1' })
const agree = aChange('approval', { state: 'approved' }, { record: 'approval' })
const item = (more: Content = {}) =>
  aRecord('package_item', { kind: 'in_kind', project: 'project-1', ceiling: usd('500'), ...more }, { id: 'item' })
const delivery = (more: Content = {}) =>
  aRecord('delivery', { item: 'item', amount: usd('400'), state: 'released', ...more }, { id: 'delivery' })

describe('a commitment', () => {
  const file = (more: Content = {}) => aCase({}, [request(more), asked('fund_request', 'request')])
  test.each([
    ['within what is left', committed('600'), {}, []],
    ['to the last cent', committed('700'), {}, []],
    ['beyond it', committed('700.01'), {}, ['budget_exceeded']],
    [
      'beyond what deliveries left',
      [total({ kind: 'delivery', state: 'released', amount: '701' })],
      {},
      ['budget_exceeded'],
    ],
    ['where others only ask', [total({ state: 'waiting', amount: '900' })], {}, []],
    ['at its rate', committed('700'), { amount: { amount: '200', currency: 'EUR' }, rate: '1.6' }, ['budget_exceeded']],
    ['without a rate', committed('0'), { amount: { amount: '200', currency: 'EUR' } }, ['rate_missing']],
  ] as const)('%s', (_, totals, more, expected) =>
    expect(check(file(more), agree, judged(totals)).map(({ code }) => code)).toEqual(expected),
  )

  test('says what is left; is not asked where nothing is counted, and not when it is refused', () => {
    expect(check(file(), agree, judged(committed('900')))).toMatchObject([
      { details: { left: '100', currency: 'USD' } },
    ])
    expect(check(file(), agree, judged(committed('9000'), project({})))).toEqual([])
    const no = aChange('approval', { state: 'refused' }, { record: 'approval' })
    expect(check(file(), no, judged(committed('9000')))).toEqual([])
  })
})

describe('a delivery', () => {
  const gives = (amount: string) =>
    aChange('delivery', { item: 'item', deliveredOn: '2026-11-01', amount: usd(amount) })
  test.each([
    ['within what is left', [item()], committed('600'), gives('400'), []],
    ['beyond it', [item()], committed('601'), gives('400'), ['budget_exceeded']],
    ['over its ceiling waits, and takes nothing yet', [item()], committed('1000'), gives('501'), []],
    ['of no project', [item({ project: null })], committed('1000'), gives('400'), []],
    [
      'corrected to less',
      [item(), delivery()],
      committed('600'),
      aChange('delivery', { amount: usd('300') }, { record: 'delivery' }),
      [],
    ],
    [
      'corrected to more than is left',
      [item(), delivery()],
      committed('600'),
      aChange('delivery', { amount: usd('450') }, { record: 'delivery' }),
      ['budget_exceeded'],
    ],
    [
      'over its ceiling that is agreed to',
      [item({ ceiling: usd('100') }), delivery({ state: 'pending_over_ceiling' }), asked('over_ceiling', 'delivery')],
      committed('601'),
      agree,
      ['budget_exceeded'],
    ],
    [
      'released by a higher ceiling',
      [item({ ceiling: usd('100') }), delivery({ state: 'pending_over_ceiling' })],
      committed('601'),
      aChange('package_item', { ceiling: usd('900') }, { record: 'item' }),
      ['budget_exceeded'],
    ],
    [
      'moved to this project',
      [item({ project: 'project-2' }), delivery()],
      committed('601'),
      aChange('package_item', { project: 'project-1' }, { record: 'item' }),
      ['budget_exceeded'],
    ],
    [
      'that stays where it is',
      [item(), delivery()],
      committed('1000'),
      aChange('package_item', { agreed: usd('400') }, { record: 'item' }),
      [],
    ],
  ] as const)('%s', (_, records, totals, change, expected) => {
    // What the file has released stands in the sums already.
    const already = records.filter(
      ({ content }) => content.state === 'released' && records[0]?.content.project === 'project-1',
    )
    const sums =
      already.length === 0 || change.type !== 'delivery'
        ? totals
        : [...totals, total({ kind: 'delivery', state: 'released', amount: '400' })]
    const codes = check(aCase({}, [...records] as RecordView[]), change, judged(sums)).map(({ code }) => code)
    expect(codes).toEqual(expected)
  })
})

test.each([
  ['500', committed('500'), []],
  ['499.99', committed('500'), ['budget_below_commitments']],
  ['500', [], []],
] as const)('a budget of %s', (budget, totals, expected) => {
  const change = aChange(
    'project',
    { budget: usd(budget), code: 'P1' },
    { record: 'project-1', person: null, case: null },
  )
  expect(check(null, change, judged(totals)).map(({ code }) => code)).toEqual(expected)
})

test('only what takes money is counted', () => {
  const file = aCase({}, [item(), request(), asked('fund_request', 'request')])
  expect(spends(file, agree)).toEqual(['project-1'])
  expect(spends(file, aChange('delivery', { item: 'item', amount: usd('1') }))).toEqual(['project-1'])
  expect(spends(file, aChange('approval', { state: 'refused' }, { record: 'approval' }))).toEqual([])
  expect(spends(file, aChange('note', { text: 'x' }))).toEqual([])
  expect(spends(null, aChange('project', { name: 'x' }, { record: 'project-1' }))).toEqual([])
})

test('what is left is the budget less what was promised and given, in whatever order it came', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 9n })
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, fc.constantFrom('request', 'delivery')), { maxLength: 20 }), lines => {
      const totals = lines.map(([units, kind]) =>
        total({ kind, state: kind === 'request' ? 'committed' : 'released', amount: amountText(units) }),
      )
      const spent = lines.reduce((sum, [units]) => sum + units, 0n)
      const left = amountText(10n ** 12n - spent)
      expect(balanceIn(usd(amountText(10n ** 12n)), totals).left?.amount).toBe(left)
      expect(balanceIn(usd(amountText(10n ** 12n)), totals.toReversed()).left?.amount).toBe(left)
    }),
  )
})
