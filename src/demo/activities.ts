import type { Content } from '#dictionary/answer.ts'
import type { ImportUnit, RecordDraft } from '#register/import-unit.ts'
import { type DemoActivity, type DemoNumber, demoActivities, demoStatistics } from './data/activities.ts'
import { missionSettings } from './data/missions.ts'
import { type Day, isoOf, yearOf } from './days.ts'
import { type OfficeDraft, officeDrafts, type OfficeGround } from './office-drafts.ts'
import { countryOf } from './story.ts'

/** What the missions of the demo do beside cases, a survey, how they reported, and a number from outside. */

/** Behind the shelters, so that the same ids hold for a demo of any size. */
const first = 4_300_000
const missions = Object.keys(missionSettings)
/** Records of one activity lie this far apart among the ids of a mission. */
const stride = 10

export function* activityUnits(o: OfficeGround): Generator<ImportUnit> {
  for (const [index, mission] of missions.entries()) {
    const draft = officeDrafts(o, mission, first + index)
    for (const [at, told] of demoActivities.entries()) {
      const records = recordsOf(told, { mission, index, at, today: o.today }, draft)
      yield { line: first + index * 100 + at, records }
    }
    const survey = surveyOf(mission, o.today, draft)
    if (survey.length > 0) yield { line: first + index * 100 + 50, records: survey }
    const stated: Content = {
      year: yearOf(o.today) - 1,
      coverage: index % 5 === 4 ? 'core_variables' : 'full',
      statedOn: isoOf(o.today - 30 - index),
    }
    yield { line: first + index * 100 + 60, records: [draft('coverage_statement', 200, stated)] }
  }
  const [office] = [...o.offices.values()]
  for (const [at, set] of demoStatistics.entries()) {
    const id = o.ids(first + missions.length, at)
    if (office !== undefined)
      yield {
        line: first + 10_000 + at,
        records: [{ type: 'external_statistic', id, office, person: null, case: null, set }],
      }
  }
}

function recordsOf(
  told: DemoActivity,
  { mission, index, at, today }: { mission: string; index: number; at: number; today: Day },
  draft: OfficeDraft,
): RecordDraft[] {
  const setting = missionSettings[mission]
  const from = today - told.ago + ((index * 3) % 7)
  const to = told.days === null ? null : from + told.days - 1
  const activity = draft('activity', at * stride, {
    pillar: told.pillar,
    kind: told.kind,
    title: told.title,
    ...(told.text === undefined ? {} : { text: told.text }),
    countries: [countryOf(mission)],
    state: to === null ? 'ongoing' : 'done',
    from: isoOf(from),
    ...(to === null || to === from ? {} : { to: isoOf(to) }),
    place: setting?.towns[at % setting.towns.length] ?? '',
    partners: setting?.partners[at % setting.partners.length] ?? '',
    languages: setting?.languages ?? [],
    ...told.more,
  })
  const numbers = told.numbers.map((number, place) =>
    draft('activity_number', at * stride + 1 + place, {
      activity: activity.id,
      measure: number.measure,
      number: nearly(number.about, index),
      qualifier: 'exact',
      ...timeOf(number, { from, to: to ?? today - 1 }),
      ...number.more,
    }),
  )
  return [activity, ...numbers]
}

/** Between 80 and 120 of a hundred, another at each mission; two stays two. */
const nearly = (about: number, index: number): number => Math.round((about * (80 + ((index * 13) % 41))) / 100)

function timeOf({ way }: DemoNumber, { from, to }: { from: Day; to: Day }): Content {
  if (way === 'in_period' || way === 'since') return { accumulation: way, from: isoOf(from), to: isoOf(to) }
  return { accumulation: way, to: isoOf(to) }
}

/** A survey of signs of exploitation at one mission in three. */
function surveyOf(mission: string, today: Day, draft: OfficeDraft): RecordDraft[] {
  const index = missions.indexOf(mission)
  if (index % 3 !== 0) return []
  const respondents = 420 + index * 20
  const survey = draft('survey', 100, {
    title: 'People at work away from home',
    countries: [countryOf(mission)],
    method: 'interviews',
    population: 'Adults who worked abroad in the last two years',
    from: isoOf(today - 55),
    to: isoOf(today - 20),
    respondents,
    sampling: 'Every fifth person at two stations',
    text: 'No name was written down. One sign of exploitation is enough to count.',
  })
  const answers = [
    ['Worked without the pay that was agreed', 21],
    ['Could not leave the place of work freely', 9],
    ['Papers were kept by somebody else', 13],
  ] as const
  return [
    survey,
    ...answers.map(([question, share], place) =>
      draft('survey_result', 101 + place, {
        survey: survey.id,
        question,
        answer: 'Yes',
        count: Math.round((respondents * share) / 100),
        of: respondents,
        proxy: 'yes',
      }),
    ),
  ]
}
