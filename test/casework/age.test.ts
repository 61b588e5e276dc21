import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ageBandCounted,
  ageGroupCounted,
  bandOfAge,
  groupOfAge,
  groupOfBand,
  isChild,
  readChild,
  readChildThen,
} from '#casework/age.ts'
import { checkCase } from '#casework/check.ts'
import { youngestAge } from '#casework/when.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

describe('bands', () => {
  test.each([
    [0, '0--8'],
    [8, '0--8'],
    [9, '9--17'],
    [17, '9--17'],
    [18, '18--20'],
    [23, '21--23'],
    [26, '24--26'],
    [29, '27--29'],
    [38, '30--38'],
    [47, '39--47'],
    [48, '48+'],
    [120, '48+'],
  ])('%i years are %s', (years, band) => expect(bandOfAge(years)).toBe(band))

  test('every band is a code of the list, and an age and its band agree on the group', () => {
    const codes = builtIn.lists.get('age_band')?.codes.map(each => each.code)
    for (let years = 0; years <= 120; years += 1) {
      expect(codes).toContain(bandOfAge(years))
      expect(groupOfBand(bandOfAge(years))).toBe(groupOfAge(years))
    }
  })
})

describe('counted', () => {
  test.each<[string, Content, string | null, string | null]>([
    ['declared goes first', { ageGroup: 'adult', ageAtAssistance: 17 }, 'adult', '9--17'],
    ['from the age', { ageAtAssistance: 80 }, 'adult', '48+'],
    ['from the band', { ageBand: '9--17' }, 'child', '9--17'],
    ['a kept word gives way to an age', { ageGroup: 'unknown', ageAtAssistance: 19 }, 'adult', '18--20'],
    ['a kept word stays', { ageGroup: 'did_not_say', ageAtAssistance: 'unknown' }, 'did_not_say', 'unknown'],
    ['nothing', {}, null, null],
  ])('%s', (_, content, group, band) => {
    expect(ageGroupCounted(content)).toBe(group)
    expect(ageBandCounted(content)).toBe(band)
  })
})

describe('is this a child?', () => {
  test('AS06 14 years stated, no document: a child, on the person’s word', () => {
    const file = aCase({ ageAtAssistance: 14, ageBasis: 'stated' })
    expect(readChild(file)).toEqual({
      child: true,
      basis: 'stated',
      rests: [{ type: 'case', record: 'case-1', field: 'ageAtAssistance' }],
    })
  })

  test.each<[string, Content, Content, boolean]>([
    ['an adult by every answer', { ageAtAssistance: 30, ageGroup: 'adult', ageBand: '30--38' }, {}, false],
    ['nothing is known', {}, {}, false],
    ['declared adult, but 17', { ageAtAssistance: 17, ageGroup: 'adult' }, {}, true],
    ['a dispute keeps the protection', { ageGroup: 'adult', ageDisputed: 'yes' }, {}, true],
    ['born in a year that leaves it open', { registeredOn: '2026-03-01' }, { birthDate: '2008' }, true],
    ['born on a day that does not', { registeredOn: '2026-03-01' }, { birthDate: '2008-03-01' }, false],
    ['one day short of eighteen', { registeredOn: '2026-03-01' }, { birthDate: '2008-03-02~' }, true],
    ['an age that was kept back says nothing', { ageAtAssistance: 'did_not_say' }, {}, false],
  ])('%s', (_, content, person, child) => expect(isChild(aCase(content, [], person))).toBe(child))

  test('grown up since: a child when it happened, an adult today', () => {
    const file = aCase({ ageAtAssistance: 30 }, [aRecord('episode', { ageAtEntry: 16 })])
    expect(isChild(file)).toBe(false)
    expect(readChildThen(file).child).toBe(true)
  })

  test('more evidence of childhood never weakens the reading', () => {
    const anyContent = fc.record(
      {
        ageAtAssistance: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom('unknown', 'did_not_say')),
        ageGroup: fc.constantFrom('adult', 'child', 'unknown'),
        ageBand: fc.constantFrom('9--17', '18--20', '48+', 'not_asked'),
        ageDisputed: fc.constantFrom('yes', 'no', 'unknown'),
      },
      { requiredKeys: [] },
    )
    const signs = fc.constantFrom<Content>(
      { ageGroup: 'child' },
      { ageBand: '0--8' },
      { ageAtAssistance: 3 },
      { ageDisputed: 'yes' },
    )
    fc.assert(
      fc.property(anyContent, signs, (content, sign) => {
        const before = readChild(aCase(content as Content))
        const after = readChild(aCase({ ...content, ...sign } as Content))
        expect(after.child).toBe(true)
        expect(after.rests.length).toBeGreaterThanOrEqual(before.rests.length)
      }),
    )
  })

  test('the youngest age is never above the true one', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2020-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), (born, precision) => {
        const full = born.toISOString().slice(0, 10)
        expect(youngestAge(full.slice(0, precision), '2026-06-15')).toBeLessThanOrEqual(youngestAge(full, '2026-06-15'))
      }),
    )
  })
})

