import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import type { ImportUnit, RecordDraft } from '#register/import-unit.ts'
import { journeyOf, writeManyServices, writeMovement, writeServices } from './assistance.ts'
import { activityUnits } from './activities.ts'
import { writeAssessments } from './assessments.ts'
import { chance } from '#dictionary/chance.ts'
import { writeConfidentiality } from './confidentiality.ts'
import { type Day, dayFrom, isoOf, yearsBetween } from './days.ts'
import { categoryOf, conclusionOf, writeConsents, writeDetermination, writeScreening } from './evidence.ts'
import { writeEpisode, writeLegs } from './episode.ts'
import { writeContacts, writePlan } from './planning.ts'
import { writeNotes, writeRisks, writeSpecials, writeTasks, writeVisits } from './follow-up.ts'
import { caseContent, courseOf, namesOf, personContent } from './identity.ts'
import { directoryUnits } from './directory.ts'
import { type DemoIds, demoIds } from './ids.ts'
import { writeJustice } from './justice.ts'
import { joinedSuspects, suspectUnits, writeTies } from './network.ts'
import { writeDocuments } from './documents.ts'
import { shelterUnits } from './shelters.ts'
import { questionnaireUnits } from './surveys.ts'
import { writeStay } from './stays.ts'
import { fundId, fundUnits, projectId } from './funds.ts'
import { incidentOf, incidentUnits } from './incidents.ts'
import { officeUnits, watchUnits } from './office-lines.ts'
import { writeHandOver, writeReferrals } from './referrals.ts'
import { openedByRules, writeReintegration } from './reintegration.ts'
import { countryOf, missionIn, type Story, storyOf } from './story.ts'
import { writeBestInterests } from './protection.ts'
import { writeRights } from './rights.ts'
import { writePlannedReturn, writePreparations, writeTracing } from './return.ts'
import { writeTeamwork } from './teamwork.ts'
import { filled, type Writing } from './writing.ts'
import { missionSettings } from './data/missions.ts'

/** An office or account of the register, as far as the files of the demo name it. */
export interface DemoPlace {
  readonly id: string
  readonly code: string
}
export interface DemoWorker {
  readonly id: string
  readonly role: string
  /** Id of the office. */
  readonly office: string
}

export interface DemoOptions {
  readonly persons: number
  readonly seed: number
  /** yyyy-mm-dd. Nothing is dated later but what is planned. */
  readonly today: string
  readonly offices: readonly DemoPlace[]
  readonly staff: readonly DemoWorker[]
  /** Rich files up to 99,999 persons, lean ones above; see docs/performance.md. */
  readonly profile?: 'rich' | 'lean' | undefined
  /** About so many services in each lean file; else 1.3. */
  readonly services?: number | undefined
  readonly ids?: DemoIds
  /** Only the persons from `from` up to and without `to`, and no lines of offices: a share of the work. */
  readonly part?: { readonly from: number; readonly to: number }
}

const leanFrom = 100_000

/**
 * Believable, consistent files of invented persons: one unit a person, then what hangs on offices. The same options give the
 * same units. Every n-th person is the second file of the one before, at the mission of the home country, with the link.
 */
export function* demoUnits(o: DemoOptions): Generator<ImportUnit> {
  const today = dayFrom(o.today)
  const lean = isLean(o)
  const ids = o.ids ?? demoIds(o.seed)
  const offices = new Map(o.offices.map(office => [office.code, office.id]))
  const workers = Map.groupBy(
    o.staff.filter(member => member.role === 'caseworker'),
    member => member.office,
  )
  const { from, to } = o.part ?? { from: 0, to: o.persons }
  for (let index = from; index < to; index++) {
    const again = index % (lean ? 512 : 8) === (lean ? 511 : 7) ? secondFile(o.seed, index, today) : null
    const story = again ?? storyOf(o.seed, index, today)
    const office = offices.get(story.mission)
    if (office === undefined) throw new RangeError(`The office ${story.mission} is missing.`)
    const receiving = offices.get(missionIn(story.corridor.nationality) ?? '') ?? null
    const file = {
      seed: o.seed, today, lean, services: o.services, ids, office, story, receiving, again: again !== null,
      workers: (workers.get(office) ?? []).map(worker => worker.id),
    } // biome-ignore format: one line a group
    yield { line: index + 1, records: recordsOf(file) }
  }
  if (!o.part) yield* demoOfficeUnits(o)
}

