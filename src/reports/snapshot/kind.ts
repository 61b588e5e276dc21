import { labelOf } from '#dictionary/dictionary.ts'
import type { ReportKind } from '../kind.ts'
import { ReportProblem } from '../problem.ts'
import { snapshotReport } from './snapshot.ts'

/** The longest snapshot: each year is counted by itself. */
const mostYears = 20

export const snapshotKind: ReportKind = {
  id: 'snapshot',
  about: 'One country over some years: what offices there did, and its citizens wherever they were assisted.',
  parameters: [
    { id: 'country', type: 'country', about: 'the country, by its two letters' },
    { id: 'years', type: 'years', about: 'the first and the last year, such as 2008-2011' },
  ],
  modes: ['internal', 'public'],
  questions: 20,
  build: async ({ register, ...on }, { country = '', years = '' }) => {
    const [from = 0, to = 0] = years.split('-').map(Number)
    if (from > to || to - from >= mostYears)
      throw new ReportProblem(
        'bad_parameter',
        `Give from one to ${mostYears} years, the first before the last.`,
        'years',
      )
    const dictionary = register.dictionary()
    if (labelOf(dictionary, 'country', country) === country)
      throw new ReportProblem('bad_parameter', `There is no country ${country}.`, 'country')
    return snapshotReport({ ...on, dictionary, offices: register.offices() }, { country, from, to })
  },
}
