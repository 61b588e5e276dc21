import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { builtIn as d, fieldOf } from '#dictionary/dictionary.ts'
import { namedBy } from '#dictionary/extension-check.ts'
import type { Questionnaire } from '#dictionary/questionnaire.ts'
import { type Answers, checkAnswers, evaluate, progress, visibleQuestions } from '#forms/engine.ts'
import { patchOf } from '#forms/patch.ts'
import { aValue } from '../dictionary/content.ts'

const interview = d.questionnaires.get('screening_interview@1') as Questionnaire
const delphi = d.questionnaires.get('delphi_adult_labour@2009') as Questionnaire
const ids = (q: Questionnaire, answers: Answers) => visibleQuestions(q, answers).map(x => x.id)

describe('the built-in questionnaires', () => {
  test('fill fields that exist, with their lists, and look only at earlier questions', () => {
    for (const q of d.questionnaires.values()) {
      const asked = new Set<string>()
      for (const question of q.sections.flatMap(s => s.questions)) {
        expect(asked.has(question.id), `${q.id} ${question.id}`).toBe(false)
        for (const id of question.relevant === undefined ? [] : namedBy(question.relevant))
          expect(asked.has(id)).toBe(true)
        asked.add(question.id)
        if (question.list !== undefined) expect(d.lists.has(question.list)).toBe(true)
        if (question.field === undefined) continue
        const field = fieldOf(d, question.field.type, question.field.field)
        expect(field, `${q.id} ${question.id}`).toBeDefined()
        if (question.field.code === undefined) {
          expect([field?.kind, field?.list]).toEqual([question.kind, question.list])
        } else expect(d.lists.get(field?.list ?? '')?.codes.some(c => c.code === question.field?.code)).toBe(true)
      }
    }
  })

  test('say what is not verified', () => {
    expect([...d.questionnaires.values()].filter(q => q.verified).map(q => q.id)).toEqual(['screening_interview'])
    expect(d.questionnaires.get('delphi_child_sexual@2009')?.provenance).toContain('From memory')
  })
})

describe('conditions', () => {
  const answers: Answers = {
    a: 'yes',
    b: ['x', 'y'],
    c: { k: 'yes', l: 'no', m: 'unknown' },
    d: 'did_not_say',
    e: null,
    n: 3,
  }
  test.each([
    [{ is: ['a', 'yes'] }, true],
    [{ is: ['b', 'y'] }, true],
    [{ is: ['n', '3'] }, true],
    [{ is: ['d', 'did_not_say'] }, false],
    [{ marked: ['c', 'k'] }, true],
    [{ marked: ['c', 'l'] }, false],
    [{ marked: ['c', 'm'] }, false],
    [{ marked: ['c', 'toString'] }, false],
    [{ answered: 'a' }, true],
    [{ answered: 'd' }, false],
    [{ answered: 'e' }, false],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ all: [{ answered: 'a' }, { not: { answered: 'zz' } }] }, true],
  ] as const)('%o is %s', (condition, expected) => {
    expect(evaluate(condition, answers)).toBe(expected)
  })
})

describe('the interview', () => {
  test('asks about a sector only when somebody worked, and forgets closed branches', () => {
    expect(ids(interview, {})).not.toContain('sector')
    expect(ids(interview, { purpose: { forced_labour: 'yes' } })).toContain('sector')
    expect(ids(interview, { purpose: { forced_labour: 'unknown' } })).not.toContain('sector')
    expect(patchOf(interview, { sector: { fishing: 'yes' } })).toEqual({})
  })

  test('every question can be skipped: skipping is progress, silence is not', () => {
    const means = (answers: Answers) => progress(interview, answers).find(s => s.section === 'means')
    expect(means({})).toMatchObject({ answered: 0, skipped: 0, open: 2 })
    expect(means({ means: 'did_not_say', documents: 'withheld' })).toMatchObject({ answered: 1, skipped: 1, open: 0 })
    expect(checkAnswers(d, interview, { means: 'did_not_say', documents: 'not_asked' })).toEqual([])
  })

  test('refuses answers that do not fit', () => {
    expect(checkAnswers(d, interview, { documents: 'nowhere', zzz: 'x', hours: 30.5 })).toMatchObject([
      { code: 'unknown_code', field: 'documents' },
      { code: 'unknown_field', field: 'zzz' },
      { code: 'wrong_kind', field: 'hours' },
    ])
    expect(checkAnswers(d, delphi, { d5_debt_bondage: 'yes', d4_hazardous_work: 'perhaps' })).toMatchObject([
      { code: 'wrong_kind', field: 'd4_hazardous_work' },
    ])
  })

  test('indicators are gathered into the marks of the screening', () => {
    expect(
      patchOf(
        delphi,
        { d5_debt_bondage: 'yes', d4_hazardous_work: 'did_not_say', d1_wages: null },
        { screening: { indicators: { d1_wages: 'yes', d2_violence: 'no' } } },
      ),
    ).toEqual({
      screening: { indicators: { d2_violence: 'no', d5_debt_bondage: 'yes', d4_hazardous_work: 'did_not_say' } },
    })
  })

  test('laws: counts add up, an answer to the last question closes no other, order is that of the paper', () => {
    const questions = interview.sections.flatMap(s => s.questions).filter(q => q.kind !== 'mark')
    const anAnswers = fc.record(
      Object.fromEntries(
        questions.map(q => [
          q.id,
          aValue(d, {
            kind: q.kind === 'mark' ? 'text' : q.kind,
            label: '',
            class: 'open',
            ...(q.list ? { list: q.list } : {}),
          }),
        ]),
      ),
      { requiredKeys: [], noNullPrototype: true },
    ) as fc.Arbitrary<Answers>
    const order = questions.map(q => q.id)
    fc.assert(
      fc.property(anAnswers, answers => {
        expect(checkAnswers(d, interview, answers)).toEqual([])
        const visible = ids(interview, answers)
        expect(visible).toEqual(order.filter(id => visible.includes(id)))
        const counted = progress(interview, answers).reduce((n, s) => n + s.answered + s.skipped + s.open, 0)
        expect(counted).toBe(visible.length)
      }),
      { numRuns: 60 },
    )
  })
})
