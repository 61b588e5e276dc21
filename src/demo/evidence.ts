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
import { type Day, isoOf } from './days.ts'
import { languagesOf } from './identity.ts'
import { several, type Story } from './story.ts'
import { filled, type Writing, yesTo } from './writing.ts'

/** Consent, interview and conclusion. */

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
    const home = purpose === 'return'
    const yes = interview || home ? 'yes' : undefined
    writing.add(
      'consent',
      filled({
        purpose,
        decision,
        givenOn: isoOf(day),
        agreesToInterview: interview ? decision : yes,
        informedOfPurpose: yes,
        informedOfUse: yes,
        informedOfResearch: interview
          ? story.dice.weighted([
              ['yes', 9],
              ['not_asked', 1],
            ] as const)
          : yes,
        informedOfAccess: yes,
        informedOfRetention: yes,
        informedOfWithdrawal: yes,
        language,
        interpreter,
        form: home
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
