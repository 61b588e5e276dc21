import { type Day, isoOf } from './days.ts'
import { languagesOf } from './identity.ts'
import { filled, type Writing } from './writing.ts'

/** What was given to whom and on what ground, what persons ask about their data, how they may be reached. */
export function writeRights(writing: Writing, until: Day): void {
  const { dice } = writing.story
  if (dice.yes(0.2)) writeContactRule(writing)
  const course = dice.weighted([
    ['none', 84],
    ['given', 7],
    ['taken back', 6],
    ['exception', 3],
  ])
  if (course === 'given') writeGiven(writing, until)
  if (course === 'taken back') writeTakenBack(writing, until)
  if (course === 'exception') writeException(writing, until)
  if (!writing.story.anonymous && dice.yes(0.04)) writeRequest(writing, until)
}

function writeContactRule({ story: { dice }, add }: Writing): void {
  add(
    'contact_rule',
    dice.pick([
      { channel: 'call', from: '1800', until: '0700', neverSay: 'Shelter, police', sayInstead: 'The language school' },
      { channel: 'letter', neverSay: 'No letter at all: others open the post' },
      { channel: 'call', days: ['saturday', 'sunday'], sayInstead: 'A colleague from the market' },
      { channel: 'text_message', neverSay: 'Names of organisations' },
    ]),
  )
}

function consentTo(writing: Writing, o: { kind: string; givenOn: Day; withdrawnOn?: Day }): string {
  const { story } = writing
  const forChild = story.child ? { guardianConsent: 'yes', childAssent: 'yes' } : {}
  return writing.add(
    'consent',
    filled({
      purpose: 'sharing',
      decision: 'yes',
      givenOn: isoOf(o.givenOn),
      recipientKind: o.kind,
      informedOfPurpose: 'yes',
      informedOfUse: 'yes',
      informedOfAccess: 'yes',
      informedOfRetention: 'yes',
      informedOfWithdrawal: 'yes',
      language: languagesOf(story)[0] ?? 'en',
      form: 'written',
      withdrawnOn: o.withdrawnOn === undefined ? undefined : isoOf(o.withdrawnOn),
      ...forChild,
    }),
  )
}

const given = (kind: string, madeOn: Day) => ({
  recipientKind: kind,
  state: 'made',
  madeOn: isoOf(madeOn),
  what: ['name', 'story'],
  ground: 'consent',
  why: 'Asked for by the person.',
})

function writeGiven(writing: Writing, until: Day): void {
  const { dice, registered } = writing.story
  const kind = dice.pick(['police', 'consulate', 'legal_aid'])
  consentTo(writing, { kind, givenOn: registered })
  writing.add('disclosure', given(kind, Math.min(until, registered + dice.int(1, 40))))
}

/** Shared, then taken back: the older notices were answered, the newest still wait. */
function writeTakenBack(writing: Writing, until: Day): void {
  const { story, today } = writing
  const { dice, registered } = story
  const madeOn = Math.min(until, registered + dice.int(1, 30))
  const back = Math.min(today, madeOn + dice.int(5, 60))
  if (back === madeOn) return
  const kind = 'international_organisation'
  const consent = consentTo(writing, { kind, givenOn: registered, withdrawnOn: back })
  // It left while consent stood: the form of the file puts it behind the consent that was taken back since.
  const of = writing.add('disclosure', { ...given(kind, madeOn), ground: 'consent' })
  const answered = back + dice.int(1, 6)
  writing.add(
    'withdrawal_notice',
    filled({
      consent,
      of,
      recipientKind: kind,
      sentOn: isoOf(back),
      dueOn: isoOf(back + 7),
      state: answered <= today - 20 ? 'acknowledged' : 'awaiting_acknowledgement',
      acknowledgedOn: answered <= today - 20 ? isoOf(answered) : undefined,
      answer: answered <= today - 20 ? 'Copies destroyed; their access to our notes has ended.' : undefined,
    }),
  )
}

/** Police ask, the person says no: prepared, and a second person is asked. */
function writeException(writing: Writing, until: Day): void {
  const { dice, registered } = writing.story
  const askedOn = isoOf(Math.min(until, registered + dice.int(1, 60)))
  const of = writing.add('disclosure', { recipientKind: 'police', state: 'prepared', askedOn, what: ['name'] })
  writing.add('approval', {
    kind: 'consent_override',
    of,
    askedOn,
    state: 'waiting',
    reason: 'Another person is held at the same place.',
    legalGround: 'Duty to report danger to life, criminal code of this country.',
  })
}

function writeRequest({ story, today, workers, add }: Writing, until: Day): void {
  const { dice, registered } = story
  const received = Math.min(until, registered + dice.int(20, 200))
  const answered = received + dice.int(6, 25)
  const done = answered <= today
  const kind = dice.pick(['access', 'access', 'rectification', 'objection'])
  add(
    'rights_request',
    filled({
      kind,
      receivedOn: isoOf(received),
      dueOn: isoOf(received + 30),
      language: languagesOf(story)[0],
      words: kind === 'access' ? 'Would like to see what is written.' : 'The year of birth is not right.',
      state: done ? 'done' : 'received',
      decision: done ? 'granted' : undefined,
      decidedBy: done ? workers[0] : undefined,
      decidedOn: done ? isoOf(answered) : undefined,
      answeredOn: done ? isoOf(answered) : undefined,
    }),
  )
}
