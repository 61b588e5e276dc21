import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Accumulation, accumulations, inForce, spanOf, unitOf } from '#casework/activity/output.ts'
import { outputFact } from '#casework/activity/output-facts.ts'
import { findingsOf, isInPeriod, numbersIn } from '#casework/activity/reading.ts'
import { atLeastOneYes, boundsOfAtLeastOne } from '#casework/activity/survey.ts'
import { pointsToSomebody } from '#casework/activity/text-guard.ts'
import { checkCase } from '#casework/check.ts'
import { nothingAround } from '#casework/rule-set.ts'
import type { Content, Mark } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aChange, aRecord, today } from './a-case.ts'

const office = { person: null, case: null }
const campaign = aRecord('activity', { pillar: 'advocacy' }, { id: 'campaign', ...office })
const survey = aRecord('survey', { respondents: 500 }, { id: 'survey', ...office })
const around = { ...nothingAround, record: (id: string) => [campaign, survey].find(each => each.id === id) ?? null }
const refusals = (type: string, set: Content) =>
  checkCase(builtIn, null, aChange(type, set, office), { today, around }).map(p => [p.code, p.field])

const whole = { pillar: 'training', title: 'Protection training', countries: ['RO'], from: '2022-06-06' }
const many = { activity: 'campaign', measure: 'distributed', number: 9_500, accumulation: 'to_date', to: '2022-06-08' }

describe('what may be recorded', () => {
  test.each<[string, string, Content, (readonly [string, string])[]]>([
    ['an activity', 'activity', whole, []],
    ['one without a country', 'activity', { ...whole, countries: [] }, [['activity_incomplete', 'countries']]],
    ['one that is planned', 'activity', { ...whole, from: '2031-06' }, []],
    ['one that ends before it begins', 'activity', { ...whole, to: '2022-06-01' }, [['date_before', 'to']]],
    ['a telephone number', 'activity', { ...whole, text: 'Ring 044 555 0101 99' }, [['text_points_to_somebody', 'text']]],
    ['a number', 'activity_number', many, []],
    ['one of no activity', 'activity_number', { ...many, activity: 'survey' }, [['activity_unknown', 'activity']]],
    ['one without a time', 'activity_number', { ...many, to: null }, [['number_needs_period', 'to']]],
    [
      'one that does not say how it is counted',
      'activity_number',
      { ...many, accumulation: 'unknown' },
      [['number_needs_accumulation', 'accumulation']],
    ],
    ['one so far with a first day', 'activity_number', { ...many, from: '2022-05-01' }, [['number_one_day', 'from']]],
    [
      'one since nobody knows when',
      'activity_number',
      { ...many, accumulation: 'since' },
      [['number_needs_first_day', 'from']],
    ],
    ['copies of a sex', 'activity_number', { ...many, sex: 'female' }, [['number_not_of_unit', 'sex']]],
    ['persons of a material', 'activity_number', { ...many, measure: 'persons_met', material: 'flyer' }, [['number_not_of_unit', 'material']]],
    ['men and women of a training', 'activity_number', { ...many, measure: 'participants', sex: 'male', participants: 'police' }, []],
    ['tomorrow’s number', 'activity_number', { ...many, to: '2031-01-01' }, [['date_in_future', 'to']]],
    ['a survey without a number of respondents', 'survey', { title: 'S', countries: ['UA'], from: '2022-06' }, [['survey_incomplete', 'respondents']]],
    ['an answer', 'survey_result', { survey: 'survey', question: 'Q', answer: 'Yes', count: 12, of: 480 }, []],
    ['more than were asked', 'survey_result', { survey: 'survey', question: 'Q', answer: 'Yes', count: 12, of: 10 }, [['survey_more_than_asked', 'count']]],
    ['more than answered', 'survey_result', { survey: 'survey', question: 'Q', answer: 'Yes', count: 12, of: 501 }, [['survey_more_than_respondents', 'of']]],
    ['a year without a word', 'coverage_statement', { year: 2022, statedOn: '2023-01' }, [['coverage_incomplete', 'coverage']]],
    ['a number from nowhere', 'external_statistic', { title: 'Persons', value: '9 million', unit: 'persons', year: '2012' }, [['statistic_needs_source', 'citation']]],
  ])('%s', (_, type, set, expected) => {
    expect(refusals(type, set)).toEqual(expected)
  }) // biome-ignore format: one line a case

  test.each([
    ['In May 16,511 consultations in response to 4,444 calls', false],
    ['Between 6-8 June 2022 to 68 workers, 12 000 flyers', false],
    ['write to help@example.org', true],
    ['case KYV-2022-00041 was told', true],
    ['+380 44 555 01 01', true],
  ])('%s', (text, points) => {
    expect(pointsToSomebody(text)).toBe(points)
  })
})

