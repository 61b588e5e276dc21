import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { surveyState } from '#forms/survey/behave.ts'
import { SurveyForm, type SurveyAnswers, type SurveyQuestion } from '#forms/survey/definition.ts'
import { evaluate } from '#forms/survey/evaluate.ts'
import { ExpressionProblem, parseExpression } from '#forms/survey/expression.ts'
import { tallyOf } from '#forms/survey/tally.ts'

const today = '2026-11-26'
const value = (source: string, answers: SurveyAnswers = {}, self?: string | number) =>
  evaluate(parseExpression(source), { today, answer: name => answers[name], self })

const question = (name: string, o: Partial<SurveyQuestion> = {}): SurveyQuestion => ({
  name,
  kind: 'text',
  group: null,
  label: { '': name },
  ...o,
})
const formOf = (questions: readonly SurveyQuestion[], o: Partial<SurveyForm> = {}): SurveyForm =>
  SurveyForm.parse({
    format: 'waymark.survey.1',
    title: 'T',
    version: '1',
    languages: [''],
    groups: [],
    lists: { yn: ['yes', 'no'].map(name => ({ name, label: { '': name } })) },
    questions,
    ...o,
  })

describe('expressions', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['-2 - -3', 1],
    ['7 div 2', 3.5],
    ['7 mod 4', 3],
    ['\'a\' = "a"', true],
    ["1 = '1'", true],
    ["'' = 0", false],
    ['1 < 2 and 2 < 1 or true()', true],
    ["not('') and not(0)", true],
    ["if(1 > 2, 'a', 'b')", 'b'],
    ["coalesce('', 'b')", 'b'],
    ["selected('a b', 'b') and not(selected('ab', 'b'))", true],
    ["count-selected('a b  c')", 3],
    ["selected-at('a b', 1)", 'b'],
    ["string-length('мова')", 4],
    ["regex('12a', '[0-9]+')", false],
    ["regex('12', '[0-9]+')", true],
    ["concat('a', 1, 'b')", 'a1b'],
    ['round(2.345, 2)', 2.35],
    ['max(1, 3, 2) - min(4, 2)', 1],
    ["'2026-11-26' > '2026-03-01'", true],
    ["today() = '2026-11-26'", true],
    ["'2026-11-27' - '2026-11-26'", 1],
  ])('%s is %s', (source, result) => {
    expect(value(source)).toBe(result)
  })

  test('answers, and the answer itself', () => {
    expect(value('${age} >= 18', { age: 18 })).toBe(true)
    expect(value('${ age } >= 18')).toBe(false)
    expect(value("${age} = ''")).toBe(true)
    expect(value("selected(${work}, 'farm')", { work: ['sea', 'farm'] })).toBe(true)
    expect(value('. >= 0 and . < 120', {}, 119)).toBe(true)
    expect(value('. <= today()', {}, '2026-11-27')).toBe(false)
  })

  test.each(['', '1 +', '(1', "'a", 'indexed-repeat(1)', 'if(1)', '1 1', '${a', 'a b', ')'])(
    '“%s” is refused with words',
    source => {
      expect(() => parseExpression(source)).toThrow(ExpressionProblem)
    },
  )

  test('whatever is written is either read or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'${}ab.1+-*/()<>=!\'" ,orandivmtuesl') }), source => {
        try {
          expect(parseExpression(source)).toBeDefined()
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionProblem)
        }
      }),
    )
  })
})

