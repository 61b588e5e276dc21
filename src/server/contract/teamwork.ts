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
export const SavedFilter = z.object({ id: Id, name: z.string(), filter: Filter }).meta({ id: 'SavedFilter' })
export const SavedFilters = z.object({ items: z.array(SavedFilter) }).meta({ id: 'SavedFilters' })
const ListName = z.string().regex(/^[a-z_]{1,60}$/)
export const ListOf = z.object({ list: ListName })
export const SaveFilter = z.object({ list: ListName, name: Line(60), filter: Filter }).meta({ id: 'SaveFilter' })

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
