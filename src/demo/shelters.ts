import type { Content } from '#dictionary/answer.ts'
import type { ImportUnit } from '#register/import-unit.ts'
import { type Day, isoOf } from './days.ts'
import type { DemoIds } from './ids.ts'
import { yesTo } from './writing.ts'

/** Three houses of the demo with their places, checks and shifts. Their ids follow from their places in this list. */

/** Far behind the persons, the funds and the directory. */
const first = 4_200_000

export interface DemoHouse {
  readonly mission: string
  readonly code: string
  readonly address: string
}

export const houses: readonly DemoHouse[] = [
  { mission: 'KYIV', code: 'House 3', address: '14 Yablunevyi lane, third entrance, Kyiv' },
  { mission: 'PHNOM-PENH', code: 'House Lotus', address: '27 Street 912, behind the pagoda, Phnom Penh' },
  { mission: 'ADDIS-ABABA', code: 'House Mesk', address: '5 Wegagen alley, green gate, Addis Ababa' },
]

const single = (label: string, sex: string, ages = 'adults'): Content => ({
  label,
  kind: 'single',
  beds: 1,
  sexes: [sex],
  ages,
})
const family = (label: string, beds: number): Content => ({ label, kind: 'family', beds, ages: 'any' })
const dormitory = (label: string, beds: number, sex: string, ages: string): Content => ({
  label,
  kind: 'dormitory',
  beds,
  sexes: [sex],
  ages,
})

/** The same twelve places in each house. */
export const placesOfHouse: readonly Content[] = [
  single('Room 1', 'female'),
  single('Room 2', 'female'),
  single('Room 3', 'female'),
  single('Room 4', 'female'),
  single('Room 5', 'male'),
  single('Room 6', 'male'),
  family('Room 7', 3),
  family('Room 8', 4),
  dormitory('Dormitory A', 4, 'female', 'adults'),
  dormitory('Dormitory B', 3, 'male', 'adults'),
  dormitory('Children A', 4, 'female', 'children'),
  dormitory('Children B', 3, 'male', 'children'),
]

export const houseId = (ids: DemoIds, mission: string): string =>
  ids(first + houses.findIndex(house => house.mission === mission), 0)
export const placeId = (ids: DemoIds, mission: string, place: number): string =>
  ids(first + houses.findIndex(house => house.mission === mission), 1 + place)

export function* shelterUnits(o: {
  readonly today: Day
  readonly offices: ReadonlyMap<string, string>
  readonly ids: DemoIds
}): Generator<ImportUnit> {
  for (const [index, { mission, code, address }] of houses.entries()) {
    const office = o.offices.get(mission)
    if (office === undefined) throw new RangeError(`The office ${mission} is missing.`)
    const line = first + index
    const unit = (type: string, id: string, set: Content): ImportUnit => ({
      line,
      records: [{ type, id, office, person: null, case: null, set }],
    })
    const shelter = houseId(o.ids, mission)
    yield unit('shelter', shelter, { code, address, state: 'open' })
    for (const [place, set] of placesOfHouse.entries())
      yield unit('place', placeId(o.ids, mission, place), { shelter, ...set, state: 'in_use' })
    for (const [month, lacks] of [['fire', 'complaints'], ['complaints'], []].entries())
      yield unit('shelter_check', o.ids(line, 100 + month), {
        shelter,
        checkedOn: isoOf(o.today - 75 + month * 30 - index),
        standards: { ...yesTo(standards), ...Object.fromEntries(lacks.map(each => [each, 'no' as const])) },
        ...(lacks.length > 0 ? { remarks: remarks[month] ?? '' } : {}),
      })
    for (const [place, note] of handovers.entries())
      yield unit('shift_handover', o.ids(line, 200 + place), {
        shelter,
        handedOn: isoOf(o.today - 1 - Math.floor((handovers.length - 1 - place) / 3)),
        shift: shifts[place % 3] ?? 'night',
        note,
      })
  }
}

const shifts = ['morning', 'afternoon', 'night']
const standards = [
  'voluntary', 'consent', 'rules_known', 'address_kept', 'guests', 'night_staff', 'same_sex_staff', 'staff_checked',
  'lockable', 'children_apart', 'fire', 'hygiene', 'food', 'medicine_locked', 'doctor', 'phone', 'complaints',
  'records_locked',
] // biome-ignore format: one line a group
const remarks = [
  'Boxes stand before the back exit. The complaints box has not been opened since spring.',
  'Exit is free now. A person outside the house for complaints is still to be named.',
]
const handovers = [
  'Quiet morning. The doctor comes at four; Room 2 would like to go along to the pharmacy.',
  'Two new towels each for the dormitory. Somebody telephoned and asked for the house: nothing was said.',
  'All in by ten. Room 7 slept badly, the little one has a cough.',
  'Cough is better. The course begins on Monday, bus money is in the drawer.',
  'The cook is ill tomorrow: Room 5 offered to help. Key of the medicine box is with the night shift.',
  'Nothing new. Room 1 leaves on her own wish at the weekend, bag and papers are ready.',
]
