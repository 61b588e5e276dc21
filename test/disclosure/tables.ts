import fc from 'fast-check'
import { type Domain, domainOf, type FactTable, tableOf } from '#disclosure/facts.ts'
import type { BitSource } from '#disclosure/noise/bits.ts'
import { readSchema } from '#disclosure/schema.ts'

/** A schema of columns a, b, c … with so many values each. */
export function domainWith(sizes: readonly number[]): Domain {
  const columns = sizes.map((size, at) => ({
    name: String.fromCharCode(97 + at),
    values: Array.from({ length: size }, (_, value) => String(value + 1)),
  }))
  return domainOf(readSchema(JSON.stringify({ columns }), 'test'))
}

/** Tables of up to six columns, with cells that say nothing. */
export const anyTable: fc.Arbitrary<FactTable> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 })
  .chain(sizes => {
    const domain = domainWith(sizes)
    const person = fc.tuple(...sizes.map(size => fc.integer({ min: 0, max: size })))
    return fc.array(person, { minLength: 0, maxLength: 40 }).map(people =>
      tableOf(
        domain,
        people.map(codes => attributes(sizes, codes)),
      ),
    )
  })

/** 0 is a cell that says nothing. */
function attributes(sizes: readonly number[], codes: readonly number[]): number[] {
  let first = 0
  return sizes.flatMap((size, at) => {
    const code = codes[at] ?? 0
    const found = code === 0 ? [] : [first + code - 1]
    first += size
    return found
  })
}

/** Bits that are the same each time: only tests may have such a thing. */
export function repeatableBits(seed: number): BitSource {
  const next = repeatableChance(seed)
  return { bits: count => Math.floor(next() * 2 ** count) }
}

/** Numbers from 0 to below 1 that are the same each time (mulberry32). */
export function repeatableChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The generator of SDS's own samples: two halves that share no value of H2 and H3, flags of which only "1" says something. */
export function sampleOfSds(persons: number, seed: number): FactTable {
  const lists = [2, 6, 10, 1, 1, 1, 1, 1, 1, 1]
  const names = lists.map((_, at) => `H${at + 1}`)
  const columns = lists.map((size, at) => ({
    name: names[at],
    values: Array.from({ length: size }, (_, value) => String(value + 1)),
  }))
  const domain = domainOf(readSchema(JSON.stringify({ columns }), 'sds'))
  const chance = repeatableChance(seed)
  const pick = (choices: number) => Math.floor(chance() * choices)
  const people = Array.from({ length: persons }, (_, p) => {
    const half = p < persons / 2 ? 0 : 1
    const [one, two, three] = [pick(3), pick(4), pick(6)]
    const codes = [one < 2 ? one : -1, two < 3 ? two + 3 * half : -1, three < 5 ? three + 5 * half : -1]
    for (let flag = 0; flag < 7; flag++) codes.push(pick(2) === 1 ? 0 : -1)
    let first = 0
    return codes.flatMap((code, at) => {
      const found = code < 0 ? [] : [first + code]
      first += lists[at] ?? 0
      return found
    })
  })
  return tableOf(domain, people)
}
