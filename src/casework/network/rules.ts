import type { Problem } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { joinCodes, joinProblems } from './joins.ts'
import { nothingAround, type RuleSet, type Situation } from '../rule-set.ts'

/** Suspects and what ties them together. Who stands in the network stands there by name of an office, never by chance. */
export const networkRules: RuleSet = {
  problems: [
    'suspect_incomplete',
    'tie_without_suspect',
    'tie_without_role',
    'tie_without_certainty',
    'tie_to_itself',
    'tie_suspect_unknown',
    'tie_suspect_set_aside',
    ...joinCodes,
  ],
  pairs: { tie: [['since', 'until']] },
  seesWhole: ['suspect', 'tie', 'suspect_join'],
  looksAround: ['tie', 'suspect_join'],
  check: {
    suspect: ({ content }) =>
      ['kind', 'label']
        .filter(field => !isAnswered(content[field]))
        .map(field => ({ code: 'suspect_incomplete', field })),
    tie: s => [...missing(s), ...ends(s)],
    suspect_join: joinProblems,
  },
}

const needed = [
  ['from', 'tie_without_suspect'],
  ['role', 'tie_without_role'],
  ['certainty', 'tie_without_certainty'],
] as const

const missing = ({ content }: Situation): Problem[] =>
  needed.filter(([field]) => !isAnswered(content[field])).map(([field, code]) => ({ code, field }))

/** Two different suspects of the office of the case, or one of them and the person of the case. */
function ends({ before, content, record, change, around, actor }: Situation): Problem[] {
  const { from, to } = content
  if (isAnswered(from) && from === to) return [{ code: 'tie_to_itself', field: 'to' }]
  // Where nothing can be looked up (a form without a network) the server says it later; the register names its own.
  if (around === nothingAround || actor.machine === true) return []
  const home = before?.case.office ?? change.office
  return (['from', 'to'] as const).flatMap((field): Problem[] => {
    if (!isAnswered(content[field])) return []
    const found = around.record(plainText(content[field]))
    if (found?.type !== 'suspect' || found.office !== home) return [{ code: 'tie_suspect_unknown', field }]
    // What was tied before stays as it was told.
    return record === null && found.content.state === 'set_aside' ? [{ code: 'tie_suspect_set_aside', field }] : []
  })
}