describe('a form', () => {
  const form = formOf(
    [
      question('work', { kind: 'one', list: 'yn', required: 'true()' }),
      question('papers', { kind: 'one', list: 'yn', relevant: "${work} = 'yes'", required: 'true()' }),
      question('who', { relevant: "${papers} = 'no'", group: 'inner' }),
      question('hours', { kind: 'integer', constraint: '. >= 0 and . <= 24', message: { '': 'A day has 24 hours.' } }),
      question('long', { kind: 'calculate', calculation: "if(${hours} > 12, 'yes', 'no')" }),
      question('rest', { kind: 'one', list: 'yn', relevant: "${long} = 'yes'" }),
      question('read', { kind: 'note' }),
    ],
    {
      groups: [
        { name: 'outer', group: null, label: {}, relevant: "${work} != ''" },
        { name: 'inner', group: 'outer', label: {} },
      ],
    },
  )
  const state = (answers: SurveyAnswers) => surveyState(form, answers, { today })

  test('asks what its conditions and those of its groups allow', () => {
    expect([...state({}).asked]).toEqual(['work', 'hours', 'read'])
    expect([...state({ work: 'yes', papers: 'no' }).asked]).toEqual(['work', 'papers', 'who', 'hours', 'read'])
    expect([...state({ hours: 13 }).asked]).toEqual(['work', 'hours', 'rest', 'read'])
    expect([...state({ work: 'yes', papers: 'no' }).open]).toEqual(['inner', 'outer'])
  })

  test('counts no answer of a closed branch, and says so', () => {
    const closed = state({ work: 'no', papers: 'no', who: 'x' })
    expect(closed.answers).toEqual({ work: 'no', long: 'no' })
    expect(closed.problems).toEqual([
      { code: 'survey_answer_not_asked', question: 'papers' },
      { code: 'survey_answer_not_asked', question: 'who' },
    ])
  })

  test('says what is missing, out of bounds or of another kind', () => {
    expect(state({}).problems).toEqual([{ code: 'survey_answer_missing', question: 'work' }])
    expect(state({ work: 'no', hours: 25 }).problems).toEqual([
      { code: 'survey_answer_out_of_bounds', question: 'hours' },
    ])
    expect(state({ work: 'maybe' }).problems).toEqual([{ code: 'survey_answer_not_of_kind', question: 'work' }])
    expect(state({ work: 'no', hours: 2.5 }).problems).toEqual([
      { code: 'survey_answer_not_of_kind', question: 'hours' },
    ])
  })

  test('choices follow an earlier answer', () => {
    const towns = formOf(
      [
        question('country', { kind: 'one', list: 'country' }),
        question('town', { kind: 'one', list: 'town', choiceFilter: 'country = ${country}' }),
      ],
      {
        lists: {
          country: ['ua', 'md'].map(name => ({ name, label: { '': name } })),
          town: [
            { name: 'kyiv', label: { '': 'Kyiv' }, columns: { country: 'ua' } },
            { name: 'balti', label: { '': 'Bălți' }, columns: { country: 'md' } },
          ],
        },
      },
    )
    const { choices, problems } = surveyState(towns, { country: 'md', town: 'kyiv' }, { today })
    expect(choices('town').map(({ name }) => name)).toEqual(['balti'])
    expect(problems).toEqual([{ code: 'survey_answer_not_of_kind', question: 'town' }])
  })

  test('what it makes of answers it makes of them again: nothing is lost and nothing is added', () => {
    const answer = fc.record(
      {
        work: fc.constantFrom('yes', 'no', 'maybe'),
        papers: fc.constantFrom('yes', 'no'),
        who: fc.string({ minLength: 1 }),
        hours: fc.integer({ min: -5, max: 30 }),
        rest: fc.constantFrom('yes', 'no'),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(answer, given => {
        const first = state(given)
        const again = state(first.answers)
        expect(again.answers).toEqual(first.answers)
        expect(again.problems).toEqual(first.problems.filter(({ code }) => code !== 'survey_answer_not_asked'))
        for (const [name, kept] of Object.entries(first.answers)) {
          if (name === 'long') continue
          expect(first.asked.has(name)).toBe(true)
          expect(kept).toEqual(given[name as keyof typeof given])
        }
      }),
    )
  })
})

test('counting: of those who answered, each once a choice; sums of single choices are the base', () => {
  const form = formOf([
    question('one', { kind: 'one', list: 'yn' }),
    question('many', { kind: 'many', list: 'yn' }),
    question('hours', { kind: 'decimal' }),
  ])
  const answers = fc.record(
    {
      one: fc.constantFrom('yes', 'no'),
      many: fc.subarray(['yes', 'no'], { minLength: 1 }),
      hours: fc.integer({ min: 0, max: 24 }),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.array(answers), all => {
      const { questionnaires, questions, numbers } = tallyOf(form, all)
      expect(questionnaires).toBe(all.length)
      const [one, many] = questions
      expect(one?.of).toBe(all.filter(each => each.one !== undefined).length)
      expect(one?.choices.reduce((sum, { count }) => sum + count, 0)).toBe(one?.of)
      for (const { choice, count } of many?.choices ?? [])
        expect(count).toBe(all.filter(each => each.many?.includes(choice)).length)
      const hours = all.flatMap(each => each.hours ?? [])
      expect(numbers.length).toBe(hours.length === 0 ? 0 : 1)
      const [said] = numbers
      if (said) {
        expect([said.of, said.least, said.most]).toEqual([hours.length, Math.min(...hours), Math.max(...hours)])
        expect(hours.filter(each => each <= said.median).length).toBeGreaterThanOrEqual(hours.length / 2)
      }
    }),
  )
})
