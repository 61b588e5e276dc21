import { minimumFor } from '#casework/referral/minimum-data.ts'
import { recipientKindOf } from '#casework/referral/sending.ts'
import { type Day, isoOf } from './days.ts'
import { providerFor } from './directory.ts'
import type { DemoIds } from './ids.ts'
import { filled, type Writing } from './writing.ts'

/** Requests to partners, with the consent that the file holds; and the file that travels ahead of the person. */

interface Referring {
  readonly until: Day
  readonly ids: DemoIds
  /** The answer of the person to sharing. */
  readonly agreed: boolean
}

export function writeReferrals(writing: Writing, o: Referring): void {
  const { dice, child } = writing.story
  if (!o.agreed) return
  const count = dice.weighted([
    [0, 4],
    [1, 4],
    [2, 2],
  ])
  for (let i = 0; i < count; i++) writeReferral(writing, dice.pick(child ? forChildren : forAdults), o)
}

const forAdults = ['legal', 'medical', 'psychological', 'job_placement', 'documents'] as const
const forChildren = ['medical', 'psychological', 'child_care'] as const

function writeReferral(writing: Writing, need: string, o: Referring): void {
  const { story, today } = writing
  const { dice, mission, registered } = story
  const provider = providerFor(o.ids, mission, need)
  if (!provider) return
  const sent = Math.min(today, o.until, registered + dice.int(1, 60))
  const state = dice.weighted(today - sent < 30 ? fresh : old)
  const answered = ['accepted', 'declined', 'done'].includes(state)
  const answeredOn = Math.min(today, sent + dice.int(1, 12))
  writing.add(
    'referral',
    filled({
      need,
      recipientKind: recipientKindOf({ kind: provider.kind }),
      recipientOrganisation: provider.id,
      reason: 'services_needed',
      shared: minimumFor(need).filter(item => item !== 'message'),
      sentOn: state === 'drafted' ? undefined : isoOf(sent),
      state,
      acknowledgedOn: answered ? isoOf(answeredOn) : undefined,
      answeredThrough: answered ? 'noted' : undefined,
      declineReason: state === 'declined' ? dice.pick(['full', 'not_offered', 'too_far']) : undefined,
      doneOn: state === 'done' ? isoOf(Math.min(today, answeredOn + dice.int(5, 60))) : undefined,
      feedback: state === 'done' ? dice.pick(feedback) : undefined,
    }),
  )
}

const fresh = [
  ['drafted', 1],
  ['sent', 5],
  ['received', 2],
  ['accepted', 1],
] as const
const old = [
  ['done', 6],
  ['accepted', 2],
  ['withdrawn', 2],
  ['declined', 1],
] as const
const feedback = [
  'Came to all appointments.',
  'Service given; would come again if needed.',
  'Two meetings, then the person found work.',
]

/** The mission abroad hands the file over to the mission at home before the person arrives. */
export function writeHandOver(writing: Writing, o: { readonly departed: Day; readonly receiving: string }): void {
  const { story, today } = writing
  const sent = Math.max(story.registered, o.departed - 7)
  const over = today - sent > 30
  writing.add(
    'referral',
    filled({
      need: 'reception',
      recipientKind: 'own_mission',
      toOffice: o.receiving,
      reason: 'relocation',
      shared: minimumFor('reception').filter(item => item !== 'message'),
      handedOver: ['episode', 'risk', 'plan', 'movement'],
      sentOn: isoOf(sent),
      state: over ? 'done' : 'sent',
      acknowledgedOn: over ? isoOf(sent + 3) : undefined,
      answeredThrough: over ? 'noted' : undefined,
      doneOn: over ? isoOf(sent + 25) : undefined,
    }),
  )
}
