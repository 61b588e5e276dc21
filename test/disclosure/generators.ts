import { ctdcSchema } from '#disclosure/ctdc-schema.ts'
import { domainOf, type FactTable, tableOf } from '#disclosure/facts.ts'
import { readSchema } from '#disclosure/schema.ts'
import { repeatableChance } from './tables.ts'

/** Picks a number below `count`, small ones more often (Zipf with an exponent). */
function skewed(chance: () => number, count: number, exponent: number): number {
  let sum = 0
  for (let at = 1; at <= count; at++) sum += at ** -exponent
  let left = chance() * sum
  for (let at = 1; at <= count; at++) {
    left -= at ** -exponent
    if (left < 0) return at - 1
  }
  return count - 1
}

/** A table like the victim-perpetrator set: 21,194 persons, 16 columns, 38 values, cases of few kinds, blocks of cells empty. */
export function likeVictimsAndPerpetrators(persons = 21_194): FactTable {
  const sizes = [5, 2, 2, 1, 1, 4, 4, 4, 4, 2, 2, 2, 2, 1, 1, 1]
  const columns = sizes.map((size, at) => ({
    name: `c${at}`,
    values: Array.from({ length: size }, (_, v) => String(v + 1)),
  }))
  const domain = domainOf(readSchema(JSON.stringify({ columns }), 'vp'))
  const chance = repeatableChance(16)
  const kinds = Array.from({ length: 60 }, () => sizes.map(size => skewed(chance, size, 0.8)))
  const firsts = sizes.map((_, at) => sizes.slice(0, at).reduce((sum, size) => sum + size, 0))
  const people = Array.from({ length: persons }, () => {
    const kind = kinds[skewed(chance, kinds.length, 1.1)] ?? []
    const without = Math.floor(chance() * 4)
    return sizes.flatMap((size, at) => {
      if (Math.floor(at / 4) === without || chance() < 0.15) return []
      const value = chance() < 0.03 ? skewed(chance, size, 0.5) : (kind[at] ?? 0)
      return [(firsts[at] ?? 0) + value]
    })
  })
  return tableOf(domain, people)
}

/**
 * A table in schema C: 222,000 persons, 27 columns, skewed years and countries, blocks of columns that one source never fills, and
 * planted persons whom no other is like.
 */
export function likeCtdc(persons = 222_000): FactTable {
  const domain = domainOf(ctdcSchema('ctdc-c', 2023))
  const chance = repeatableChance(27)
  const { columns } = domain.schema
  const firsts = columns.map((_, at) => columns.slice(0, at).reduce((sum, each) => sum + each.values.length, 0))
  const shuffled = columns.map(column => column.values.map((_, at) => at).sort(() => chance() - 0.5))
  // Which columns each of six sources fills: all the flags are of some of them only.
  const sources = Array.from({ length: 6 }, () => columns.map((_, at) => at < 5 || chance() < 0.5))
  const people = Array.from({ length: persons }, (_, p) => {
    const fills = sources[skewed(chance, sources.length, 1)] ?? []
    const shift = skewed(chance, 40, 1.2)
    return columns.flatMap(({ values }, at) => {
      const planted = p % 20_000 === 19_999
      if (!planted && (fills[at] !== true || chance() < (values.length === 1 ? 0.65 : 0.12))) return []
      if (values.length === 1) return [firsts[at] ?? 0]
      const skew = skewed(chance, values.length, values.length > 100 ? 1.6 : 0.7)
      const value = planted
        ? values.length - 1 - ((p % 7) % values.length)
        : (skew + (values.length > 100 && chance() < 0.7 ? shift : 0)) % values.length
      return [(firsts[at] ?? 0) + (shuffled[at]?.[value] ?? 0)]
    })
  })
  return tableOf(domain, people)
}
