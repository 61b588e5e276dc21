import { type Chance, chance } from '#dictionary/chance.ts'
import type { Day } from '../dates/calendar.ts'
import { family, inventName, type Sex, type TrueName } from './invent.ts'
import { slip } from './slips.ts'
import { otherForm, type Scheme, spelled } from './spelling.ts'
import { dayText, writtenBirth } from './written-birth.ts'

/** One registration of one person in one mission, as it stands in a file; '' where nothing was written. */
export interface Registration {
  readonly id: string
  readonly given_name: string
  readonly middle_name: string
  readonly family_name: string
  readonly previous_family_name: string
  readonly sex: string
  readonly birth_date: string
  readonly nationality: string
  readonly birth_place: string
  readonly document: string
  readonly mission: string
  readonly registered_on: string
}

/** A registration with the truth. `episode`: 1, or more when the person was trafficked again, which is no duplicate. */
export interface TrueRegistration {
  readonly registration: Registration
  readonly person: string
  readonly episode: number
}

/** Where people of a country are assisted abroad, with the spelling that clerks of the mission use. Weights by hand, after no statistics. */
const corridors: readonly (readonly [string, number, readonly (readonly [string, number])[]])[] = [
  [
    'UA',
    18,
    [
      ['PL', 5],
      ['RU', 4],
      ['TR', 3],
      ['DE', 2],
      ['IT', 2],
      ['CZ', 2],
    ],
  ],
  [
    'MD',
    9,
    [
      ['RU', 4],
      ['TR', 4],
      ['IT', 3],
      ['AE', 1],
    ],
  ],
  [
    'BY',
    6,
    [
      ['RU', 6],
      ['PL', 3],
      ['DE', 1],
    ],
  ],
  [
    'RU',
    4,
    [
      ['TR', 3],
      ['DE', 2],
      ['IL', 1],
    ],
  ],
  [
    'UZ',
    8,
    [
      ['KZ', 5],
      ['RU', 5],
      ['AE', 2],
      ['TR', 2],
    ],
  ],
  [
    'KG',
    5,
    [
      ['KZ', 4],
      ['RU', 5],
      ['AE', 1],
    ],
  ],
  [
    'TJ',
    4,
    [
      ['RU', 6],
      ['KZ', 2],
    ],
  ],
  [
    'KH',
    10,
    [
      ['TH', 7],
      ['MY', 3],
      ['VN', 1],
    ],
  ],
  ['LA', 4, [['TH', 9]]],
  [
    'VN',
    4,
    [
      ['KH', 3],
      ['MY', 2],
      ['FR', 1],
    ],
  ],
  [
    'NP',
    6,
    [
      ['IN', 6],
      ['KW', 2],
      ['AE', 2],
    ],
  ],
  [
    'ET',
    5,
    [
      ['LB', 3],
      ['KW', 2],
      ['FR', 1],
      ['YE', 2],
    ],
  ],
  [
    'SY',
    3,
    [
      ['LB', 5],
      ['JO', 4],
      ['TR', 3],
    ],
  ],
  [
    'NG',
    4,
    [
      ['IT', 5],
      ['FR', 2],
      ['CI', 1],
    ],
  ],
  [
    'CI',
    3,
    [
      ['ML', 2],
      ['FR', 2],
      ['LB', 1],
    ],
  ],
  [
    'HT',
    3,
    [
      ['DO', 6],
      ['FR', 1],
    ],
  ],
  [
    'CO',
    4,
    [
      ['EC', 3],
      ['ES', 3],
      ['FR', 1],
    ],
  ],
]

const schemeOf: Readonly<Record<string, Scheme>> = {
  RU: 'russian',
  KZ: 'russian',
  BY: 'russian',
  FR: 'french',
  LB: 'french',
  ML: 'french',
  CI: 'french',
  DE: 'german',
  PL: 'polish',
  CZ: 'polish',
}

/**
 * Invented migrants with truth, one person after the other: the same seed gives the same persons in the same order, so that a larger file begins
 * with the smaller one. About 1.5 registrations a person. Every rate is named where it is used; none is an estimate of real life.
 */
export function* migrants(o: { persons: number; seed: number }): Generator<TrueRegistration> {
  let count = 0
  for (let at = 0; at < o.persons; at++) {
    const person = `p${at + 1}`
    for (const { registration, episode } of lifeOf(chance(o.seed, at)))
      yield { registration: { ...registration, id: `r${++count}` }, person, episode }
  }
}

