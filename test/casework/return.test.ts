import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { consequences, elsewhere, notices } from '#casework/follow.ts'
import { isReady, problemOf, readiness } from '#casework/return/readiness.ts'
import { nothingAround } from '#casework/rule-set.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

const seven = {
  agreesToInterview: 'yes',
  informedOfPurpose: 'yes',
  informedOfUse: 'yes',
  informedOfResearch: 'yes',
  informedOfAccess: 'yes',
  informedOfRetention: 'yes',
  informedOfWithdrawal: 'yes',
}
const consentSet = { purpose: 'return', decision: 'yes', form: 'written', givenOn: '2026-10-01', ...seven }
const childConsent = { ...consentSet, guardianConsent: 'yes', childAssent: 'yes' }
const journey = {
  stage: 'planned',
  from: 'IT',
  to: 'UA',
  asylumFlag: 'no',
  documentsReady: 'yes',
  fund: 'fund-1',
  childWishes: 'yes',
  unaccompanied: 'yes',
}
const movementOf = (more: Content = {}) => aRecord('movement', { ...journey, ...more }, { id: 'journey' })

/** Everything that a child who travels alone needs, by the item that it settles. */
const evidence = {
  return_consent: aRecord('consent', childConsent),
  counselling: aRecord('counselling', { explained: ['return', 'residence'], chosen: 'return' }),
  best_interest: aRecord('best_interest', { kind: 'determination', authority: 'court', option: 'return' }),
  guardian_there: aRecord('guardian', { country: 'UA', notifiedOn: '2026-10-02', willing: 'yes' }),
  guardian_here: aRecord('guardian', { country: 'IT', involved: 'yes' }),
  family: aRecord('family_assessment', { involvement: 'none' }),
  leg: aRecord('movement_leg', { movement: 'journey', from: 'IT', to: 'UA' }),
}
const answers = {
  child_wish: 'childWishes',
  asylum: 'asylumFlag',
  funding: 'fund',
  travel_documents: 'documentsReady',
} as const

const child = (records: readonly RecordView[], movement = movementOf()) =>
  aCase({ ageGroup: 'child' }, [movement, ...records])
const adult = (records: readonly RecordView[], movement = movementOf()) =>
  aCase({ ageGroup: 'adult' }, [movement, ...records])
const open = (file: CaseFile, more = {}) => {
  const movement = file.records.find(({ id }) => id === 'journey') as RecordView
  return readiness(file, movement, { today, ...more })
    .filter(({ state }) => state !== 'green')
    .map(problemOf)
}
const whole = Object.values(evidence)
const without = (item: keyof typeof evidence) =>
  Object.entries(evidence)
    .filter(([name]) => name !== item)
    .map(([, record]) => record)

