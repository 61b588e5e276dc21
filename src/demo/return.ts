import { chance } from '#dictionary/chance.ts'
import { type Day, isoOf } from './days.ts'
import { hostOf } from './identity.ts'
import { filled, type Writing } from './writing.ts'

/** What comes before a journey home, journeys that are still prepared, and looking for family. */

/** The talk about the options, and for a child the guardians in both countries. */
export function writePreparations(writing: Writing, departed: Day): void {
  const { story } = writing
  const { registered, corridor, atHome, child } = story
  const between = (share: number) => isoOf(registered + Math.floor((departed - registered) * share))
  writing.add('counselling', {
    heldOn: between(0.2),
    explained: ['return', 'residence', 'third_country'],
    chosen: 'return',
    notes: 'Explained in the person’s language, with time to think it over.',
  })
  if (!child) return
  writing.add('guardian', {
    country: corridor.nationality,
    notifiedOn: between(0.5),
    willing: 'yes',
    involved: 'yes',
    who: 'The grandmother; she waits at the airport.',
  })
  writing.add('guardian', {
    country: atHome ? corridor.to : hostOf(story),
    notifiedOn: between(0.1),
    involved: 'yes',
    who: 'Guardian appointed by the court.',
  })
}

/** A sequence of its own, so that the files of a seed stay what they were. */
const diceOf = ({ story }: Writing, salt: number) => chance(salt ^ story.registered, story.index)

/** Not gone yet: some items stand, some are missing. A few wait, paused, for a measure against a high risk. */
export function writePlannedReturn(writing: Writing, o: { receiving: string | null; fund: string }): void {
  const { story, today } = writing
  const dice = diceOf(writing, 0x72657475)
  if (!dice.yes(0.25)) return
  const { corridor, child } = story
  const [from, to] = [hostOf(story), corridor.nationality]
  const leaves = today + dice.int(-10, 45)
  if (dice.yes(0.7))
    writing.add('counselling', {
      heldOn: isoOf(story.registered),
      explained: ['return', 'asylum', 'residence'],
      chosen: 'return',
    })
  const movement = writing.add(
    'movement',
    filled({
      stage: dice.yes(0.15) ? 'paused' : 'planned',
      from,
      to,
      departedOn: isoOf(leaves),
      receivingOffice: o.receiving ?? undefined,
      asylumFlag: dice.yes(0.8) ? 'no' : undefined,
      childWishes: child ? 'yes' : undefined,
      fund: dice.yes(0.5) ? o.fund : undefined,
      documentsReady: dice.yes(0.4) ? 'yes' : 'no',
    }),
  )
  writing.add('journey_step', { step: 'interest', on: isoOf(story.registered) })
  if (!dice.yes(0.6)) return
  const mode = dice.pick(['air', 'air', 'rail', 'road'])
  const state = dice.pick(['planned', 'booked'])
  // The receiving mission sees to the way from the border on, where there is one.
  for (const mission of new Set([writing.office, o.receiving ?? writing.office])) {
    const own = mission === writing.office
    const plannedOn = isoOf(own ? leaves : leaves + 1)
    const way = own ? { from, mode } : { from: to, mode: 'road' }
    const leg = writing.add('movement_leg', { movement, ...way, to, plannedOn, mission, state })
    writing.add('task', { kind: 'journey_leg', about: leg, mission, dueOn: plannedOn })
  }
}

/** What happened on the way of somebody who has arrived. */
export function writeSteps(writing: Writing, o: { movement: string; leg: string; to: string; arrived: Day }): void {
  const { story } = writing
  const dice = diceOf(writing, 0x73746570)
  const on = isoOf(o.arrived)
  writing.add('journey_step', { step: 'arrival', movement: o.movement, leg: o.leg, country: o.to, on })
  const receivedBy = story.child ? 'guardian' : dice.pick(['family', 'family', 'partner', 'nobody'])
  writing.add('journey_step', { step: 'handed_over', movement: o.movement, on, receivedBy })
}

/** A relative asks, or the person does; a child’s place is never told. */
export function writeTracing(writing: Writing, until: Day): void {
  const { story, today } = writing
  const dice = diceOf(writing, 0x74726163)
  if (story.anonymous || !dice.yes(story.child ? 0.2 : 0.05)) return
  const last = Math.min(today, until)
  const asked = Math.min(last, story.registered + dice.int(2, 30))
  const answered = asked + 20 <= last
  const request = writing.add('tracing_request', {
    requester: 'person',
    requestedOn: isoOf(asked),
    country: story.corridor.nationality,
    state: answered ? 'answered' : 'open',
    about: 'Looks for an aunt on the mother’s side, last seen in the home town.',
  })
  if (!answered) return
  const found = dice.yes(0.6)
  writing.add(
    'tracing_result',
    filled({
      request,
      foundOn: isoOf(asked + 20),
      outcome: found ? 'found' : 'not_found',
      sharedOn: found ? isoOf(asked + 20) : undefined,
      sharedWith: found ? 'person' : undefined,
      shared: found ? ['safe', 'message'] : undefined,
      findings: found ? 'The aunt was visited. She is glad to hear, and asks what she can do.' : undefined,
    }),
  )
}
