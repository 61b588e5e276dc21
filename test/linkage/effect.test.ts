import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { effects } from '#linkage/count/effect.ts'
import { bitsOf, chance } from '#linkage/train/em.ts'

const size = 7
const links = fc
  .uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), {
    selector: ([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`,
    maxLength: 14,
  })
  .map(pairs => pairs.filter(([a, b]) => a !== b).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const))
  .chain(pairs =>
    fc.tuple(
      fc.constant(pairs),
      fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { minLength: pairs.length, maxLength: pairs.length }),
    ),
  )

/** Groups when these pairs count: the slow and plain way. */
function groups(pairs: readonly (readonly [number, number])[]): number {
  const of = Array.from({ length: size }, (_, i) => i)
  for (const [a, b] of pairs) {
    const [from, into] = [of[b], of[a]]
    for (let i = 0; i < size; i++) if (of[i] === from) of[i] = into as number
  }
  return new Set(of).size
}

test('deciding a pair moves the count as the groups say, by the chance that the model is wrong', () => {
  fc.assert(
    fc.property(links, ([pairs, probabilities]) => {
      const found = effects({
        records: size,
        left: Int32Array.from(pairs, ([a]) => a),
        right: Int32Array.from(pairs, ([, b]) => b),
        weight: Float64Array.from(probabilities, bitsOf),
      })
      const counts = pairs.map((_, i) => chance(bitsOf(probabilities[i] as number)) >= 0.5)
      const counted = pairs.filter((_, i) => counts[i])
      for (const [i, pair] of pairs.entries()) {
        const p = probabilities[i] as number
        const without = groups(counted.filter(each => each !== pair))
        const moved = without - groups([...counted.filter(each => each !== pair), pair])
        expect(found[i]).toBeCloseTo(moved * (counts[i] ? 1 - p : p), 9)
      }
    }),
  )
})
