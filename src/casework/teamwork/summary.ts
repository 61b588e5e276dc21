import type { CaseFile, RecordView } from '#changes/change.ts'
import { type Content, isAnswered } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { inOrder } from '../latest.ts'

/**
 * A case on paper, for one kind of reader. What each may see is a list of what is in, never of what is out: a field
 * nobody named stays home, and so does every field that an organisation adds. Other persons, staff, and where somebody
 * lives are in none of them.
 */
export const audiences = ['person', 'partner', 'court', 'carrier'] as const
export type Audience = (typeof audiences)[number]

type Allowed = Readonly<Record<string, readonly string[]>>

const allowed: Readonly<Record<Audience, Allowed>> = {
  // What is held about oneself and what was agreed. Not what others are suspected of, and no category or determination:
  // the words of our figures are not the person's own.
  person: {
    person: [
      'givenNames', 'middleNames', 'familyNames', 'preferredName', 'birthDate', 'sex', 'gender', 'nationality', 'languages',
      'phone', 'email', 'safeContact',
    ], // biome-ignore format: one line a group
    case: ['number', 'registeredOn'],
    consent: ['purpose', 'decision', 'givenOn', 'language', 'recipient', 'withdrawnOn'],
    plan: ['type', 'stage', 'agreedOn', 'objectives', 'actions', 'plannedEnd'],
    service: ['type', 'what', 'deliveredOn', 'endedOn', 'quantity'],
    referral: ['need', 'to', 'sentOn', 'state'],
    movement: ['from', 'to', 'departedOn', 'arrivedOn', 'escort'],
    visit: ['visitedOn', 'situation', 'nextOn'],
    health: ['notedOn', 'needs', 'details'],
  },
  // What another organisation needs to serve: who to ask for, which language, what was given and agreed.
  partner: {
    person: ['preferredName', 'sex', 'languages'],
    case: ['number', 'ageGroup'],
    plan: ['type', 'stage', 'agreedOn', 'objectives', 'plannedEnd'],
    service: ['type', 'deliveredOn', 'endedOn'],
    referral: ['need', 'details', 'sentOn', 'state'],
  },
  // A manifest: who travels, with whom, from where to where. Airlines and border posts read it, so nothing in it says why,
  // not even the number of the case, which begins with the code of an office.
  carrier: {
    person: ['givenNames', 'middleNames', 'familyNames', 'birthDate', 'sex', 'nationality'],
    movement: ['from', 'to', 'departedOn', 'escort', 'fitToTravel'],
    movement_leg: ['from', 'to', 'mode', 'plannedOn'],
  },
  // What happened, in coded answers, and who concluded it. No contact, no health, no plan, no notes.
  court: {
    person: ['givenNames', 'middleNames', 'familyNames', 'birthDate', 'sex', 'nationality'],
    case: ['number', 'registeredOn', 'ageGroup', 'exitMode', 'exitedOn'],
    determination: ['conclusion', 'decidedOn', 'decidedBy'],
    episode: [
      'exploitation', 'sector', 'means', 'countryOfExploitation', 'startedOn', 'endedOn', 'recruitmentChannel', 'promises',
      'contract', 'documents',
    ], // biome-ignore format: one line a group
    screening: ['startedOn', 'act', 'means', 'purpose'],
    service: ['type', 'deliveredOn'],
    proceeding: ['kind', 'openedOn', 'state', 'owed', 'awarded', 'paid'],
  },
}

export interface SummaryPart {
  readonly type: string
  /** Oldest first; records with nothing to show are left out. */
  readonly records: readonly { readonly id: string; readonly content: Content }[]
}

/** The summary of a file for an audience, in the order of the list above. `file` is cut to what its reader may see. */
export function summaryOf(d: Dictionary, file: CaseFile, audience: Audience): readonly SummaryPart[] {
  return Object.entries(allowed[audience]).flatMap(([type, fields]): SummaryPart[] => {
    const records = inOrder(recordsOf(file, type), d.recordTypes.get(type)?.on ?? '').flatMap(record => {
      const content = cut(d, record, fields)
      return Object.keys(content).length === 0 ? [] : [{ id: record.id, content }]
    })
    return records.length === 0 ? [] : [{ type, records }]
  })
}

function recordsOf(file: CaseFile, type: string): readonly RecordView[] {
  if (type === 'person') return file.person ? [file.person] : []
  if (type === 'case') return [file.case]
  return file.records.filter(record => record.type === type)
}

/** Only fields that the dictionary declares today, and only real answers: "did not say" is nobody's business. */
function cut(d: Dictionary, record: RecordView, fields: readonly string[]): Content {
  const declared = d.recordTypes.get(record.type)?.fields ?? {}
  return Object.fromEntries(
    fields.flatMap(name => {
      const value = record.content[name]
      return declared[name] !== undefined && isAnswered(value) ? [[name, value]] : []
    }),
  )
}
