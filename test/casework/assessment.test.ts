import { describe, expect, test } from 'vitest'
import { bestInterestInForce, familyInForce } from '#casework/assessment/best-interest.ts'
import { needsNow } from '#casework/assessment/needs.ts'
import { nextAssessment } from '#casework/assessment/next.ts'
import { screeningHints } from '#casework/assessment/rescreening.ts'
import { suggestedLevel } from '#casework/assessment/risk-matrix.ts'
import { unmitigatedHighRisks } from '#casework/assessment/risk.ts'
import { changesSince } from '#casework/assessment/series.ts'
import { checkCase } from '#casework/check.ts'
import { consequences } from '#casework/follow.ts'
import type { RecordView } from '#changes/change.ts'
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

describe('the table of risk levels', () => {
  const order = ['low', 'medium', 'high']
  const codesOf = (list: string) => builtIn.lists.get(list)?.codes.map(({ code }) => code) ?? []
  test.each([
    ['unlikely', 'minor', 'low'],
    ['likely', 'minor', 'medium'],
    ['possible', 'serious', 'medium'],
    ['likely', 'serious', 'high'],
    ['unlikely', 'grave', 'medium'],
    ['possible', 'grave', 'high'],
  ])('%s and %s suggest %s', (likelihood, severity, level) => {
    expect(suggestedLevel({ assessedOn: '2026-03-01', likelihood, severity })).toBe(level)
  })

  test('has an answer for every pair, and never falls when one of them rises', () => {
    const at = (l: number, s: number) =>
      order.indexOf(
        suggestedLevel({ likelihood: codesOf('likelihood')[l] ?? '', severity: codesOf('severity')[s] ?? '' }) ?? '',
      )
    for (let l = 0; l < 3; l++)
      for (let s = 0; s < 3; s++) {
        expect(at(l, s)).toBeGreaterThanOrEqual(0)
        if (l > 0) expect(at(l, s)).toBeGreaterThanOrEqual(at(l - 1, s))
        if (s > 0) expect(at(l, s)).toBeGreaterThanOrEqual(at(l, s - 1))
      }
  })

  test('suggests nothing where one of them is not known', () => {
    expect(suggestedLevel({ likelihood: 'likely' })).toBeNull()
    expect(suggestedLevel({ likelihood: 'likely', severity: 'unknown' })).toBeNull()
  })

  test('the level in force is the human one, whatever the table says', () => {
    const human = aRecord('risk', { assessedOn: '2026-04-01', level: 'low', likelihood: 'likely', severity: 'grave' })
    expect(unmitigatedHighRisks(aCase({}, [human]))).toEqual([])
    const grave = aRecord('risk', {
      assessedOn: '2026-04-02',
      level: 'high',
      likelihood: 'unlikely',
      severity: 'minor',
    })
    expect(unmitigatedHighRisks(aCase({}, [grave]))).toHaveLength(1)
  })
})

describe('screen again', () => {
  const screened = aRecord('screening', { startedOn: '2026-02-01', lastSittingOn: '2026-02-10' }, { id: 'screening-1' })
  const visit = (on: string, situation = 'exploited_again') => aRecord('visit', { visitedOn: on, situation })
  const found = (...records: RecordView[]) =>
    screeningHints(aCase({}, [screened, ...records])).map(({ field, code }) => `${field}:${code}`)
  test.each([
    ['a visit finds exploitation', [visit('2026-03-01')], ['situation:exploited_again']],
    ['a visit finds hardship', [visit('2026-03-01', 'difficult')], []],
    ['a visit before the last sitting', [visit('2026-02-05')], []],
    ['a visit in the same month, the day unknown: in doubt yes', [visit('2026-02')], ['situation:exploited_again']],
    [
      'needs',
      [aRecord('needs_assessment', { assessedOn: '2026-03-01', needs: ['housing', 'papers_kept'] })],
      ['needs:papers_kept'],
    ],
    [
      'factors of vulnerability, at two levels',
      [
        aRecord('vulnerability_assessment', {
          assessedOn: '2026-03-01',
          riskIndividual: ['no_income', 'debt_to_recruiter'],
          riskHousehold: ['family_involved'],
          protectiveIndividual: ['language'],
        }),
      ],
      ['riskIndividual:debt_to_recruiter', 'riskHousehold:family_involved'],
    ],
    ['signs in a note', [aRecord('note', { notedOn: '2026-03-01', signs: ['confined'] })], ['signs:confined']],
    ['a note without signs', [aRecord('note', { notedOn: '2026-03-01', signs: 'not_asked' })], []],
  ] as const)('%s', (_, records, expected) => expect(found(...records)).toEqual(expected))

  const follows = (...records: RecordView[]) =>
    consequences(builtIn, aCase({}, [aRecord('consent', {}), ...records]), today).map(({ record, set }) => [
      record ?? null,
      set,
    ])
  const task = (set: object) => aRecord('task', { kind: 'rescreen', dueOn: '2026-03-01', ...set }, { id: 'task-1' })
  const newer = { updatedAt: '2027-01-01T00:00:00.000Z' }

  test('opens one task, and none while one is open or was settled since', () => {
    const hint = visit('2026-03-01')
    expect(follows(screened, hint)).toEqual([[null, { kind: 'rescreen', dueOn: today }]])
    expect(follows(hint)).toEqual([[null, { kind: 'rescreen', dueOn: today }]])
    expect(follows(screened, hint, task({}))).toEqual([])
    expect(follows(screened, hint, task({ doneOn: '2026-03-05' }))).toEqual([])
    expect(follows(screened, hint, task({ doneOn: '2026-02-15' }))).toHaveLength(1)
  })

  test('the task is done when somebody has screened since, and stays when a hint was only taken back', () => {
    const again = aRecord('screening', { startedOn: '2026-03-04' }, newer)
    expect(follows(screened, visit('2026-03-01'), task({}), again)).toEqual([['task-1', { doneOn: '2026-03-04' }]])
    expect(follows(screened, task({}))).toEqual([])
  })
})

