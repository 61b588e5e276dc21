import type { Content } from '#dictionary/answer.ts'
import { isoOf } from './days.ts'
import type { Writing } from './writing.ts'

/** A few cases are not for everybody. Each keeps a caseworker, and a strict one names who stands in. */
export function writeConfidentiality(writing: Writing, { caseworker }: Content): void {
  const { story, today, workers } = writing
  const { dice, registered } = story
  const level = dice.weighted([
    ['ordinary', 975],
    ['restricted', 20],
    ['strict', 5],
  ])
  if (level === 'ordinary' || typeof caseworker !== 'string') return
  const setOn = isoOf(Math.min(today, registered + dice.int(0, 20)))
  const reason = dice.pick(reasons)
  writing.add('confidentiality', { level, setOn, reason })
  const other = workers.find(worker => worker !== caseworker)
  if (other !== undefined && (level === 'strict' || dice.yes(0.5)))
    writing.add('naming', { who: other, why: 'backup', namedOn: setOn, reason: 'Stands in during leave.' })
}

const reasons = [
  'A relative of the person works in this building.',
  'A suspect is said to have friends among officials.',
  'The person is known in this town from the newspapers.',
  'Witness in a trial that is under way.',
]
