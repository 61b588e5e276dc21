import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Dimension,
  indicatorListOf,
  isPositive,
  readDelphi,
  type Strength,
  type WeightedIndicator,
} from '#casework/delphi.ts'
import { builtIn } from '#dictionary/dictionary.ts'

describe('strength rule of one dimension', () => {
  test.each([
    [0, 0, 0, false],
    [1, 0, 0, false],
    [2, 0, 0, true],
    [1, 1, 0, true],
    [1, 0, 1, true],
    [0, 3, 0, true],
    [0, 2, 1, true],
    [0, 2, 0, false],
    [0, 1, 9, false],
    [0, 0, 9, false],
  ])('%i strong, %i medium, %i weak: %s', (s, m, w, positive) => expect(isPositive(s, m, w)).toBe(positive))

  test('one indicator more never takes a positive away', () => {
    const count = fc.integer({ min: 0, max: 5 })
    fc.assert(
      fc.property(count, count, count, (s, m, w) => {
        if (!isPositive(s, m, w)) return
        expect([isPositive(s + 1, m, w), isPositive(s, m + 1, w), isPositive(s, m, w + 1)]).toEqual([true, true, true])
      }),
    )
  })
})

/** Two strong indicators in each dimension: marking a dimension makes it positive. */
const indicators = ([1, 2, 3, 4, 5, 6] as const).flatMap((dimension: Dimension) =>
  ['a', 'b'].map(
    (name): WeightedIndicator => ({ code: `d${dimension}${name}`, dimension, strength: 'S' satisfies Strength }),
  ),
)
const list = { id: 'test', version: '1', provenance: 'made up', verified: false, indicators }
const read = (dimensions: readonly number[], of = { child: false, act: true }) =>
  readDelphi(
    list,
    Object.fromEntries(
      dimensions.flatMap(d => [
        [`d${d}a`, 'yes'],
        [`d${d}b`, 'yes'],
      ]),
    ),
    of,
  )

describe('combination', () => {
  test.each([
    [[], 'none'],
    [[1, 2, 5], 'none'],
    [[4], 'exploited'],
    [[1, 4], 'deceived_and_exploited'],
    [[2, 4], 'exploited'],
    [[4, 5], 'exploited'],
    [[1, 4, 5], 'trafficking_indicated'],
    [[2, 4, 5], 'trafficking_indicated'],
    [[3, 4, 5], 'trafficking_indicated'],
    [[4, 5, 6], 'trafficking_indicated'],
  ] as const)('adult, dimensions %j: %s', (dimensions, result) => expect(read(dimensions).result).toBe(result))

  test('a child: an act and exploitation suffice', () => {
    expect(read([4], { child: true, act: true }).result).toBe('trafficking_indicated')
    expect(read([4], { child: true, act: false }).result).toBe('exploited')
  })

  test('it says what it rests on, whence the list is, and that it decides nothing', () => {
    const reading = read([1, 4])
    expect(reading.rests).toEqual(['d1a', 'd1b', 'd4a', 'd4b'])
    expect(reading.dimensions[5]).toEqual({ positive: false, rests: [], unanswered: ['d5a', 'd5b'] })
    expect(reading).toMatchObject({
      screeningOnly: true,
      provenance: { list: 'test@1', verified: false, engine: 'delphi/1' },
    })
  })
})

test('the dictionary’s list for adults in labour: hours and low pay, documents and debt, a false job', () => {
  const questionnaire = builtIn.questionnaires.get('delphi_adult_labour@2009')
  if (!questionnaire) throw new Error('no such list')
  const labour = indicatorListOf(questionnaire)
  const strong = (dimension: number) => labour.indicators.filter(i => i.dimension === dimension && i.strength === 'S')
  expect(labour.indicators).toHaveLength(67)
  expect(strong(4)).toHaveLength(1)
  const two = (dimension: number) => labour.indicators.filter(i => i.dimension === dimension).slice(0, 3)
  const marks = Object.fromEntries(
    [...strong(4), ...two(4), ...strong(5), ...two(1)].map(i => [i.code, 'yes'] as const),
  )
  expect(readDelphi(labour, marks, { child: false, act: true }).result).toBe('trafficking_indicated')
})
