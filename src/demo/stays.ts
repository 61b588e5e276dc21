import { misfit, type Party } from '#casework/shelter/fits.ts'
import type { Content } from '#dictionary/answer.ts'
import { type Chance, chance } from '#dictionary/chance.ts'
import { type Day, isoOf } from './days.ts'
import { courseOf } from './identity.ts'
import type { DemoIds } from './ids.ts'
import { houseId, houses, placeId, placesOfHouse } from './shelters.ts'
import { type Story, storyOf } from './story.ts'
import { filled, type Writing } from './writing.ts'

/**
 * Who stays where, and since when. Beds are given out in the order of arrival by the very rule that admits people, once
 * for the whole demo, so that no house is ever over its capacity.
 */
interface Plan {
  readonly place: number
  readonly from: Day
  readonly until: Day | null
  readonly expected: Day
  readonly party: Party
}

/** As many persons as fill three houses; later ones find other help. */
const among = 2_000

/** Writes the stay of a person who had one, and what the house noted. */
export function writeStay(writing: Writing, o: { readonly seed: number; readonly ids: DemoIds }): void {
  const { story, today } = writing
  const plan = plansOf(o.seed, today).get(story.index)
  if (!plan) return
  const { party, until } = plan
  const dice = chance(o.seed ^ 0x51ed270b, story.index)
  const stay = writing.add(
    'stay',
    filled({
      shelter: houseId(o.ids, story.mission),
      place: placeId(o.ids, story.mission, plan.place),
      from: isoOf(plan.from),
      expectedUntil: isoOf(plan.expected),
      admissionConsent: 'yes',
      houseRulesAccepted: 'yes',
      partySize: party.size,
      partyChildren: party.size > 1 ? party.children : undefined,
      until: until === null ? undefined : isoOf(until),
      exitReason: until === null ? undefined : dice.weighted(exits),
    }),
  )
  const last = until ?? today
  for (const [kind, lines] of dice.some(logged, dice.int(1, 3)))
    writing.add('stay_log', {
      stay,
      loggedOn: isoOf(plan.from + dice.int(0, last - plan.from)),
      kind,
      ...(kind === 'medication' ? { medicine: dice.pick(lines) } : { about: dice.pick(lines) }),
    })
  writeMedicine(writing, stay, plan, dice)
}

/** What some of those who stay now take, and what the house wrote down of it yesterday. */
function writeMedicine(writing: Writing, stay: string, plan: Plan, dice: Chance): void {
  if (plan.until !== null || !dice.yes(0.4)) return
  const [name, hours] = dice.pick(medicines)
  const medicine = writing.add('medicine', { stay, name, from: isoOf(plan.from), hours: [...hours] })
  const day = isoOf(writing.today - 1)
  if (plan.from >= writing.today) return
  for (const hour of hours)
    writing.add('dose', {
      medicine,
      day,
      hour,
      outcome: dice.weighted([
        ['given', 9],
        ['refused', 1],
      ]),
    })
}

const medicines = [
  ['Iron tablets, one', ['0800']],
  ['Antibiotic 500 mg, one', ['0800', '2000']],
  ['Inhaler, two puffs', ['0730', '2130']],
  ['Vitamin D, one', ['0900']],
] as const

let known: { readonly key: string; readonly plans: ReadonlyMap<number, Plan> } | null = null

function plansOf(seed: number, today: Day): ReadonlyMap<number, Plan> {
  const key = `${seed}.${today}`
  known = known?.key === key ? known : { key, plans: planAll(seed, today) }
  return known.plans
}

interface Wish extends Omit<Plan, 'place'> {
  readonly index: number
}

function planAll(seed: number, today: Day): ReadonlyMap<number, Plan> {
  const wishes = Map.groupBy(
    Array.from({ length: among }, (_, index) => index)
      // Every eighth file is the second one of the person before, at another mission.
      .filter(index => index % 8 !== 7)
      .map(index => storyOf(seed, index, today))
      .filter(story => houses.some(({ mission }) => mission === story.mission)),
    ({ mission }) => mission,
  )
  const plans = new Map<number, Plan>()
  for (const stories of wishes.values()) {
    const arrivals = stories.flatMap(story => wishOf(story, chance(seed ^ 0x2c1b3c6d, story.index), today))
    for (const [index, plan] of givenOut(arrivals.toSorted((a, b) => a.from - b.from || a.index - b.index)))
      plans.set(index, plan)
  }
  return plans
}

/** Not everybody needs a bed, and nobody keeps one beyond the closing of the case. */
function wishOf(story: Story, dice: Chance, today: Day): Wish[] {
  const { index, sex, child, age, registered } = story
  const { closedOn } = courseOf(story, today)
  const from = registered + dice.int(0, 4)
  if (from > (closedOn ?? today) || !dice.yes(0.5)) return []
  const expected = from + dice.int(10, 150)
  const ended = Math.min(expected, closedOn ?? expected)
  const children = sex === 'female' && age > 21 && dice.yes(0.3) ? dice.int(1, 3) : 0
  const party = { sex, child, size: 1 + children, children }
  return [{ index, from, expected, until: ended <= today ? ended : null, party }]
}

function* givenOut(arrivals: readonly Wish[]): Generator<[number, Plan]> {
  const beds = placesOfHouse.map(place => ({ place, stays: [] as Wish[] }))
  for (const { index, ...wish } of arrivals) {
    const free = beds.findIndex(({ place, stays }) => {
      const there = stays.filter(({ until }) => until === null || until > wish.from)
      return misfit(place, there.map(contentOf), wish.party) === null
    })
    if (free === -1) continue
    beds[free]?.stays.push({ index, ...wish })
    yield [index, { ...wish, place: free }]
  }
}

const contentOf = ({ party }: Wish): Content => ({ partySize: party.size })

const exits = [
  ['own_choice', 5],
  ['own_home', 4],
  ['family', 4],
  ['travelled', 4],
  ['other_shelter', 1],
  ['hospital', 1],
] as const

const logged = [
  [
    'daily',
    [
      'Cooked for everybody. Laughs more.',
      'Slept until noon; went out with a colleague to buy shoes.',
      'Spoke to the sister on the telephone for the first time.',
      'Asked about the course and when it begins.',
    ],
  ],
  [
    'incident',
    [
      'Loud quarrel in the kitchen, settled by talking. Nobody was hurt.',
      'A car stood in front of the door for an hour. Number noted and passed on.',
      'Fell on the stairs; the doctor looked at the ankle.',
    ],
  ],
  [
    'medication',
    ['Ibuprofen 400 mg, one in the evening', 'Iron tablets, one a day', 'Antibiotic, 5 days, twice a day'],
  ],
] as const
