import type { Content } from '#dictionary/answer.ts'
import { missionSettings } from './data/missions.ts'
import type { Spread } from './data/stories.ts'
import { monthOf, yearOf } from './days.ts'
import { several, type Story } from './story.ts'
import { filled, type Writing, yesTo } from './writing.ts'

/** What happened and the way there, as far as it has been told. */

const reasonsToLeave: Spread = [
  ['work', 12],
  ['economic', 5],
  ['debt', 3],
  ['study', 1],
  ['family_violence', 2],
  ['conflict', 1],
  ['marriage', 1],
]
const contracts: Spread = [
  ['none', 7],
  ['oral', 5],
  ['before_departure', 2],
  ['replaced', 1],
  ['on_arrival', 1],
  ['unknown', 1],
]

export function writeEpisode(writing: Writing, o: { lean: boolean }): void {
  const { story } = writing
  const { exploitation, dice, kind } = story
  if (!exploitation) return
  const { begin, end, months } = exploitation
  // Partial answers: some people remember a season, not a day. The duration is counted from month to month.
  const toYear = months > 24 && dice.yes(0.3)
  const base = {
    exploitation: yesTo(exploitation.forms),
    sexualExploitation: exploitation.sexual.length > 0 ? yesTo(exploitation.sexual) : undefined,
    sector: exploitation.sectors.length > 0 ? yesTo(exploitation.sectors) : undefined,
    means: exploitation.means.length > 0 ? yesTo(exploitation.means) : undefined,
    countryOfExploitation: [...exploitation.countries],
    startedOn: toYear ? String(yearOf(begin)) : monthOf(begin),
    endedOn: end === null ? undefined : toYear ? String(yearOf(end)) : monthOf(end),
    durationMonths: toYear ? undefined : months,
    durationBand: months <= 12 ? 'up_to_1_year' : months <= 24 ? '1_to_2_years' : 'over_2_years',
    ageAtEntry: exploitation.ageAtEntry,
  }
  if (o.lean) {
    writing.add('episode', filled(base))
    return
  }
  writing.add('episode', filled({ ...base, ...richEpisode(story, kind.account) }))
}

function richEpisode(story: Story, accounts: readonly string[]): Content {
  const { dice, kind, exploitation, corridor, setting } = story
  if (!exploitation) return {}
  const works = exploitation.sectors.length > 0
  const abroad = exploitation.type !== 'internal'
  const paid = works && dice.yes(0.4) ? { amount: String(dice.int(0, 12) * 10), currency: 'USD' } : undefined
  return filled({
    employerType: works ? dice.weighted(kind.employer) : undefined,
    majorityAtEntry: exploitation.ageAtEntry < 18 ? 'child' : 'adult',
    reasonForLeaving: several(dice, reasonsToLeave, dice.int(1, 2)),
    recruitmentChannel: several(dice, kind.channels, 1),
    recruiterRelation: yesTo([dice.weighted(kind.relation)]),
    promises: several(dice, kind.promises, dice.int(1, 2)),
    contract: works ? dice.weighted(contracts) : undefined,
    documents: exploitation.means.includes('withholds_documents')
      ? 'withheld'
      : dice.weighted([
          ['held', 6],
          ['lost', 1],
          ['never_had', 1],
        ]),
    visa: abroad
      ? dice.weighted([
          ['none_needed', 4],
          ['work', 3],
          ['visitor', 4],
          ['none', 2],
          ['unknown', 1],
        ])
      : undefined,
    hoursPerDay: works ? dice.int(9, 17) : undefined,
    daysPerWeek: works ? dice.int(6, 7) : undefined,
    payPromised: paid ? { amount: String(dice.int(20, 90) * 10), currency: 'USD' } : undefined,
    payReceived: paid,
    placeOfExploitation:
      story.atHome && corridor.to === corridor.nationality ? dice.pick(setting.towns) : townAbroad(corridor.to),
    account: dice.yes(0.7) ? dice.pick(accounts) : undefined,
  })
}

function townAbroad(country: string): string | undefined {
  const mission = Object.entries(missionSettings).find(([, setting]) =>
    setting.corridors.some(c => c.to === country && c.nationality === country),
  )
  return mission?.[1].towns[0]
}

/** The way there, for those who crossed a border. */
export function writeLegs(writing: Writing): void {
  const { story } = writing
  const { exploitation, corridor, dice } = story
  if (!exploitation || exploitation.type === 'internal' || !dice.yes(0.5)) return
  writing.add(
    'leg',
    filled({
      stage: 'transit',
      from: corridor.nationality,
      to: corridor.to,
      transport: dice.weighted([
        ['bus', 6],
        ['air', 5],
        ['train', 2],
        ['car', 2],
        ['boat', 1],
      ]),
      travelledOn: monthOf(exploitation.begin),
      papers: dice.weighted([
        ['own', 8],
        ['forged', 1],
        ['none', 1],
      ]),
    }),
  )
}