function lifeOf(dice: Chance): { registration: Registration; episode: number }[] {
  const [country, , abroad] = dice.weighted(corridors.map(corridor => [corridor, corridor[1]] as const))
  const sex: Sex = dice.yes(0.7) ? 'female' : 'male'
  const first: Day = { year: dice.int(2003, 2014), month: dice.int(1, 12), day: dice.int(1, 28) }
  const birth: Day = { year: first.year - bornBefore(dice), month: dice.int(1, 12), day: dice.int(1, 28) }
  const name = inventName(dice, country, sex)
  const husband = sex === 'female' && dice.yes(0.12) ? family(dice, country, sex) : null
  const place = `${country}-${String(Math.floor(40 ** dice.next())).padStart(2, '0')}`
  const documents = [document(dice), document(dice)] as const
  const times = dice.weighted<number>([
    [1, 62],
    [2, 27],
    [3, 8],
    [4, 3],
  ])
  let when = first
  let episode = 1
  const found: { registration: Registration; episode: number }[] = []
  for (let turn = 0; turn < times; turn++) {
    // The second registration is the return home, later ones are anywhere: registered again, or trafficked again.
    const home = turn === 0 ? dice.yes(0.35) : turn === 1 ? dice.yes(0.7) : dice.yes(0.5)
    if (turn > 0) {
      const again = turn >= 2 ? dice.yes(0.5) : dice.yes(0.1)
      if (again) episode++
      when = later(when, again ? dice.int(300, 1500) : dice.int(3, 200))
    }
    const mission = home ? country : dice.weighted(abroad)
    const married = turn > 0 && husband !== null
    const written = writtenName(dice, married ? { ...name, family: husband } : name, { country, mission, home, sex })
    found.push({
      episode,
      registration: {
        id: '',
        ...written,
        previous_family_name:
          married && dice.yes(0.5) ? spelled(dice, name.family, { country, scheme: 'national' }) : '',
        sex: dice.yes(0.985) ? sex : dice.yes(0.5) ? '' : sex === 'female' ? 'male' : 'female',
        birth_date: writtenBirth(dice, birth, { registered: when, mission }),
        nationality: dice.yes(0.97) ? country : '',
        birth_place: dice.yes(0.85)
          ? place
          : dice.yes(0.7)
            ? ''
            : `${country}-${String(dice.int(1, 40)).padStart(2, '0')}`,
        document: dice.yes(0.3) ? (dice.yes(0.7) ? documents[0] : documents[1]) : '',
        mission,
        registered_on: dayText(when),
      },
    })
  }
  return found
}

type WrittenFields = Pick<Registration, 'given_name' | 'middle_name' | 'family_name'>

/**
 * At home in the own script (60 in 100) or as the passport has it; abroad by the clerk's scheme, half of the time by the passport's. Then what goes
 * wrong: another form of the given name (6), given and family name exchanged (4), only one name (2), one slip (8), no patronymic (half abroad).
 */
function writtenName(
  dice: Chance,
  name: TrueName,
  o: { country: string; mission: string; home: boolean; sex: Sex },
): WrittenFields {
  const own = o.home && dice.yes(0.6)
  const scheme: Scheme =
    o.home || dice.yes(0.4) ? 'national' : dice.yes(0.35) ? 'by_ear' : (schemeOf[o.mission] ?? 'english')
  const write = (text: string) => (own ? text : spelled(dice, text, { country: o.country, scheme }))
  const other = dice.yes(0.06) ? otherForm(dice, name.given, o.country) : null
  const middle = name.father === null || dice.yes(o.home ? 0.15 : 0.5) ? '' : write(name.father)
  let [given, familyName] = [other ?? write(name.given), write(name.family)]
  if (dice.yes(0.08)) {
    if (dice.yes(0.5)) given = slip(dice, given)
    else familyName = slip(dice, familyName)
  }
  if (dice.yes(0.04)) [given, familyName] = [familyName, given]
  if (dice.yes(0.02)) familyName = dice.pick(['', 'XXX', '-'])
  return { given_name: given, middle_name: middle, family_name: familyName }
}

/** Age at the first registration: mostly 16 to 35, some children, few older. */
function bornBefore(dice: Chance): number {
  return dice.weighted<() => number>([
    [() => dice.int(5, 15), 12],
    [() => dice.int(16, 25), 45],
    [() => dice.int(26, 35), 28],
    [() => dice.int(36, 60), 15],
  ])()
}

const document = (dice: Chance): string =>
  `${dice.pick(['A', 'E', 'P', 'N'])}${dice.pick(['A', 'B', 'T', 'K'])}${dice.int(1_000_000, 9_999_999)}`

function later(from: Day, days: number): Day {
  const moment = new Date(Date.UTC(from.year, from.month - 1, from.day + days))
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() }
}
