import { toBase } from '#casework/planning/money.ts'
import type { Content, Money } from '#dictionary/answer.ts'
import { donors } from './data/phrases.ts'
import { forAdults, forChildren, type ServiceKind, serviceKinds } from './data/services.ts'
import { type Day, isoOf, yearOf } from './days.ts'
import { hostOf } from './identity.ts'
import { writeSteps } from './return.ts'
import type { Story } from './story.ts'
import { filled, type Writing } from './writing.ts'

/** What was given, asked of others, and the journeys. Nothing here is dated before the registration or after today. */

export function writeServices(
  writing: Writing,
  o: { count: number; until: Day; lean: boolean; project?: string },
): void {
  const { story, today } = writing
  const { dice, registered } = story
  const last = Math.min(today, o.until)
  const offered = serviceKinds
    .filter(each => registered + each.from <= last && !(story.child && forAdults.has(each.type)))
    .map(each => [each, each.weight * (story.child && forChildren.has(each.type) ? 2 : 1)] as const)
  const chosen = new Set<ServiceKind>()
  for (let i = 0; i < o.count * 3 && chosen.size < Math.min(o.count, offered.length); i++)
    chosen.add(dice.weighted(offered))
  const dated = [...chosen].map(each => ({
    each,
    day: Math.min(last, registered + (each.early ? dice.int(0, 9) : dice.int(each.from, each.to))),
  }))
  dated.sort((a, b) => a.day - b.day)
  for (const { each, day } of dated) writeService(writing, { ...o, kind: each, day, last })
}

/** Help of half a year, the same kind again and again: for registers with very many services. */
export function writeManyServices(writing: Writing, o: { count: number; until: Day }): void {
  const { story, today } = writing
  const { dice, registered } = story
  const last = Math.min(today, o.until)
  const offered = serviceKinds
    .filter(each => !(story.child && forAdults.has(each.type)))
    .map(each => [each, each.weight] as const)
  const days = Array.from({ length: o.count }, () => Math.min(last, registered + dice.int(0, 180)))
  for (const day of days.sort((a, b) => a - b))
    writeService(writing, { kind: dice.weighted(offered), day, last, lean: true })
}

function writeService(
  writing: Writing,
  o: { kind: ServiceKind; day: Day; last: Day; lean: boolean; project?: string },
): void {
  const { story } = writing
  const { dice, setting } = story
  const { kind, day, lean } = o
  const provider = dice.weighted(kind.provider)
  const fund = dice.yes(0.06) ? 'unknown' : provider === 'government' ? 'government' : dice.weighted(funds)
  const base = {
    type: kind.type,
    deliveredOn: isoOf(day),
    provider,
    cost: kind.cost && dice.yes(0.85) ? costOf(story, kind.cost) : undefined,
    fund,
  }
  if (lean) {
    writing.add('service', filled(base))
    return
  }
  const project = fund === 'project'
  writing.add(
    'service',
    filled({
      ...base,
      ...(base.cost && inDollars(story, base.cost, day)),
      item: goods[kind.type],
      projectRef: project ? o.project : undefined,
      what: kind.what.length > 0 && dice.yes(0.7) ? dice.pick(kind.what) : undefined,
      endedOn: kind.type === 'shelter' ? isoOf(Math.min(o.last, day + dice.int(5, 60))) : undefined,
      providerName: provider === 'ngo' ? dice.pick(setting.partners) : undefined,
      project: project ? `HLN-${yearOf(day)}-${dice.int(1, 4)}` : undefined,
      donor: project ? dice.pick(donors) : undefined,
    }),
  )
}

const goods: Readonly<Record<string, string>> = { food_hygiene: 'hygiene_kit', non_food_items: 'household' }

/** What it cost in US dollars, by the rate of the day before. */
function inDollars({ setting }: Story, cost: Money, day: Day): Content {
  if (cost.currency === 'USD') return { base: cost }
  const rate = (1 / setting.rate).toFixed(12)
  const amount = toBase(cost.amount, rate)
  return amount === null ? {} : { rate, rateOn: isoOf(day - 1), base: { amount, currency: 'USD' } }
}

const funds = [
  ['project', 10],
  ['own', 4],
  ['hasm', 3],
  ['private_donation', 2],
  ['other', 1],
] as const

/** In the currency of the mission, in steps that are really paid. */
function costOf({ dice, setting }: Story, [low, high]: readonly [number, number]): Money {
  const amount = (low + (high - low) * dice.next() ** 1.6) * setting.rate
  const paid = Math.max(setting.step, Math.round(amount / setting.step) * setting.step)
  return { amount: paid.toFixed(setting.step < 10 ? 2 : 0), currency: setting.currency }
}

/** The day of the journey home, when there is one: into the mission's country, or out of it. */
export function journeyOf({ dice, exploitation, atHome, registered, corridor }: Story, today: Day): Day | null {
  if (!exploitation || exploitation.end === null || exploitation.type === 'internal') return null
  if (atHome ? !dice.yes(0.45) : corridor.nationality === 'SY' || !dice.yes(0.3)) return null
  // A mission at home registers a few days ahead of the arrival; one abroad needs weeks for the papers.
  const departed = registered + (atHome ? dice.int(1, 12) : dice.int(20, 120))
  return departed <= today ? departed : null
}

export function writeMovement(writing: Writing, o: { departed: Day; receiving: string | null; fund: string }): void {
  const { story, today } = writing
  const { dice, child, atHome, corridor } = story
  const yes = child ? 'yes' : undefined
  const arrived = Math.min(today, o.departed + dice.int(0, 1))
  const from = atHome ? corridor.to : hostOf(story)
  const movement = writing.add(
    'movement',
    filled({
      stage: arrived === today ? 'arrival' : 'completed',
      from,
      to: corridor.nationality,
      escort: child
        ? 'escort'
        : dice.weighted([
            ['none', 14],
            ['escort', 3],
            ['medical', 1],
          ]),
      departedOn: isoOf(o.departed),
      arrivedOn: isoOf(arrived),
      receivingOffice: atHome ? writing.office : (o.receiving ?? undefined),
      writtenConsent: 'yes',
      childWishes: yes,
      guardianNotified: yes,
      bestInterest: yes,
      unaccompanied: yes,
      asylumFlag: 'no',
      documentsReady: 'yes',
      fund: o.fund,
    }),
  )
  const leg = writing.add('movement_leg', {
    movement,
    from,
    to: corridor.nationality,
    mode: 'air',
    plannedOn: isoOf(o.departed),
    mission: writing.office,
    state: 'travelled',
  })
  if (arrived < today) writeSteps(writing, { movement, leg, to: corridor.nationality, arrived })
  writing.add(
    'service',
    filled({
      type: 'return_travel',
      deliveredOn: isoOf(o.departed),
      provider: 'own',
      cost: costOf(story, [90, 650]),
      fund: dice.weighted([
        ['gaf', 5],
        ['project', 3],
        ['rcm', 1],
      ]),
    }),
  )
}