describe('a doubt about the age', () => {
  const doubt = (content: Content, id = 'd') =>
    aRecord('age_dispute', { raisedOn: '2026-02-01', raisedBy: 'police', ...content }, { id })
  const decided = (decision: string, decidedOn: string, id: string) =>
    doubt({ state: 'decided', decision, decidedOn }, id)
  test.each<[string, ReturnType<typeof doubt>[], boolean]>([
    ['none', [], false],
    ['open: the benefit of the doubt', [doubt({ state: 'open', claim: 'adult' })], true],
    ['nobody said how far it is', [doubt({})], true],
    ['decided: adult', [decided('adult', '2026-03-01', 'a')], false],
    ['decided: child', [decided('child', '2026-03-01', 'a')], true],
    ['decided that nobody can tell', [decided('unknown', '2026-03-01', 'a')], true],
    ['the later decision counts', [decided('child', '2026-03-01', 'a'), decided('adult', '2026-04-01', 'b')], false],
    [
      'in whatever order it was written',
      [decided('adult', '2026-04-01', 'a'), decided('child', '2026-03-01', 'b')],
      false,
    ],
    ['raised again after “adult”', [decided('adult', '2026-03-01', 'a'), doubt({ state: 'open' }, 'b')], true],
  ])('%s', (_, records, child) => {
    const read = readChild(aCase({ ageGroup: 'adult', registeredOn: '2026-01-01' }, records))
    expect(read.child).toBe(child)
    expect(read.rests.every(({ type, field }) => type === 'age_dispute' && field === 'state')).toBe(true)
  })
  test('a decision “adult” takes no other sign back', () => {
    expect(isChild(aCase({ ageAtAssistance: 15 }, [decided('adult', '2026-03-01', 'a')]))).toBe(true)
  })

  const complete: Content = {
    raisedOn: '2026-02-01',
    raisedBy: 'police',
    state: 'decided',
    decision: 'adult',
    decidedBy: 'court',
    decidedOn: '2026-03-01',
    method: ['papers', 'medical'],
    reason: 'The register of births.',
  }
  const said = (set: Content, seen: ReturnType<typeof doubt> | null = null, actor = 'u2') => {
    const file = aCase({}, seen ? [seen] : [])
    const change = aChange('age_dispute', set, seen ? { record: seen.id, base: 1 } : {})
    const by = { id: actor, may: () => true }
    return checkCase(builtIn, file, change, { today, actor: by }).map(({ code, field }) => `${code}.${field ?? ''}`)
  }
  test.each<[string, Content, string[]]>([
    ['whole', {}, []],
    [
      'open needs no decision',
      { state: 'open', decision: null, decidedBy: null, decidedOn: null, method: null, reason: null },
      [],
    ],
    ['who doubts', { raisedBy: null }, ['age_dispute_incomplete.raisedBy']],
    ['why', { reason: null }, ['age_dispute_undecided.reason']],
    ['what was decided', { decision: null }, ['age_dispute_undecided.decision']],
    ['that nobody can tell is a decision', { decision: 'unknown' }, []],
    ['an examination alone', { method: ['medical'] }, ['age_dispute_medical_alone.method']],
    ['an examination alone, for “child”', { method: ['medical'], decision: 'child' }, []],
    ['by ourselves, at once', { decidedBy: 'own_office' }, ['age_dispute_by_oneself.decidedBy']],
    ['by ourselves, for “child”', { decidedBy: 'own_office', decision: 'child' }, []],
  ])('what is refused: %s', (_, more, codes) => {
    expect(said({ ...complete, ...more })).toEqual(codes)
  })
  test('within the office a second person ends the protection', () => {
    const seen = doubt({ state: 'open' })
    const decision: Content = { ...complete, decidedBy: 'own_office' }
    expect(said(decision, seen, 'u1')).toEqual(['age_dispute_by_oneself.decidedBy'])
    expect(said(decision, seen, 'u2')).toEqual([])
  })
})
