import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'

/**
 * AS03: a woman of 80, begging in two countries. Two missions assist her and link their files: two instances of
 * assistance, one person. Told through the API, each mission by its own staff.
 */
let house: House
let moscow: Asker
let kyiv: Asker
let analyst: Asker
let region: Asker
const offices = { moscow: '', kyiv: '' }

beforeAll(async () => {
  house = await openHouse()
  const top = await house.office('HQ')
  const eeca = await house.office('EECA', top, 'regional_office')
  offices.moscow = (await house.office('MOW', eeca)).id
  offices.kyiv = (await house.office('KYV', eeca)).id
  const staff = async (
    login: string,
    role: 'caseworker' | 'data_focal_point' | 'global_analyst',
    office: string,
    scope: 'office' | 'region' | 'all',
  ) => house.as(await house.account(login, [{ role, office, scope }]))
  moscow = await staff('moscow', 'caseworker', offices.moscow, 'office')
  kyiv = await staff('kyiv', 'caseworker', offices.kyiv, 'office')
  region = await staff('focal', 'data_focal_point', eeca.id, 'region')
  analyst = await staff('analyst', 'global_analyst', top.id, 'all')
})
afterAll(() => house.close())

/** A mission's file on her, with everything that hangs on it. */
function fileAt(office: string) {
  const person = newId()
  const kase = newId()
  const change = (type: string, set: object, o: { record?: string; case?: string | null; base?: number } = {}) => ({
    id: newId(),
    type,
    record: o.record ?? newId(),
    office,
    person,
    case: o.case === undefined ? kase : o.case,
    base: o.base ?? 0,
    set,
    madeAt: '2026-03-01T10:00:00Z',
    dictionary: 0,
  })
  return {
    person,
    kase,
    change,
    open: (about: object, set: object) => [
      change('person', about, { record: person, case: null }),
      change('case', set, { record: kase }),
    ],
  }
}

const push = async (who: Asker, changes: object[]) => {
  const results = (await who.ask('POST', '/changes', { changes })).json().results as {
    status: string
    problems: unknown
  }[]
  expect(results.map(result => [result.status, result.problems])).toEqual(results.map(() => ['accepted', []]))
}
const count = async (indicator: string, by?: string, where = {}) =>
  (await analyst.ask('POST', '/figures', { indicator, year: 2007, by: by ? [by] : [], where })).json()

test('AS03 two missions, two instances, one person', async () => {
  const about = { givenNames: 'Софія', sex: 'female', nationality: ['UA'] }
  const route = {
    ageAtAssistance: 80,
    ageBasis: 'stated',
    countryOfOrigin: 'UA',
    countryOfDestination: ['RU', 'UA'],
    traffickingType: 'both',
  }
  const first = fileAt(offices.moscow)
  await push(moscow, [
    ...first.open(about, {
      ...route,
      registeredOn: '2007-03-20',
      referralSource: 'health',
      exitMode: 'journalist',
      exitedOn: '2007-03',
    }),
    first.change('consent', { purpose: 'interview', decision: 'yes', givenOn: '2007-03-20', agreesToInterview: 'yes' }),
    first.change('episode', {
      exploitation: { begging: 'yes', forced_labour: 'unknown' },
      means: { withholds_documents: 'yes', physical_abuse: 'yes', threats: 'yes' },
      countryOfExploitation: ['RU', 'UA'],
      startedOn: '2006',
      endedOn: '2007-03',
    }),
    first.change('determination', {
      conclusion: 'confirmed',
      decidedOn: '2007-03-25',
      decidedBy: 'ngo',
      reason: 'Act, means and purpose are all told.',
    }),
    first.change('service', { type: 'medical', deliveredOn: '2007-03-21' }),
    first.change('movement', {
      stage: 'planned',
      from: 'RU',
      to: 'UA',
      escort: 'medical',
      departedOn: '2007-04-10',
      writtenConsent: 'yes',
    }),
  ])
  const second = fileAt(offices.kyiv)
  const referral = second.change('referral', {
    need: 'shelter',
    recipientKind: 'ngo',
    to: 'An NGO in Odessa',
    sentOn: '2007-04-12',
    state: 'sent',
  })
  await push(kyiv, [
    ...second.open(about, { ...route, registeredOn: '2007-04-11', referralSource: 'own_mission' }),
    second.change('consent', { purpose: 'sharing', decision: 'yes', givenOn: '2007-04-11' }),
    second.change('service', { type: 'shelter', deliveredOn: '2007-04-12' }),
    referral,
  ])
  await push(kyiv, [{ ...referral, id: newId(), base: 1, set: { state: 'accepted', acknowledgedOn: '2007-04-14' } }])

  // Neither mission sees the other's file.
  expect((await kyiv.ask('GET', `/cases/${first.kase}`)).statusCode).toBe(404)
  expect((await moscow.ask('GET', `/cases/${second.kase}`)).statusCode).toBe(404)
  expect((await count('persons')).base.n).toBe(2)

  const link = {
    ...first.change('link', { other: second.person, verdict: 'same' }, { case: null }),
  }
  await push(region, [link])
  expect((await count('instances')).base.n).toBe(2)
  expect((await count('persons')).base.n).toBe(1)
  const byOffice = await count('instances', 'office')
  expect(byOffice.rows.map((row: { key: string; n: number }) => [row.key, row.n])).toEqual([
    ['KYV', 1],
    ['MOW', 1],
  ])
  const byType = await count('instances', 'trafficking_type')
  expect(byType.rows).toMatchObject([{ key: 'both', n: 2 }])
  const means = await count('instances', 'means')
  const keys = means.rows.map((row: { key: string }) => row.key)
  for (const code of ['withholds_documents', 'physical_abuse', 'threats']) expect(keys).toContain(code)
  const opened = (await moscow.ask('GET', `/cases/${first.kase}`)).json()
  expect(opened.records.find((record: { type: string }) => record.type === 'movement').content).toMatchObject({
    escort: 'medical',
  })
})
