import type { RuleSet } from '../rule-set.ts'
import { deadlines } from './deadlines.ts'
import { hearingProblems, justiceProblemCodes, paperProblems, powerProblems, stayProblems } from './steps.ts'

export const justiceRules: RuleSet = {
  problems: justiceProblemCodes,
  planned: ['hearing.on', 'representation.validUntil', 'expert_opinion.plannedOn', 'stay_application.until'],
  pairs: {
    proceeding: [['openedOn', 'verdictOn']],
    representation: [['givenOn', 'validUntil']],
    expert_opinion: [
      ['askedOn', 'plannedOn'],
      ['askedOn', 'givenOn'],
    ],
    paper_retrieval: [['askedOn', 'returnedOn']],
    stay_application: [
      ['filedOn', 'decidedOn'],
      ['filedOn', 'until'],
    ],
  },
  check: {
    hearing: hearingProblems,
    representation: powerProblems,
    paper_retrieval: paperProblems,
    stay_application: stayProblems,
  },
  follows: (_, file) => deadlines(file),
}
