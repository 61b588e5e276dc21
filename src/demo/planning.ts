import { actions, notes, objectives } from './data/phrases.ts'
import { type Day, isoOf } from './days.ts'
import type { Course } from './identity.ts'
import { several } from './story.ts'
import { filled, type Writing } from './writing.ts'

/** The plan with its lines, and every attempt to speak with the person. */

export function writePlan(writing: Writing, o: { readonly until: Day; readonly project: string }): void {
  const { story, today } = writing
  const { dice } = story
  const last = Math.min(today, o.until)
  const agreed = story.registered + dice.int(10, 40)
  if (agreed > last || !dice.yes(0.35)) return
  const plan = writing.add(
    'plan',
    filled({
      type: story.child
        ? 'education'
        : dice.weighted([
            ['livelihood', 6],
            ['financial', 2],
            ['legal', 2],
            ['health', 1],
          ]),
      agreedOn: isoOf(agreed),
      objectives: dice.pick(objectives),
      actions: dice.pick(actions),
      plannedEnd: isoOf(agreed + dice.int(120, 400)),
    }),
  )
  const kinds = story.child ? ['education', 'psychological'] : ['vocational_training', 'legal', 'psychological']
  for (const [place, type] of several(
    dice,
    kinds.map(kind => [kind, 1] as const),
    dice.int(1, 2),
  ).entries()) {
    const from = agreed + place * 20
    const to = from + dice.int(30, 160)
    writing.add('plan_line', {
      plan,
      type,
      objective: dice.pick(objectives),
      provider: dice.pick(['own', 'ngo', 'government']),
      project: o.project,
      from: isoOf(from),
      to: isoOf(to),
      state: to <= last ? (dice.yes(0.8) ? 'done' : 'dropped') : from <= last ? 'ongoing' : 'planned',
    })
  }
}

export function writeContacts(writing: Writing, course: Course): void {
  const { story, today } = writing
  const { dice, registered } = story
  const last = Math.min(today, course.closedOn ?? today)
  const days = Array.from({ length: dice.int(0, 3) }, () => registered + dice.int(1, 200)).filter(day => day <= last)
  const asked = days.toSorted((a, b) => a - b)
  for (const [place, day] of asked.entries()) {
    const open = course.closedOn === null && place === asked.length - 1 && today - day < 60
    writing.add(
      'contact',
      filled({
        on: isoOf(day),
        channel: dice.pick(['text_message', 'messenger', 'visit']),
        with: dice.weighted([
          ['person', 7],
          ['family', 1],
          ['partner', 2],
        ]),
        outcome: dice.weighted([
          ['reached', 6],
          ['not_reached', 3],
          ['message_left', 1],
        ]),
        nextOn: open ? isoOf(Math.max(day, today + dice.int(-4, 20))) : undefined,
        about: dice.yes(0.4) ? dice.pick(notes) : undefined,
      }),
    )
  }
}
