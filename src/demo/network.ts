import type { Content } from '#dictionary/answer.ts'
import type { ImportUnit } from '#register/import-unit.ts'
import type { Chance } from '#dictionary/chance.ts'
import { missionSettings } from './data/missions.ts'
import { type Day, isoOf, monthOf } from './days.ts'
import type { DemoIds } from './ids.ts'
import type { Story } from './story.ts'
import { filled, type Writing } from './writing.ts'

/**
 * Suspects of the demo and their ties. Each mission knows three rings: one who recruits, one who brings, a place where
 * people are held, and what they use. Persons of one ring share its recruiter, which is what the network view is there to find.
 */

/** Far behind persons and projects, so that the same ids hold for a demo of any size. */
const first = 4_002_000
const missions = Object.keys(missionSettings)
const rings = 3

const parts = ['recruiter', 'transporter', 'site', 'contact', 'vehicle'] as const
type Part = (typeof parts)[number]

const suspectId = (ids: DemoIds, mission: string, ring: number, part: Part): string =>
  ids(first + missions.indexOf(mission), ring * parts.length + parts.indexOf(part))

/**
 * Invented; numbers are of a range kept free for stories, addresses of the domain kept free for examples. `%` takes one of
 * the words, so that rings of different missions are told apart.
 */
const cast: Readonly<Record<Part, readonly (readonly [kind: string, label: string])[]>> = {
  recruiter: [
    ['person', 'Called “Aunt %”'],
    ['company', '% Placement'],
    ['person', 'Called “Teacher %”'],
  ],
  transporter: [
    ['person', 'Driver, called “%”'],
    ['company', '% Coaches'],
    ['vessel', 'Fishing boat “%”'],
  ],
  site: [
    ['place', 'House behind the % mill'],
    ['place', 'Packing hall, % road'],
    ['place', 'Bar “%”'],
  ],
  contact: [
    ['telephone', '+00 555 01#'],
    ['account', 'work-at-%@jobs.example'],
    ['telephone', '+00 555 07#'],
  ],
  vehicle: [
    ['vehicle', 'White van, plate ends in #'],
    ['vehicle', 'Grey minibus, plate ends in #'],
    ['vehicle', 'Red lorry, plate ends in #'],
  ],
}

const words = [
  'Amber',
  'Birch',
  'Cedar',
  'Dune',
  'Ember',
  'Fern',
  'Garnet',
  'Hazel',
  'Iris',
  'Juniper',
  'Kestrel',
  'Lark',
]

export function* suspectUnits(o: {
  readonly today: Day
  readonly offices: ReadonlyMap<string, string>
  readonly ids: DemoIds
}): Generator<ImportUnit> {
  for (const [place, mission] of missions.entries()) {
    const office = o.offices.get(mission)
    if (office === undefined) throw new RangeError(`The office ${mission} is missing.`)
    const corridor = missionSettings[mission]?.corridors[0]
    const word = words[place % words.length] ?? mission
    for (let ring = 0; ring < rings; ring++)
      for (const part of parts) {
        const [kind, form] = cast[part][ring] ?? ['person', part]
        const label = form.replace('%', word).replace('#', String(40 + place * 4 + ring))
        const country = part === 'recruiter' ? corridor?.nationality : part === 'site' ? corridor?.to : undefined
        const set = { kind, label, country, notedOn: isoOf(o.today - 900 + place * 20 + ring * 90), state: 'in_view' }
        yield {
          line: first + place,
          records: [
            {
              type: 'suspect',
              id: suspectId(o.ids, mission, ring, part),
              office,
              person: null,
              case: null,
              set: filled(set),
            },
          ],
        }
      }
  }
}

/** Two missions know one recruiter by two names; somebody has seen it. */
export function* joinedSuspects(o: {
  readonly today: Day
  readonly offices: ReadonlyMap<string, string>
  readonly ids: DemoIds
}): Generator<ImportUnit> {
  const [here = '', there = ''] = missions
  const office = o.offices.get(here)
  if (office === undefined) throw new RangeError(`The office ${here} is missing.`)
  const set = {
    one: suspectId(o.ids, here, 2, 'recruiter'),
    other: suspectId(o.ids, there, 2, 'recruiter'),
    joinedOn: isoOf(o.today - 40),
    state: 'joined',
    reason: 'The same voice on the telephone, and the same story about a school.',
  }
  const id = o.ids(first + missions.length, 0)
  yield {
    line: first + missions.length,
    records: [{ type: 'suspect_join', id, office, person: null, case: null, set }],
  }
}

/** One trafficked person in three told enough to tie somebody; the ring follows from where the way led. */
export function writeTies(writing: Writing, ids: DemoIds): void {
  const { story } = writing
  const { dice, exploitation, mission, truth } = story
  if (truth !== 'trafficked' || !exploitation || !dice.yes(0.35)) return
  const ring = Math.max(0, story.setting.corridors.indexOf(story.corridor)) % rings
  const suspect = (part: Part) => suspectId(ids, mission, ring, part)
  const tie = (part: Part, set: Content) => writing.add('tie', { from: suspect(part), ...set })
  for (const part of told(dice)) tie(part, { certainty: certaintyOf(dice), ...roleIn(story, part) })
  // Who works with whom is seldom told.
  if (dice.yes(0.2)) tie('recruiter', { to: suspect('transporter'), role: 'other', certainty: 'possible' })
  if (dice.yes(0.1)) tie('transporter', { to: suspect('vehicle'), role: 'transporter', certainty: 'probable' })
}

function told(dice: Chance): readonly Part[] {
  const shares: readonly (readonly [Part, number])[] = [
    ['recruiter', 0.85],
    ['transporter', 0.4],
    ['site', 0.35],
    ['contact', 0.25],
    ['vehicle', 0.1],
  ]
  return shares.filter(([, share]) => dice.yes(share)).map(([part]) => part)
}

const certaintyOf = (dice: Chance): string =>
  dice.weighted([
    ['confirmed', 2],
    ['probable', 5],
    ['possible', 3],
  ])

/** The recruiter at home and before it began, the place where it happened and until it ended. */
function roleIn({ exploitation, corridor }: Story, part: Part): Content {
  if (!exploitation) return {}
  const since = monthOf(exploitation.begin)
  const at = { since, country: corridor.nationality }
  switch (part) {
    case 'recruiter':
    case 'contact':
      return { ...at, role: 'recruiter' }
    case 'transporter':
    case 'vehicle':
      return { ...at, role: 'transporter' }
    case 'site':
      return filled({
        role: 'exploiter',
        since,
        until: exploitation.end === null ? undefined : monthOf(exploitation.end),
        country: corridor.to,
      })
    default:
      return part satisfies never
  }
}
