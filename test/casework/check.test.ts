import { describe, expect, test } from 'vitest'
import { caseProblems, checkCase } from '#casework/check.ts'
import { latestDayOnEarth } from '#casework/when.ts'
import type { CaseFile, Change } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, indicated, today } from './a-case.ts'

const check = (before: CaseFile | null, change: Change) => checkCase(builtIn, before, change, { today })
const codes = (before: CaseFile | null, change: Change) => {
  const found = check(before, change).map(problem => problem.code)
  for (const code of found) expect(caseProblems).toContain(code)
  return found
}
const empty = aCase({})

describe('needs first', () => {
  const refused = aCase({ ageAtAssistance: 14 }, [
    ...['interview', 'service', 'data'].map(purpose => aRecord('consent', { purpose, decision: 'no' })),
    aRecord('determination', { conclusion: 'not_trafficked', decidedOn: '2026-03-01' }),
  ])

  test.each(['food_hygiene', 'medical', 'shelter'])('AS02 %s is given whatever was decided or refused', type => {
    expect(check(refused, aChange('service', { type, deliveredOn: '2026-11-22' }))).toEqual([])
  })

  test('a service says which', () => {
    expect(codes(empty, aChange('service', { deliveredOn: '2026-11-01' }))).toEqual(['service_type_missing'])
    expect(check(empty, aChange('service', { type: 'unknown' }))).toEqual([])
  })
})

describe('AS07 help under a code', () => {
  const withhold = aCase({}, [aRecord('consent', { purpose: 'data', decision: 'no' })])
  const set = { givenNames: 'Olena', phone: '1', sex: 'female', city: 'Odesa' } as const

  test('names and numbers stay out, each one named', () => {
    expect(check(withhold, aChange('person', set))).toEqual([
      { code: 'data_consent_refused', field: 'givenNames' },
      { code: 'data_consent_refused', field: 'phone' },
    ])
  })
  test('the rest is recorded, and what is there can be taken back', () => {
    expect(check(withhold, aChange('person', { sex: 'female', givenNames: null, phone: null }))).toEqual([])
  })
  test('without a refusal names are kept; after a withdrawal they are not', () => {
    expect(check(empty, aChange('person', set))).toEqual([])
    const withdrawn = aCase({}, [aRecord('consent', { purpose: 'data', decision: 'yes', withdrawnOn: '2026-10' })])
    expect(codes(withdrawn, aChange('person', set))).toEqual(['data_consent_refused', 'data_consent_refused'])
  })
})

describe('screening', () => {
  const answers = { act: { recruitment: 'yes' } } as const
  const asked = (decision: string) => aCase({}, [aRecord('consent', { purpose: 'interview', decision })])

  test('AS01 with consent, answers are kept, those held back as well', () => {
    expect(check(asked('yes'), aChange('screening', { ...answers, means: 'did_not_say' }))).toEqual([])
  })
  test('refused: no new answers', () => {
    expect(check(asked('no'), aChange('screening', answers))).toEqual([
      { code: 'interview_consent_refused', field: 'act' },
    ])
  })
  test('withdrawn: no new answers', () => {
    const consent = aRecord('consent', { purpose: 'interview', decision: 'yes', withdrawnOn: '2026-11-01' })
    expect(codes(aCase({}, [consent]), aChange('screening', answers))).toEqual(['interview_consent_refused'])
  })
  test('never asked: ask first', () => {
    expect(codes(empty, aChange('screening', answers))).toEqual(['interview_consent_missing'])
    expect(codes(null, aChange('screening', answers))).toEqual(['interview_consent_missing'])
  })
  test('refused: an answer can be taken back, the sitting closed', () => {
    expect(check(asked('no'), aChange('screening', { act: null, state: 'concluded' }))).toEqual([])
  })
  test('what an outside source tells needs no consent of ours', () => {
    expect(check(aCase({ route: 'outside_source' }), aChange('screening', answers))).toEqual([])
  })
})

