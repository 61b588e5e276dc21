import type { Content } from '#dictionary/answer.ts'
import type { Chance } from '#dictionary/chance.ts'
import { closings, safeContacts } from './data/phrases.ts'
import type { Spread } from './data/stories.ts'
import { isoOf, monthOf, yearOf } from './days.ts'
import { inventName, type Names } from './names.ts'
import { countryOf, several, type Story } from './story.ts'
import { filled, type Writing } from './writing.ts'

/** The person and the case: who, and how things stand today. */

const education: Spread = [
  ['none', 1], ['primary', 5], ['lower_secondary', 7], ['upper_secondary', 6], ['post_secondary', 2], ['bachelor', 1],
  ['unknown', 2], ['did_not_say', 1], ['not_asked', 1],
] // biome-ignore format: a table
const before: Spread = [
  ['unemployed', 8],
  ['casual', 7],
  ['employed', 3],
  ['self_employed', 2],
  ['unpaid_family', 3],
  ['unknown', 2],
]
const economy: Spread = [
  ['very_poor', 5],
  ['poor', 9],
  ['standard', 3],
  ['unknown', 2],
  ['did_not_say', 1],
]
const civil: Spread = [
  ['single', 9],
  ['married', 6],
  ['divorced', 2],
  ['widowed', 1],
  ['separated', 1],
  ['did_not_say', 1],
]

export function namesOf(story: Story, dice: Chance): Names {
  return inventName(dice, { nationality: story.corridor.nationality, sex: story.sex, foreign: !story.atHome })
}

export interface PersonDetail {
  readonly names: Names
  /** Leaves out what a lean demo does not need: background, contact other than the telephone. */
  readonly lean: boolean
}

export function personContent(story: Story, { names, lean }: PersonDetail): Content {
  const { dice, setting, corridor } = story
  const open = {
    sex: dice.yes(0.006) ? 'unknown' : story.sex,
    nationality: dice.yes(0.008) ? 'unknown' : dice.yes(0.004) ? ['stateless'] : [corridor.nationality],
  }
  if (story.anonymous) return filled(open)
  const identity = {
    givenNames: names.given,
    middleNames: names.middle ?? undefined,
    familyNames: names.family,
    birthDate: birthDateOf(story),
    phone: dice.yes(0.8) ? `${setting.prefix} 00 ${digits(dice, 3)} ${digits(dice, 2)} ${digits(dice, 2)}` : undefined,
  }
  if (lean) return filled({ ...identity, ...open })
  return filled({
    ...identity,
    ...open,
    otherNames: names.other ?? undefined,
    identityNumber: dice.yes(0.45) ? `${corridor.nationality}${digits(dice, 7)}` : undefined,
    countryOfBirth: corridor.nationality,
    languages: languagesOf(story),
    maritalStatus: story.age < 16 ? 'single' : dice.weighted(civil),
    dependentChildren:
      story.age < 18
        ? undefined
        : dice.weighted<number | 'did_not_say'>([
            [0, 8],
            [dice.int(1, 4), 9],
            ['did_not_say', 1],
          ]),
    education: dice.weighted(
      story.age < 12
        ? [
            ['primary', 3],
            ['none', 1],
          ]
        : education,
    ),
    employmentBefore: story.age < 15 ? 'student' : dice.weighted(before),
    economicStatusBefore: dice.weighted(economy),
    safeContact: dice.yes(0.5) ? dice.pick(safeContacts) : undefined,
    city: story.atHome && dice.yes(0.6) ? dice.pick(setting.towns) : undefined,
    placeOfOrigin: story.atHome && dice.yes(0.5) ? dice.pick(setting.towns) : undefined,
  })
}

/** Around eighteen a guess would make a child of an adult: the register reads a doubt as a child. */
function birthDateOf({ dice, born, age }: Story): string | undefined {
  if (age >= 16 && age <= 19) return isoOf(born)
  return dice.weighted([
    [isoOf(born), 75],
    [monthOf(born), 3],
    [String(yearOf(born)), 12],
    [`${yearOf(born)}~`, 6],
    [undefined, 4],
  ])
}

const spoken: Readonly<Record<string, readonly string[]>> = {
  UA: ['uk', 'ru'], BY: ['be', 'ru'], MD: ['ro', 'ru'], UZ: ['uz', 'ru'], KG: ['ky', 'ru'], KH: ['km'], LA: ['lo'], VN: ['vi'], NP: ['ne'],
  HT: ['ht', 'fr'], CI: ['fr'], BF: ['fr'], NG: ['en', 'yo'], ET: ['am', 'om'], SY: ['ar'], EG: ['ar'], VE: ['es'], CO: ['es'],
} // biome-ignore format: a table

export const languagesOf = ({ corridor, dice }: Story): string[] => {
  const known = spoken[corridor.nationality] ?? ['en']
  return dice.yes(0.6) ? [...known] : known.slice(0, 1)
}

export const digits = (dice: Chance, count: number): string => String(dice.int(0, 10 ** count - 1)).padStart(count, '0')

/** How a case ended, when it has. The months are counted from the registration. */
export interface Course {
  readonly status: 'active' | 'follow_up' | 'closed' | 'closed_referred'
  readonly closedOn: number | null
}

