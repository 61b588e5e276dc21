import { type Day, isoOf } from './days.ts'
import { several } from './story.ts'
import { filled, type Writing } from './writing.ts'

/** Proceedings of some who were trafficked, and the papers and permits of some who were brought abroad. */
export function writeJustice(writing: Writing, until: Day): void {
  const { story, today } = writing
  const { dice, registered, exploitation, truth, atHome } = story
  const last = Math.min(today, until)
  const abroad = !atHome && registered + 10 < last
  if (abroad && dice.yes(0.12)) writePaper(writing, last)
  if (abroad && dice.yes(0.15)) writeStay(writing, last)
  if (truth !== 'trafficked' || !exploitation || !dice.yes(0.2)) return
  const wages = exploitation.sectors.length > 0
  const opened = Math.min(last, registered + dice.int(10, 90))
  const over = today - registered > 400
  const proceeding = writing.add('proceeding', {
    kind: wages ? 'labour' : 'criminal',
    courtKind: wages ? 'labour' : 'criminal',
    openedOn: isoOf(opened),
    state: over
      ? dice.weighted([
          ['decided', 4],
          ['settled', 3],
          ['dismissed', 1],
        ])
      : 'pending',
  })
  writeRepresentation(writing, opened)
  writeHearings(writing, { proceeding, opened, last, over })
  if (dice.yes(0.3)) writeExpert(writing, { proceeding, opened, last })
  if (wages || dice.yes(0.4)) writeClaim(writing, { proceeding, opened, over })
}

function writeRepresentation(writing: Writing, opened: Day): void {
  const { dice } = writing.story
  const power = dice.yes(0.7)
  writing.add('representation', {
    kind: power ? 'power_of_attorney' : 'lawyer',
    givenOn: isoOf(opened),
    ...(power ? { validUntil: isoOf(opened + 730) } : {}),
    state: 'in_force',
    representative: 'Lawyer of the partner for legal aid',
    limits: power
      ? 'Wages and papers only; no agreement without asking the person again.'
      : 'Advice and company in court.',
  })
}

interface Court {
  readonly proceeding: string
  readonly opened: Day
  readonly last: Day
}

function writeHearings(writing: Writing, o: Court & { readonly over: boolean }): void {
  const { dice } = writing.story
  const shared = {
    proceeding: o.proceeding,
    courtKind: 'labour',
    protection: several(dice, [['separate_entrance', 3], ['closed_hearing', 3], ['video_link', 2], ['accompaniment', 4]], dice.int(1, 2)), // biome-ignore format: one line a choice
  }
  const first = o.opened + dice.int(20, 60)
  if (first <= o.last)
    writing.add('hearing', {
      on: isoOf(first), at: '0930', purpose: 'first', state: 'held', ...shared,
      outcome: 'Short. The other side asked for more time.',
    }) // biome-ignore format: one line a group
  // What lies ahead is what the calendar shows.
  if (!o.over && o.last === writing.today)
    writing.add('hearing', {
      on: isoOf(writing.today + dice.int(2, 60)), at: dice.pick(['0900', '1030', '1400']),
      purpose: dice.pick(['statement', 'evidence', 'main']), state: 'planned', ...shared,
    }) // biome-ignore format: one line a group
}

function writeExpert(writing: Writing, o: Court): void {
  const { dice } = writing.story
  const given = o.opened + dice.int(30, 90)
  writing.add(
    'expert_opinion',
    filled({
      kind: dice.pick(['psychological', 'medical']),
      proceeding: o.proceeding,
      askedOn: isoOf(o.opened),
      plannedOn: isoOf(given - 7),
      givenOn: given <= o.last ? isoOf(given) : undefined,
      result: given <= o.last ? dice.pick(['supports', 'partly']) : undefined,
    }),
  )
}

function writeClaim(writing: Writing, o: { proceeding: string; opened: Day; over: boolean }): void {
  const { dice, exploitation } = writing.story
  const owed = dice.int(3, 60) * 100
  const awarded = o.over && dice.yes(0.6) ? Math.round(owed * 0.8) : null
  const paid = awarded !== null && dice.yes(0.5) ? awarded / 2 : null
  const usd = (n: number) => ({ amount: String(n), currency: 'USD' })
  writing.add(
    'claim',
    filled({
      kind: (exploitation?.sectors.length ?? 0) > 0 ? 'wages' : 'compensation',
      proceeding: o.proceeding,
      filedOn: isoOf(o.opened),
      state: paid !== null ? 'part_paid' : awarded !== null ? 'awarded' : 'filed',
      owed: usd(owed),
      awarded: awarded === null ? undefined : usd(awarded),
      paid: paid === null ? undefined : usd(paid),
    }),
  )
}

function writePaper(writing: Writing, last: Day): void {
  const { dice, registered } = writing.story
  const returned = registered + dice.int(15, 80)
  const back = returned <= last
  writing.add('paper_retrieval', {
    kind: dice.pick(['passport', 'passport', 'identity_card']),
    askedOn: isoOf(registered + 5),
    holder: dice.pick(['employer', 'recruiter', 'landlord']),
    ...(back ? { state: 'returned', returnedOn: isoOf(returned) } : { state: 'asked' }),
  })
}

function writeStay(writing: Writing, last: Day): void {
  const { dice, registered } = writing.story
  const decided = registered + dice.int(30, 120)
  const granted = decided <= last
  writing.add('stay_application', {
    kind: dice.pick(['residence', 'reflection_period', 'visa']),
    filedOn: isoOf(registered + 10),
    ...(granted ? { state: 'granted', decidedOn: isoOf(decided), until: isoOf(decided + 365) } : { state: 'filed' }),
  })
}
