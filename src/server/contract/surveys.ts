import { z } from 'zod'
import { SurveyForm } from '#forms/survey/definition.ts'

const Remark = z.object({
  code: z.string(),
  sheet: z.enum(['survey', 'choices']),
  /** As the spreadsheet numbers it. */
  row: z.int(),
  /** The type, name or expression that is meant. */
  what: z.string(),
})

/** What an XLSForm says. Nothing is kept: whoever wants it writes it into a record. */
export const ReadXlsform = z
  .object({
    /** Null when there are problems. */
    form: SurveyForm.nullable(),
    problems: z.array(Remark),
    /** What was left out of it. */
    remarks: z.array(Remark),
    /** Questions that seem to ask who somebody is. */
    identifying: z.array(z.string()),
  })
  .meta({ id: 'ReadXlsform' })

export const SurveyTally = z
  .object({
    /** The newest questions; null before any were loaded. */
    form: z.object({ id: z.string(), form: SurveyForm }).nullable(),
    questionnaires: z.int(),
    questions: z.array(
      z.object({
        question: z.string(),
        /** Questionnaires in which it was answered. */
        of: z.int(),
        choices: z.array(z.object({ choice: z.string(), count: z.int() })),
      }),
    ),
    numbers: z.array(
      z.object({ question: z.string(), of: z.int(), least: z.number(), median: z.number(), most: z.number() }),
    ),
  })
  .meta({ id: 'SurveyTally' })
