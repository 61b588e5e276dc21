import { type Chance, chance } from '#dictionary/chance.ts'
import { type Corridor, type MissionSetting, missionSettings } from './data/missions.ts'
import { type Spread, type StoryKind, storyKinds } from './data/stories.ts'
import { type Day, monthsBetween, yearsBetween } from './days.ts'

/**
 * What happened to one invented person, before anybody writes it down. The records of the file are told from the
 * story, so that they agree with each other.
 */
export interface Story {
  readonly index: number
  readonly dice: Chance
  readonly mission: string
  readonly setting: MissionSetting
  readonly kind: StoryKind
  readonly corridor: Corridor
  /** trafficked: act, means and purpose; exploited: bad work without them; vulnerable: in need, nothing happened (yet). */
  readonly truth: 'trafficked' | 'exploited' | 'vulnerable'
  readonly sex: 'female' | 'male'
  readonly born: Day
  readonly registered: Day
  /** Age in completed years on the day of registration. */
  readonly age: number
  readonly child: boolean
  /** The mission works in the country of nationality. */
  readonly atHome: boolean
  /** null for the vulnerable. `end` is null when it had not ended at registration. */
  readonly exploitation: {
    readonly begin: Day
    readonly end: Day | null
    readonly months: number
    readonly ageAtEntry: number
    readonly forms: readonly string[]
    readonly sectors: readonly string[]
    readonly sexual: readonly string[]
    readonly means: readonly string[]
    readonly acts: readonly string[]
    readonly countries: readonly string[]
    readonly type: 'internal' | 'cross_border' | 'both'
  } | null
  /** Helped under a code: no name, no number. */
  readonly anonymous: boolean
}

const missions = Object.entries(missionSettings).map(([code, setting]) => [code, setting.weight] as const)
/** First day of the demo's files. */
const opening = 17_897 // 2019-01-01

/** The story of person number `index` of a demo; the same for the same seed and day. */
export function storyOf(seed: number, index: number, today: Day): Story {
  const dice = chance(seed, index)
  const mission = dice.weighted(missions)
  const setting = missionSettings[mission]
  if (!setting) throw new RangeError(`No setting for ${mission}.`)
  const corridor = dice.weighted(setting.corridors.map(each => [each, each.weight] as const))
  const kind = storyKinds[corridor.story]
  if (!kind) throw new RangeError(`No story ${corridor.story}.`)
  const sex = dice.yes(corridor.women) ? 'female' : 'male'
  const age = ageFor(dice, kind, corridor.children)
  // More in later years, and always some of this week: Today must not be empty.
  const span = today - opening
  const registered = dice.yes(0.06) ? today - dice.int(0, 45) : opening + Math.floor(span * dice.next() ** 0.8)
  const born = registered - Math.floor(age * 365.2425) - dice.int(5, 355)
  const truth = dice.weighted([
    ['trafficked', 66],
    ['exploited', 14],
    ['vulnerable', 20],
  ] as const)
  const trueAge = yearsBetween(born, registered)
  return {
    index, dice, mission, setting, kind, corridor, truth, sex, born, registered,
    age: trueAge,
    child: trueAge < 18,
    atHome: corridor.nationality === countryOf(mission),
    exploitation: truth === 'vulnerable' ? null : exploitationOf(dice, { corridor, kind, truth, born, registered, age: trueAge }),
    anonymous: dice.yes(0.012),
  } // biome-ignore format: one line a group
}

function ageFor(dice: Chance, kind: StoryKind, children: number): number {
  if (dice.yes(children)) return dice.int(Math.min(kind.youngest, 16), 17)
  const spread = Math.max(1, kind.oldest - 18)
  // Young adults are most of them; the square pulls towards the young end.
  return 18 + Math.floor(spread * dice.next() ** 1.7)
}

function exploitationOf(
  dice: Chance,
  of: Pick<Story, 'corridor' | 'kind' | 'born' | 'registered' | 'age'> & { truth: 'trafficked' | 'exploited' },
): NonNullable<Story['exploitation']> {
  const { corridor, kind, truth } = of
  const ongoing = dice.yes(0.015)
  const end = of.registered - dice.int(1, dice.yes(0.7) ? 60 : 600)
  const wanted = dice.weighted([
    [dice.int(1, 6), 35],
    [dice.int(7, 12), 25],
    [dice.int(13, 24), 22],
    [dice.int(25, 90), 18],
  ])
  // Nobody is exploited before the youngest age of such a story.
  const earliest = of.born + Math.ceil((Math.min(kind.youngest, of.age) - 1) * 365.25)
  const begin = Math.max(end - Math.round(wanted * 30.44), Math.min(earliest, end - 30))
  const ageAtEntry = yearsBetween(of.born, begin)
  const both = corridor.nationality !== corridor.to && dice.yes(0.04)
  const internal = corridor.nationality === corridor.to
  const forms = dice.weighted(ageAtEntry < 18 && kind.childForms ? kind.childForms : kind.forms).split('+')
  const works = forms.some(form => form === 'forced_labour' || form === 'child_labour')
  return {
    begin,
    end: ongoing ? null : end,
    months: monthsBetween(begin, ongoing ? of.registered : end),
    ageAtEntry,
    forms,
    sectors: works && kind.sectors.length > 0 ? [dice.weighted(kind.sectors)] : [],
    sexual: forms.includes('sexual') && kind.sexual ? [dice.weighted(kind.sexual)] : [],
    means: truth === 'trafficked' ? several(dice, kind.means, dice.int(2, 6)) : [],
    acts: truth === 'trafficked' ? several(dice, acts, dice.int(1, 3)) : [],
    countries: both ? [corridor.nationality, corridor.to] : [corridor.to],
    type: both ? 'both' : internal ? 'internal' : 'cross_border',
  }
}

const acts: Spread = [
  ['recruitment', 8],
  ['transportation', 5],
  ['harbouring', 4],
  ['transfer', 3],
  ['receipt', 2],
]

/** `count` different codes, the heavier ones more often. */
export function several(dice: Chance, from: Spread, count: number): string[] {
  const found = new Set<string>()
  for (let i = 0; i < count * 4 && found.size < Math.min(count, from.length); i++) found.add(dice.weighted(from))
  return [...found]
}

const homes: Readonly<Record<string, string>> = {
  KYIV: 'UA', CHISINAU: 'MD', TASHKENT: 'UZ', 'PHNOM-PENH': 'KH', VIENTIANE: 'LA', KATHMANDU: 'NP', 'PORT-AU-PRINCE': 'HT',
  ABIDJAN: 'CI', 'ADDIS-ABABA': 'ET', AMMAN: 'JO', ROME: 'IT', BOGOTA: 'CO',
} // biome-ignore format: a short table

export const countryOf = (mission: string): string => homes[mission] ?? ''

/** The mission of a country, if there is one. */
export const missionIn = (country: string): string | null =>
  Object.keys(homes).find(code => homes[code] === country) ?? null