describe('what must stand before a journey', () => {
  test('a child with everything is ready; an adult needs no guardian', () => {
    expect(open(child(whole))).toEqual([])
    const { counselling, leg } = evidence
    expect(open(adult([aRecord('consent', consentSet), counselling, leg], movementOf({ childWishes: null })))).toEqual(
      [],
    )
  })

  test.each(Object.keys(evidence) as (keyof typeof evidence)[])('without %s it is missing, and nothing else', item =>
    expect(open(child(without(item)))).toEqual([`${item}_missing`]),
  )

  test.each(Object.entries(answers))('without an answer %s is missing', (item, field) =>
    expect(open(child(whole, movementOf({ [field]: null })))).toEqual([`${item}_missing`]),
  )

  test.each([
    [
      'spoken consent',
      'return_consent',
      aRecord('consent', { ...childConsent, form: 'oral' }),
      'return_consent_missing',
    ],
    [
      'a question left out',
      'return_consent',
      aRecord('consent', { ...childConsent, informedOfResearch: null }),
      'return_consent_missing',
    ],
    [
      'not told of the right to withdraw',
      'return_consent',
      aRecord('consent', { ...childConsent, informedOfWithdrawal: 'no' }),
      'return_consent_missing',
    ],
    [
      'consent taken back',
      'return_consent',
      aRecord('consent', { ...childConsent, withdrawnOn: '2026-11-01' }),
      'return_consent_blocks',
    ],
    [
      'no assent of the child',
      'return_consent',
      aRecord('consent', { ...childConsent, childAssent: null }),
      'return_consent_missing',
    ],
    ['only return explained', 'counselling', aRecord('counselling', { explained: ['return'] }), 'counselling_missing'],
    [
      'our own determination',
      'best_interest',
      aRecord('best_interest', { kind: 'determination', authority: 'own_office', option: 'return' }),
      'best_interest_missing',
    ],
    [
      'another option found best',
      'best_interest',
      aRecord('best_interest', { kind: 'determination', authority: 'court', option: 'residence' }),
      'best_interest_blocks',
    ],
    [
      'an unwilling guardian there',
      'guardian_there',
      aRecord('guardian', { country: 'UA', notifiedOn: '2026-10-02', willing: 'no' }),
      'guardian_there_blocks',
    ],
    [
      'a willing guardian whom nobody notified',
      'guardian_there',
      aRecord('guardian', { country: 'UA', willing: 'yes' }),
      'guardian_there_missing',
    ],
    ['a suspected family', 'family', aRecord('family_assessment', { involvement: 'suspected' }), 'family_blocks'],
    ['a leg called off', 'leg', aRecord('movement_leg', { movement: 'journey', state: 'cancelled' }), 'leg_missing'],
    ['the leg of another journey', 'leg', aRecord('movement_leg', { movement: 'other' }), 'leg_missing'],
  ] as const)('%s does not do', (_, item, record, code) =>
    expect(open(child([...without(item), record]))).toEqual([code]),
  )

  test.each([
    [{ asylumFlag: 'yes' }, 'asylum_missing'],
    [{ asylumFlag: 'yes', consularContact: 'yes' }, 'asylum_blocks'],
    [{ childWishes: 'no' }, 'child_wish_blocks'],
    [{ fitToTravel: 'no' }, 'fitness_blocks'],
  ] as const)('%j stands in the way', (set, code) => expect(open(child(whole, movementOf(set)))).toEqual([code]))

  test('asylum without the consulate does not stand in the way; a child with company needs no family assessment', () => {
    expect(open(child(whole, movementOf({ asylumFlag: 'yes', consularContact: 'no' })))).toEqual([])
    expect(open(child(without('family'), movementOf({ unaccompanied: 'no' })))).toEqual([])
    expect(open(child(without('family'), movementOf({ unaccompanied: null })))).toEqual(['family_missing'])
  })

  test('a fund that does not exist pays nothing', () =>
    expect(open(child(whole), { funded: () => false })).toEqual(['funding_missing']))
})

const high = aRecord('risk', { assessedOn: '2026-11-01', level: 'high' }, { id: 'risk-1' })

describe('laws of readiness', () => {
  const parts = fc.subarray(Object.keys(evidence) as (keyof typeof evidence)[])
  const given = fc.subarray(Object.values(answers))
  const fileOf = (names: readonly (keyof typeof evidence)[], fields: readonly string[], more: RecordView[] = []) => {
    const blank = Object.fromEntries(Object.values(answers).map(field => [field, null]))
    const set = Object.fromEntries(fields.map(field => [field, journey[field as keyof typeof journey]]))
    return child([...names.map(name => evidence[name]), ...more], movementOf({ ...blank, ...set }))
  }
  const ready = (file: CaseFile) => open(file).length === 0

  test('nothing that lacks one item is ready', () =>
    fc.assert(
      fc.property(parts, given, (names, fields) => {
        const all = names.length === whole.length && fields.length === Object.keys(answers).length
        expect(ready(fileOf(names, fields))).toBe(all)
      }),
    ))

  test('more evidence never takes an item back', () =>
    fc.assert(
      fc.property(parts, parts, given, given, (names, more, fields, others) => {
        const before = new Set(open(fileOf(names, fields)))
        const after = open(fileOf([...new Set([...names, ...more])], [...new Set([...fields, ...others])]))
        expect(after.filter(code => !before.has(code))).toEqual([])
      }),
    ))

  test('a high risk and a withdrawal always do', () =>
    fc.assert(
      fc.property(parts, given, (names, fields) => {
        expect(open(fileOf(names, fields, [high]))).toContain('high_risk_blocks')
        const back = aRecord('consent', { ...childConsent, givenOn: '2026-11-02', withdrawnOn: '2026-11-03' })
        expect(open(fileOf(names, fields, [back]))).toContain('return_consent_blocks')
      }),
    ))

  test('a list of nothing but green is ready', () => {
    expect(isReady(readiness(child(whole), movementOf(), { today }))).toBe(true)
    expect(isReady(readiness(child(without('leg')), movementOf(), { today }))).toBe(false)
  })
})

