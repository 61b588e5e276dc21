import { measures } from './data/phrases.ts'
import { type Day, isoOf } from './days.ts'
import { filled, type Writing } from './writing.ts'

/** What is done about risks, and what was found out before a child went back: beside the series of `follow-up.ts`. */

/** A measure for a risk of some weight; signed off once it is done and little is left. */
export function writeMeasure(writing: Writing, o: { risk: string; level: string; from: Day; until: Day }): void {
  const { story, today, workers } = writing
  const { dice } = story
  const last = Math.min(today, o.until)
  const due = o.from + dice.int(5, 30)
  const settled = due <= last && dice.yes(0.8)
  writing.add(
    'mitigation',
    filled({
      risk: o.risk,
      measure: dice.pick(measures),
      owner: workers.length > 0 ? dice.pick(workers) : undefined,
      dueOn: isoOf(due),
      state: settled ? 'signed_off' : 'planned',
      doneOn: settled ? isoOf(due) : undefined,
      residual: settled ? (o.level === 'high' ? 'medium' : 'low') : undefined,
      signedOffOn: settled ? isoOf(due) : undefined,
    }),
  )
}

/** Before a child travels home: the family was looked at there, and a competent authority decided. */
export function writeBestInterests(writing: Writing, departed: Day): void {
  const { story } = writing
  const { dice, registered, corridor } = story
  const between = (share: number) => isoOf(registered + Math.floor((departed - registered) * share))
  writing.add('family_assessment', {
    assessedOn: between(0.4),
    country: corridor.nationality,
    involvement: 'none',
    interest: 'yes',
    means: dice.yes(0.7) ? 'yes' : 'no',
    findings: 'Both grandparents were visited. They have looked for the child and prepared a place.',
  })
  writing.add('best_interest', {
    kind: 'determination',
    decidedOn: between(0.7),
    authority: dice.pick(['child_protection', 'child_protection', 'court', 'panel']),
    options: ['return', 'residence'],
    option: 'return',
    childAgrees: 'yes',
    views: 'Wants to go back to the grandparents and to school.',
  })
}
