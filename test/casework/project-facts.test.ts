import { expect, test } from 'vitest'
import { donorName, fundingFacts, projectFact } from '#casework/fund/project-facts.ts'
import { supportOf } from '#casework/fund/support.ts'
import type { Content } from '#dictionary/answer.ts'
import { aCase, aRecord } from './a-case.ts'

const aProject = (content: Content, type = 'project') => aRecord(type, { code: 'TC.0042', ...content })
const funded = (source: ReturnType<typeof aProject>, given: readonly [Content, Content][] = []) => {
  const donors = given.map(([donor]) => aRecord('donor', donor))
  return {
    source,
    contributions: given.map(([, content], at) => aRecord('contribution', { ...content, donor: donors[at]?.id ?? '' })),
    donors: new Map(donors.map(donor => [donor.id, donor])),
    region: 'EECA',
  }
}
const usd = (amount: string, currency = 'USD') => ({ amount, currency })

test('a project is counted in the years it runs; a planned one is none, and its own region stands before the office’s', () => {
  const { from, to, count, region, dims } = projectFact(
    funded(aProject({ from: '2009-05', to: '2011', region: 'MENA', countries: ['YE', 'IQ'], components: ['avrr'] })),
  )
  expect([from, to, count, region]).toEqual([2009, 2011, 1, 'MENA'])
  expect(dims).toMatchObject({ project: 'TC.0042', money_source: 'project', project_country: ['IQ', 'YE'] })
  expect(projectFact(funded(aProject({ state: 'planned' })))).toMatchObject({ count: 0, from: null, region: 'EECA' })
})

test('a project without an end still runs; one that ended on an unknown day is known in its first year only', () => {
  expect(projectFact(funded(aProject({ from: '2010', state: 'active' }))).to).toBeNull()
  expect(projectFact(funded(aProject({ from: '2010', state: 'ended' }))).to).toBe(2010)
})

test('private persons who give are one word, whatever name was written down', () => {
  const of = (content: Content) => donorName(aRecord('donor', content))
  expect(of({ kind: 'private', name: 'Somebody’s Name' })).toBe('Private donors')
  expect(of({ kind: 'private_anonymous' })).toBe('Private donors')
  expect(of({ kind: 'government', name: ' Norway ' })).toBe('Norway')
  expect(of({ kind: 'government' })).toBeNull()
})

test('a contribution is whole dollars at its stored rate, half up; without a rate it is in no sum', () => {
  const facts = fundingFacts(
    funded(aProject({}), [
      [
        { name: 'Norway', kind: 'government' },
        { amount: usd('100', 'NOK'), rate: '0.165', agreedOn: '2011-02' },
      ],
      [
        { name: 'United States', kind: 'government' },
        { amount: usd('1200.49'), agreedOn: '2011' },
      ],
      [{ name: 'Italy', kind: 'government' }, { amount: usd('500', 'EUR') }],
    ]),
  )
  expect(facts.map(({ usd: dollars, year, dims }) => [dollars, year, dims['donor'], dims['rated']])).toEqual([
    ['17', 2011, ['Norway'], 'yes'],
    ['1200', 2011, ['United States'], 'yes'],
    [null, null, ['Italy'], 'no'],
  ])
})

test('who paid for a case: each year and payer once, whatever they paid for', () => {
  const [project, fund] = ['11111111-0000-7000-8000-000000000001', '11111111-0000-7000-8000-000000000002']
  const item = aRecord('package_item', { kind: 'allowance', project })
  const request = aRecord('fund_request', { fund, state: 'committed', askedOn: '2011-03' })
  const file = aCase({}, [
    aRecord('service', { type: 'legal', deliveredOn: '2011-02-01', projectRef: project, project: 'ignored' }),
    aRecord('service', { type: 'medical', deliveredOn: '2011-08-01', projectRef: project }),
    aRecord('service', { type: 'medical', deliveredOn: '2011-08-01', fund: 'gaf', donor: 'Norway' }),
    aRecord('service', { type: 'medical', deliveredOn: '2011-08-01', fund: 'project', project: 'OLD.1' }),
    aRecord('service', { type: 'medical', deliveredOn: '2011-08-01' }),
    aRecord('movement', { stage: 'completed', fund, departedOn: '2012-01' }),
    aRecord('movement', { stage: 'planned', project, departedOn: '2013-01' }),
    item,
    aRecord('delivery', { item: item.id, state: 'released', deliveredOn: '2012-05' }),
    aRecord('delivery', { item: item.id, state: 'refused', deliveredOn: '2014-05' }),
    request,
    aRecord('fund_request', { project, state: 'refused', askedOn: '2014' }),
    aRecord('disbursement', { request: request.id, paidOn: '2013' }),
  ])
  const none = { source: null, project: null, fund: null, donor: null }
  const expected = [
    { ...none, year: 2011, source: project },
    { ...none, year: 2011, source: fund },
    { ...none, year: 2011, fund: 'gaf', donor: 'Norway' },
    { ...none, year: 2011, project: 'OLD.1' },
    { ...none, year: 2012, source: project },
    { ...none, year: 2012, source: fund },
    { ...none, year: 2013, source: fund },
  ]
  const found = supportOf(file)
  expect(found).toHaveLength(expected.length)
  expect(found).toEqual(expect.arrayContaining(expected))
  expect(supportOf({ ...file, records: file.records.toReversed() })).toEqual(found)
})
