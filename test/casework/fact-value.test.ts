import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMany, readOne } from '#casework/fact-value.ts'
import { missingAnswers, type Value } from '#dictionary/answer.ts'

const same = (code: string) => code

describe('silence stays silence', () => {
  test.each<[string, Value[], readonly string[] | null]>([
    ['nothing recorded', [], null],
    ['taken back', [null], null],
    ['codes of two episodes', [{ a: 'no', b: 'yes' }, { a: 'yes' }], ['a', 'b']],
    ['one yes goes before doubt', [{ a: 'yes', b: 'unknown' }, 'unknown'], ['a']],
    ['some mark is missing', [{ a: 'no', b: 'did_not_say' }], ['unknown']],
    ['every mark is a no', [{ a: 'no', b: 'no' }], ['none_recorded']],
    ['no marks at all', [{}], null],
    ['kept back', ['did_not_say'], ['did_not_say']],
    ['kept back twice differently', ['did_not_say', 'not_asked'], ['unknown']],
    ['one episode no, another unknown', [{ a: 'no' }, 'unknown'], ['unknown']],
    ['a list', [['b', 'a', 'b']], ['a', 'b']],
  ])('%s', (_, values, expected) => expect(readMany(values, same)).toEqual(expected))

  test('one value: the latest code, else the latest word', () => {
    expect(readOne(['a', 'unknown'], same)).toBe('a')
    expect(readOne(['a', 'b'], same)).toBe('b')
    expect(readOne(['not_asked', 'unknown'], same)).toBe('unknown')
    expect(readOne([null, undefined], same)).toBe(null)
  })

  test('unknown never becomes no, in whatever company', () => {
    const mark = fc.constantFrom('no' as const, ...missingAnswers)
    const value = fc.oneof(fc.dictionary(fc.constantFrom('a', 'b', 'c'), mark), fc.constantFrom(...missingAnswers))
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), values => {
        const certain = values.every(each => typeof each === 'object' && Object.values(each).every(m => m === 'no'))
        if (!certain) expect(readMany(values, same)).not.toContain('none_recorded')
      }),
    )
  })
})
