import { z } from 'zod'
import { markRead, noticesOf } from '#register/notice-box.ts'
import { changeFilter, dropFilter, listOfFilter, saveFilter, savedFilters } from '#register/saved-filters.ts'
import { summarise } from '#register/summary.ts'
import { most, teamOf } from '#register/team.ts'
import { type Link, readLink } from '../contract/figure-link.ts'
import { ById, Done, Id } from '../contract/shared.ts'
import {
  ChangeFilter,
  figureTables,
  ListOf,
  Notices,
  ReadNotices,
  SavedFilter,
  SavedFilters,
  SaveFilter,
  Summary,
  SummaryQuery,
  Team,
} from '../contract/teamwork.ts'
import { Refused } from '../problems.ts'
import { deskRoute, workRoute } from '../route.ts'

/** Working together: what I should know of, filters I keep, and who carries what. */
export const teamworkRoutes = [
  workRoute({
    method: 'GET',
    path: '/notices',
    tag: 'session',
    about: 'What you should know of, newest first.',
    may: 'signed_in',
    query: z.object({
      unread: z.enum(['yes']).optional(),
      after: Id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    reply: Notices,
    run: async ({ query }, work) => {
      const page = await noticesOf(work, { ...query, unread: query.unread === 'yes' })
      return { items: page.items.map(item => ({ ...item, at: item.at.toISOString() })), next: page.next }
    },
  }),

  workRoute({
    method: 'POST',
    path: '/notices/read',
    tag: 'session',
    about: 'Marks notices as read.',
    may: 'signed_in',
    body: ReadNotices,
    reply: Done,
    run: async ({ body }, work) => {
      await markRead(work, body.ids)
      return { done: true }
    },
  }),

  deskRoute({
    method: 'GET',
    path: '/filters',
    tag: 'session',
    about: 'Your saved filters of a list; of tables of figures also those that colleagues show you.',
    may: 'signed_in',
    query: ListOf,
    reply: SavedFilters,
    run: async ({ query }, desk) => ({ items: await savedFilters(desk, query.list) }),
  }),

  deskRoute({
    method: 'POST',
    path: '/filters',
    tag: 'session',
    about: 'Saves a filter of a list under a name.',
    may: 'signed_in',
    body: SaveFilter,
    reply: SavedFilter,
    run: ({ body }, desk) => {
      checkKept(body.list, body)
      return saveFilter(desk, body)
    },
  }),

  deskRoute({
    method: 'PATCH',
    path: '/filters/:id',
    tag: 'session',
    about: 'Gives a saved filter of yours another name, other contents or other readers.',
    may: 'signed_in',
    params: ById,
    body: ChangeFilter,
    reply: SavedFilter,
    run: async ({ params, body }, desk) => {
      checkKept(await listOfFilter(desk, params.id), body)
      const given = Object.entries(body).filter(([, value]) => value !== undefined)
      return changeFilter(desk, params.id, Object.fromEntries(given))
    },
  }),

  deskRoute({
    method: 'DELETE',
    path: '/filters/:id',
    tag: 'session',
    about: 'Deletes a saved filter.',
    may: 'signed_in',
    params: ById,
    reply: Done,
    run: async ({ params }, desk) => {
      await dropFilter(desk, params.id)
      return { done: true }
    },
  }),

  workRoute({
    method: 'GET',
    path: '/cases/:id/summary',
    tag: 'records',
    about: 'A case on paper for the person, a partner or a court: only what that audience may see.',
    may: 'read',
    params: ById,
    query: SummaryQuery,
    reply: Summary,
    run: async ({ params, query }, work) => {
      const parts = await summarise(work, params.id, query.audience)
      if (!parts) throw new Refused('not_found')
      return { audience: query.audience, parts }
    },
  }),

  workRoute({
    method: 'GET',
    path: '/team',
    tag: 'organisation',
    about: 'The team of an office: what each colleague carries and what is late.',
    may: 'assign',
    query: z.object({ office: Id }),
    reply: Team,
    run: async ({ query }, work) => {
      const items = await teamOf(work, query.office)
      if (!items) throw new Refused('not_found')
      return { most, items }
    },
  }),
]

/** A table of figures is a link that can be read. Filters of lists hold ids of colleagues and cases, and stay their author's. */
function checkKept(
  list: string,
  kept: { readonly filter?: Link | undefined; readonly seen?: string | undefined },
): void {
  if (list !== figureTables) {
    if ((kept.seen ?? 'me') !== 'me') throw new Refused('invalid', { problems: [{ code: 'not_shown', field: 'seen' }] })
    return
  }
  const read = kept.filter === undefined ? null : readLink(kept.filter)
  if (read?.ok === false) throw new Refused('invalid', { problems: [{ code: 'bad_link', field: read.part }] })
}
