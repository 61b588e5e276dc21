import { ImportProblem } from '#exchange/problem.ts'
import { fromMemory } from '#exchange/source.ts'
import { surveyCsv } from '#exchange/survey-csv.ts'
import { identifyingQuestions } from '#exchange/xlsform/identifying.ts'
import { readXlsform } from '#exchange/xlsform/read.ts'
import { formSheets } from '#exchange/xlsform/sheets.ts'
import { tallyOf } from '#forms/survey/tally.ts'
import { surveyMaterial } from '#register/questionnaires.ts'
import { ById, Bytes } from '../contract/shared.ts'
import { ReadXlsform, SurveyTally } from '../contract/surveys.ts'
import { Refused } from '../problems.ts'
import { registerRoute, workRoute } from '../route.ts'
import { turns } from '../turns.ts'

/** A spreadsheet of this size says more than anybody would be asked. */
const largestForm = 2 * 1024 * 1024
const inTurn = turns(1)
const unreadable = () => new Refused('invalid', { problems: [{ code: 'xlsform_unreadable' }] })

/** Surveys without names: questions from XLSForms, and what was answered. The records themselves are written like all others. */
export const surveyRoutes = [
  registerRoute({
    method: 'POST',
    path: '/surveys/xlsform',
    tag: 'records',
    about:
      'Reads an XLSForm (.xlsx, at most 2 MB) into questions of a survey, with what is wrong and what is left out by row. Keeps nothing.',
    may: 'write',
    takesFile: true,
    reply: ReadXlsform,
    run: async (_, { input: { body } }) => {
      if (!Buffer.isBuffer(body) || body.length > largestForm) throw unreadable()
      try {
        const read = readXlsform(await inTurn(() => formSheets(fromMemory('xlsx', body))), '')
        return { ...read, identifying: read.form ? identifyingQuestions(read.form) : [] }
      } catch (error) {
        if (error instanceof ImportProblem) throw unreadable()
        throw error
      }
    },
  }),

  workRoute({
    method: 'GET',
    path: '/surveys/:id/tally',
    tag: 'records',
    about: 'The questionnaires of a survey, counted by its newest questions, as far as you may read them.',
    may: 'read',
    params: ById,
    reply: SurveyTally,
    run: async ({ params: { id } }, work) => {
      const material = await surveyMaterial(work, id, 'activity')
      if (material === null) throw new Refused('not_found')
      const [newest = null] = material.forms
      const all = material.questionnaires.map(({ answers }) => answers)
      const tally = newest ? tallyOf(newest.form, all) : { questionnaires: all.length, questions: [], numbers: [] }
      return { form: newest, ...tally }
    },
  }),

  workRoute({
    method: 'GET',
    path: '/surveys/:id/answers.csv',
    tag: 'records',
    about: 'The questionnaires of a survey, one line each. The reading is logged as an export.',
    may: 'read',
    params: ById,
    reply: Bytes,
    file: 'text/csv; charset=utf-8',
    run: async ({ params: { id } }, work, door) => {
      const material = await surveyMaterial(work, id, 'export')
      if (material === null) throw new Refused('not_found')
      door.attach({ name: 'survey.csv', contentType: 'text/csv; charset=utf-8' })
      return Buffer.from(surveyCsv(material.forms, material.questionnaires))
    },
  }),
]
