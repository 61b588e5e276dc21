import type { z } from 'zod'
import type * as surveys from '#server/contract/surveys.ts'
import { call, fetchFile, sendFile } from '../api/client.ts'

export type ReadXlsform = z.infer<typeof surveys.ReadXlsform>
export type SurveyTally = z.infer<typeof surveys.SurveyTally>

export const readXlsform = (file: File) =>
  sendFile<ReadXlsform>('surveys/xlsform', file, { signal: new AbortController().signal })
export const tally = (survey: string) => call<SurveyTally>('GET', `surveys/${survey}/tally`)
export const answersFile = (survey: string) => fetchFile(`surveys/${survey}/answers.csv`)
