import { instruments } from '#dictionary/data/instruments.ts'
import { factorField, vulnerabilityLevels } from '#dictionary/data/vulnerability.ts'
import { notes } from './data/phrases.ts'
import { type Day, isoOf } from './days.ts'
import { several } from './story.ts'
import { filled, type Writing } from './writing.ts'

/** Needs, vulnerability and skills over the months; now and then a note that hints at exploitation. */
export function writeAssessments(writing: Writing, o: { readonly until: Day; readonly screened: boolean }): void {
  const { story, today } = writing
  const { dice, registered } = story
  const last = Math.min(today, o.until)
  writeNeeds(writing, { on: registered, first: true, kept: o.screened })
  const again = registered + dice.int(40, 120)
  if (again <= last && dice.yes(0.5)) writeNeeds(writing, { on: again, first: false, kept: false })
  if (dice.yes(0.5)) writeVulnerability(writing, Math.min(last, registered + dice.int(0, 14)))
  if (!story.child && dice.yes(0.4)) writeSkills(writing, Math.min(last, registered + dice.int(10, 60)))
  if (story.child && dice.yes(0.12)) writeAgeDispute(writing, registered)
  if (dice.yes(0.02))
    writing.add('note', {
      notedOn: isoOf(last),
      signs: [dice.pick(['contact_by_recruiter', 'debt', 'wages_withheld'])],
      text: dice.pick(notes),
    })
}

/** Somebody doubts that a child is one; whatever is found, nothing here makes an adult of the person. */
function writeAgeDispute({ story: { dice }, today, add }: Writing, registered: Day): void {
  const raised = Math.min(today, registered + dice.int(0, 10))
  const decided = raised + dice.int(15, 60)
  const raisedBy = dice.weighted([
    ['police', 4],
    ['authority', 3],
    ['partner', 1],
  ])
  const method = several(
    dice,
    [
      ['conversation', 3],
      ['social_assessment', 3],
      ['papers', 2],
      ['relatives', 2],
    ],
    dice.int(1, 2),
  )
  const common = { raisedOn: isoOf(raised), raisedBy, claim: 'adult', method }
  if (decided > today || dice.yes(0.3)) return void add('age_dispute', { ...common, state: 'open' })
  const decision = dice.yes(0.8) ? 'child' : 'unknown'
  const reason = 'School papers and the talk agree; nothing that was found speaks for a grown person.'
  add('age_dispute', {
    ...common,
    state: 'decided',
    decision,
    decidedBy: 'child_protection',
    decidedOn: isoOf(decided),
    reason,
  })
}

function writeNeeds(writing: Writing, o: { on: Day; first: boolean; kept: boolean }): void {
  const { story, add } = writing
  const { dice, child } = story
  const early = [
    ['shelter', 5],
    ['food_hygiene', 4],
    ['medical', 5],
    ['psychological', 4],
    ['documents', 4],
    ['legal', 3],
    ...(o.kept ? [['papers_kept', 2] as const] : []),
  ] as const
  const later = [
    ['housing', 3],
    [child ? 'education' : 'job_placement', 4],
    [child ? 'guardianship' : 'vocational_training', 3],
    ['financial', 3],
    ['psychological', 2],
    ['family_tracing', 1],
  ] as const
  const needs = several(dice, o.first ? early : later, dice.int(1, 4))
  add(
    'needs_assessment',
    filled({
      assessedOn: isoOf(o.on),
      needs,
      urgent: o.first ? needs.filter(need => ['shelter', 'medical', 'food_hygiene'].includes(need)) : undefined,
      wishes: dice.yes(0.5) ? dice.pick(wishes) : undefined,
      version: instruments.needs_assessment.version,
    }),
  )
}

function writeVulnerability({ story: { dice }, add }: Writing, on: Day): void {
  const factors = vulnerabilityLevels.flatMap(level =>
    (['risk', 'protective'] as const).map(side => {
      const offered = level[side].filter(({ hints }) => hints !== true).map(({ code }) => [code, 1] as const)
      return [factorField(side, level.id), several(dice, offered, dice.int(0, 2))] as const
    }),
  )
  const version = instruments.vulnerability_assessment.version
  add('vulnerability_assessment', { assessedOn: isoOf(on), ...Object.fromEntries(factors), version })
}

function writeSkills({ story: { dice }, add }: Writing, on: Day): void {
  add('skills_assessment', {
    assessedOn: isoOf(on),
    schooling: dice.pick(['primary', 'lower_secondary', 'upper_secondary', 'did_not_say']),
    literate: dice.yes(0.9) ? 'yes' : 'no',
    workedIn: [dice.pick(['agriculture', 'construction', 'hospitality'])],
    can: [dice.pick(['sewing', 'cooking', 'farming', 'trade', 'care'])],
    wants: [dice.pick(['employed', 'business', 'training'])],
    wantsToLearn: [dice.pick(['hairdressing', 'computing', 'mechanics', 'language'])],
    barriers: several(
      dice,
      [
        ['child_care', 2],
        ['no_papers', 2],
        ['no_capital', 3],
        ['language', 1],
      ],
      dice.int(0, 2),
    ),
    version: instruments.skills_assessment.version,
  })
}

const wishes = [
  'To call the mother, and to sleep without somebody else in the room.',
  'A lock on the door. Then the papers.',
  'To earn something of one’s own soon.',
  'To see a doctor who speaks the language.',
]
