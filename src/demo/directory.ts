import type { Content } from '#dictionary/answer.ts'
import type { ImportUnit } from '#register/import-unit.ts'
import { missionSettings } from './data/missions.ts'
import { type Day, isoOf } from './days.ts'
import type { DemoIds } from './ids.ts'
import { countryOf } from './story.ts'

/** The service directory of the demo: the partners of each mission, and the authorities beside them. */

/** Behind the persons and the funds, so that the same ids hold for a demo of any size. */
const first = 4_100_000
const missions = Object.keys(missionSettings)

/** The provider of this mission's directory that gives the service, and its kind; null: none does. */
export function providerFor(ids: DemoIds, mission: string, service: string): { id: string; kind: string } | null {
  const entries = entriesOf(mission)
  const place = entries.findIndex(({ services }) => (services as readonly string[]).includes(service))
  const entry = entries[place]
  return entry ? { id: ids(first + missions.indexOf(mission), place), kind: entry.kind as string } : null
}

/** An employer of this mission's register that takes people on. */
export const employerFor = (ids: DemoIds, mission: string): string =>
  ids(first + missions.indexOf(mission), firstEmployer)

const firstEmployer = 6

export function* directoryUnits(o: {
  readonly today: Day
  readonly offices: ReadonlyMap<string, string>
  readonly ids: DemoIds
}): Generator<ImportUnit> {
  for (const [index, mission] of missions.entries()) {
    const office = o.offices.get(mission)
    if (office === undefined) throw new RangeError(`The office ${mission} is missing.`)
    for (const [place, set] of employersOf(mission, o.today - 40 - index * 9).entries()) {
      const id = o.ids(first + index, firstEmployer + place)
      yield {
        line: first + index * 10 + firstEmployer + place,
        records: [{ type: 'employer', id, office, person: null, case: null, set }],
      }
    }
    for (const [place, entry] of entriesOf(mission).entries()) {
      // One in five was last asked more than a year ago: the directory says so.
      const verified = o.today - ((index * 7 + place * 3) % 5 === 0 ? 420 : 20 + ((index * 41 + place * 67) % 300))
      const agreement = ['ngo', 'shelter', 'legal_aid'].includes(entry.kind as string)
      yield {
        line: first + index * 10 + place,
        records: [
          {
            type: 'provider',
            id: o.ids(first + index, place),
            office,
            person: null,
            case: null,
            set: {
              ...entry,
              state: (index + place) % 9 === 8 ? 'full' : 'active',
              country: countryOf(mission),
              languages: missionSettings[mission]?.languages ?? [],
              verifiedOn: isoOf(verified),
              ...(agreement ? { agreementUntil: isoOf(o.today + 90 + ((index * 31) % 400)) } : {}),
            },
          },
        ],
      }
    }
  }
}

function employersOf(mission: string, visited: Day): readonly Content[] {
  const town = missionSettings[mission]?.towns[0] ?? ''
  const shared = { country: countryOf(mission), town }
  return [
    {
      ...shared,
      name: `Bakery by the bridge, ${town}`,
      state: 'active',
      sector: 'hospitality',
      places: 3,
      contract: 'yes',
      visitedOn: isoOf(visited),
    },
    {
      ...shared,
      name: `Farm cooperative, ${town}`,
      state: 'unsafe',
      sector: 'agriculture',
      places: 12,
      contract: 'no',
      visitedOn: isoOf(visited - 200),
    },
  ]
}

function entriesOf(mission: string): readonly Content[] {
  const setting = missionSettings[mission]
  if (!setting) return []
  const town = setting.towns[0] ?? ''
  const line = (place: number) => `${setting.prefix} 00 55 01 ${String(place).padStart(2, '0')}`
  const [house = '', legal = '', social = ''] = setting.partners
  return [
    {
      name: house,
      kind: 'ngo',
      services: ['shelter', 'psychological', 'food_hygiene', 'child_care'],
      ages: ['adult', 'child'],
      sexes: ['female'],
      capacity: 24,
      hours: '24 h',
      town,
      contactLine: line(1),
    },
    {
      name: legal,
      kind: 'ngo',
      services: ['legal', 'documents', 'job_placement', 'vocational_training'],
      ages: ['adult'],
      capacity: 60,
      hours: 'Mon–Fri 9–17',
      town,
      contactLine: line(2),
    },
    {
      name: social,
      kind: 'social_service',
      services: ['community', 'education', 'guardianship', 'financial'],
      hours: 'Mon–Thu 8–15',
      town,
      contactLine: line(3),
    },
    { name: `${town} hospital`, kind: 'health', services: ['medical'], hours: '24 h', town, contactLine: line(4) },
    {
      name: `Anti-trafficking unit, ${town}`,
      kind: 'police',
      services: ['information'],
      hours: '24 h',
      town,
      contactLine: line(5),
    },
  ]
}
