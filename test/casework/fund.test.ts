import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { consequences } from '#casework/follow.ts'
import { eligibility } from '#casework/fund/eligibility.ts'
import { gapCounter } from '#casework/fund/gap.ts'
import { type Around, nothingAround } from '#casework/rule-set.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { membersOn } from '#dictionary/data/country-groups.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

const office = { person: null, case: null, office: 'hq' }
const fund = (content: Content, id = 'fund-1') => aRecord('fund', { state: 'active', ...content }, { ...office, id })
const project = (content: Content, id = 'project-1') =>
  aRecord('project', { state: 'active', code: 'P1', ...content }, { ...office, id })
const gaf = fund({ code: 'gaf', requires: ['trafficked_across_border', 'no_other_project'] }, 'gaf')
const hasm = fund({ code: 'hasm', requires: ['stranded'] }, 'hasm')
const rcm = fund({ code: 'rcm', nationalityGroup: 'rcm', destinationGroup: 'rcm' }, 'rcm')
const erf = fund({ code: 'erf', nationalityNotGroup: 'eu' }, 'erf')
const national = (country: string, content: Content = {}, records: RecordView[] = []) =>
  aCase(content, records, { nationality: [country] })
const to = (country: string) => aRecord('movement', { stage: 'planned', to: country })
const ask = (
  source: RecordView,
  file: CaseFile,
  more: { place?: string; day?: string; others?: RecordView[] } = {},
) => {
  const { answer, because } = eligibility(source, {
    file,
    day: more.day ?? '2012-06-01',
    place: more.place ?? null,
    others: more.others ?? [],
  })
  return [answer, because?.condition ?? null]
}