const number = (content: Content, id = 'n') =>
  aRecord('activity_number', { activity: 'campaign', measure: 'reach', ...content }, { id, ...office })

describe('numbers over time', () => {
  test.each<[Accumulation, Content, ReturnType<typeof spanOf>]>([
    ['in_period', { to: '2022-05' }, { from: '2022-05-01', to: '2022-05-31' }],
    ['in_period', { from: '2022-06-06', to: '2022-06-08' }, { from: '2022-06-06', to: '2022-06-08' }],
    ['as_of', { to: '2022-06-03' }, { from: null, to: '2022-06-03' }],
    ['since', { from: '2022-03-25', to: '2022-06-08' }, { from: '2022-03-25', to: '2022-06-08' }],
    ['since', { to: '2022-06-08' }, null],
    ['to_date', {}, null],
  ])('%s %j', (accumulation, content, span) => {
    expect(spanOf({ ...content, accumulation })).toEqual(span)
  })

  test('every measure has one unit that exists', () => {
    for (const { code } of builtIn.lists.get('output_measure')?.codes ?? [])
      expect(builtIn.lists.get('output_unit')?.codes.map(each => each.code)).toContain(unitOf(builtIn, code))
  })

  test('so far in May and so far in June are one number, the latest; May and June are two', () => {
    const at = (accumulation: string, to: string, n: number) => number({ accumulation, to, number: n }, `${to}-${n}`)
    const soFar = [at('to_date', '2022-05-31', 8), at('to_date', '2022-06-30', 9)]
    expect(inForce(soFar, '2022-07-01').map(n => n.content.number)).toEqual([9])
    expect(inForce(soFar, '2022-06-08').map(n => n.content.number)).toEqual([8])
    const months = [at('in_period', '2022-05', 8), at('in_period', '2022-06', 9)]
    expect(inForce(months, '2022-07-01').map(n => n.content.number)).toEqual([8, 9])
  })

  test('at any day at most one number of a series is in force, and none is of a later day', () => {
    const aNumber = fc.record({
      accumulation: fc.constantFrom(...accumulations),
      to: fc.constantFrom('2022-04-01', '2022-05', '2022-06-08', '2022'),
      from: fc.constantFrom(undefined, '2022-03-25'),
      sex: fc.constantFrom('female', 'male'),
    })
    fc.assert(
      fc.property(fc.array(aNumber), fc.constantFrom('2022-05-01', '2022-06-30', '2023-01-01'), (contents, day) => {
        const numbers = contents.map(({ from, ...content }, i) =>
          number({ ...content, ...(from ? { from } : {}), number: i }, `n-${i}`),
        )
        const found = inForce(numbers, day)
        const stocks = found.filter(({ content }) => content.accumulation !== 'in_period')
        const keys = stocks.map(({ content: { accumulation, sex, from } }) => JSON.stringify([accumulation, sex, from]))
        expect(new Set(keys).size).toBe(keys.length)
        for (const { content } of found) expect((spanOf(content)?.to ?? '') <= day).toBe(true)
      }),
    )
  })

  test('a fact says what its activity is; a cancelled activity counts nothing', () => {
    const content = { accumulation: 'to_date', to: '2022-06', number: 9_900_000 }
    const fact = (activity: Content) =>
      outputFact(builtIn, {
        number: number(content),
        activity: { ...campaign, content: activity },
        office: { id: 'kyiv', region: 'EECA', external: false },
      })
    expect(fact({ pillar: 'advocacy', kind: 'campaign', countries: ['UA', 'PL'] })).toMatchObject({
      year: 2022,
      day: '2022-06-30',
      count: 9_900_000,
      dims: { pillar: 'advocacy', activity_country: ['PL', 'UA'], output: 'reach', month: '2022-06', sex: null },
    })
    expect(fact({ pillar: 'advocacy', state: 'cancelled' })).toBeNull()
  })
})

