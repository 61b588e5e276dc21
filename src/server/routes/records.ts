import { nameOf } from '#casework/person-name.ts'
import { z } from 'zod'
import { visibleConflicts } from '#register/conflict-list.ts'
import { listRecords, openCase, openPerson } from '#register/files.ts'
import { possiblySame } from '#matching/possibly-same.ts'
import { findPersons } from '#register/find.ts'
import { historyOfCase } from '#register/history.ts'
import { pushChanges } from '#register/push.ts'
import { firstOpened, receiveForMission } from '#register/referral-received.ts'
import { staffNames } from '#register/staff-names.ts'
import { today } from '#register/today.ts'
import { inWork } from '#register/work.ts'
import type { Change } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import {
  CaseFile,
  type Change as ChangeContract,
  Conflicts,
  Find,
  Described,
  FindReply,
  PossiblySame,
  History,
  PersonFile,
  PushChanges,
  PushReply,
  RecordList,
  Today,
} from '../contract/register.ts'
import { ById, Id } from '../contract/shared.ts'
import { peopleOf } from '../people.ts'
import { Refused } from '../problems.ts'
import { registerRoute, signedIn, workRoute } from '../route.ts'
import { matchView, todayItems } from '../shown.ts'

/** Why a file is opened; a code, written to the read log with who and when. */
const purpose = z
  .string()
  .regex(/^[a-z_]{1,40}$/)
  .default('follow_up')
const limit = z.coerce.number().int().min(1).max(200).default(50)
const sequence = z.string().regex(/^\d{1,18}$/)

/** Case files, search, and the one way to write. Reading logs itself, in the same transaction. */
export const recordRoutes = [
  workRoute({
    method: 'POST',
    path: '/changes',
    tag: 'records',
    about: 'Sends changes. Each is accepted, merged, kept as a conflict or refused; sending again is harmless.',
    may: 'write',
    body: PushChanges,
    reply: PushReply,
    run: async ({ body }, work) => ({ results: await pushChanges(work, body.changes.map(asChange)) }),
  }),

  workRoute({
    method: 'POST',
    path: '/find',
    tag: 'records',
    about: 'Finds persons by a name in any spelling, a case number, a document, telephone or e-mail.',
    may: 'search_names',
    body: Find,
    reply: FindReply,
    run: async ({ body }, work) => ({ matches: (await findPersons(work, body)).map(matchView) }),
  }),

  workRoute({
    method: 'POST',
    path: '/persons/possibly-same',
    tag: 'records',
    about:
      'Persons you may see who may be the one described, weighed by the linkage model, with what speaks for and against.',
    may: 'search_names',
    body: Described,
    reply: PossiblySame,
    run: async ({ body }, work) => {
      const found = await possiblySame(work, body)
      return { items: found.map(({ match, ...rest }) => ({ match: matchView(match), ...rest })) }
    },
  }),

  workRoute({
    method: 'GET',
    path: '/today',
    tag: 'records',
    about: 'My open work, the most urgent first, and the files I opened last.',
    may: 'read',
    reply: Today,
    run: async (_, work) => {
      const view = await today(work)
      const recent = view.recent.map(({ case: file, person, at }) => ({
        case: file.id,
        number: typeof file.content['number'] === 'string' ? file.content['number'] : null,
        name: nameOf(person),
        at,
      }))
      return { items: todayItems(view), recent }
    },
  }),

  workRoute({
    method: 'GET',
    path: '/persons/:id',
    tag: 'records',
    about: 'A person, with the cases you may see.',
    may: 'read',
    params: ById,
    query: z.object({ purpose }),
    reply: PersonFile,
    run: async ({ params, query }, work) => {
      const file = (await openPerson(work, params.id, query.purpose)) ?? missing()
      return { ...file, people: await peopleOf(work, [file.person, ...file.cases]) }
    },
  }),

  registerRoute({
    method: 'GET',
    path: '/cases/:id',
    tag: 'records',
    about:
      'A case file: the person, the case and all that hangs on it, as far as you may see it. A mission that opens what was handed over to it has received it.',
    may: 'read',
    params: ById,
    query: z.object({ purpose }),
    reply: CaseFile,
    run: async ({ params, query }, { register, actor }) => {
      const { reply, received } = await inWork(register, signedIn(actor), async work => {
        const file = (await openCase(work, params.id, query.purpose)) ?? missing()
        const records = [file.case, ...(file.person ? [file.person] : []), ...file.records, ...file.otherCases]
        const authors = file.conflicts.map(({ author }) => author)
        const people = await peopleOf(work, records, authors)
        return { reply: { ...file, people }, received: firstOpened(work, file).map(({ id }) => id) }
      })
      await receiveForMission(register, signedIn(actor), received)
      return reply
    },
  }),

  workRoute({
    method: 'GET',
    path: '/cases/:id/history',
    tag: 'records',
    about: 'Who changed what in a case file, newest first.',
    may: 'read',
    params: ById,
    query: z.object({ after: sequence.optional(), limit }),
    reply: History,
    run: async ({ params, query }, work) => {
      const page = (await historyOfCase(work, params.id, query)) ?? missing()
      const names = await staffNames(
        work,
        page.items.map(({ author }) => author),
      )
      return { items: page.items.map(line => ({ ...line, authorName: names.get(line.author) ?? '' })), next: page.next }
    },
  }),

  workRoute({
    method: 'GET',
    path: '/records',
    tag: 'records',
    about: 'Records of one type, newest first: cases, leads, calls, counted lines.',
    may: 'read',
    query: z.object({ type: z.string().max(60), after: Id.optional(), limit }),
    reply: RecordList,
    run: async ({ query }, work) => {
      // Names, health and narratives are read file by file, each opening with a line of its own in the read log.
      const type = work.dictionary.recordTypes.get(query.type)
      if (type?.under !== 'office' && type?.id !== 'case') return missing()
      return listRecords(work, query)
    },
  }),

  workRoute({
    method: 'GET',
    path: '/conflicts',
    tag: 'records',
    about: 'Changes that met another on the same field and wait for a person to settle them.',
    may: 'resolve_conflict',
    reply: Conflicts,
    run: async (_, work) => ({ items: await visibleConflicts(work, 200) }),
  }),
]

function missing(): never {
  throw new Refused('not_found')
}

/** The wire knows shapes; which marks and codes a field takes is for `checkContent` to say. */
const asChange = ({ set, device, resolves, ...change }: z.output<typeof ChangeContract>): Change => ({
  ...change,
  set: set as Content,
  ...(device === undefined ? {} : { device }),
  ...(resolves === undefined ? {} : { resolves }),
})
