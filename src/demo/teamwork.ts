import { type Day, isoOf } from './days.ts'
import type { Writing } from './writing.ts'

/** Cases change hands, and some carry a flag that everybody should see. */
export function writeTeamwork(writing: Writing, until: Day): void {
  const { story, today, workers } = writing
  const { dice, registered } = story
  const last = Math.min(today, until)
  const [from, to] = workers
  if (from !== undefined && to !== undefined && dice.yes(0.2))
    writing.add('handover', {
      handedOn: isoOf(Math.min(last, registered + dice.int(10, 90))),
      from,
      to,
      note: dice.pick(handedOver),
    })
  if (!dice.yes(0.06)) return
  const raised = Math.min(last, registered + dice.int(0, 60))
  const flag = {
    kind: dice.pick(['look_again', 'safety', 'data', 'urgent']),
    raisedOn: isoOf(raised),
    about: dice.pick(flags),
  }
  const resolved = raised + dice.int(2, 20)
  writing.add(
    'flag',
    resolved <= last ? { ...flag, resolvedOn: isoOf(resolved), outcome: 'Looked at together.' } : flag,
  )
}

const handedOver = [
  'Likes to be called in the morning. The next appointment with the lawyer is in the calendar.',
  'Trusts slowly: the first talks were with a colleague from the same town. Papers are with the consulate.',
  'Everything for the course is arranged. Ask about the sister.',
]
const flags = [
  'Two dates of birth are written down. Look at the copy of the certificate again.',
  'A stranger asked at the door for the person. Do not visit alone.',
  'The address in the letter is the old one.',
]
