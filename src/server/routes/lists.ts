import { nameOf } from '#casework/person-name.ts'
import { z } from 'zod'
import { listed } from '#register/lists.ts'
import { List, ListQuery } from '../contract/lists.ts'
import { peopleOf } from '../people.ts'
import { Refused } from '../problems.ts'
import { workRoute } from '../route.ts'

/** Worklists and boards: what stands where, read by office, place, state and date. */
export const listRoutes = [
  workRoute({
    method: 'GET',
    path: '/lists/:type',
    tag: 'records',
    about: 'A worklist: records of one type by date, with the number of their case and what to call the person.',
    may: 'read',
    params: z.object({ type: z.string().max(60) }),
    query: ListQuery,
    reply: List,
    run: async ({ params, query }, work) => {
      if (!work.dictionary.recordTypes.get(params.type)?.list) throw new Refused('not_found')
      const { who, open, order, names, ...rest } = query
      const page = await listed(work, {
        ...rest,
        type: params.type,
        who: who === 'me' ? work.actor.id : who === 'nobody' ? null : who,
        open: open === undefined ? undefined : open === 'yes',
        newestFirst: order === 'newest',
        nameless: names === 'no',
      })
      const items = page.items.map(({ person, ...line }) => ({ ...line, name: nameOf(person) }))
      const people = await peopleOf(
        work,
        page.items.flatMap(line => (line.case ? [line.record, line.case] : [line.record])),
      )
      return { items, next: page.next, people }
    },
  }),
]