/** What hangs on offices and no person: leads, hotline contacts, counted lines. Apart, for a load that is divided. */
export function* demoOfficeUnits(o: Omit<DemoOptions, 'staff' | 'part'>): Generator<ImportUnit> {
  const place = {
    today: dayFrom(o.today),
    offices: new Map(o.offices.map(office => [office.code, office.id])),
    ids: o.ids ?? demoIds(o.seed),
  }
  yield* fundUnits(place)
  yield* incidentUnits(place)
  yield* directoryUnits(place)
  if (!isLean(o)) {
    yield* suspectUnits(place)
    yield* joinedSuspects(place)
    yield* watchUnits({ seed: o.seed, persons: o.persons, ...place })
  }
  yield* shelterUnits(place)
  if (!isLean(o)) {
    yield* activityUnits(place)
    yield* questionnaireUnits({ seed: o.seed, ...place })
  }
  yield* officeUnits({
    seed: o.seed,
    ...place,
    first: o.persons,
    persons: isLean(o) ? 2_000 : o.persons,
  })
}

const isLean = (o: Pick<DemoOptions, 'persons' | 'profile'>): boolean =>
  (o.profile ?? (o.persons >= leanFrom ? 'lean' : 'rich')) === 'lean'

/** The same person, met again by the mission at home after a mission abroad had helped. */
function secondFile(seed: number, index: number, today: Day): Story | null {
  const first = storyOf(seed, index - 1, today)
  const home = missionIn(first.corridor.nationality)
  const setting = home === null ? undefined : missionSettings[home]
  if (first.atHome || first.anonymous || home === null || !setting || countryOf(first.mission) === countryOf(home))
    return null
  const dice = chance(seed, 0x40000000 + index)
  const registered = Math.min(today, first.registered + dice.int(5, 120))
  const age = yearsBetween(first.born, registered)
  const exploitation = first.exploitation && { ...first.exploitation, end: first.exploitation.end ?? first.registered }
  return { ...first, index, dice, mission: home, setting, atHome: true, registered, age, child: age < 18, exploitation }
}

interface FileOptions {
  readonly seed: number
  readonly today: Day
  readonly lean: boolean
  readonly services: number | undefined
  readonly ids: DemoIds
  readonly office: string
  readonly workers: readonly string[]
  readonly receiving: string | null
  readonly story: Story
  /** A second file of the person before. */
  readonly again: boolean
}

function recordsOf(o: FileOptions): RecordDraft[] {
  const { story, ids, office, today, workers, lean } = o
  const person = ids(story.index, 0)
  const caseId = ids(story.index, 1)
  const records: RecordDraft[] = []
  let next = 2
  const add = (type: string, set: Content) => {
    const id = ids(story.index, next++)
    const ofPerson = builtIn.recordTypes.get(type)?.under === 'person'
    records.push({ type, id, office, person, case: ofPerson ? null : caseId, set })
    return id
  }
  const writing: Writing = { story, today, office, workers, add }
  // Names have a sequence of their own, so that the second file of a person has the same ones.
  const names = namesOf(story, chance(o.seed ^ 0x2545f491, o.again ? story.index - 1 : story.index))
  const head = { office, person }
  const body = lean ? leanFile(writing, o.services) : richFile(writing, o)
  const home = { ...head, type: 'case', id: caseId, case: caseId, set: body }
  for (const { type, set } of openedByRules([home, ...records], isoOf(today))) add(type, set)
  return [
    { ...head, type: 'person', id: person, case: null, set: personContent(story, { names, lean }) },
    home,
    ...records,
    ...(o.again
      ? [{ ...head, type: 'link', id: ids(story.index, 999), case: null, set: sameAs(ids(story.index - 1, 0)) }]
      : []),
  ]
}

const sameAs = (other: string): Content => ({
  other,
  verdict: 'same',
  reason: 'Same date of birth, and the same account of the journey.',
})

