import { toldOfPeriod } from '#register/activities.ts'
import { inWork } from '#register/work.ts'
import type { ReportKind } from '../kind.ts'
import { ReportProblem } from '../problem.ts'
import { situationReport } from './situation.ts'

export const situationKind: ReportKind = {
  id: 'situation',
  about: 'What offices did in a period, under six pillars, country by country.',
  parameters: [
    { id: 'from', type: 'day', about: 'First day' },
    { id: 'to', type: 'day', about: 'Last day' },
  ],
  modes: ['internal', 'public'],
  questions: 8,
  build: async ({ ask, register, actor, mode, policy, cutOff }, { from = '', to = '' }) => {
    if (from > to) throw new ReportProblem('bad_parameter', 'The last day lies before the first.', 'to')
    const period = { from, to }
    const told = await inWork(register, actor, work => toldOfPeriod(work, period))
    const ground = { ask, dictionary: register.dictionary(), offices: register.offices(), mode, policy, cutOff }
    return situationReport(ground, told, period)
  },
}
