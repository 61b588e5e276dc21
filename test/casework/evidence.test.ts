import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingBlocks, readEvidence } from '#casework/evidence.ts'
import { missingAnswers } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aRecord, indicated } from './a-case.ts'

const act = { recruitment: 'yes' } as const
const means = { false_promises: 'yes' } as const
const purpose = { forced_labour: 'yes' } as const
const codes = (list: string) => builtIn.lists.get(list)?.codes.map(each => each.code) ?? []

describe('the three elements', () => {
  test.each([
    ['nothing told', { child: false }, 'not_yet', ['act', 'means', 'purpose']],
    ['an adult, all three', { act, means, purpose, child: false }, 'indicated', []],
    ['an adult without means', { act, purpose, child: false }, 'partial', ['means']],
    ['a child needs no means', { act, purpose, child: true }, 'indicated', []],
    ['a child without an act', { purpose, child: true }, 'partial', ['act']],
    ['means alone', { means, child: true }, 'partial', ['act', 'purpose']],
  ] as const)('%s', (_, answers, reading, missing) => {
    const evidence = readEvidence(answers)
    expect(evidence.reading).toBe(reading)
    expect(missingBlocks(evidence)).toEqual(missing)
  })

  test('AS01 told in two sittings, read as one', () => {
    const evidence = readEvidence(aCase({}, indicated))
    expect(evidence.reading).toBe('indicated')
    expect(evidence.purpose.rests).toEqual([
      { field: 'screening.purpose', code: 'forced_labour', record: indicated[1]?.id },
    ])
  })

  test('an episode counts for means and purpose', () => {
    const file = aCase({}, [
      aRecord('screening', { act }),
      aRecord('episode', { means, exploitation: { begging: 'yes' } }),
    ])
    expect(readEvidence(file).reading).toBe('indicated')
  })

  test('a child when it happened needs no means, though grown up today', () => {
    const file = aCase({ ageAtAssistance: 30 }, [
      aRecord('screening', { act }),
      aRecord('episode', { exploitation: purpose, majorityAtExploitation: 'child' }),
    ])
    expect(readEvidence(file)).toMatchObject({ reading: 'indicated', meansNeeded: false, consentIrrelevant: true })
  })

  test('where a means was used, the person’s consent does not count', () => {
    expect(readEvidence({ means, child: false }).consentIrrelevant).toBe(true)
    expect(readEvidence({ act, child: false }).consentIrrelevant).toBe(false)
  })

  test('indicators support, and meet no block', () => {
    const evidence = readEvidence({ indicators: { d1_nature_of_job: 'yes' }, child: false })
    expect(evidence).toMatchObject({ reading: 'not_yet', indicators: ['d1_nature_of_job'] })
  })
})

describe('laws', () => {
  test('unknown never becomes no: a block is "no" only when every code is', () => {
    const mark = fc.constantFrom('no', ...missingAnswers)
    const marks = fc.dictionary(fc.constantFrom(...codes('act')), mark)
    fc.assert(
      fc.property(fc.oneof(marks, fc.constantFrom(...missingAnswers)), value => {
        const block = readEvidence({ act: value, child: false }).act
        const allNo = typeof value === 'object' && codes('act').every(code => value[code] === 'no')
        expect(block.met).toBe(allNo ? 'no' : 'open')
      }),
    )
    const none = Object.fromEntries(codes('act').map(code => [code, 'no'] as const))
    expect(readEvidence({ act: none, child: false }).act).toEqual({ met: 'no', rests: [], unanswered: [] })
  })

  test('a yes more never weakens the reading', () => {
    const order = ['not_yet', 'partial', 'indicated']
    const marks = (list: string) =>
      fc.dictionary(fc.constantFrom(...codes(list)), fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const))
    const answers = fc.record({
      act: marks('act'),
      means: marks('means'),
      purpose: marks('exploitation'),
      child: fc.boolean(),
    })
    fc.assert(
      fc.property(answers, fc.constantFrom('recruitment', 'transfer'), (given, code) => {
        const more = { ...given, act: { ...given.act, [code]: 'yes' as const } }
        expect(order.indexOf(readEvidence(more).reading)).toBeGreaterThanOrEqual(
          order.indexOf(readEvidence(given).reading),
        )
        const asChild = readEvidence({ ...given, child: true })
        expect(order.indexOf(asChild.reading)).toBeGreaterThanOrEqual(
          order.indexOf(readEvidence({ ...given, child: false }).reading),
        )
      }),
    )
  })
})
