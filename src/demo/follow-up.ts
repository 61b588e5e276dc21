import { measures, notes, threats } from './data/phrases.ts'
import type { Content } from '#dictionary/answer.ts'
import type { Chance } from '#dictionary/chance.ts'
import { type Day, isoOf } from './days.ts'
import type { Course } from './identity.ts'
import { writeMeasure } from './protection.ts'
import { several } from './story.ts'
import { filled, type Writing } from './writing.ts'

/** Risk, plan, tasks, notes and visits: the months after the first days. */

export function writeRisks(writing: Writing, until: Day): void {
  const { story, today } = writing
  const { dice, registered, truth } = story
  const first = Math.min(today, registered + dice.int(0, 5))
  const level =
    truth === 'trafficked'
      ? dice.weighted([
          ['low', 4],
          ['medium', 5],
          ['high', 2],
        ])
      : dice.weighted([
          ['low', 7],
          ['medium', 3],
        ])
  const second = first + dice.int(30, 120)
  const again = second <= Math.min(today, until)
  const assess = (day: Day, at: string, last: boolean) =>
    writing.add(
      'risk',
      filled({
        assessedOn: isoOf(day),
        ...weightOf(dice, at),
        level: at,
        concerns:
          at === 'low'
            ? undefined
            : several(
                dice,
                [
                  ['person', 9],
                  ['family', 4],
                  ['children', 2],
                ],
                dice.int(1, 2),
              ),
        threats: at === 'low' ? undefined : dice.pick(threats),
        measures: at === 'low' ? undefined : dice.pick(measures),
        reviewOn: last && today - day < 200 ? isoOf(day + dice.int(30, 90)) : undefined,
      }),
    )
  const risk = assess(first, level, !again)
  if (level !== 'low') writeMeasure(writing, { risk, level, from: first, until })
  if (again) assess(second, level === 'high' ? 'medium' : 'low', true)
}

/** A threat with likelihood and severity that agree with the level, mostly. */
function weightOf(dice: Chance, level: string): Content {
  const agreeing = { low: ['unlikely', 'serious'], medium: ['possible', 'serious'], high: ['likely', 'grave'] }[level]
  if (!agreeing || dice.yes(0.2)) return {}
  const threat = dice.pick(['retaliation', 'debt', 'community', 'family_violence', 'trafficked_again'])
  return { threat: [threat], likelihood: dice.yes(0.9) ? (agreeing[0] ?? '') : 'possible', severity: agreeing[1] ?? '' }
}

/** A guardian for every child; for open cases what is due this month, some of it overdue. */
export function writeTasks(writing: Writing, course: Course): void {
  const { story, today, workers } = writing
  const { dice, registered, child } = story
  const open = course.closedOn === null
  const assignee = workers.length > 0 ? dice.pick(workers) : undefined
  const task = (kind: string, due: Day, done: Day | null) =>
    writing.add(
      'task',
      filled({ kind, dueOn: isoOf(due), doneOn: done === null ? undefined : isoOf(Math.min(today, done)), assignee }),
    )
  if (child) {
    const recent = today - registered < 25
    task('guardian', registered + 3, recent && dice.yes(0.5) ? null : registered + dice.int(0, 9))
  }
  if (!open) return
  if (dice.yes(0.35)) task(dice.pick(['documents', 'appointment', 'payment']), today + dice.int(-9, 21), null)
  if (dice.yes(0.3)) task('follow_up', Math.max(registered, today + dice.int(-6, 30)), null)
  else if (today - registered > 30) task('follow_up', registered + dice.int(10, 30), registered + dice.int(12, 40))
}

export function writeNotes(writing: Writing, until: Day): void {
  const { story, today } = writing
  const { dice, registered } = story
  const last = Math.min(today, until)
  const days = Array.from(
    {
      length: dice.weighted([
        [0, 3],
        [1, 4],
        [2, 3],
        [4, 1],
      ]),
    },
    () => Math.min(last, registered + dice.int(0, 150)),
  )
  for (const day of days.sort((a, b) => a - b)) writing.add('note', { notedOn: isoOf(day), text: dice.pick(notes) })
}

/** At three, six, twelve and twenty-four months, as long as the case is followed. */
export function writeVisits(writing: Writing, course: Course): void {
  const { story, today } = writing
  const { dice, registered } = story
  const last = Math.min(today, course.closedOn ?? today)
  const planned = [90, 180, 365, 730].map(after => registered + after + dice.int(-10, 20))
  const held = planned.filter(day => day <= last && dice.yes(0.55))
  held.forEach((day, place) => {
    const next = planned.find(other => other > today)
    const latest = place === held.length - 1 && course.closedOn === null
    const late = dice.yes(0.15)
    const situation = dice.weighted([
      ['well', 4],
      ['stable', 8],
      ['difficult', 4],
      ['at_risk', 1],
      ['not_reached', 2],
    ])
    const livelihood = story.child
      ? ['school']
      : several(
          dice,
          [
            ['employed', 5],
            ['business', 3],
            ['family_support', 3],
            ['training', 2],
            ['none', 2],
          ],
          1,
        )
    writing.add(
      'visit',
      filled({
        visitedOn: isoOf(day),
        method: dice.weighted([
          ['in_person', 5],
          ['telephone', 5],
          ['message', 2],
          ['office', 3],
          ['partner', 2],
        ]),
        situation,
        livelihood: situation === 'not_reached' ? undefined : livelihood,
        nextOn: latest
          ? isoOf(late ? Math.max(day, today - dice.int(1, 12)) : (next ?? today + dice.int(5, 60)))
          : undefined,
        note: dice.yes(0.5) ? dice.pick(notes) : undefined,
      }),
    )
  })
}

export function writeSpecials(writing: Writing): void {
  const { story } = writing
  const { dice, exploitation, registered, truth } = story
  if (dice.yes(0.12))
    writing.add('health', {
      notedOn: isoOf(registered),
      needs: several(
        dice,
        [
          ['dental', 3],
          ['chronic', 2],
          ['mental_health', 4],
          ['injury', 2],
          ['malnutrition', 1],
        ],
        dice.int(1, 2),
      ),
    })
  if (truth !== 'trafficked' || !exploitation) return
  if (dice.yes(0.15))
    writing.add('actor', {
      kind: dice.weighted([
        ['person', 5],
        ['group', 2],
        ['company', 1],
      ]),
      roles: several(
        dice,
        [
          ['recruiter', 6],
          ['transporter', 2],
          ['exploiter', 4],
          ['broker', 1],
        ],
        dice.int(1, 2),
      ),
      sex: dice.weighted([
        ['male', 5],
        ['female', 4],
        ['unknown', 1],
      ]),
    })
}
