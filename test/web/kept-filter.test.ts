import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf, sameFilter, severalIn, toKept } from '../../src/web/lists/kept.ts'

test.each([
  ['codes and days', { kind: 'payment', from: '2026-01-01' }, { kind: 'payment', from: '2026-01-01' }],
  ['what is not set', { kind: undefined, who: null, text: '', stale: false, countries: [] }, {}],
  [
    'several answers',
    { countries: ['IT', 'UA'], stale: true, size: 3 },
    { countries: 'IT UA', stale: 'true', size: '3' },
  ],
] as const)('%s', (_, filter, kept) => expect(toKept(filter)).toEqual(kept))

test('several answers come back as they went in', () =>
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9_]{1,12}$/), { minLength: 1 }), codes => {
      expect(severalIn(toKept({ codes }), 'codes')).toEqual(codes)
    }),
  ))

test('parts that a list does not know change nothing', () => {
  expect(partsOf({ kind: 'payment', nonsense: 'x' }, ['kind', 'who'])).toEqual({ kind: 'payment' })
  expect(severalIn({}, 'codes')).toEqual([])
})

test.each([
  [{ kind: 'a' }, { kind: 'a' }, true],
  [{ kind: 'a', who: 'me' }, { who: 'me', kind: 'a' }, true],
  [{ kind: 'a' }, {}, false],
  [{}, { kind: 'a' }, false],
  [{ kind: 'a' }, { kind: 'b' }, false],
] as const)('%o and %o', (a, b, same) => expect(sameFilter(a, b)).toBe(same))
