import { amharic, arabic, ivorian, nigerian } from './data/names-africa.ts'
import { haitian, spanish } from './data/names-americas.ts'
import { khmer, lao, nepali, uzbek, vietnamese } from './data/names-asia.ts'
import { moldovan, type NamePool, russian, ukrainian } from './data/names-europe.ts'

/** Common names by country, in their own script and in Latin letters: what invented people are called. */
export interface PooledName {
  readonly own: string
  readonly latin: string
}

export interface Pool {
  readonly female: readonly PooledName[]
  readonly male: readonly PooledName[]
  readonly family: readonly PooledName[]
  /** Entry by entry beside `family`. */
  readonly familyFemale: readonly PooledName[]
  /** Second word of the name: a second family name, or the given name of the father. */
  readonly second: 'family' | 'father' | null
}

const pools: Readonly<Record<string, Pool>> = {
  UA: pool(ukrainian),
  RU: pool(russian),
  MD: pool(moldovan),
  UZ: pool(uzbek),
  KH: pool(khmer),
  LA: pool(lao),
  VN: pool(vietnamese),
  NP: pool(nepali),
  ET: pool(amharic, 'father'),
  SY: pool(arabic, 'father'),
  NG: pool(nigerian),
  CI: pool(ivorian),
  HT: pool(haitian),
  CO: pool(spanish, 'family'),
}

/** Countries whose names come from a neighbour's pool. */
const borrowed: Readonly<Record<string, string>> = {
  BY: 'RU',
  KG: 'UZ',
  TJ: 'UZ',
  JO: 'SY',
  EG: 'SY',
  YE: 'SY',
  BF: 'CI',
  ML: 'CI',
  VE: 'CO',
  EC: 'CO',
  PE: 'CO',
  DO: 'CO',
}

export const allPools: readonly Pool[] = Object.values(pools)

/** Countries (alpha-2) that have a name pool, directly or borrowed. */
export const pooledCountries: readonly string[] = [...Object.keys(pools), ...Object.keys(borrowed)]

/** @throws RangeError for a country that is not in `pooledCountries`. */
export function namePool(country: string): Pool {
  const found = pools[borrowed[country] ?? country]
  if (!found) throw new RangeError(`No name pool for ${country}.`)
  return found
}

function pool(raw: NamePool, second: Pool['second'] = null): Pool {
  const family = namesOf(raw.family)
  const familyFemale = raw.familyFemale === undefined ? family : namesOf(raw.familyFemale)
  return { female: namesOf(raw.female), male: namesOf(raw.male), family, familyFemale, second }
}

function namesOf(text: string): PooledName[] {
  return text.split(' ').map(entry => {
    const [own = '', latin = own] = entry.replaceAll('_', ' ').split('/')
    return { own, latin }
  })
}