/** Writes the records of the case and gives the content of the case itself. */
function richFile(writing: Writing, { receiving, ids, seed, again }: FileOptions): Content {
  const { story, today } = writing
  const { dice, registered } = story
  const course = courseOf(story, today)
  const { screened, conclusion } = conclusionOf(story, today)
  const asks = story.truth !== 'vulnerable' || screened
  const until = course.closedOn ?? today
  const departed = journeyOf(story, today)
  const sharing = dice.yes(0.6) ? (dice.yes(0.85) ? 'yes' : 'no') : null
  writeConsents(writing, [
    ...(asks ? [['interview', 'yes', registered] as const] : []),
    ['service', 'yes', registered],
    ['data', story.anonymous ? 'no' : 'yes', registered],
    ...(sharing ? [['sharing', sharing, registered] as const] : []),
    ...(departed === null ? [] : [['return', 'yes', registered] as const]),
    ...(dice.yes(0.4) ? [['research', dice.yes(0.6) ? 'yes' : 'no', registered] as const] : []),
  ])
  const concludedFrom = asks ? writeScreening(writing, screened) : registered
  if (conclusion) writeDetermination(writing, conclusion, { onPaper: false, from: concludedFrom })
  if (screened) {
    writeEpisode(writing, { lean: false })
    writeLegs(writing)
  }
  writeRisks(writing, until)
  writeServices(writing, {
    count: dice.weighted([
      [1, 2],
      [2, 4],
      [3, 4],
      [4, 3],
      [6, 2],
    ]),
    until,
    lean: false,
    project: projectId(ids, story.mission),
  })
  if (departed !== null && departed <= until && story.child) writeBestInterests(writing, departed)
  const fund = fundId(ids, 'gaf')
  if (departed !== null && departed <= until) {
    writePreparations(writing, departed)
    writeMovement(writing, { departed, receiving, fund })
  }
  writeReferrals(writing, { until, ids, agreed: sharing === 'yes' })
  if (sharing === 'yes' && departed !== null && departed <= until && !story.atHome && receiving)
    writeHandOver(writing, { departed, receiving })
  writePlan(writing, { until, project: projectId(ids, story.mission) })
  writeContacts(writing, course)
  writeTasks(writing, course)
  writeNotes(writing, until)
  writeVisits(writing, course)
  const cameHome = departed !== null && departed <= until && story.atHome
  if (cameHome && dice.yes(0.6)) writeReintegration(writing, { from: departed + 1, until, ids })
  writeSpecials(writing)
  writeJustice(writing, until)
  writeStay(writing, { seed, ids })
  writeDocuments(writing, until)
  writeAssessments(writing, { until, screened })
  writeTeamwork(writing, until)
  writeTies(writing, ids)
  writeRights(writing, until)
  if (departed === null && course.closedOn === null && !story.atHome && story.exploitation?.type !== 'internal')
    writePlannedReturn(writing, { receiving, fund })
  writeTracing(writing, until)
  const content = caseContent(writing, course, { category: categoryOf(story.truth, conclusion), lean: false })
  const incident = incidentOf(story, today, ids)
  // Persons with two files are linked across missions, and the demo shows that to everybody.
  if (!again && story.index % 8 < 6) writeConfidentiality(writing, content)
  return filled({ ...content, incident, returned: departed !== null && departed <= until ? 'yes' : content.returned })
}

/**
 * For very large demos: person, case, what happened, 1.3 services (or as many as are asked for), a conclusion for half of them; open cases also have the
 * consent and, for a child, the guardian's task, so that nobody's first change finds a file with its duties undone.
 */
function leanFile(writing: Writing, services: number | undefined): Content {
  const { story, today } = writing
  const { dice, registered } = story
  const course = courseOf(story, today)
  const conclusion = dice.yes(0.6) ? conclusionOf(story, today).conclusion : null
  if (course.closedOn === null) {
    writeConsents(writing, [['service', 'yes', registered]])
    if (story.child) writeTasks(writing, { ...course, closedOn: today })
  }
  writeEpisode(writing, { lean: true })
  if (conclusion) writeDetermination(writing, conclusion, { onPaper: true, from: registered })
  const until = course.closedOn ?? today
  if (services === undefined)
    writeServices(writing, {
      count: dice.weighted([
        [1, 75],
        [2, 20],
        [3, 5],
      ]),
      until,
      lean: true,
    })
  else writeManyServices(writing, { count: dice.int(Math.ceil(services / 2), Math.floor(services * 1.5)), until })
  return caseContent(writing, course, { category: categoryOf(story.truth, conclusion), lean: true })
}