describe('needs', () => {
  const asked = aRecord('needs_assessment', {
    assessedOn: '2026-03-01',
    needs: ['housing', 'medical', 'safety'],
    urgent: ['medical'],
  })
  test('urgent ones first; met by a service of that kind since then', () => {
    const service = (type: string, on: string) => aRecord('service', { type, deliveredOn: on })
    const file = aCase({}, [asked, service('housing', '2026-02-01'), service('medical', '2026-03-02')])
    expect(needsNow(file)).toEqual([
      { code: 'medical', urgent: true, met: true },
      { code: 'housing', urgent: false, met: false },
      { code: 'safety', urgent: false, met: false },
    ])
  })
  test('what cannot wait is one of the needs', () => {
    const codes = (set: object) =>
      checkCase(builtIn, aCase({}), aChange('needs_assessment', { ...set }), { today }).map(({ code }) => code)
    expect(codes({ needs: ['medical'], urgent: ['medical'] })).toEqual([])
    expect(codes({ needs: 'unknown', urgent: 'unknown' })).toEqual([])
    expect(codes({ needs: ['housing'], urgent: ['medical'] })).toEqual(['urgent_without_need'])
    expect(codes({ urgent: ['medical'] })).toEqual(['urgent_without_need'])
  })
  test('what changed: codes that came and went, single answers too; texts are not compared', () => {
    const later = aRecord('needs_assessment', { needs: ['housing', 'legal'], urgent: 'unknown', wishes: 'other' })
    expect(changesSince(builtIn, asked, later)).toEqual([
      { field: 'needs', added: ['legal'], removed: ['medical', 'safety'] },
      { field: 'urgent', added: [], removed: ['medical'] },
    ])
    const [was, is] = [aRecord('risk', { level: 'high' }), aRecord('risk', { level: 'low' })]
    expect(changesSince(builtIn, was, is)).toEqual([{ field: 'level', added: ['low'], removed: ['high'] }])
  })
})

describe('the one thing to do next', () => {
  const needs = aRecord('needs_assessment', { assessedOn: '2026-03-01', needs: [] })
  const low = aRecord('risk', { assessedOn: '2026-03-01', level: 'low' })
  const weak = aRecord('vulnerability_assessment', { assessedOn: '2026-03-01' })
  const next = (records: readonly RecordView[], content = {}) => {
    const { step, ...more } = nextAssessment(aCase(content, records), today)
    return 'type' in more ? more.type : step
  }
  test.each([
    ['nothing was assessed', [], 'risk'],
    ['a hint goes before everything', [aRecord('note', { signs: ['debt'] })], 'screen'],
    ['a high risk and nothing done', [high, needs], 'measure'],
    ['a high risk with a measure', [high, measure({ state: 'planned' })], 'needs_assessment'],
    ['a review that is due', [aRecord('risk', { ...low.content, reviewOn: '2026-11-01' }), needs], 'risk'],
    ['needs are known', [low, needs], 'vulnerability_assessment'],
    ['skills of an adult', [low, needs, weak], 'skills_assessment'],
  ] as const)('%s', (_, records, expected) => expect(next(records)).toBe(expected))
  test('no skills are asked of a child', () => {
    expect(next([low, needs, weak], { ageGroup: 'child' })).toBe('risk')
  })
})
