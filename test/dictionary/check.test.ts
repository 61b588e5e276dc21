import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Content, isReserved, reservedAnswers, type Value } from '#dictionary/answer.ts'
import { checkContent } from '#dictionary/check.ts'
import { builtIn as d, codeOf, fieldOf } from '#dictionary/dictionary.ts'
import { aContent } from './content.ts'

const codes = (type: string, set: Content, options = {}) => checkContent(d, type, set, options).map(p => p.code)

describe('checkContent', () => {
  for (const type of d.recordTypes.keys()) {
    test(`accepts every valid content of ${type}`, () => {
      fc.assert(
        fc.property(aContent(d, type), content => {
          expect(checkContent(d, type, content)).toEqual([])
        }),
        { numRuns: 60 },
      )
    })
  }

  test('refuses any word that is not in the list, in every coded field', () => {
    const coded = [...d.recordTypes.values()].flatMap(t =>
      Object.entries(t.fields)
        .filter(([, f]) => f.list !== undefined)
        .map(([name, field]) => ({ type: t.id, name, field })),
    )
    fc.assert(
      fc.property(fc.constantFrom(...coded), fc.string({ minLength: 1 }), ({ type, name, field }, word) => {
        fc.pre(codeOf(d, field.list ?? '', word) === undefined && !isReserved(word))
        const value: Value = field.kind === 'code' ? word : field.kind === 'codes' ? [word] : { [word]: 'yes' }
        if (field.kind === 'marks' && Object.keys(value as object).length === 0) return
        expect(codes(type, { [name]: value }, { imported: true })).toEqual(['unknown_code'])
      }),
    )
  })

  test('a reserved answer fits every field, and only alone', () => {
    for (const [type, { fields }] of d.recordTypes) {
      for (const name of Object.keys(fields)) {
        for (const word of reservedAnswers) expect(codes(type, { [name]: word }, { imported: true })).toEqual([])
      }
    }
    expect(codes('person', { nationality: ['UA', 'unknown'] })).toEqual(['value_and_reserved'])
    expect(codes('episode', { means: { unknown: 'yes' } })).toEqual(['value_and_reserved'])
    expect(codes('person', { sex: 'redacted' })).toEqual(['redacted_by_hand'])
  })

  test.each<[string, string, Value, string[]]>([
    ['person', 'nosuch', 'x', ['unknown_field']],
    ['person', 'toString', 'x', ['unknown_field']],
    ['person', '__proto__x', 'x', ['unknown_field']],
    ['person', 'sex', 1, ['wrong_kind']],
    ['person', 'sex', ['female'], ['wrong_kind']],
    ['person', 'nationality', 'UA', ['wrong_kind']],
    ['person', 'nationality', ['UA', 'UA'], ['duplicate_code']],
    ['person', 'nationality', ['NA', 'stateless'], []],
    ['person', 'birthDate', '1994-02-29', ['not_a_date']],
    ['person', 'birthDate', '1996-02-29~', []],
    ['person', 'birthDate', '1900-02-29', ['not_a_date']],
    ['person', 'birthDate', '2000-02-29', []],
    ['person', 'birthDate', '1994-13', ['not_a_date']],
    ['person', 'birthDate', '0194-01-01', ['date_out_of_range']],
    ['person', 'birthDate', '2201', ['date_out_of_range']],
    ['person', 'birthDate', '12.03.1994', ['not_a_date']],
    ['person', 'birthDate', '1994-03-12 ', ['not_a_date']],
    ['person', 'givenNames', 'Мар’яна <b>x</b> "\' 🌻', []],
    ['person', 'givenNames', 'a\u0000b', ['control_character']],
    ['person', 'givenNames', 'a\nb', ['control_character']],
    ['person', 'givenNames', 'a\ud800', ['control_character']],
    ['person', 'givenNames', 'x'.repeat(201), ['too_long']],
    ['person', 'givenNames', '🌻'.repeat(200), []],
    ['person', 'safeContact', 'line\n\tline\r\n', []],
    ['person', 'safeContact', 'bell\u0007', ['control_character']],
    ['person', 'dependentChildren', 2.5, ['wrong_kind']],
    ['person', 'dependentChildren', '2', ['wrong_kind']],
    ['person', 'dependentChildren', Number.NaN, ['wrong_kind']],
    ['person', 'dependentChildren', -1, ['out_of_range']],
    ['person', 'dependentChildren', 41, ['out_of_range']],
    ['person', 'disability', { seeing: 'maybe' } as unknown as Value, ['wrong_kind']],
    ['person', 'disability', { seeing: 'redacted' } as unknown as Value, ['wrong_kind']],
    ['person', 'disability', { seeing: 'no', other: 'did_not_say' }, []],
    ['service', 'cost', { amount: '1e3', currency: 'USD' }, ['not_money']],
    ['service', 'cost', { amount: '12.50', currency: 'usd' }, ['unknown_currency']],
    ['service', 'cost', { amount: '12.50', currency: 'ZZZ' }, ['unknown_currency']],
    ['service', 'cost', { amount: 12.5, currency: 'USD' } as unknown as Value, ['not_money']],
    ['service', 'cost', { amount: '0.1000', currency: 'XOF' }, []],
    ['service', 'cost', { amount: '1', currency: 'USD', extra: '1' } as unknown as Value, ['wrong_kind']],
    ['case', 'caseworker', 'me', ['not_a_reference']],
    ['case', 'caseworker', '0190b1c8-7b1c-7000-8000-000000000001', []],
    ['case', 'number', 'UA-1', ['fixed_field']],
  ])('%s.%s %o', (type, field, value, expected) => {
    expect(codes(type, { [field]: value })).toEqual(expected)
  })

  test('fixed fields are open to imports', () => {
    expect(codes('case', { number: 'UA-1', route: 'core_variables' }, { imported: true })).toEqual([])
    expect(fieldOf(d, 'case', 'number')?.fixed).toBe(true)
  })

  test('a problem never repeats what was typed', () => {
    const [problem] = checkContent(d, 'person', { sex: 'Olena Secret' })
    expect(JSON.stringify(problem)).not.toContain('Olena')
  })

  test('there is no such kind of record', () => {
    expect(codes('nosuch', {})).toEqual(['unknown_type'])
  })
})
