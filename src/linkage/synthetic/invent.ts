import type { Chance } from '#dictionary/chance.ts'
import { namePool, type PooledName } from '#dictionary/name-pools.ts'
import { endings } from './surname-endings.ts'

/** The true name of an invented person, in the script of the country. */
export interface TrueName {
  readonly given: string
  /** Name of the father as the person bears it: a patronymic, or his given name; null where it is no part of the name. */
  readonly father: string | null
  readonly family: string
}

export type Sex = 'female' | 'male'

/**
 * A name of the country: the first of a list are the most frequent, as in life (the k-th with 1/(k + 3)). Where the language builds
 * family names from endings, two in three are built, so that a large register does not repeat forty families.
 */
export function inventName(dice: Chance, country: string, sex: Sex): TrueName {
  const pool = namePool(country)
  const given = frequent(dice, sex === 'female' ? pool.female : pool.male)
  const fathers = frequent(dice, pool.male)
  return {
    given: givenName(dice, given, country),
    father: fatherOf(fathers, country, sex),
    family: family(dice, country, sex),
  }
}

/** A family name of the country in the form that this sex bears; also for a husband's. */
export function family(dice: Chance, country: string, sex: Sex): string {
  const pool = namePool(country)
  const built = endings[country]
  if (built !== undefined && dice.yes(0.66)) {
    const ending = dice.pick(built.endings)
    return dice.pick(built.stems) + (sex === 'female' ? ending[1] : ending[0])
  }
  const list = sex === 'female' ? pool.familyFemale : pool.family
  const name = frequent(dice, list).own
  return pool.second === 'family' ? `${name} ${frequent(dice, list).own}` : name
}

function frequent(dice: Chance, list: readonly PooledName[]): PooledName {
  // Inverse of the cumulative weight log((k + 3) / 3), so that no table is needed.
  const at = Math.floor(3 * ((list.length + 3) / 3) ** dice.next() - 3)
  return list[Math.min(at, list.length - 1)] ?? { own: '', latin: '' }
}

/** Names of two parts are joined anew (Sok-ha and Sre-y); others stay what the list says. */
function givenName(dice: Chance, name: PooledName, country: string): string {
  const second = endings[country]?.second
  return second !== undefined && dice.yes(0.4) ? `${name.own} ${dice.pick(second)}` : name.own
}

function fatherOf(father: PooledName, country: string, sex: Sex): string | null {
  const { own } = father
  switch (country) {
    case 'UA':
      return soft(own, { hard: sex === 'female' ? 'івна' : 'ович', soft: sex === 'female' ? 'ївна' : 'йович' })
    case 'RU':
    case 'BY':
      return soft(own, { hard: sex === 'female' ? 'овна' : 'ович', soft: sex === 'female' ? 'евна' : 'евич' })
    case 'UZ':
    case 'KG':
    case 'TJ':
      return `${own} ${sex === 'female' ? 'qizi' : "o'g'li"}`
    case 'ET':
    case 'SY':
    case 'JO':
    case 'EG':
    case 'YE':
      return own
    default:
      return null
  }
}

const soft = (name: string, ending: { hard: string; soft: string }): string =>
  /[йь]$/.test(name)
    ? name.slice(0, -1) + ending.soft
    : /[оа]$/.test(name)
      ? name.slice(0, -1) + ending.hard
      : /[ії]й?$|ий$/.test(name)
        ? name.replace(/.й$/, '') + ending.soft
        : name + ending.hard
