import type { CaseFile, RecordView } from '#changes/change.ts'
import { inOrder, ofType } from '../latest.ts'
import { byCode } from '#dictionary/answer.ts'
import type { Consequence } from '../rule-set.ts'
import { dayOf } from '../when.ts'
import { monthsBetween } from './follow-up.ts'

/** Trafficked again: a new episode on the same case, never a duplicate, with the months since the way out. */
export interface Again {
  readonly episode: RecordView
  /** The way out that came before. */
  readonly exitedOn: string
  readonly months: number
}

/** The latest episode that began after an exit; null when there is none, or dates are missing. */
export function traffickedAgain(file: CaseFile): Again | null {
  const episodes = inOrder(ofType(file, 'episode'), 'startedOn')
  const { exitedOn, closedOn } = file.case.content
  for (const episode of episodes.toReversed()) {
    const began = dayOf(episode.content.startedOn)
    if (began === null) continue
    const exits = [
      exitedOn,
      closedOn,
      ...episodes.filter(each => each.id !== episode.id).map(each => each.content.endedOn),
    ]
      .map(dayOf)
      .filter((day): day is string => day !== null && day.length >= 7 && day.slice(0, began.length) < began)
    const exit = exits.toSorted(byCode).at(-1)
    // One episode alone may simply have been recorded late: being trafficked again takes two, or a closed case.
    if (exit && (episodes.length > 1 || dayOf(closedOn) === exit))
      return { episode, exitedOn: exit, months: monthsBetween(whole(exit), whole(began)) }
  }
  return null
}

const whole = (day: string) => (day.length === 10 ? day : day.length === 7 ? `${day}-01` : `${day}-01-01`)

/** The case says so by itself, and somebody looks at the risk again. */
export function followsAgain(file: CaseFile, today: string): readonly Consequence[] {
  const again = traffickedAgain(file)
  if (!again) return []
  const looked = ofType(file, 'task').some(({ content }) => content.kind === 'risk_review')
  return [
    ...(file.case.content.reTrafficked === 'yes'
      ? []
      : [{ type: 'case', key: 're_trafficked', record: file.case.id, set: { reTrafficked: 'yes' } }]),
    ...(looked
      ? []
      : [{ type: 'task', key: `risk_review.${again.episode.id}`, set: { kind: 'risk_review', dueOn: today } }]),
  ]
}
