import type { Content } from '#dictionary/answer.ts'
import type { Chance } from '#dictionary/chance.ts'
import { allPools, namePool } from '#dictionary/name-pools.ts'

/** The names of one invented person, as a register of that country would write them. */
export interface Names {
  readonly given: string
  readonly middle: string | null
  readonly family: string
  /** The same name in the other script, or a second spelling; null when there is only one way to write it. */
  readonly other: string | null
}

/** An invented name that fits the nationality (alpha-2) and sex. `foreign`: written down abroad, in Latin letters only. */
export function inventName(dice: Chance, o: { nationality: string; sex: 'female' | 'male'; foreign: boolean }): Names {
  const from = namePool(o.nationality)
  const given = dice.pick(o.sex === 'female' ? from.female : from.male)
  const families = o.sex === 'female' ? from.familyFemale : from.family
  const family = dice.pick(families)
  const middle = from.second === 'father' ? dice.pick(from.male) : null
  const last = from.second === 'family' ? { own: `${family.own} ${dice.pick(families).own}`, latin: '' } : family
  const latinLast = last.latin || last.own
  const ownScript = given.own !== given.latin || family.own !== family.latin
  const latin = [given.latin, middle?.latin, latinLast].filter(Boolean).join(' ')
  const own = [given.own, middle?.own, last.own].filter(Boolean).join(' ')
  if (!ownScript) return { given: given.own, middle: middle?.own ?? null, family: last.own, other: null }
  if (o.foreign || dice.yes(0.45))
    return { given: given.latin, middle: middle?.latin ?? null, family: latinLast, other: o.foreign ? null : own }
  return { given: given.own, middle: middle?.own ?? null, family: last.own, other: dice.yes(0.7) ? latin : null }
}

/** Every name that the pools can give, in every spelling; for the test that no member of staff shares one. */
export function everyPoolName(): string[] {
  const all = allPools.flatMap(p => [...p.female, ...p.male, ...p.family, ...p.familyFemale])
  return [...new Set(all.flatMap(name => [name.own, name.latin]))]
}

/**
 * Words in the names of these persons (contents of `person` records), sorted: what must never be found in the register's own
 * files, dumps and logs. At least five letters and seven bytes of UTF-8: five given bytes turn up by chance in every second
 * gigabyte of ciphertext, and a search for a thousand names would cry wolf.
 */
export function allDemoNames(persons: Iterable<Content>): string[] {
  const found = new Set<string>()
  for (const person of persons)
    for (const field of ['givenNames', 'middleNames', 'familyNames', 'otherNames']) {
      const value = person[field]
      if (typeof value !== 'string') continue
      for (const word of value.split(/[\s,]+/)) if (isTelling(word)) found.add(word)
    }
  return [...found].sort()
}

const isTelling = (word: string) =>
  [...word].filter(sign => /\p{L}/u.test(sign)).length >= 5 && Buffer.byteLength(word) >= 7
