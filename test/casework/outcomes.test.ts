import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deriveFacts } from '#casework/facts.ts'
import type { CaseFile } from '#changes/change.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aRecord } from './a-case.ts'

const office = { id: 'moscow', region: 'EECA', external: false }
const outcomes = (file: CaseFile) => deriveFacts(builtIn, file, office).outcomes
const areas = (file: CaseFile) =>
  outcomes(file).reintegration.map(({ year, dims }) => [year, dims['reintegration']] as const)
const home = aRecord('movement', { stage: 'completed', to: 'UA', arrivedOn: '2011-06-01', writtenConsent: 'yes' })

test('a return is a journey that arrived: planned, paused and cancelled ones are none, whatever day they name', () => {
  const file = aCase(
    { ageAtAssistance: 17 },
    [
      home,
      aRecord('movement', { stage: 'planned', to: 'UA', arrivedOn: '2011-07-01' }),
      aRecord('movement', { stage: 'paused', to: 'UA', arrivedOn: '2011-07-01' }),
      aRecord('movement', { stage: 'cancelled', to: 'UA', arrivedOn: '2011-07-01' }),
      aRecord('movement', { to: 'UA', departedOn: '2011' }),
    ],
    { sex: 'female', nationality: ['UA', 'MD'], givenNames: 'Sofiya' },
  )
  expect(outcomes(file).return).toEqual([
    {
      record: home.id,
      slot: 0,
      year: 2011,
      dims: {
        age_group: 'child',
        country_of_return: 'UA',
        nationality: ['MD', 'UA'],
        office: 'moscow',
        region: 'EECA',
        sex: 'female',
        voluntary_return: 'yes',
        year: '2011',
      },
    },
  ])
})

test('consent that nobody recorded is unknown, not a no', () => {
  const [fact] = outcomes(aCase({}, [aRecord('movement', { stage: 'arrival' })])).return
  expect(fact).toMatchObject({ year: null, dims: { voluntary_return: null, country_of_return: null } })
})

test('reintegration: services after the return, what was released of the package, schooling, work, a grant', () => {
  const item = (kind: string) => aRecord('package_item', { kind })
  const [allowance, care, fare] = [item('allowance'), item('medical'), item('travel')]
  const given = (of: { id: string }, state: string, deliveredOn: string) =>
    aRecord('delivery', { item: of.id, state, deliveredOn })
  const file = aCase({}, [
    home,
    aRecord('service', { type: 'legal', deliveredOn: '2011-06-20' }),
    aRecord('service', { type: 'medical', deliveredOn: '2011-05-20' }),
    aRecord('service', { type: 'community' }),
    aRecord('service', { type: 'return_travel', deliveredOn: '2011-06-02' }),
    allowance,
    care,
    fare,
    given(allowance, 'released', '2011-09-01'),
    given(care, 'pending_over_ceiling', '2011-09-01'),
    given(fare, 'released', '2011-09-01'),
    aRecord('training', { subject: 'school', startedOn: '2012' }),
    aRecord('training', { subject: 'sewing', startedOn: '2012-01' }),
    aRecord('enterprise', {
      sector: 'agriculture',
      grant: { amount: '2200', currency: 'USD' },
      grantedOn: '2012-03-01',
    }),
    aRecord('enterprise', { sector: 'agriculture', startedOn: '2013' }),
  ])
  expect(areas(file)).toEqual([
    [2011, ['financial', 'legal']],
    [2012, ['education', 'financial', 'work']],
  ])
})

test('without a return services are no reintegration; what a package says is', () => {
  const legal = aRecord('service', { type: 'legal', deliveredOn: '2011-06-20' })
  expect(areas(aCase({}, [legal]))).toEqual([])
  expect(areas(aCase({}, [legal, aRecord('placement', { startedOn: '2011' })]))).toEqual([[2011, ['work']]])
})

test('a year alone may be before or after the return: it counts, since it is not surely before', () => {
  const service = (deliveredOn: string) => aRecord('service', { type: 'legal', deliveredOn })
  expect(areas(aCase({}, [home, service('2011')]))).toEqual([[2011, ['legal']]])
  expect(areas(aCase({}, [home, service('2010')]))).toEqual([])
})

test('the same records in any order give the same facts', () => {
  const records = [
    home,
    aRecord('movement', { stage: 'onward', to: 'MD', arrivedOn: '2012' }),
    aRecord('service', { type: 'legal', deliveredOn: '2011-06-20' }),
    aRecord('service', { type: 'housing', deliveredOn: '2012-06-20' }),
    aRecord('placement', { startedOn: '2012' }),
  ]
  const expected = outcomes(aCase({}, records))
  fc.assert(
    fc.property(fc.shuffledSubarray(records, { minLength: records.length }), shuffled => {
      expect(outcomes(aCase({}, shuffled))).toEqual(expected)
    }),
  )
})
