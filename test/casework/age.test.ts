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
import { youngestAge } from '#casework/when.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aRecord } from './a-case.ts'

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
