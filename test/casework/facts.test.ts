import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aggregateFacts, deriveFacts } from '#casework/facts.ts'
import type { CaseFile } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn, type Dictionary } from '#dictionary/dictionary.ts'
import { aCase, aRecord } from './a-case.ts'

const office = { id: 'kyiv', region: 'EECA', external: false }
const derive = (file: CaseFile, d: Dictionary = builtIn) => deriveFacts(d, file, office)
const dims = (file: CaseFile) => derive(file).instances[0]?.dims ?? {}

describe('instances', () => {
  const service = (deliveredOn: string | null, type = 'medical') => aRecord('service', { type, deliveredOn })

  test('one for the year of registration and for each year with a service', () => {
    const file = aCase({ registeredOn: '2010-05' }, [service('2012-01-01'), service('2010'), service('2012-03')])
    expect(derive(file).instances.map(({ year, count }) => [year, count])).toEqual([
      [2010, 1],
      [2012, 1],
    ])
  })
  test('no year known: one instance without a year, with what was given', () => {
    const { instances } = derive(aCase({}, [service(null)]))
    expect(instances).toMatchObject([{ year: null, dims: { services: ['medical'], year: null } }])
  })
  test('a service without a date stands in the only instance there is, and in none of several', () => {
    expect(derive(aCase({ registeredOn: '2010' }, [service(null)])).instances.map(each => each.dims.services)).toEqual([
      ['medical'],
    ])
    const file = aCase({ registeredOn: '2010' }, [service(null), service('2011', 'legal')])
    expect(derive(file).instances.map(each => each.dims.services)).toEqual([null, ['legal']])
  })
  test('services stand in the year they were given', () => {
    const file = aCase({ registeredOn: '2010' }, [
      service('2010', 'shelter'),
      service('2011', 'legal'),
      service('2011'),
    ])
    expect(derive(file).instances.map(each => each.dims.services)).toEqual([['shelter'], ['legal', 'medical']])
  })
})

describe('AS03 Sofiya in Moscow', () => {
  const file = aCase(
    {
      registeredOn: '2007-03',
      ageAtAssistance: 80,
      countryOfOrigin: 'UA',
      traffickingType: 'both',
      countryOfDestination: ['RU'],
    },
    [
      aRecord('episode', { exploitation: { forced_labour: 'yes', begging: 'no' }, countryOfExploitation: ['UA'] }),
      aRecord('episode', {
        exploitation: { begging: 'yes', sexual: 'no' },
        means: { physical_abuse: 'yes', threats: 'yes', withholds_documents: 'yes', abduction: 'no' },
        countryOfExploitation: ['RU'],
        account: 'never leaves',
      }),
      aRecord('service', {
        type: 'medical',
        deliveredOn: '2007-04-01',
        cost: { amount: '12.50', currency: 'USD' },
        fund: 'gaf',
      }),
      aRecord('determination', {
        conclusion: 'confirmed',
        decidedOn: '2007-04-02',
        decidedBy: 'ngo',
        reason: 'never leaves',
      }),
    ],
    { givenNames: 'Sofiya', sex: 'female', nationality: ['UA'], phone: '123' },
  )

  test('the instance', () => {
    expect(derive(file).instances).toHaveLength(1)
    expect(derive(file).instances[0]).toMatchObject({
      record: 'case-1',
      case: 'case-1',
      person: 'person-1',
      route: 'case_file',
    })
    expect(dims(file)).toMatchObject({
      year: '2007',
      office: 'kyiv',
      region: 'EECA',
      sex: 'female',
      nationality: ['UA'],
      age_group: 'adult',
      age_band: '48+',
      category: 'trafficked',
      determination: 'confirmed',
      decider: 'ngo',
      services: ['medical'],
      trafficking_type: 'both',
      country_of_exploitation: ['RU', 'UA'],
      exploitation: ['begging', 'labour'],
      exploitation_form: ['begging', 'forced_labour'],
      exploitation_type: 'other',
      record_route: 'case_file',
      gender: null,
    })
    expect(dims(file).means).toHaveLength(3)
  })
  test('the service, with what it cost and for whom', () => {
    expect(derive(file).services).toMatchObject([
      {
        case: 'case-1',
        year: 2007,
        amount: { amount: '12.50', currency: 'USD' },
        dims: {
          service_type: 'medical',
          fund: 'gaf',
          provider: null,
          sex: 'female',
          age_group: 'adult',
          nationality: ['UA'],
        },
      },
    ])
  })
  test('no name, text or number leaves', () => {
    expect(JSON.stringify(derive(file))).not.toMatch(/Sofiya|never leaves|123/)
  })
  test('every dimension of the kind is there, keys sorted', () => {
    const ids = [...builtIn.dimensions.values()].filter(each => each.facts.includes('instance')).map(({ id }) => id)
    expect(Object.keys(dims(file))).toEqual(ids.sort())
  })
})