describe('AS29 eligibility answers with its reason', () => {
  const ofUkraine = project({ countries: ['UA'] })
  const ofUnknownStory = project({ traffickingTypes: ['internal'] })
  test.each([
    ['(a) internal trafficking', gaf, national('UA', { traffickingType: 'internal' }), {}, ['no', 'across_border']],
    [
      '(b) across a border, no other project',
      gaf,
      national('UA', { traffickingType: 'cross_border' }),
      {},
      ['yes', null],
    ],
    [
      'across a border, a project covers it',
      gaf,
      national('UA', { traffickingType: 'both' }),
      { place: 'UA', others: [ofUkraine] },
      ['no', 'no_other_project'],
    ],
    [
      'across a border, the project works elsewhere',
      gaf,
      national('UA', { traffickingType: 'both' }),
      { place: 'PL', others: [ofUkraine] },
      ['yes', null],
    ],
    ['nobody knows whether a border was crossed', gaf, national('UA'), {}, ['unknown', 'across_border']],
    [
      'another project may cover it',
      gaf,
      national('UA', { traffickingType: 'cross_border' }),
      { others: [project({ sexes: ['female'] })] },
      ['unknown', 'no_other_project'],
    ],
    [
      'another project does not',
      gaf,
      national('UA', { traffickingType: 'cross_border' }),
      { others: [ofUnknownStory] },
      ['yes', null],
    ],
    [
      '(c) a Honduran in Mexico returning to Honduras',
      rcm,
      national('HN', {}, [to('HN')]),
      { place: 'MX' },
      ['yes', null],
    ],
    ['(d) a Nepali in Panama', rcm, national('NP', {}, [to('NP')]), { place: 'PA' }, ['no', 'nationality']],
    ['a Honduran returning nobody knows where', rcm, national('HN'), { place: 'MX' }, ['unknown', 'destination']],
    ['a Honduran going to Spain', rcm, national('HN', {}, [to('ES')]), { place: 'MX' }, ['no', 'destination']],
    ['(e) a Bulgarian in Denmark', erf, national('BG'), { place: 'DK' }, ['no', 'not_citizen']],
    [
      'a Bulgarian before Bulgaria was a member',
      erf,
      national('BG'),
      { place: 'DK', day: '2006-12-31' },
      ['yes', null],
    ],
    ['a Briton after 2020', erf, national('GB'), { day: '2020-02-01' }, ['yes', null]],
    ['a Nigerian', erf, national('NG'), { place: 'DK' }, ['yes', null]],
    ['no nationality recorded', erf, aCase({}), {}, ['unknown', 'not_citizen']],
    ['stranded', hasm, national('NP', { stranded: 'yes' }), {}, ['yes', null]],
    ['not stranded', hasm, national('NP', { stranded: 'no' }), {}, ['no', 'stranded']],
    ['nobody asked', hasm, national('NP', { stranded: 'not_asked' }), {}, ['unknown', 'stranded']],
  ] as const)('%s', (_, source, file, more, expected) => {
    expect(ask(source, file, { ...more, others: [...('others' in more ? more.others : [])] })).toEqual(expected)
  })

  test.each([
    ['in its time', { from: '2011-01-01', to: '2013' }, {}, 'yes'],
    ['not yet begun', { from: '2012-07-01' }, {}, 'no'],
    ['over', { to: '2012-05-31' }, {}, 'no'],
    ['ended', { state: 'ended' }, {}, 'no'],
    ['a girl of fifteen', { sexes: ['female'], ageTo: 17 }, { ageAtAssistance: 15 }, 'yes'],
    ['a woman', { ageTo: 17 }, { ageGroup: 'adult' }, 'no'],
    ['an adult, under thirty?', { ageTo: 29 }, { ageGroup: 'adult' }, 'unknown'],
    ['another type', { traffickingTypes: ['internal'] }, { traffickingType: 'cross_border' }, 'no'],
  ] as const)('a plain project: %s', (_, rule, answers, expected) => {
    const file = aCase(answers as Content, [], { sex: 'female', nationality: ['UA'] })
    expect(ask(project(rule as Content), file)[0]).toBe(expected)
  })

  test('a missing answer never gives a no: taking answers away leads to unknown or changes nothing', () => {
    const rules = [gaf, hasm, rcm, erf, project({ sexes: ['female'], ageFrom: 18 })]
    const full: Content = { traffickingType: 'internal', stranded: 'no', ageAtAssistance: 15 }
    fc.assert(
      fc.property(fc.subarray(Object.keys(full)), fc.constantFrom(...rules), (kept, rule) => {
        const less = Object.fromEntries(Object.entries(full).filter(([key]) => kept.includes(key))) as Content
        const answer = ask(rule, aCase(less))[0]
        expect([ask(rule, aCase(full))[0], 'unknown']).toContain(answer)
        if (kept.length === 0) expect(answer).toBe('unknown')
      }),
    )
  })

  test('the members of the Regional Conference are eleven; the Union had 27 in 2012 and has 27 now', () => {
    expect(membersOn('rcm', '2012-06-01').size).toBe(11)
    expect(membersOn('eu', '2012-06-01').size).toBe(27)
    expect(membersOn('eu', '2026-01-01').size).toBe(27)
    expect(membersOn('eu', '2014-01-01').size).toBe(28)
  })

  test('the gap counts persons eligible for nothing, by fund and reason; a yes in another case counts', () => {
    const counter = gapCounter([rcm, erf])
    const add = (person: string, file: CaseFile) => counter.add({ person, file, day: '2012-06-01', place: 'DK' })
    add('bulgarian', national('BG', {}, [to('BG')]))
    add('bulgarian', national('BG', {}, [to('BG')]))
    add('nigerian', national('NG'))
    add('nobody', aCase({}))
    expect(counter.counts()).toEqual({
      persons: 3,
      eligible: 1,
      unknown: 1,
      none: 1,
      why: [
        { source: 'erf', condition: 'not_citizen', persons: 1 },
        { source: 'rcm', condition: 'nationality', persons: 1 },
      ],
    })
  })
})