export function courseOf({ dice, registered }: Story, today: number): Course {
  const open = today - registered
  if (open < 200) return { status: dice.yes(0.85) ? 'active' : 'follow_up', closedOn: null }
  if (open < 540) {
    if (dice.yes(0.45)) return { status: dice.yes(0.5) ? 'active' : 'follow_up', closedOn: null }
  } else if (dice.yes(0.06)) return { status: 'follow_up', closedOn: null }
  const closedOn = registered + dice.int(150, Math.min(open, 800))
  return { status: dice.yes(0.92) ? 'closed' : 'closed_referred', closedOn }
}

export function caseContent(writing: Writing, course: Course, o: { category: string; lean: boolean }): Content {
  const { story, workers } = writing
  const { dice, corridor, exploitation, setting } = story
  const crossed = corridor.to !== corridor.nationality
  const base = {
    registeredOn: isoOf(story.registered),
    status: course.status,
    caseworker: workers.length > 0 ? dice.pick(workers) : undefined,
    category: o.category,
    referralSource: dice.weighted(story.child ? childSources : story.atHome ? homeSources : hostSources),
    ageAtAssistance: dice.yes(0.02) ? undefined : story.age,
    ageGroup: story.child ? 'child' : 'adult',
    ageBasis: story.age >= 16 && story.age <= 19 ? 'document' : dice.weighted(ageBases),
    countryOfOrigin: dice.yes(0.01) ? 'unknown' : corridor.nationality,
    countryOfDestination: exploitation
      ? exploitation.countries.filter(code => !crossed || code !== corridor.nationality)
      : undefined,
    traffickingType: exploitation ? (dice.yes(0.01) ? 'unknown' : exploitation.type) : undefined,
    exitMode: exploitation ? (exploitation.end === null ? 'still_there' : dice.weighted(exits)) : undefined,
    exitedOn: exploitation?.end ? isoOf(exploitation.end) : undefined,
    outcome:
      course.closedOn === null ? undefined : dice.weighted(course.status === 'closed' ? outcomes : [['referred', 1]]),
    closedOn: course.closedOn === null ? undefined : isoOf(course.closedOn),
    route: 'case_file',
  }
  if (o.lean) return filled(base)
  return filled({
    ...base,
    referredOn: dice.yes(0.6) ? isoOf(story.registered - dice.int(0, 6)) : undefined,
    referringOrganisation: dice.yes(0.3) ? dice.pick(setting.partners) : undefined,
    referralReason: dice.yes(0.5) ? 'services_needed' : undefined,
    legalStatus: dice.yes(0.04) ? 'unknown' : story.atHome ? 'citizen' : dice.weighted(statuses),
    vulnerabilityFactors: several(dice, story.child ? childFactors : factors, dice.int(1, 3)),
    reTrafficked: exploitation
      ? dice.weighted([
          ['no', 80],
          ['yes', 4],
          ['unknown', 12],
          ['did_not_say', 4],
        ])
      : undefined,
    assistanceDeclined: dice.weighted([
      ['accepted', 17],
      ['partly', 2],
      ['declined_later', 1],
    ]),
    communityOfReturn: story.atHome && dice.yes(0.25) ? dice.pick(setting.towns) : undefined,
    closingReason: course.closedOn === null ? undefined : dice.pick(closings),
  })
}

const childSources: Spread = [
  ['social_services', 5],
  ['child_protection', 5],
  ['police', 3],
  ['ngo', 4],
  ['school', 2],
  ['family', 2],
  ['hotline', 1],
]
const homeSources: Spread = [
  ['ngo', 8], ['hotline', 5], ['international_organisation', 4], ['embassy', 4], ['police', 4], ['social_services', 3], ['self', 3], ['family', 2],
  ['own_mission', 3], ['border_guard', 2], ['friend', 1], ['unknown', 1],
] // biome-ignore format: a table
const hostSources: Spread = [
  ['police', 6],
  ['ngo', 6],
  ['labour_inspectorate', 3],
  ['health', 3],
  ['immigration', 3],
  ['hotline', 2],
  ['self', 2],
  ['trade_union', 1],
]
const ageBases: Spread = [
  ['document', 6],
  ['stated', 8],
  ['family', 1],
  ['estimated', 1],
]
const exits: Spread = [
  ['escape', 8], ['self', 6], ['police_raid', 6], ['ngo', 4], ['family_friends', 3], ['released', 3], ['labour_inspection', 1], ['deported', 2],
  ['customer', 1], ['unknown', 1],
] // biome-ignore format: a table
const outcomes: Spread = [
  ['reintegrated', 9], ['support_ended', 6], ['returned_home', 3], ['lost_contact', 3], ['withdrew', 2], ['left_area', 2], ['residence', 1], ['re_trafficked', 0.2],
] // biome-ignore format: a table
const statuses: Spread = [
  ['irregular', 7],
  ['temporary_permit', 4],
  ['trafficking_permit', 4],
  ['asylum_seeker', 3],
  ['temporary_protection', 2],
  ['did_not_say', 1],
]
const factors: Spread = [
  ['poverty', 8], ['unemployment', 8], ['low_education', 3], ['family_violence', 3], ['irregular_status', 3], ['language_barrier', 2],
  ['single_parent', 3], ['displacement', 2], ['homelessness', 2], ['social_isolation', 2], ['discrimination', 1], ['earlier_abuse', 2],
] // biome-ignore format: a table
const childFactors: Spread = [
  ['unaccompanied_child', 4],
  ['poverty', 8],
  ['family_violence', 4],
  ['low_education', 3],
  ['displacement', 2],
  ['earlier_abuse', 2],
]

/** Where the mission is; for movements. */
export const hostOf = (story: Story): string => countryOf(story.mission)
