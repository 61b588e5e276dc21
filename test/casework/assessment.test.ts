import { describe, expect, test } from 'vitest'
import { bestInterestInForce, familyInForce } from '#casework/assessment/best-interest.ts'
import { unmitigatedHighRisks } from '#casework/assessment/risk.ts'
import { checkCase } from '#casework/check.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

const high = aRecord('risk', { assessedOn: '2026-03-01', level: 'high' }, { id: 'risk-1' })
const measure = (set: object) => aRecord('mitigation', { risk: 'risk-1', ...set }, { id: 'measure-1', author: 'u1' })

describe('a high risk stands', () => {
  test.each([
    ['with nothing done', [high], 1],
    ['with a measure that is only planned', [high, measure({ state: 'planned' })], 1],
    ['with a measure done and not signed off', [high, measure({ state: 'done', residual: 'low' })], 1],
    ['with as much risk left as before', [high, measure({ state: 'signed_off', residual: 'high' })], 1],
    ['not after the sign-off', [high, measure({ state: 'signed_off', residual: 'medium' })], 0],
    ['not after a later, lower assessment', [high, aRecord('risk', { assessedOn: '2026-04-01', level: 'low' })], 0],
    [
      'again after a later, higher one',
      [
        measure({ state: 'signed_off', residual: 'low' }),
        high,
        aRecord('risk', { assessedOn: '2026-05-01', level: 'high' }),
      ],
      1,
    ],
  ] as const)('%s', (_, records, count) => expect(unmitigatedHighRisks(aCase({}, records))).toHaveLength(count))
})

describe('signing off', () => {
  const boss = { id: 'u2', may: (verb: string) => verb === 'assign' }
  const codes = (set: object, actor: { id: string; may: (verb: string) => boolean }) =>
    checkCase(
      builtIn,
      aCase({}, [high, measure({ state: 'done', ...set })]),
      aChange('mitigation', { state: 'signed_off' }, { record: 'measure-1', base: 1 }),
      { today, actor },
    ).map(problem => problem.code)

  test('is a second person’s, who answers for the team', () => {
    expect(codes({ residual: 'low' }, boss)).toEqual([])
    expect(codes({ residual: 'low' }, { ...boss, id: 'u1' })).toEqual(['sign_off_by_oneself'])
    expect(codes({ residual: 'low' }, { id: 'u3', may: () => false })).toEqual(['sign_off_not_yours'])
  })

  test('says what is left', () => expect(codes({}, boss)).toEqual(['sign_off_incomplete']))
})

describe('who may decide for a child', () => {
  const found = (set: object) =>
    bestInterestInForce(aCase({}, [aRecord('best_interest', { decidedOn: '2026-02-01', ...set })]))
  test.each([
    ['a child-protection authority', { kind: 'determination', authority: 'child_protection' }, true],
    ['a court', { kind: 'determination', authority: 'court' }, true],
    ['a panel, where there is no procedure', { kind: 'determination', authority: 'panel' }, true],
    ['never ourselves', { kind: 'determination', authority: 'own_office' }, false],
    ['an assessment is no determination', { kind: 'assessment', authority: 'court' }, false],
  ] as const)('%s', (_, set, holds) => expect(found(set) !== null).toBe(holds))

  test('the latest look at the family is in force', () => {
    const of = (on: string, involvement: string) => aRecord('family_assessment', { assessedOn: on, involvement })
    const file = aCase({}, [of('2026-02-01', 'suspected'), of('2026-01-01', 'none')])
    expect(familyInForce(file)?.content.involvement).toBe('suspected')
  })
})
