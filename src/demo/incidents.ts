import type { ImportUnit } from '#register/import-unit.ts'
import { missionSettings } from './data/missions.ts'
import { type Day, isoOf } from './days.ts'
import type { DemoIds } from './ids.ts'
import type { Story } from './story.ts'
import { filled } from './writing.ts'

/** One event with several persons at each mission: a vessel, a farm, a raid. Their cases name it. */

const first = 4_800_000
const missions = Object.keys(missionSettings)
const kinds = ['vessel', 'workplace', 'raid', 'border', 'household']

/** A mission's incident lies some months back, at each another day. */
const dayOf = (mission: string, today: Day): Day => today - 220 - missions.indexOf(mission) * 17

const incidentId = (ids: DemoIds, mission: string): string => ids(first + missions.indexOf(mission), 0)

/** The incident of which this person was part: exploited, and met in the two months after it. Null for most. */
export function incidentOf(story: Story, today: Day, ids: DemoIds): string | null {
  const after = story.registered - dayOf(story.mission, today)
  return story.truth === 'trafficked' && after >= 0 && after < 60 ? incidentId(ids, story.mission) : null
}

export function* incidentUnits(o: {
  readonly today: Day
  readonly offices: ReadonlyMap<string, string>
  readonly ids: DemoIds
}): Generator<ImportUnit> {
  for (const [place, mission] of missions.entries()) {
    const office = o.offices.get(mission)
    if (office === undefined) throw new RangeError(`The office ${mission} is missing.`)
    const corridor = missionSettings[mission]?.corridors[0]
    const kind = kinds[place % kinds.length] ?? 'other'
    const set = filled({
      kind,
      on: isoOf(dayOf(mission, o.today)),
      country: corridor?.to,
      personsSeen: 4 + ((place * 7) % 30),
      referralSource: kind === 'border' ? 'border_guard' : 'police',
      countryOfOrigin: corridor ? [corridor.nationality] : undefined,
      exploitation: { forced_labour: 'yes' },
      sector: kind === 'vessel' ? { fishing: 'yes' } : undefined,
      means: { withholds_necessities: 'yes' },
    })
    const record = { type: 'incident', id: incidentId(o.ids, mission), office, person: null, case: null, set }
    yield { line: first + place, records: [record] }
  }
}