describe('beginning a journey', () => {
  const actor = { id: 'u1', may: () => false }
  const go = (file: CaseFile, set: Content, more: { actor?: object; record?: string } = {}) =>
    checkCase(builtIn, file, aChange('movement', set, { record: more.record ?? 'journey', base: 1 }), {
      today,
      actor: { ...actor, ...more.actor },
    }).map(({ code }) => code)

  test.each(['departure', 'transit', 'arrival', 'onward', 'completed'])(
    '%s is refused with every item at once',
    stage =>
      expect(go(child([]), { stage })).toEqual(
        Object.keys(evidence)
          .sort(byItem)
          .map(item => `${item}_missing`),
      ),
  )
  test('with everything it begins, and goes on', () => {
    expect(go(child(whole), { stage: 'departure' })).toEqual([])
    expect(go(child([], movementOf({ stage: 'departure' })), { stage: 'transit' })).toEqual([])
  })
  test('a new record that says it is on the way is held to the same', () =>
    expect(go(child(whole), { ...journey, stage: 'transit' }, { record: 'new' })).toEqual(['leg_missing']))
  test('a pause is no way around', () => {
    expect(go(child([]), { stage: 'paused' })).toEqual([])
    expect(go(child([], movementOf({ stage: 'paused' })), { stage: 'departure' })).toContain('best_interest_missing')
  })
  test('planning and calling off are free; the register brings in paper files', () => {
    expect(go(child([]), { stage: 'cancelled' })).toEqual([])
    expect(go(child([]), { stage: 'completed' }, { actor: { machine: true } })).toEqual([])
  })
  test('a high risk that another mission knows of stands in the way', () => {
    const change = aChange('movement', { stage: 'departure' }, { record: 'journey', base: 1 })
    const around = {
      ...nothingAround,
      record: () => aRecord('fund', { code: 'gaf' }),
      otherFiles: [aCase({}, [high])],
    }
    expect(checkCase(builtIn, child(whole), change, { today, actor, around }).map(({ code }) => code)).toEqual([
      'high_risk_blocks',
    ])
  })
})

describe('a high risk on the way', () => {
  const going = (stage: string) => child([high], movementOf({ stage, receivingOffice: 'rome' }))
  const pauses = (file: CaseFile) => consequences(builtIn, file, today).filter(({ type }) => type === 'movement')

  test.each([
    ['planned', 0],
    ['departure', 1],
    ['transit', 1],
    ['onward', 1],
    ['arrival', 0],
    ['paused', 0],
    ['completed', 0],
  ] as const)('stage %s: %i', (stage, n) => {
    expect(pauses(going(stage))).toHaveLength(n)
    if (n > 0) expect(pauses(going(stage))[0]).toMatchObject({ record: 'journey', set: { stage: 'paused' } })
  })

  test('is told to return officers and supervisors of both missions', () => {
    const told = notices({
      d: builtIn,
      file: going('transit'),
      change: aChange('risk', { level: 'high' }),
      before: null,
      record: high,
      today,
    })
    expect(told.map(({ to }) => to)).toEqual([
      { role: 'return_officer', office: 'kyiv' },
      { role: 'supervisor', office: 'kyiv' },
      { role: 'return_officer', office: 'rome' },
      { role: 'supervisor', office: 'rome' },
    ])
  })

  test('stops the journey in another case; once it is met it does not', () => {
    const known = aCase({}, [high])
    expect(elsewhere('risk', known, child([], movementOf({ stage: 'transit' }))).follows).toHaveLength(1)
    const met = aRecord('mitigation', { risk: 'risk-1', state: 'signed_off', residual: 'low' })
    const calm = aCase({}, [high, met])
    expect(elsewhere('risk', calm, child([], movementOf({ stage: 'transit' })))).toEqual({ follows: [], tells: [] })
  })
})

const order = ['return_consent', 'counselling', 'best_interest', 'guardian_there', 'guardian_here', 'family', 'leg']
const byItem = (a: string, b: string) => order.indexOf(a) - order.indexOf(b)