describe('laws', () => {
  const marks = (codes: string[]) =>
    fc.oneof(
      fc.dictionary(fc.constantFrom(...codes), fc.constantFrom('yes', 'no', 'unknown')),
      fc.constantFrom('unknown', 'not_asked'),
    )
  const day = fc.constantFrom('2010', '2011-05', '2012-01-01~', null)
  const anyRecord = fc.oneof(
    fc.record({
      type: fc.constant('episode'),
      content: fc.record({ exploitation: marks(['begging', 'sexual']), startedOn: day }),
    }),
    fc.record({
      type: fc.constant('service'),
      content: fc.record({ type: fc.constantFrom('legal', 'medical', null), deliveredOn: day }),
    }),
    fc.record({
      type: fc.constant('determination'),
      content: fc.record({ conclusion: fc.constantFrom('possible', 'confirmed'), decidedOn: day }),
    }),
  )
  const anyFile = fc.array(anyRecord, { maxLength: 8 }).map(all =>
    aCase(
      { registeredOn: '2010' },
      all.map(({ type, content }) => aRecord(type, content as Content)),
    ),
  )

  test('the same records in any order give the same facts', () => {
    fc.assert(
      fc.property(anyFile, fc.infiniteStream(fc.nat()), (file, dice) => {
        const shuffled = file.records.map(record => ({ record, at: dice.next().value ?? 0 }))
        const records = shuffled.sort((a, b) => a.at - b.at).map(({ record }) => record)
        expect(JSON.stringify(derive({ ...file, records }))).toBe(JSON.stringify(derive(file)))
      }),
    )
  })
  test('each year once; every service once; shapes follow the declaration', () => {
    fc.assert(
      fc.property(anyFile, file => {
        const { instances, services } = derive(file)
        expect(new Set(instances.map(({ year }) => year)).size).toBe(instances.length)
        expect(services).toHaveLength(file.records.filter(({ type }) => type === 'service').length)
        for (const { dims: cells } of instances)
          for (const [id, cell] of Object.entries(cells))
            if (cell !== null) expect(Array.isArray(cell)).toBe(builtIn.dimensions.get(id)?.multiple)
      }),
    )
  })
})

test('an outside source asserts what it declares, though it names no route', () => {
  const file = aCase({ registeredOn: '2010', category: 'trafficked' })
  const [fact] = deriveFacts(builtIn, file, { ...office, external: true }).instances
  expect(fact).toMatchObject({
    route: 'outside_source',
    dims: { category: 'trafficked', record_route: 'outside_source' },
  })
  expect(dims(file).category).toBe('vulnerable_migrant')
})

describe('own fields', () => {
  const type = builtIn.recordTypes.get('case')
  if (!type) throw new Error('no cases')
  const extended = (sensitivity: 'open' | 'health'): Dictionary => ({
    ...builtIn,
    recordTypes: new Map([
      ...builtIn.recordTypes,
      [
        'case',
        {
          ...type,
          fields: { ...type.fields, own_wing: { kind: 'code', list: 'yes_no', label: 'Wing', class: sensitivity } },
        },
      ],
    ]),
    dimensions: new Map([
      ...builtIn.dimensions,
      [
        'own_wing',
        {
          id: 'own_wing',
          label: 'Wing',
          list: 'yes_no',
          multiple: false,
          facts: ['instance'],
          source: { type: 'case', field: 'own_wing' },
        },
      ],
    ]),
  })

  test('a declared field is counted, and one that is not open never is', () => {
    const file = aCase({ own_wing: 'yes' })
    expect(derive(file, extended('open')).instances[0]?.dims.own_wing).toBe('yes')
    expect(derive(file, extended('health')).instances[0]?.dims.own_wing).toBe(null)
  })
})

describe('counted lines', () => {
  const line = (content: Content) => aRecord('aggregate', content, { id: 'line-1', person: null, case: null })

  test('n instances of nobody in particular', () => {
    const facts = aggregateFacts(
      builtIn,
      line({
        year: 2011,
        count: 359,
        sex: 'female',
        ageAtAssistance: 17,
        nationality: ['LA'],
        exploitation: { sexual: 'yes' },
        services: ['medical', 'legal'],
        traffickingType: 'cross_border',
      }),
      office,
    )
    expect(facts).toMatchObject([
      {
        record: 'line-1',
        case: null,
        person: null,
        year: 2011,
        count: 359,
        route: 'counted_total',
        dims: {
          sex: 'female',
          age_group: 'child',
          age_band: '9--17',
          nationality: ['LA'],
          exploitation: ['sexual'],
          services: ['legal', 'medical'],
          trafficking_type: 'cross_border',
          record_route: 'counted_total',
          category: 'trafficked',
          determination: null,
          education: null,
        },
      },
    ])
  })
  test('a line without a number counts nothing', () => {
    expect(aggregateFacts(builtIn, line({ year: 2011, count: 'unknown' }), office)).toEqual([])
  })
})
