// Boards, lists and the verdict on a departure, through HTTP as the people who live on these screens.

import { uuidv7 } from 'uuidv7'
import type { ChangeResult } from '#changes/change.ts'
import type { Client } from './client.ts'
import type { Sample } from './measures.ts'
import { type Timing, timingOf } from './timing.ts'

interface Page {
  readonly items: readonly { readonly record: { readonly id: string } }[]
  readonly next: string | null
}

export interface Reading {
  readonly timing: Timing
  readonly lines: number
  /** The slowest reading: what was asked, and milliseconds. */
  readonly slowest: { readonly path: string; readonly ms: number }
}

const ways = ['open=yes', 'open=no&order=newest', 'open=yes&who=me', 'order=newest&limit=200']

/** Every list of `types`, each in the ways that desks ask for it, two pages deep; Today, the team, the houses, the money. */
export async function readLists(
  people: { readonly worker: Client; readonly supervisor: Client; readonly funds: Client },
  office: string,
  types: readonly string[],
): Promise<Reading> {
  const seen: { path: string; ms: number }[] = []
  let lines = 0
  const read = async <T>(client: Client, path: string): Promise<T> => {
    const { value, ms } = await client.call<T>('GET', `/api/${path}`)
    seen.push({ path, ms })
    return value
  }
  for (const client of [people.worker, people.supervisor])
    for (const type of types)
      for (const way of ways)
        for (const where of [`&office=${office}`, '']) {
          const path = `lists/${type}?${way}${where}`
          const page = await read<Page>(client, path)
          const more = page.next === null ? null : await read<Page>(client, `${path}&after=${page.next}`)
          lines += page.items.length + (more?.items.length ?? 0)
        }
  for (let round = 0; round < 10; round++) {
    await read(people.worker, 'today')
    await read(people.worker, 'notices')
    await read(people.supervisor, `team?office=${office}`)
    await read(people.funds, 'funds/balances')
  }
  const houses = await read<Page>(people.supervisor, `lists/shelter?office=${office}`)
  for (const { record } of houses.items) await read(people.supervisor, `shelters/${record.id}`)
  const slowest = seen.toSorted((a, b) => b.ms - a.ms)[0] ?? { path: '', ms: Number.NaN }
  return { timing: timingOf(seen.map(({ ms }) => ms)), lines, slowest }
}

/**
 * Asks for a departure that nothing speaks for and times the refusal, which names every open item at once.
 * @throws Error when a departure is let go, or refused without a reason.
 */
export async function askDepartures(
  samples: readonly Sample[],
  officer: Client,
): Promise<{ timing: Timing; reasons: number }> {
  const times: number[] = []
  let reasons = 0
  for (const { id, office, person } of samples) {
    const movement = { type: 'movement', record: uuidv7(), office, person, case: id, dictionary: 1 }
    const push = async (base: number, set: Record<string, unknown>) => {
      const changes = [{ ...movement, id: uuidv7(), base, madeAt: new Date().toISOString(), set }]
      const { value, ms } = await officer.call<{ results: ChangeResult[] }>('POST', '/api/changes', { changes })
      return { result: value.results[0], ms }
    }
    const planned = await push(0, { stage: 'planned' })
    if (planned.result?.status !== 'accepted')
      throw new Error(`A movement was not accepted: ${JSON.stringify(planned.result?.problems)}`)
    const { result, ms } = await push(1, { stage: 'departure', departedOn: new Date().toISOString().slice(0, 10) })
    if (result?.status !== 'refused' || result.problems.length === 0)
      throw new Error('A departure without consent was not refused.')
    times.push(ms)
    reasons += result.problems.length
  }
  return { timing: timingOf(times), reasons: Math.round(reasons / Math.max(1, times.length)) }
}
