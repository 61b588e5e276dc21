import { LinkageProblem } from '../problem.ts'

/** Who said that records are, or are not, one person: a model by its version, or somebody by account. */
export type Decider = { readonly model: string } | { readonly account: string }

/** Records that go from one person to another; null: from nowhere, or to nowhere. */
export interface Move {
  readonly record: string
  readonly from: string | null
  readonly to: string | null
}

/**
 * What happened to the persons of a register. `created`: records that nobody knew became a person. `joined`: such records came to a person
 * already there. `merged`: all records of one person went to another, whose key stays. `split`: some records of a person went to another.
 * `reverted`: an event was taken back.
 */
export interface PersonEvent {
  readonly number: number
  readonly kind: 'created' | 'joined' | 'merged' | 'split' | 'reverted'
  readonly moves: readonly Move[]
  readonly decider: Decider
  /** Instant, as the caller's clock says. */
  readonly at: string
  /** Of `reverted`: the event that no longer holds. */
  readonly reverts?: number
}

/** The person of each record after all events. */
export function personsAfter(events: readonly PersonEvent[]): Map<string, string> {
  const persons = new Map<string, string>()
  for (const { moves } of events)
    for (const { record, to } of moves)
      if (to === null) persons.delete(record)
      else persons.set(record, to)
  return persons
}

/**
 * The event that takes another one back.
 * @throws LinkageProblem `not_reversible` when its records have been moved since: those events come first.
 */
export function revert(
  events: readonly PersonEvent[],
  number: number,
  { decider, at }: Pick<PersonEvent, 'decider' | 'at'>,
): PersonEvent {
  const event = events.find(each => each.number === number)
  if (event === undefined) throw new LinkageProblem('not_reversible', `There is no event ${number}.`)
  const persons = personsAfter(events)
  if (
    events.some(each => each.reverts === number) ||
    event.moves.some(({ record, to }) => (persons.get(record) ?? null) !== to)
  )
    throw new LinkageProblem(
      'not_reversible',
      `Event ${number} cannot be taken back: its records have been moved since. Take the later events back first.`,
    )
  return {
    number: events.length + 1,
    kind: 'reverted',
    moves: event.moves.map(({ record, from, to }) => ({ record, from: to, to: from })),
    decider,
    at,
    reverts: number,
  }
}
