import type { Content } from '#dictionary/answer.ts'
import type { ImportUnit } from '#register/import-unit.ts'
import { type Chance, chance } from '#dictionary/chance.ts'
import { missionSettings } from './data/missions.ts'
import { calls, leads } from './data/phrases.ts'
import { type Day, isoOf, yearOf } from './days.ts'
import type { DemoIds } from './ids.ts'
import { countryOf, several } from './story.ts'
import { filled } from './writing.ts'

/** What hangs on an office and on no person: leads, contacts with the hotline, counted lines. */
export interface OfficeLines {
  readonly seed: number
  readonly today: Day
  /** Code to id. */
  readonly offices: ReadonlyMap<string, string>
  readonly ids: DemoIds
  /** Index of the first unit. */
  readonly first: number
  /** Leads and calls grow with the number of persons. */
  readonly persons: number
}

const hotlines = ['KYIV', 'TASHKENT']
/** Missions that counted before they kept files. */
const counting = ['ABIDJAN', 'PORT-AU-PRINCE', 'AMMAN']

export function* officeUnits(o: OfficeLines): Generator<ImportUnit> {
  const dice = chance(o.seed, 0x7fffffff)
  const codes = Object.keys(missionSettings)
  let index = o.first
  const unit = (type: string, code: string, set: Content): ImportUnit => {
    const office = o.offices.get(code)
    if (office === undefined) throw new RangeError(`The office ${code} is missing.`)
    const id = o.ids(index, 0)
    index += 1
    return { line: index, records: [{ type, id, office, person: null, case: null, set }] }
  }
  for (let i = 0; i < Math.ceil(o.persons / 60); i++) {
    const code = dice.pick(codes)
    yield unit('lead', code, leadOf(dice, code, o.today))
  }
  for (let i = 0; i < Math.ceil(o.persons / 20); i++) yield unit('call', dice.pick(hotlines), callOf(dice, o.today))
  const thisYear = yearOf(o.today)
  for (let month = 1; month <= 12; month++)
    yield unit('call', 'AMMAN', totalsOf(dice, `${thisYear - 1}-${String(month).padStart(2, '0')}`))
  for (const code of counting)
    for (let year = thisYear - 5; year < thisYear - 2; year++)
      for (const sex of ['female', 'male'] as const) yield unit('aggregate', code, lineOf(dice, { code, year, sex }))
}

/** What hotlines saw in media, far behind the ids of everything else of offices. */
export function* watchUnits(o: Omit<OfficeLines, 'first'>): Generator<ImportUnit> {
  const dice = chance(o.seed, 0x7ffffffe)
  for (let i = 0; i < Math.ceil(o.persons / 50); i++) {
    const office = o.offices.get(dice.pick(hotlines))
    if (office === undefined) throw new RangeError('An office with a hotline is missing.')
    const index = firstWatch + i
    const set = watchOf(dice, o.today)
    yield {
      line: index,
      records: [{ type: 'media_watch', id: o.ids(index, 0), office, person: null, case: null, set }],
    }
  }
}

const firstWatch = 4_003_000

/** What was seen on one day; some days nothing was, and that is written down too. */
const watchOf = (dice: Chance, today: Day): Content => ({
  seenOn: isoOf(today - dice.int(0, 180)),
  medium: dice.weighted([
    ['job_site', 5],
    ['social_network', 4],
    ['messenger_channel', 3],
    ['classifieds', 2],
    ['press', 2],
  ]),
  content: dice.weighted([
    ['job_offer_abroad', 6],
    ['agency', 3],
    ['marriage_offer', 1],
    ['news_item', 2],
  ]),
  items: dice.yes(0.15) ? 0 : dice.int(1, 40),
})

function leadOf(dice: Chance, code: string, today: Day): Content {
  const received = today - Math.floor(400 * dice.next() ** 2)
  const recent = today - received < 21
  return {
    source: dice.weighted([
      ['press', 5],
      ['hotline', 4],
      ['partner', 4],
      ['online', 3],
      ['community', 2],
      ['authority', 2],
    ]),
    receivedOn: isoOf(received),
    country: countryOf(code),
    account: dice.pick(leads),
    state: recent
      ? dice.weighted([
          ['new', 3],
          ['looked_into', 2],
        ])
      : dice.weighted([
          ['closed', 5],
          ['passed_on', 3],
          ['looked_into', 1],
        ]),
  }
}

function callOf(dice: Chance, today: Day): Content {
  const received = today - dice.int(0, 365)
  const topics = several(
    dice,
    [
      ['work_abroad', 8],
      ['recruitment_check', 5],
      ['documents', 4],
      ['visa', 3],
      ['legal', 3],
      ['missing_person', 1],
      ['return', 2],
    ],
    dice.int(1, 4),
  )
  // What is to be rung back is of these days.
  const callBack = today - received < 7
  return filled({
    receivedOn: isoOf(received),
    channel: dice.weighted([
      ['telephone', 8],
      ['chat', 3],
      ['messenger', 3],
      ['email', 1],
    ]),
    language: dice.weighted([
      ['uk', 5],
      ['ru', 4],
      ['uz', 3],
    ]),
    safeNow: 'yes',
    topics,
    caller: dice.weighted([
      ['person_concerned', 6],
      ['family', 3],
      ['friend', 1],
      ['public', 2],
      ['unknown', 1],
    ]),
    referredFor: dice.yes(0.3) ? topics.slice(0, 1) : undefined,
    danger: dice.weighted([
      ['none', 12],
      ['risk', 2],
    ]),
    minutes: dice.int(2, 40),
    note: dice.yes(0.2) ? dice.pick(calls) : undefined,
    ...(callBack
      ? {
          state: 'call_back',
          numberConsent: 'agreed',
          callBackNumber: `+380 44 555 01 ${dice.int(10, 99)}`,
          unsafeFrom: '1800',
          unsafeUntil: '2000',
          callBackOn: isoOf(today + dice.int(0, 3)),
          callBackAt: dice.pick(['1000', '1330', '1600']),
        }
      : { state: 'done', numberConsent: 'refused' }),
  })
}

/** The totals of a month, from a line that is not run on this register. */
function totalsOf(dice: Chance, month: string): Content {
  const many = dice.int(120, 600)
  return {
    receivedOn: month,
    channel: 'telephone',
    calls: many,
    consultations: Math.round(many * 2.4),
    persons: Math.round(many * 0.7),
  }
}

function lineOf(dice: Chance, o: { code: string; year: number; sex: 'female' | 'male' }): Content {
  const country = countryOf(o.code)
  const story = missionSettings[o.code]?.corridors[0]
  return filled({
    year: o.year,
    count: dice.int(4, 60),
    sex: o.sex,
    ageGroup: dice.weighted([
      ['adult', 4],
      ['child', 3],
      ['unknown', 1],
    ]),
    nationality: story ? [story.nationality] : 'unknown',
    countryOfOrigin: story?.nationality,
    countryOfDestination: story ? [story.to] : undefined,
    traffickingType: story ? (story.to === story.nationality ? 'internal' : 'cross_border') : 'unknown',
    exploitation: { [o.sex === 'female' ? 'servitude' : 'forced_labour']: 'yes' },
    services: ['shelter', 'medical'],
    returned: country === story?.nationality ? 'yes' : 'unknown',
  })
}