describe('money asked for one person', () => {
  const around = (records: readonly RecordView[]): Around => ({
    ...nothingAround,
    record: id => records.find(each => each.id === id) ?? null,
    all: type => records.filter(each => each.type === type),
    country: () => 'DK',
  })
  const check = (file: CaseFile, change: ReturnType<typeof aChange>, records: readonly RecordView[] = [erf]) =>
    checkCase(builtIn, file, change, { today, around: around(records) }).map(({ code }) => code)
  const usd = (amount: string) => ({ amount, currency: 'USD' })
  const request = (more: Content = {}) =>
    aRecord('fund_request', { fund: 'erf', amount: usd('500'), state: 'waiting', ...more }, { id: 'request-1' })
  const approval = (state: string) => aRecord('approval', { kind: 'fund_request', of: 'request-1', state })

  test.each([
    ['for somebody it does not cover', national('BG'), { fund: 'erf', amount: usd('500') }, ['fund_not_eligible']],
    ['for somebody it covers', national('NG'), { fund: 'erf', amount: usd('500') }, []],
    ['while an answer is missing: help is not held back', aCase({}), { fund: 'erf', amount: usd('500') }, []],
    ['without a source', national('NG'), { amount: usd('500') }, ['fund_request_source']],
    [
      'from two sources',
      national('NG'),
      { fund: 'erf', project: 'project-1', amount: usd('500') },
      ['fund_request_source'],
    ],
    ['for nothing', national('NG'), { fund: 'erf', amount: usd('0') }, ['amount_missing']],
    [
      'said to be committed',
      national('NG'),
      { fund: 'erf', amount: usd('5'), state: 'committed' },
      ['fund_request_needs_approval'],
    ],
  ] as const)('%s', (_, file, set, expected) => {
    expect(check(file, aChange('fund_request', set as Content))).toEqual(expected)
  })

  test('another currency than the budget needs a rate', () => {
    const rich = { ...erf, content: { ...erf.content, budget: usd('10000') } }
    const set = { fund: 'erf', amount: { amount: '100', currency: 'DKK' } }
    expect(check(national('NG'), aChange('fund_request', set), [rich])).toEqual(['rate_missing'])
    expect(check(national('NG'), aChange('fund_request', { ...set, rate: '0.145' }), [rich])).toEqual([])
    expect(check(national('NG'), aChange('fund_request', { ...set, rate: 'much' }), [rich])).toEqual([
      'rate_not_a_number',
    ])
  })

  test('the request asks for its approval by itself and takes the state of the answer', () => {
    const opened = consequences(builtIn, aCase({}, [request(), aRecord('consent', {})]), today)
    expect(opened).toEqual([
      {
        type: 'approval',
        key: 'approval.fund_request.request-1',
        set: { kind: 'fund_request', of: 'request-1', state: 'waiting', askedOn: today },
      },
    ])
    for (const [answer, state] of [
      ['approved', 'committed'],
      ['refused', 'refused'],
    ] as const)
      expect(
        consequences(builtIn, aCase({}, [request(), approval(answer), aRecord('consent', {})]), today),
      ).toMatchObject([{ type: 'fund_request', record: 'request-1', set: { state } }])
  })

  test('what was agreed does not move afterwards', () => {
    const file = aCase({}, [request({ state: 'committed' }), approval('approved')])
    const more = aChange('fund_request', { amount: usd('900') }, { record: 'request-1', base: 1 })
    expect(check(file, more)).toEqual(['fund_request_settled'])
  })

  test('a payment needs a commitment and stays inside it', () => {
    const pay = (amount: string) =>
      aChange('disbursement', { request: 'request-1', paid: usd(amount), paidOn: '2026-11-01' })
    expect(check(aCase({}, [request()]), pay('100'))).toEqual(['disbursement_needs_commitment'])
    const agreed = [request(), approval('approved')]
    expect(check(aCase({}, agreed), pay('500'))).toEqual([])
    expect(check(aCase({}, agreed), pay('500.01'))).toEqual(['disbursement_over_commitment'])
    const half = [...agreed, aRecord('disbursement', { request: 'request-1', paid: usd('300') })]
    expect(check(aCase({}, half), pay('200'))).toEqual([])
    expect(check(aCase({}, half), pay('200.0001'))).toEqual(['disbursement_over_commitment'])
  })

  test('an anonymous donor has no name; ceilings are in the currency of the budget', () => {
    const donor = aChange('donor', { kind: 'private_anonymous', name: 'A name' }, office)
    expect(checkCase(builtIn, null, donor, { today }).map(({ code }) => code)).toEqual(['donor_anonymous_named'])
    const set = { code: 'P', budget: usd('1'), ceilingInKind: { amount: '1', currency: 'EUR' } }
    expect(checkCase(builtIn, null, aChange('project', set, office), { today }).map(({ code }) => code)).toEqual([
      'ceiling_other_currency',
    ])
  })
})
