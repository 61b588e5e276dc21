import type { Content } from '#dictionary/answer.ts'
import type { ImportUnit } from '#register/import-unit.ts'
import { type Chance, chance } from './chance.ts'
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
  for (const code of counting)
    for (let year = thisYear - 5; year < thisYear - 2; year++)
      for (const sex of ['female', 'male'] as const) yield unit('aggregate', code, lineOf(dice, { code, year, sex }))
}

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
  return filled({
    receivedOn: isoOf(today - dice.int(0, 365)),
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
    topics: several(
      dice,
      [
        ['work_abroad', 8],
        ['recruitment_check', 5],
        ['documents', 4],
        ['legal', 3],
        ['missing_person', 1],
        ['return', 2],
      ],
      dice.int(1, 3),
    ),
    caller: dice.weighted([
      ['person_concerned', 6],
      ['family', 3],
      ['friend', 1],
      ['public', 2],
      ['unknown', 1],
    ]),
    consultations: dice.int(1, 6),
    note: dice.yes(0.2) ? dice.pick(calls) : undefined,
  })
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
