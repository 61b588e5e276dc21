import type { RuleSet } from '../rule-set.ts'
import { callProblemCodes, callProblems } from './call.ts'
import { mediaWatchCodes, mediaWatchProblems } from './media-watch.ts'

export const hotlineRules: RuleSet = {
  problems: [...callProblemCodes, ...mediaWatchCodes],
  planned: ['call.callBackOn'],
  pairs: { call: [['receivedOn', 'callBackOn']] },
  check: { call: callProblems, media_watch: mediaWatchProblems },
  looksAround: ['call'],
  tellsOffice: ({ record, before }) =>
    record.type === 'call' && record.content.state === 'escalated' && before?.content.state !== 'escalated'
      ? [
          {
            kind: 'call_escalated',
            to: { role: 'supervisor', office: record.office },
            key: `call.${record.id}.escalated`,
          },
        ]
      : [],
}
