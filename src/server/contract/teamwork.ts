import { z } from 'zod'
import { Content, Id, Instant, Line, Page } from './shared.ts'

export const Notice = z
  .object({
    id: Id,
    /** Words: `notice.<kind>`. */
    kind: z.string(),
    type: z.string(),
    record: Id,
    case: Id.nullable(),
    number: z.string().nullable(),
    at: Instant,
    read: z.boolean(),
  })
  .meta({ id: 'Notice', description: 'Something happened that you should know of; ids only.' })
export const Notices = Page(Notice)
export const ReadNotices = z.object({ ids: z.array(Id).min(1).max(200) }).meta({ id: 'ReadNotices' })

/** Part of the filter -> its words; several answers of one part are parted by spaces. */
export const Filter = z.record(z.string().regex(/^[a-zA-Z]{1,20}$/), z.string().max(1000))
/** Who finds it besides its author: nobody, whoever may count at the office, whoever may count. Only tables of figures are shown. */
const Seen = z.enum(['me', 'office', 'organisation'])
export const SavedFilter = z
  .object({
    id: Id,
    name: z.string(),
    filter: Filter,
    mine: z.boolean(),
    seen: Seen,
    office: Id.nullable(),
    /** Its author, where that is somebody else. */
    by: z.string().nullable(),
    mayDelete: z.boolean(),
  })
  .meta({ id: 'SavedFilter' })
export const SavedFilters = z.object({ items: z.array(SavedFilter) }).meta({ id: 'SavedFilters' })
const ListName = z.string().regex(/^[a-z_]{1,60}$/)
export const ListOf = z.object({ list: ListName })
/** The list under which tables of figures are kept; their parts are those of a link (`figure-link.ts`). */
export const figureTables = 'figures'
export const SaveFilter = z
  .object({
    list: ListName,
    name: Line(60),
    filter: Filter,
    seen: Seen.default('me'),
    /** Of `office`: which. */
    office: Id.nullable().default(null),
  })
  .meta({ id: 'SaveFilter' })
export const ChangeFilter = z
  .object({ name: Line(60), filter: Filter, seen: Seen, office: Id.nullable() })
  .partial()
  .meta({ id: 'ChangeFilter' })

export const TeamMember = z.object({
  id: Id,
  name: z.string(),
  cases: z.int(),
  late: z.int(),
  nextOn: z.string().nullable(),
})
export const Team = z
  .object({
    /** Numbers stop here: this many or more. */
    most: z.int(),
    items: z.array(TeamMember),
  })
  .meta({ id: 'Team' })

export const SummaryQuery = z.object({ audience: z.enum(['person', 'partner', 'court', 'carrier']) })
export const Summary = z
  .object({
    audience: z.enum(['person', 'partner', 'court', 'carrier']),
    parts: z.array(z.object({ type: z.string(), records: z.array(z.object({ id: Id, content: Content })) })),
  })
  .meta({ id: 'Summary', description: 'A case on paper: only what this audience may see.' })
