import { z } from 'zod'
import { Content, Id, Instant, Line, Page, ProblemDetail, RecordView } from './shared.ts'

export const Change = z
  .object({
    id: Id,
    type: z.string().max(60),
    record: Id,
    base: z.int().min(0),
    office: Id,
    person: Id.nullable(),
    case: Id.nullable(),
    set: Content,
    madeAt: Instant,
    device: Line(80).optional(),
    dictionary: z.int().min(0),
    resolves: Id.optional(),
  })
  .meta({
    id: 'Change',
    description: 'This record, based on that version, set these fields. Pushing the same id twice is harmless.',
  })

export const PushChanges = z.object({ changes: z.array(Change).min(1).max(200) }).meta({ id: 'PushChanges' })
export const ChangeResult = z
  .object({
    id: Id,
    record: Id,
    status: z.enum(['accepted', 'merged', 'conflict', 'refused']),
    again: z.boolean(),
    version: z.int().nullable(),
    fields: z.array(z.string()),
    problems: z.array(ProblemDetail),
  })
  .meta({ id: 'ChangeResult' })
export const PushReply = z.object({ results: z.array(ChangeResult) }).meta({ id: 'PushReply' })

/** Search goes by POST: names never stand in a URL. */
export const Find = z
  .object({
    text: z.string().min(1).max(200),
    limit: z.int().min(1).max(50).default(20),
    purpose: z.string().max(60).optional(),
  })
  .meta({ id: 'Find' })
export const Match = z
  .object({
    person: Id,
    /** Shown name, or null when the reader may not see identity. */
    name: z.string().nullable(),
    otherNames: z.string().nullable(),
    birthYear: z.string().nullable(),
    sex: z.string().nullable(),
    nationality: z.array(z.string()),
    cases: z.array(
      z.object({
        id: Id,
        number: z.string().nullable(),
        office: Id,
        category: z.string().nullable(),
        registeredOn: z.string().nullable(),
      }),
    ),
    /** 0..1 likeness of the name; 1 for an exact number. */
    score: z.number(),
    why: z.enum(['name', 'case_number', 'document', 'phone', 'email']),
  })
  .meta({ id: 'Match' })
export const FindReply = z.object({ matches: z.array(Match) }).meta({ id: 'FindReply' })

const Word = z.string().max(200)
const Evidence = z.enum(['given', 'family', 'middle', 'sex', 'birth', 'nationality', 'document'])
/** A person as far as somebody has written them down; by POST, since names never stand in a URL. */
export const Described = z
  .object({
    givenNames: Word.optional(),
    middleNames: Word.optional(),
    familyNames: Word.optional(),
    otherNames: Word.optional(),
    birthDate: z.string().max(30).optional(),
    identityNumber: Word.optional(),
    sex: z.string().max(60).optional(),
    nationality: z.array(z.string().max(60)).max(10).optional(),
  })
  .meta({ id: 'Described' })
export const PossiblySame = z
  .object({
    items: z.array(
      z.object({
        match: Match,
        likelihood: z.enum(['likely', 'possible']),
        evidence: z.array(z.object({ of: Evidence, seen: z.enum(['same', 'close', 'different']) })),
      }),
    ),
  })
  .meta({ id: 'PossiblySame', description: 'Persons whom the reader may see and who may be the one described.' })

export const Conflict = z
  .object({
    id: Id,
    type: z.string(),
    record: Id,
    office: Id,
    person: Id.nullable(),
    case: Id.nullable(),
    fields: z.array(z.string()),
    set: Content,
    author: z.string(),
    at: Instant,
  })
  .meta({
    id: 'Conflict',
    description: 'A change that met another on the same field; settled by a change with `resolves`.',
  })
export const Conflicts = z.object({ items: z.array(Conflict) }).meta({ id: 'Conflicts' })

export const PersonFile = z
  .object({ person: RecordView, cases: z.array(RecordView), people: z.record(z.string(), z.string()) })
  .meta({ id: 'PersonFile' })

export const CaseFile = z
  .object({
    person: RecordView.nullable(),
    case: RecordView,
    records: z.array(RecordView),
    /** Other cases of the same person that the reader may see. */
    otherCases: z.array(RecordView),
    conflicts: z.array(Conflict),
    /** Display names of staff who appear as authors or caseworkers: id -> name. */
    people: z.record(z.string(), z.string()),
  })
  .meta({ id: 'CaseFile' })

export const HistoryEntry = z
  .object({
    id: Id,
    type: z.string(),
    record: Id,
    version: z.int(),
    author: z.string(),
    authorName: z.string(),
    madeAt: Instant,
    receivedAt: Instant,
    fields: z.array(z.string()),
    /** The new values the reader may see; null when the key was destroyed. */
    set: Content.nullable(),
    merged: z.boolean(),
  })
  .meta({ id: 'HistoryEntry' })
export const History = Page(HistoryEntry)

export const RecordList = Page(RecordView)

/** Today: my open work, grouped by case. */
export const TodayItem = z.object({
  kind: z.enum(['task', 'draft', 'conflict', 'risk', 'lead']),
  record: Id,
  type: z.string(),
  case: Id.nullable(),
  caseNumber: z.string().nullable(),
  person: Id.nullable(),
  name: z.string().nullable(),
  what: z.string(),
  dueOn: z.string().nullable(),
  late: z.boolean(),
})
export const Today = z
  .object({
    items: z.array(TodayItem),
    recent: z.array(z.object({ case: Id, number: z.string().nullable(), name: z.string().nullable(), at: Instant })),
  })
  .meta({ id: 'Today' })
