import { setImmediate as breathe } from 'node:timers/promises'
import {
  certainties,
  type Certainty,
  type Network,
  type Node,
  type NetworkPurpose,
  type Tie,
} from '#casework/network/network.ts'
import { joined } from '#casework/network/joins.ts'
import { cutTo, narrow, type NetworkFilter } from '#casework/network/narrow.ts'
import { type Content, isAnswered, plainText, type Value } from '#dictionary/answer.ts'
import { targetOf } from './neighbours.ts'
import { joinsOf, journeysOf, rootsOf, suspectsOf } from './network-parts.ts'
import { logReading, logShown } from './read-log.ts'
import { openRecord, type RecordRow, recordColumns } from './rows.ts'
import { readSubjectKeys } from './subject-key.ts'
import type { Work } from './work.ts'

export interface OpenedNetwork {
  readonly network: Network
  /** Nodes that the filter kept and the limit did not. */
  readonly left: number
  /** Ties that were read; `complete` is false when older ones were not. */
  readonly ties: number
  readonly complete: boolean
}

export interface NetworkAsked extends NetworkFilter {
  readonly purpose: NetworkPurpose
  /** Nodes, at most. */
  readonly limit: number
}

/** Ties are sealed, each person's with a key of their own, so the newest are opened before any of them can be chosen. */
const mostTies = 20_000

/**
 * The network of the offices in which the reader may see it. Written to the read log before it is read: once for each
 * office, and afterwards for each person who is shown. The cost grows with the ties that are read, never with the register.
 */
export async function openNetwork(work: Work, asked: NetworkAsked): Promise<OpenedNetwork> {
  const offices = officesOf(work)
  for (const office of offices)
    await logReading(work, { action: 'open_network', office, person: null, case: null, purpose: asked.purpose })
  const { rows, complete } = await newestTies(work, offices)
  const homes = await casesOf(work, rows)
  const told = await openTies(
    work,
    rows.filter(row => homes.has(row.case_id ?? '')),
  )
  const suspects = await suspectsOf(work, offices, told)
  const roots = await rootsOf(work, [...new Set(told.flatMap(({ row }) => row.person ?? []))])
  const persons = new Map<string, Node>()
  const each = told.flatMap(({ row, content }): Tie[] => {
    const from = plainText(content['from'])
    const other = isAnswered(content['to']) ? plainText(content['to']) : null
    const to = other ?? roots.get(row.person ?? '') ?? ''
    if (!suspects.has(from) || (other !== null && !suspects.has(other))) return []
    if (other === null) addCase(persons, to, homes.get(row.case_id ?? ''))
    return [tieOf(row.id, { from, to }, content)]
  })
  const { suspects: shownOnce, ties } = joined({ suspects, ties: each }, await joinsOf(work, offices))
  const whole = { nodes: [...shownOnce.values(), ...persons.values()], ties, journeys: [] }
  const { network, left } = cutTo(narrow(whole, asked), asked.limit)
  const shown = new Set(network.nodes.map(({ id }) => id))
  const seen = rows.filter(row => shown.has(roots.get(row.person ?? '') ?? ''))
  const who = new Map(seen.map(row => [row.person ?? '', { id: row.person ?? '', office: row.office_id }]))
  await logShown(work, [...who.values()], { action: 'open_network', purpose: asked.purpose })
  const journeys = await journeysOf(work, [...who.keys()], roots)
  return { network: { ...network, journeys }, left, ties: rows.length, complete }
}

/** Where the reader has the verb itself: the reach of another role that reads ties does not widen it. */
function officesOf(work: Work): readonly string[] {
  const reach = work.permissions.reach('view_network')
  const offices = reach.all ? work.offices.all().map(({ id }) => id) : reach.offices
  return offices.filter(office => work.permissions.readable('tie', { office, own: false }).has('justice'))
}

/** Each office gives its newest through the index, and the merge is cut. */
async function newestTies(
  work: Work,
  offices: readonly string[],
): Promise<{ rows: readonly RecordRow[]; complete: boolean }> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'network-ties',
    text: `select ${recordColumns} from (
        select newest.* from unnest($1::uuid[]) as o (office)
        cross join lateral (select * from record where office_id = o.office and type = 'tie' order by id desc limit $2) as newest
      ) as ties order by id desc limit $2`,
    values: [offices, mostTies + 1],
  })
  return { rows: rows.slice(0, mostTies), complete: rows.length <= mostTies }
}

interface Home {
  readonly id: string
  readonly number: string | null
}

/** The cases of the ties, as far as the reader may know of them: a tie of a case that is out of sight is out of sight too. */
async function casesOf(work: Work, ties: readonly RecordRow[]): Promise<ReadonlyMap<string, Home>> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'network-cases',
    text: `select ${recordColumns} from record where id = any($1::uuid[]) and type = 'case'`,
    values: [[...new Set(ties.map(row => row.case_id))]],
  })
  const seen = rows.filter(row => work.permissions.readable('case', targetOf(work, row, [row])).size > 0)
  return new Map(seen.map(row => [row.id, { id: row.id, number: plainText(row.content['number']) || null }]))
}

interface Opened {
  readonly row: RecordRow
  readonly content: Content
}

/** Opened in slices, so that other requests are answered in between. Ties of an erased person cannot be opened any more. */
async function openTies(work: Work, rows: readonly RecordRow[]): Promise<readonly Opened[]> {
  const opened: Opened[] = []
  for (let at = 0; at < rows.length; at += slice) {
    const part = rows.slice(at, at + slice)
    const keys = await readSubjectKeys(
      work,
      part.map(row => row.person ?? row.id),
    )
    for (const row of part) {
      const key = keys.get(row.person ?? row.id)
      if (key) opened.push({ row, content: openRecord(row, key) })
    }
    await breathe()
  }
  return opened
}

const slice = 1_000

function addCase(persons: Map<string, Node>, id: string, home: Home | undefined): void {
  const known = persons.get(id)
  const cases = known?.of === 'person' ? known.cases : []
  if (home && !cases.some(each => each.id === home.id)) persons.set(id, { id, of: 'person', cases: [...cases, home] })
}

const tieOf = (id: string, { from, to }: Pick<Tie, 'from' | 'to'>, content: Content): Tie => ({
  id,
  from,
  to,
  role: plainText(content['role']),
  certainty: certaintyIn(content['certainty']),
  since: answer(content['since']),
  until: answer(content['until']),
  country: answer(content['country']),
})

const answer = (value: Value | undefined): string | null => (isAnswered(value) ? plainText(value) : null)

/** What does not say how certain it is, is possible at most. */
const certaintyIn = (value: Value | undefined): Certainty => certainties.find(each => each === value) ?? 'possible'
