import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guardsOf, opens, openersOf } from '#access/guard.ts'
import { checkCase } from '#casework/check.ts'
import { notices } from '#casework/follow.ts'
import { confidentialityOf, letsIn } from '#casework/rights/confidentiality.ts'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { confidentialityLevels } from '#dictionary/data/confidentiality-levels.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

const carried = { caseworker: 'u1' }
const level = (to: string) => aRecord('confidentiality', { level: to, setOn: '2026-02-01' })
const approval = (of: RecordView, state: string) =>
  aRecord('approval', { kind: 'lower_confidentiality', of: of.id, state })
const naming = (who: string, more: Content = {}) =>
  aRecord('naming', { who, why: 'backup', namedOn: '2026-02-01', ...more })

describe('the level in force', () => {
  const strict = level('strict')
  const lower = level('restricted')
  test.each([
    ['nobody set any', [], 'ordinary', false],
    ['raised', [level('restricted')], 'restricted', false],
    ['raised twice', [level('restricted'), strict], 'strict', false],
    ['lower, and nobody asked', [strict, lower], 'strict', false],
    ['lower, and asked for', [strict, lower, approval(lower, 'waiting')], 'strict', true],
    ['lower, and refused', [strict, lower, approval(lower, 'refused')], 'strict', false],
    ['lower, and approved', [strict, lower, approval(lower, 'approved')], 'restricted', false],
    ['lowered, then raised', [strict, lower, level('strict'), approval(lower, 'approved')], 'strict', false],
    [
      'another approval',
      [strict, lower, aRecord('approval', { kind: 'plan', of: lower.id, state: 'approved' })],
      'strict',
      false,
    ],
  ] as const)('%s', (_, records, expected, asked) => {
    const found = confidentialityOf(aCase(carried, records))
    expect([found.level, found.asked !== null]).toEqual([expected, asked])
  })

  test('names in force are those that have not ended', () => {
    const file = aCase(carried, [naming('u2'), naming('u3', { endedOn: '2026-03-01' }), naming('unknown')])
    expect(confidentialityOf(file).named.map(({ content }) => content.who)).toEqual(['u2'])
  })
})

interface Asked {
  readonly to?: string
  readonly reason?: string
  readonly by?: string
  readonly holder?: boolean
  readonly worker?: string | null
  readonly records?: readonly RecordView[]
}

const actorOf = ({ by = 'u1', holder = false }: Asked) => ({
  id: by,
  may: (verb: string) => holder && verb === 'open_restricted',
})
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code)

describe('changing the level', () => {
  const check = (asked: Asked) => {
    const { to = 'restricted', reason = 'Why', worker = 'u1', records = [] } = asked
    const file = aCase(worker === null ? {} : { caseworker: worker }, records)
    const change = aChange('confidentiality', { level: to, setOn: '2026-02-01', reason })
    return codes(checkCase(builtIn, file, change, { today, actor: actorOf(asked) }))
  }
  test.each([
    ['the worker raises', {}, []],
    ['to strict', { to: 'strict' }, []],
    ['without a reason', { reason: ' ' }, ['confidentiality_reason_missing']],
    ['somebody else raises', { by: 'u2' }, ['confidentiality_locks_you_out']],
    ['somebody who is named raises', { by: 'u2', records: [naming('u2')] }, []],
    [
      'somebody who is no longer named',
      { by: 'u2', records: [naming('u2', { endedOn: '2026-02-01' })] },
      ['confidentiality_locks_you_out'],
    ],
    ['a holder raises to restricted', { by: 'u2', holder: true }, []],
    ['a holder raises to strict', { by: 'u2', holder: true, to: 'strict' }, ['confidentiality_locks_you_out']],
    ['strict without a worker', { to: 'strict', worker: null, records: [naming('u1')] }, ['strict_needs_caseworker']],
    ['anybody let in asks for less', { to: 'ordinary', records: [level('strict')] }, []],
    ['no such level', { to: 'unknown' }, ['confidentiality_incomplete']],
  ] satisfies [string, Asked, string[]][])('%s', (_, asked, expected) => expect(check(asked)).toEqual(expected))

  test('a level that was set is history', () => {
    const set = level('strict')
    const change = aChange('confidentiality', { level: 'ordinary' }, { record: set.id, base: 1 })
    expect(codes(checkCase(builtIn, aCase(carried, [set]), change, { today }))).toEqual(['confidentiality_settled'])
  })

  test('a strict case is handed over, never left', () => {
    const file = aCase(carried, [level('strict')])
    const check = (caseworker: string | null) =>
      codes(
        checkCase(builtIn, file, aChange('case', { caseworker }, { record: 'case-1', base: 1 }), {
          today,
          actor: actorOf({}),
        }),
      )
    expect(check(null)).toEqual(['strict_needs_caseworker'])
    expect(check('unknown')).toEqual(['strict_needs_caseworker'])
    expect(check('u2')).toEqual([])
  })
})

