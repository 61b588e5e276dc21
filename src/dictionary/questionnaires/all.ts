import type { Questionnaire } from '../questionnaire.ts'
import { delphiLists } from './delphi.ts'
import { forcedLabour } from './forced-labour.ts'
import { screeningInterview } from './screening-interview.ts'

export const allQuestionnaires: readonly Questionnaire[] = [screeningInterview, ...delphiLists, forcedLabour]
