import type { Content } from '#dictionary/answer.ts'
import { missionSettings } from './data/missions.ts'
import {
  beginnings,
  controlsTold,
  gaps,
  reasonsChild,
  reasonsConfirmed,
  reasonsNot,
  reasonsOpen,
  reasonsPaper,
} from './data/phrases.ts'
import type { Spread } from './data/stories.ts'
import { type Day, isoOf, monthOf, yearOf } from './days.ts'
import { languagesOf } from './identity.ts'
import { several, type Story } from './story.ts'
import { filled, type Writing, yesTo } from './writing.ts'

/** Consent, interview, conclusion and what happened, as far as it has been told. */

export type Conclusion = 'confirmed' | 'possible' | 'not_trafficked' | 'undetermined' | null

/** What the mission has concluded by today; null: nothing yet. `screened` says whether the interview has ended. */
export function conclusionOf(
  { dice, truth, registered }: Story,
  today: number,
): { screened: boolean; conclusion: Conclusion } {
  const days = today - registered
  const early = days < 60
  if (truth === 'trafficked') {
    if (early && dice.yes(0.55)) return { screened: false, conclusion: null }
    return {
      screened: true,
      conclusion: dice.weighted([
        ['confirmed', 86],
        ['possible', 8],
        [null, 6],
      ] as const),
    }
  }
  if (truth === 'exploited') {
    if (early && dice.yes(0.5)) return { screened: false, conclusion: null }
    return {
      screened: true,
      conclusion: dice.weighted([
        ['not_trafficked', 60],
        ['undetermined', 20],
        [null, 20],
      ] as const),
    }
  }
  return { screened: dice.yes(0.5), conclusion: null }
}

/** As the register counts it: trafficked only where a person has concluded so. */
export function categoryOf(truth: Story['truth'], conclusion: Conclusion): string {
  if (conclusion === 'confirmed') return 'trafficked'
  return truth === 'exploited' && conclusion === 'not_trafficked' ? 'exploited_migrant' : 'vulnerable_migrant'
}

export function writeConsents(
  writing: Writing,
  purposes: readonly (readonly [purpose: string, decision: 'yes' | 'no', day: number])[],
): void {
  const { story } = writing
  const language = languagesOf(story)[0] ?? 'en'
  const interpreter = story.atHome ? 'no' : 'yes'
  for (const [purpose, decision, day] of purposes) {
    const interview = purpose === 'interview'
    const yes = interview ? 'yes' : undefined
    writing.add(
      'consent',
      filled({
        purpose,
        decision,
        givenOn: isoOf(day),
        agreesToInterview: interview ? decision : undefined,
        informedOfPurpose: yes,
        informedOfUse: yes,
        informedOfResearch: interview
          ? story.dice.weighted([
              ['yes', 9],
              ['not_asked', 1],
            ] as const)
          : undefined,
        informedOfAccess: yes,
        informedOfRetention: yes,
        informedOfWithdrawal: yes,
        language,
        interpreter,
        form:
          purpose === 'return'
            ? 'written'
            : story.dice.weighted([
                ['written', 6],
                ['oral', 4],
              ] as const),
        guardianConsent: story.child ? decision : undefined,
        childAssent: story.child ? decision : undefined,
      }),
    )
  }
}

const childBegun = (story: Story): boolean => story.child || (story.exploitation?.ageAtEntry ?? 99) < 18

/** An interview in one to four sittings; gives the day of the last. What has not been reached yet is not marked at all. */
export function writeScreening(writing: Writing, screened: boolean): Day {
  const { story, today } = writing
  const { dice, exploitation } = story
  const started = Math.min(today, story.registered + dice.int(0, 3))
  const last = screened ? Math.min(today, started + dice.int(0, 40)) : started
  const told = exploitation !== null
  const purposeReached = screened || dice.yes(0.35)
  writing.add(
    'screening',
    filled({
      state: screened ? 'concluded' : dice.yes(0.7) ? 'paused' : 'open',
      startedOn: isoOf(started),
      lastSittingOn: isoOf(last),
      sittings: screened ? dice.int(last === started ? 1 : 2, 4) : 1,
      questionnaire: 'screening_interview',
      questionnaireVersion: '1',
      act: { ...others(story, ['receipt', 'transfer'], 0.6), ...yesTo(exploitation?.acts ?? []) },
      means: {
        ...others(story, ['abduction', 'psychoactive_substances', 'uses_children'], 0.5),
        ...yesTo(exploitation?.means ?? []),
      },
      purpose: purposeReached
        ? { ...others(story, ['organ_removal'], 0.5), ...yesTo(exploitation?.forms ?? []) }
        : undefined,
      indicators: told && screened && dice.yes(0.4) ? yesTo(several(dice, signs, dice.int(2, 5))) : undefined,
      accountOfAct: told && exploitation.acts.length > 0 && dice.yes(0.7) ? dice.pick(beginnings) : undefined,
      accountOfMeans: told && exploitation.means.length > 0 && dice.yes(0.6) ? dice.pick(controlsTold) : undefined,
      gaps: screened ? undefined : dice.pick(gaps),
      safeToSpeak: 'yes',
    }),
  )
  return last
}

/** Questions that were put and answered with no, with silence, or with "I do not know". */
function others(
  { dice }: Story,
  codes: readonly string[],
  asked: number,
): Record<string, 'no' | 'unknown' | 'did_not_say'> {
  return Object.fromEntries(
    codes
      .filter(() => dice.yes(asked))
      .map(code => [
        code,
        dice.weighted([
          ['no', 8],
          ['unknown', 1],
          ['did_not_say', 1],
        ] as const),
      ]),
  )
}

const signs: Spread = [
  ['d1_nature_of_job', 5], ['d1_wages', 5], ['d1_conditions_of_work', 4], ['d2_documents_confiscated', 4], ['d2_debt_bondage', 3],
  ['d3_economic_reasons', 5], ['d3_family_situation', 2], ['d4_excessive_hours', 5], ['d4_low_or_no_salary', 5], ['d4_bad_living_conditions', 3],
  ['d5_wages_withheld', 4], ['d5_threats_of_violence', 2], ['d6_dependency_on_exploiters', 2],
] // biome-ignore format: a table

export function writeDetermination(
  writing: Writing,
  conclusion: NonNullable<Conclusion>,
  o: { onPaper: boolean; from: Day },
): void {
  const { story, today } = writing
  const { dice } = story
  const reasons = {
    confirmed: o.onPaper ? reasonsPaper : childBegun(story) ? reasonsChild : reasonsConfirmed,
    possible: reasonsOpen,
    undetermined: reasonsOpen,
    not_trafficked: reasonsNot,
  }[conclusion]
  const indicated = story.truth === 'trafficked' && !o.onPaper
  writing.add('determination', {
    conclusion,
    decidedOn: isoOf(Math.min(today, o.from + dice.int(1, 60))),
    decidedBy: dice.weighted([
      ['own', 8],
      ['police', 3],
      ['government', 2],
      ['ngo', 2],
      ['court', 0.5],
    ]),
    reason: dice.pick(reasons),
    reading: indicated ? 'indicated' : 'partial',
  })
}

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
