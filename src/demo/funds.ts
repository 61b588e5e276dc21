import type { Content, Money } from '#dictionary/answer.ts'
import type { ImportUnit } from '#register/import-unit.ts'
import { missionSettings } from './data/missions.ts'
import { type Day, isoOf, yearOf } from './days.ts'
import type { DemoIds } from './ids.ts'
import { countryOf } from './story.ts'

/** Donors, projects and funds of the demo. Their ids follow from their places, so that every file can name them. */

/** Far behind the persons, so that the same ids hold for a demo of any size. */
const first = 4_000_000
const missions = Object.keys(missionSettings)

export const projectId = (ids: DemoIds, mission: string): string => ids(first + missions.indexOf(mission), 0)
export const fundId = (ids: DemoIds, code: FundCode): string => ids(first + 500, fundCodes.indexOf(code))

const fundCodes = ['gaf', 'hasm', 'rcm', 'erf'] as const
type FundCode = (typeof fundCodes)[number]

const usd = (amount: number): Money => ({ amount: String(amount), currency: 'USD' })

const donors: readonly Content[] = [
  { name: 'Government of Northland', kind: 'government', state: 'active' },
  { name: 'Government of the Isles', kind: 'government', state: 'active' },
  { name: 'Union Fund for Returns', kind: 'european_union', state: 'active' },
  { name: 'Open Hand Foundation', kind: 'foundation', state: 'active' },
  { name: 'Harbour Light Network', kind: 'own_organisation', state: 'active' },
  { kind: 'private_anonymous', state: 'active' },
]

const funds: readonly Content[] = [
  {
    code: 'gaf',
    name: 'Global Assistance Fund',
    requires: ['trafficked_across_border', 'no_other_project'],
    budget: usd(400_000),
    ceilingInKind: usd(2_200),
    ceilingMedical: usd(1_500),
  },
  { code: 'hasm', name: 'Humanitarian Assistance to Stranded Migrants', requires: ['stranded'], budget: usd(250_000) },
  {
    code: 'rcm',
    name: 'Fund of the Regional Conference on Migration',
    nationalityGroup: 'rcm',
    destinationGroup: 'rcm',
    budget: usd(120_000),
  },
  { code: 'erf', name: 'European Return Fund', nationalityNotGroup: 'eu', placeIn: ['IT'], budget: usd(300_000) },
]

export function* fundUnits(o: {
  readonly today: Day
  readonly offices: ReadonlyMap<string, string>
  readonly ids: DemoIds
}): Generator<ImportUnit> {
  const office = (code: string) => {
    const id = o.offices.get(code)
    if (id === undefined) throw new RangeError(`The office ${code} is missing.`)
    return id
  }
  const unit = (type: string, at: { line: number; office: string; id: string }, set: Content): ImportUnit => ({
    line: at.line,
    records: [{ type, id: at.id, office: at.office, person: null, case: null, set }],
  })
  const hq = office('HQ')
  const donorId = (place: number) => o.ids(first + 600, place)
  for (const [place, set] of donors.entries())
    yield unit('donor', { line: first + 600 + place, office: hq, id: donorId(place) }, set)
  for (const [place, set] of funds.entries()) {
    const id = o.ids(first + 500, place)
    yield unit('fund', { line: first + 500 + place, office: hq, id }, { ...set, state: 'active', from: '2012-01-01' })
  }
  const year = yearOf(o.today)
  for (const [place, mission] of missions.entries()) {
    const at = { line: first + place, office: office(mission), id: projectId(o.ids, mission) }
    yield unit('project', at, projectOf(mission, place, year))
    for (const donor of place % 3 === 0 ? [place % 5, 5] : [place % 5])
      yield unit(
        'contribution',
        { line: first + 700 + place * 10 + donor, office: at.office, id: o.ids(first + 700 + place, donor) },
        {
          project: at.id,
          donor: donorId(donor),
          amount: usd(donor === 5 ? 12_000 : 150_000 + place * 5_000),
          agreedOn: isoOf(o.today - 500 - place * 7),
        },
      )
  }
}

/** Every third project is for women and children only, every fourth for those who crossed a border. */
const projectOf = (mission: string, place: number, year: number): Content => ({
  code: `HLN-${mission.slice(0, 3)}-${year - 1}`,
  name: `Protection and return, ${countryOf(mission)}`,
  state: 'active',
  countries: [countryOf(mission)],
  components: place % 2 === 0 ? ['avrr', 'direct_assistance'] : ['direct_assistance', 'shelter'],
  from: `${year - 1}-01-01`,
  to: `${year + 1}-12-31`,
  budget: usd(180_000 + place * 10_000),
  targetPersons: 300 - place * 20,
  ...(place % 3 === 2 ? { sexes: ['female'] } : {}),
  ...(place % 4 === 3 ? { traffickingTypes: ['cross_border', 'both'] } : {}),
  ceilingAllowance: usd(600),
  ceilingHousing: usd(900),
  ceilingInKind: usd(2_200),
  ceilingMedical: usd(800),
  ceilingGrant: usd(2_200),
})
