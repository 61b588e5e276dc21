import { chance } from '#dictionary/chance.ts'
import type { ImportUnit } from '#register/import-unit.ts'
import { demoSigns, demoSurveyForm } from './data/survey.ts'
import { isoOf } from './days.ts'
import { officeDrafts, type OfficeGround } from './office-drafts.ts'
import { countryOf } from './story.ts'

/** A survey that goes on, at four missions: its questions and what was filled in so far. */

/** Behind the activities, so that the same ids hold for a demo of any size. */
const first = 4_400_000
const missions = ['CHISINAU', 'VIENTIANE', 'ABIDJAN', 'ROME']

export function* questionnaireUnits(o: OfficeGround & { readonly seed: number }): Generator<ImportUnit> {
  for (const [index, mission] of missions.entries()) {
    const draft = officeDrafts(o, mission, first + index)
    const dice = chance(o.seed, first + index)
    const filled = 24 + index * 4
    const survey = draft('survey', 0, {
      title: 'Work on the way',
      countries: [countryOf(mission)],
      method: 'interviews',
      population: 'People on the move aged 14 and over',
      from: isoOf(o.today - 12),
      respondents: filled,
      text: 'No name is written down. Whoever needs help is told where it is found, survey or not.',
    })
    const form = draft('survey_form', 1, {
      survey: survey.id,
      title: demoSurveyForm.title,
      version: demoSurveyForm.version,
      loadedOn: isoOf(o.today - 13),
      form: JSON.stringify(demoSurveyForm),
    })
    const questionnaires = Array.from({ length: filled }, (_, at) =>
      draft('survey_response', 2 + at, {
        survey: survey.id,
        form: form.id,
        on: isoOf(o.today - dice.int(0, 12)),
        answers: JSON.stringify(answersOf(dice)),
      }),
    )
    yield { line: first + index, records: [survey, form, ...questionnaires] }
  }
}

function answersOf(dice: ReturnType<typeof chance>): Record<string, string | number> {
  const sex = dice.weighted([
    ['female', 9],
    ['male', 10],
    ['other', 1],
  ])
  const worked = dice.weighted([
    ['yes', 7],
    ['no', 4],
    ['not_said', 1],
  ])
  const signs = demoSigns.flatMap((sign): [string, string][] => {
    const answer = dice.weighted([
      ['yes', 2],
      ['no', 7],
      ['not_said', 1],
      [null, 1],
    ])
    return worked === 'yes' && answer !== null ? [[sign, answer]] : []
  })
  return { ...(dice.yes(0.9) ? { age: dice.int(16, 58) } : {}), sex, worked, ...Object.fromEntries(signs) }
}