describe('determination', () => {
  const full: Content = { conclusion: 'confirmed', decidedOn: '2026-11-20', decidedBy: 'own' }

  test('needs a conclusion, a day, a decider and a reason', () => {
    expect(check(empty, aChange('determination', {})).map(({ field }) => field)).toEqual([
      'conclusion',
      'decidedOn',
      'decidedBy',
      'reason',
    ])
  })
  test('agrees with the reading and says why', () => {
    expect(check(aCase({}, indicated), aChange('determination', { ...full, reason: 'told and seen' }))).toEqual([])
  })
  test('confirmed on little evidence: no minimum is forced, the reason is, and what is missing is said', () => {
    const little = aCase({}, indicated.slice(0, 1))
    expect(check(little, aChange('determination', full))).toEqual([
      {
        code: 'determination_departs_from_reading',
        field: 'reason',
        details: { conclusion: 'confirmed', reading: 'partial', missing: 'purpose' },
      },
    ])
    expect(check(little, aChange('determination', { ...full, reason: 'the police raid' }))).toEqual([])
  })
  test('refuted against the reading: the reason is asked the same way', () => {
    const change = aChange('determination', { ...full, conclusion: 'not_trafficked' })
    expect(codes(aCase({}, indicated), change)).toEqual(['determination_departs_from_reading'])
  })
  test('AS06 a child without means: nothing is missing', () => {
    const file = aCase({ ageAtAssistance: 14, ageBasis: 'stated' }, [
      aRecord('screening', { act: { recruitment: 'yes' }, purpose: { begging: 'yes' } }),
    ])
    expect(codes(file, aChange('determination', full))).toEqual(['determination_incomplete'])
    expect(check(file, aChange('determination', { ...full, reason: 'begging on the square' }))).toEqual([])
  })
  test('a later change of one field keeps the rest', () => {
    const record = aRecord('determination', { ...full, reason: 'told' })
    const change = aChange('determination', { decidedBy: 'police' }, { record: record.id, base: 1 })
    expect(check(aCase({}, [...indicated, record]), change)).toEqual([])
    expect(codes(aCase({}, [...indicated, record]), { ...change, set: { reason: null } })).toEqual([
      'determination_incomplete',
    ])
  })
  test('not tomorrow', () => {
    const change = aChange('determination', { ...full, reason: 'told', decidedOn: '2026-11-23' })
    expect(check(aCase({}, indicated), change)).toEqual([{ code: 'date_in_future', field: 'decidedOn' }])
  })
})

describe('dates', () => {
  test.each<[string, Content, string[]]>([
    ['service', { type: 'medical', deliveredOn: '2026-11-23' }, ['date_in_future']],
    ['service', { type: 'medical', deliveredOn: '2026-12~' }, ['date_in_future']],
    ['service', { type: 'medical', deliveredOn: '2026' }, []],
    ['service', { type: 'medical', deliveredOn: '2026-11-22', endedOn: '2027-01' }, []],
    ['service', { type: 'medical', deliveredOn: '2026-11-22', endedOn: '2026-10' }, ['date_before']],
    ['task', { kind: 'guardian', dueOn: '2027-01-01' }, []],
    ['visit', { visitedOn: '2026-11-01', nextOn: '2027-05' }, []],
    ['movement', { departedOn: '2026-12-01', arrivedOn: '2026-12-02' }, []],
    ['movement', { departedOn: '2026-12-03', arrivedOn: '2026-12-02' }, ['date_before']],
    [
      'consent',
      { purpose: 'data', decision: 'yes', givenOn: '2026-05-02', withdrawnOn: '2026-05-01' },
      ['date_before'],
    ],
    ['consent', { purpose: 'data', decision: 'yes', givenOn: '2026-05', withdrawnOn: '2026-05-01' }, []],
    ['consent', { purpose: 'data', decision: 'yes', givenOn: '2026-05-02', withdrawnOn: '2026-05' }, []],
    ['episode', { startedOn: '2019', endedOn: '2018-12' }, ['date_before']],
    ['case', { registeredOn: 'unknown' }, []],
  ])('%s %j', (type, set, expected) => expect(codes(empty, aChange(type, set))).toEqual(expected))

  test('the first date may stand in the record and the second come later', () => {
    const record = aRecord('consent', { purpose: 'data', decision: 'yes', givenOn: '2026-05-02' })
    const change = aChange('consent', { withdrawnOn: '2026-05-01' }, { record: record.id, base: 1 })
    expect(check(aCase({}, [record]), change)).toEqual([
      { code: 'date_before', field: 'withdrawnOn', details: { other: 'givenOn' } },
    ])
  })

  test('it is already tomorrow somewhere', () => {
    expect(latestDayOnEarth('2026-11-22T09:59:59Z')).toBe('2026-11-22')
    expect(latestDayOnEarth('2026-11-22T10:00:00Z')).toBe('2026-11-23')
  })
})

describe('links', () => {
  test.each<[Content, string[]]>([
    [{ other: 'person-2', verdict: 'same' }, []],
    [{ other: 'person-1', verdict: 'same' }, ['link_to_itself']],
    [{ other: 'person-2' }, ['link_incomplete']],
    [{}, ['link_incomplete', 'link_incomplete']],
  ])('%j', (set, expected) => expect(codes(empty, aChange('link', set, { case: null }))).toEqual(expected))
})