describe('naming', () => {
  const check = (asked: Asked, set: Content = { who: 'u2', why: 'backup', namedOn: '2026-02-01' }) =>
    codes(
      checkCase(builtIn, aCase(carried, asked.records ?? []), aChange('naming', set), { today, actor: actorOf(asked) }),
    )
  test.each([
    ['on an ordinary case', {}, []],
    ['on a restricted one', { records: [level('restricted')] }, []],
    ['on a strict one, by the worker', { records: [level('strict')] }, ['naming_not_yours']],
    ['on a strict one, by a holder', { records: [level('strict')], holder: true }, []],
  ] satisfies [string, Asked, string[]][])('%s', (_, asked, expected) => expect(check(asked)).toEqual(expected))

  test('says who, what for and since when, and is not rewritten; ended, it stays ended', () => {
    expect(check({}, { why: 'backup' })).toEqual(['naming_incomplete', 'naming_incomplete'])
    const named = naming('u2', { endedOn: '2026-03-01' })
    const edit = (set: Content) =>
      codes(
        checkCase(builtIn, aCase(carried, [named]), aChange('naming', set, { record: named.id, base: 1 }), { today }),
      )
    expect(edit({ who: 'u3' })).toEqual(['naming_settled'])
    expect(edit({ endedOn: null })).toEqual(['naming_settled'])
    expect(edit({ reason: 'On leave' })).toEqual([])
  })

  test('is told to the colleague and the worker, and to data protection when somebody names themselves', () => {
    const told = (record: RecordView) => {
      const file = aCase(carried, [level('strict'), record])
      return notices({ d: builtIn, file, change: aChange('naming', record.content), before: null, record, today }).map(
        ({ kind, to }) => [kind, 'account' in to ? to.account : to.role],
      )
    }
    expect(told(naming('u2'))).toEqual([
      ['named_on_case', 'u2'],
      ['case_names_more', 'u1'],
    ])
    expect(told({ ...naming('u2', { why: 'emergency' }), author: 'u2' })).toContainEqual([
      'case_opened_in_emergency',
      'data_protection_officer',
    ])
  })
})

test('the rules and the doors say the same of everybody', () => {
  const people = ['u1', 'u2', 'u3'] as const
  fc.assert(
    fc.property(
      fc.constantFrom(...confidentialityLevels),
      fc.option(fc.constantFrom(...people)),
      fc.subarray([...people]),
      fc.constantFrom(...people),
      fc.boolean(),
      (to, worker, named, id, holder) => {
        const file = aCase(worker === null ? {} : { caseworker: worker }, [level(to), ...named.map(who => naming(who))])
        const found = confidentialityOf(file)
        const guard = guardsOf([{ id: 'case-1', office: 'kyiv', shared: [], level: to, worker, named }])
        const nowhere = { all: false, offices: [] } as const
        const openers = openersOf({
          account: id,
          machine: false,
          scope: nowhere,
          restricted: { all: false, offices: holder ? ['kyiv'] : [] },
          decide: nowhere,
        })
        expect(letsIn(found, { id, holder })).toBe(opens(guard.cases.get('case-1') ?? null, openers))
      },
    ),
  )
})