describe('for a report from 9 May to 8 June 2022', () => {
  const period = { from: '2022-05-09', to: '2022-06-08' }
  test.each<[string, Content, boolean]>([
    ['a day within it', { from: '2022-05-24' }, true],
    ['a day before it', { from: '2022-05-08' }, false],
    ['June, of which a part', { from: '2022-06' }, true],
    ['begun long ago and going on', { from: '2022-03', state: 'ongoing' }, true],
    ['begun long ago', { from: '2022-03' }, false],
    ['ended within it', { from: '2022-03', to: '2022-05-10', state: 'done' }, true],
    ['cancelled', { from: '2022-05-24', state: 'cancelled' }, false],
    ['of a day that nobody knows', { from: 'unknown' }, false],
  ])('%s', (_, content, within) => {
    expect(isInPeriod(content, period)).toBe(within)
  })

  test('each number is told once: in the report within whose days it ends', () => {
    const of = (to: string) => number({ accumulation: 'in_period', to, number: 1 })
    expect(numbersIn([of('2022-05')], period)).toHaveLength(1)
    expect(numbersIn([of('2022-05')], { from: '2022-06-09', to: '2022-07-08' })).toEqual([])
    expect(numbersIn([of('2022-06')], period)).toEqual([])
    expect(numbersIn([of('2022-06')], { from: '2022-06-09', to: '2022-07-08' })).toHaveLength(1)
  })

  const copies = (measure: string, n: number, more: Content = {}) =>
    number(
      { measure, number: n, accumulation: 'to_date', to: '2022-06-08', material: 'flyer', ...more },
      `${measure}-${n}`,
    )
  const leaflets = { text: 'Flyers.', kind: 'materials', from: '2022-05-10' }
  test.each<[string, Content, ReturnType<typeof number>[], string[]]>([
    ['nothing is missing', leaflets, [copies('printed', 12_000), copies('distributed', 9_500)], []],
    ['as many as there are', leaflets, [copies('printed', 6_000), copies('distributed', 6_000)], []],
    ['more than there are', leaflets, [copies('printed', 9_000), copies('distributed', 9_500)], ['distributed_over_printed']],
    ['other material', leaflets, [copies('printed', 9_000), copies('distributed', 9_500, { material: 'poster' })], []],
    ['nobody says how many were printed', leaflets, [copies('distributed', 9_500)], []],
    ['no text and no number', { kind: 'training', from: '2022-05-10' }, [], ['no_text', 'no_number']],
    ['a meeting has no number', { text: 'Met.', kind: 'meeting', from: '2022-05-10' }, [], []],
    ['old numbers', leaflets, [copies('printed', 5, { to: '2022-04-01' })], ['nothing_in_period']],
    ['was it held?', { ...leaflets, state: 'planned' }, [copies('printed', 5)], ['not_settled']],
  ])('%s', (_, content, numbers, codes) => {
    expect(findingsOf(content, numbers, period).map(({ code }) => code)).toEqual(codes)
  }) // biome-ignore format: one line a case
})

describe('surveys: at least one yes', () => {
  const signs = ['forced_work', 'locked_in', 'papers_taken']
  test.each<[Record<string, Mark>, string]>([
    [{ forced_work: 'no', locked_in: 'yes', papers_taken: 'unknown' }, 'yes'],
    [{ forced_work: 'no', locked_in: 'no', papers_taken: 'no' }, 'no'],
    [{ forced_work: 'no', locked_in: 'no', papers_taken: 'did_not_say' }, 'unknown'],
    [{ forced_work: 'no', locked_in: 'no' }, 'unknown'],
    [{ other: 'yes' }, 'unknown'],
  ])('%j is %s', (marks, answer) => {
    expect(atLeastOneYes([marks], signs)).toEqual({ yes: 0, no: 0, unknown: 0, [answer]: 1 })
  })

  test('counts alone bound it, and the bounds hold for every set of questionnaires', () => {
    const marks = fc.constantFrom<Mark>('yes', 'no', 'unknown')
    const questionnaire = fc.record({ forced_work: marks, locked_in: marks, papers_taken: marks })
    fc.assert(
      fc.property(fc.array(questionnaire, { minLength: 1 }), rows => {
        const counts = signs.map(sign => ({ count: rows.filter(row => Reflect.get(row, sign) === 'yes').length }))
        const bounds = boundsOfAtLeastOne(counts, rows.length)
        const { yes, no, unknown } = atLeastOneYes(rows, signs)
        expect(yes + no + unknown).toBe(rows.length)
        expect(yes).toBeGreaterThanOrEqual(bounds?.least ?? -1)
        expect(yes).toBeLessThanOrEqual(bounds?.most ?? -1)
      }),
    )
    expect(boundsOfAtLeastOne([], 10)).toBeNull()
  })
})

test('a number from outside feeds nothing that is counted', () => {
  const type = builtIn.recordTypes.get('external_statistic')
  expect(Object.values(type?.fields ?? {}).filter(({ kind, dimension }) => kind === 'integer' || dimension)).toEqual([])
})
