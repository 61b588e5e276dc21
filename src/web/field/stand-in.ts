import type { Permissions } from '#access/permission.ts'
import { latestDayOnEarth } from '#casework/when.ts'
import type { Change, ChangeResult } from '#changes/change.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { type CarriedFile, withWaiting } from '#field/carried.ts'
import { findHere } from '#field/find-here.ts'
import { judgeHere } from '#field/judge-here.ts'
import { todayHere } from '#field/today-here.ts'
import { RefusalError, type Request, type StandIn } from '../api/client.ts'
import type { DeviceShelf } from './shelf.ts'
import { shrunk } from './shrink.ts'

/** Answers that every page needs, kept as the server gave them. Nothing in them is about a person who is assisted. */
const kept =
  /^(session|dictionary|offices|staff(\?office=[0-9a-f-]{36})?|lists\/(provider|survey|survey_form)\?[\w=&%-]*)$/

export interface StandInOptions {
  readonly shelf: DeviceShelf
  /** What is shown under duress: the server is never asked, whatever the network. */
  readonly watched: boolean
  /** Rules and rights in force when the device last heard of them. */
  rules(): Promise<{ readonly dictionary: Dictionary; readonly permissions: Permissions }>
  /** Something waits: send it when the line allows. */
  wake(): void
  /** Sends what waits; true when nothing is left that the server has not seen. */
  flush(): Promise<boolean>
  revoked(): void
}

export function standInOf(o: StandInOptions): StandIn {
  const { shelf, watched } = o
  const fileOf = async (id: string): Promise<CarriedFile | null> =>
    withWaiting(id, await shelf.file(id), await shelf.waiting())

  const filesHere = async (): Promise<readonly CarriedFile[]> => {
    const waiting = await shelf.waiting()
    const ids = (await shelf.carried()).map(({ id }) => id)
    const files = await Promise.all(ids.map(async id => withWaiting(id, await shelf.file(id), waiting)))
    return files.filter(file => file !== null)
  }

  const take = async (changes: readonly Change[]): Promise<{ results: readonly ChangeResult[] }> => {
    const results: ChangeResult[] = []
    const { dictionary, permissions } = await o.rules()
    for (const change of changes) {
      const file = change.case === null ? null : await fileOf(change.case)
      const problems = judgeHere({ dictionary, permissions, now: new Date().toISOString() }, file, change)
      if (problems.length === 0) await shelf.add(change, permissions.actor.id)
      results.push({
        id: change.id,
        record: change.record,
        status: problems.length === 0 ? 'accepted' : 'refused',
        again: false,
        version: null,
        fields: [],
        problems,
      })
    }
    o.wake()
    return { results }
  }

  const answer = async ({ method, path, body }: Request): Promise<{ reply: unknown } | undefined> => {
    if (method === 'POST' && path === 'changes') return { reply: await take((body as { changes: Change[] }).changes) }
    if (method === 'POST' && path === 'find')
      return { reply: { matches: findHere(await filesHere(), (body as { text: string }).text, 20) } }
    if (method !== 'GET') return undefined
    if (path === 'today')
      return { reply: { items: todayHere(await filesHere(), latestDayOnEarth(new Date().toISOString())), recent: [] } }
    if (path.startsWith('notices')) return { reply: { items: [], next: null } }
    if (path.startsWith('filters?')) return { reply: { items: [] } }
    const [, room, id] = /^(cases|persons)\/([0-9a-f-]{36})(?:\?[\w=&]*)?$/.exec(path) ?? []
    if (room === 'cases' && id) return replyOf(await fileOf(id))
    if (room === 'persons' && id) return replyOf(personIn(await filesHere(), id))
    const reply = kept.test(path) ? await shelf.answer(path) : null
    return replyOf(reply)
  }

  return {
    token: watched ? null : shelf.kept.device.token,
    revoked: o.revoked,
    async keepFile(path, file) {
      const [, document] = /^documents\/([0-9a-f-]{36})\/content$/.exec(path) ?? []
      if (!document) return false
      await shelf.addFile(document, await shrunk(file))
      o.wake()
      return true
    },
    addressed(request) {
      if (request.method !== 'POST' || request.path !== 'changes') return request
      const { changes } = request.body as { changes: readonly Change[] }
      return { ...request, body: { changes: changes.map(change => ({ ...change, device: shelf.kept.device.id })) } }
    },
    async instead(request) {
      if (watched) {
        const known = await answer(request)
        if (known) return known
        if (request.method !== 'GET') return { reply: { done: true } }
        // An empty list looks like a quiet week; a file that is not shown looks like one that does not exist.
        if (!/^(cases|persons)\//.test(request.path)) return { reply: { items: [], next: null } }
        throw new RefusalError(404, { code: 'not_found', message: '', problems: [] })
      }
      if (request.method !== 'POST' || request.path !== 'changes') return undefined
      // What waits goes first: the new change may build on it.
      if ((await shelf.waiting()).every(({ refused }) => refused.length > 0) || (await o.flush())) return undefined
      return { reply: await take((request.body as { changes: Change[] }).changes) }
    },
    async after({ method, path, body }, reply) {
      if (method === 'GET' && kept.test(path)) await shelf.keepAnswer(path, reply)
      const [, id] = (method === 'GET' && /^cases\/([0-9a-f-]{36})(?:\?[\w=&]*)?$/.exec(path)) || []
      if (id) return withWaiting(id, reply as CarriedFile, await shelf.waiting())
      // A carried file that was changed through the server is fetched again before the next journey.
      if (method === 'POST' && path === 'changes' && (body as { changes: Change[] }).changes.length > 0) o.wake()
      return reply
    },
    without: answer,
  }
}

const replyOf = (reply: unknown): { reply: unknown } | undefined => (reply === null ? undefined : { reply })

function personIn(files: readonly CarriedFile[], id: string): unknown {
  const own = files.filter(file => file.case.person === id)
  const [first] = own
  if (!first?.person) return null
  return { person: first.person, cases: own.map(file => file.case), people: first.people }
}
